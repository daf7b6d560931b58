package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stays beside a plain pass over the rows, at sizes below, at and above those of its blocks. */
class StaysTest {
    private static final int FIRST_DAY = -400;
    private static final int DAYS = 3000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 1023, 1024, 1025, 2048, 30_011})
    void rowsOfAStretchAreThoseOfAPlainPass(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[] anyBegin = random.ints(size, FIRST_DAY, FIRST_DAY + DAYS).toArray();
        int[] anyEnd = new int[size];
        for (int row = 0; row < size; row++) {
            anyEnd[row] = random.nextInt(8) == 0
                    ? ExtractColumns.NEVER
                    : anyBegin[row] + random.nextInt(random.nextInt(5) == 0 ? 900 : 90);
        }
        int[] order = Stays.order(anyBegin, anyEnd);
        int[] begin = IntStream.of(order).map(row -> anyBegin[row]).toArray();
        int[] end = IntStream.of(order).map(row -> anyEnd[row]).toArray();
        Stays stays = new Stays(begin, end);

        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
        for (int day = FIRST_DAY - 2; day < FIRST_DAY + DAYS + 950; day += 37) {
            assertSame(stays.on(day), plain(begin, end, day, day));
            assertSame(stays.endingAfterAndBegunBy(day, day + 91), plain(begin, end, day, day + 91));
            int first = day;
            assertSame(
                    stays.endingBetween(first, first + 91),
                    IntStream.range(0, size)
                            .filter(row -> first <= end[row] && end[row] <= first + 91)
                            .toArray());
        }
    }

    private static void assertSame(Rows rows, int[] expected) {
        assertThat(Arrays.mismatch(rows.each(), expected))
                .as("first place of another row")
                .isEqualTo(-1);
    }

    private static int[] plain(int[] begin, int[] end, int endAfter, int beginBy) {
        return IntStream.range(0, begin.length)
                .filter(row -> end[row] > endAfter && begin[row] <= beginBy)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2047, 2048, 5_000_000})
    void rowsAreOrderedStablyByTheirDays(int span) {
        SplittableRandom random = new SplittableRandom(span);
        int[] days = random.ints(5000, -7, span).toArray();
        for (int row = 0; row < days.length; row += 11) {
            days[row] = ExtractColumns.NEVER;
        }

        int[] expected = IntStream.range(0, days.length)
                .boxed()
                .sorted(Comparator.comparing(row -> days[row]))
                .mapToInt(row -> row)
                .toArray();

        assertThat(DayOrder.of(days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 4, 9, 10})
    void theRowsOfAnIndexAreThoseOfTheStretch(int first) {
        int[] days = {4, ExtractColumns.NEVER, 9, 0, 4, 3};

        assertThat(RowIndex.of(days).between(first, first + 1).each())
                .containsExactlyInAnyOrder(IntStream.range(0, days.length)
                        .filter(row -> first <= days[row] && days[row] <= first + 1)
                        .toArray());
        assertThat(RowIndex.of(days).between(first + 1, first).each()).isEmpty();
    }
}
