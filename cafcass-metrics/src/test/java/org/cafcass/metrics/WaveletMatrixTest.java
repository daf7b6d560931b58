package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stretches beside the same numbers put in order, at sizes below, at and above those of a word of bits. */
class WaveletMatrixTest {
    @Test
    void stretchesByHand() {
        WaveletMatrix matrix = new WaveletMatrix(new int[] {30, 7, 7, 182, 183, 0, 91});

        assertThat(matrix.inOrder(new int[] {0, 7}, 0)).isZero();
        assertThat(matrix.inOrder(new int[] {0, 7}, 6)).isEqualTo(183);
        assertThat(matrix.inOrder(new int[] {1, 3, 5, 7}, 1)).isEqualTo(7);
        assertThat(matrix.inOrder(new int[] {1, 3, 5, 7}, 3)).isEqualTo(91);
        assertThat(matrix.upTo(new int[] {2, 5}, 182)).isEqualTo(2);
        assertThat(matrix.upTo(new int[] {2, 5}, 181)).isEqualTo(1);
        assertThat(matrix.upTo(new int[] {3, 3}, 500)).isZero();
        assertThat(matrix.upTo(new int[0], 500)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "1, 5, 6",
        "2, -3, 4",
        "63, 0, 1",
        "64, 0, 2",
        "65, -1, 1",
        "128, 7, 8",
        "1000, -2000, 3000",
        "1000, 0, 1024",
        "1000, -1000000000, 1000000000"
    })
    void stretchesAreThoseOfThePlainNumbers(int size, int least, int bound) {
        SplittableRandom random = new SplittableRandom(size + bound);
        int[] numbers = random.ints(size, least, bound).toArray();
        WaveletMatrix matrix = new WaveletMatrix(numbers);

        for (int trial = 0; trial < 200; trial++) {
            int[] stretches =
                    random.ints(2 * random.nextInt(4), 0, size + 1).sorted().toArray();
            int[] ordered = IntStream.range(0, stretches.length / 2)
                    .flatMap(i -> Arrays.stream(numbers, stretches[2 * i], stretches[2 * i + 1]))
                    .sorted()
                    .toArray();
            for (int i = 0; i < ordered.length; i += 1 + ordered.length / 20) {
                assertThat(matrix.inOrder(stretches, i)).isEqualTo(ordered[i]);
            }
            for (int limit : new int[] {
                Integer.MIN_VALUE, least - 1, least, random.nextInt(least, bound), bound - 1, bound, Integer.MAX_VALUE
            }) {
                assertThat(matrix.upTo(stretches, limit)).as("up to %d", limit).isEqualTo((int)
                        Arrays.stream(ordered).filter(one -> one <= limit).count());
            }
        }
    }
}
