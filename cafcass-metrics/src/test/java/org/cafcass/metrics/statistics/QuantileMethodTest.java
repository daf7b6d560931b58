package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileMethodTest {
    private static final int[] VALUES = {95, 3, 7, 182, 14, 7, 364, 181};

    // R 4.2.2: quantile(c(95, 3, 7, 182, 14, 7, 364, 181), p, type = 7)
    // NumPy 2.4.6: numpy.quantile([95, 3, 7, 182, 14, 7, 364, 181], p, method="lower")
    @ParameterizedTest
    @CsvSource({
        "0, 3, 3",
        "0.1, 5.8, 3",
        "0.25, 7, 7",
        "0.5, 54.5, 14",
        "0.75, 181.25, 181",
        "0.9, 236.6, 182",
        "1, 364, 364"
    })
    void ofNumbers(double probability, double interpolated, double lower) {
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(VALUES, probability).orElseThrow())
                .isCloseTo(interpolated, within(1e-12));
        assertThat(QuantileMethod.HYNDMAN_FAN_7
                        .ofCounts(counts(VALUES), probability)
                        .orElseThrow())
                .isCloseTo(interpolated, within(1e-12));
        assertThat(QuantileMethod.LOWER.ofValues(VALUES, probability)).hasValue(lower);
        assertThat(QuantileMethod.LOWER.ofCounts(counts(VALUES), probability)).hasValue(lower);
    }

    @ParameterizedTest
    @EnumSource(QuantileMethod.class)
    void ofNothingIsEmpty(QuantileMethod method) {
        assertThat(method.ofValues(new int[0], 0.5)).isEmpty();
        assertThat(method.ofCounts(new int[0], 0.5)).isEmpty();
        assertThat(method.ofCounts(new int[3], 0.5)).isEmpty();
        assertThat(method.ofOrdered(0, place -> place, 0.5)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(QuantileMethod.class)
    void ofOneNumberIsThatNumber(QuantileMethod method) {
        assertThat(method.ofValues(new int[] {182}, 0.9)).hasValue(182);
        assertThat(method.ofCounts(counts(182), 0.9)).hasValue(182);
        assertThat(method.ofOrdered(1, place -> 182, 0.9)).hasValue(182);
    }

    @ParameterizedTest
    @EnumSource(QuantileMethod.class)
    void ofNumbersFarApartDoesNotOverflow(QuantileMethod method) {
        assertThat(method.ofValues(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}, 1))
                .hasValue(Integer.MAX_VALUE);
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}, 0.5))
                .hasValue(-0.5);
    }

    @Property
    void everyWayIsWhatSortingGives(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 60) Integer> numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double probability) {
        int[] values = numbers.stream().mapToInt(Integer::intValue).toArray();
        for (QuantileMethod method : QuantileMethod.values()) {
            double expected = bySorting(method, values, probability);
            assertThat(method.ofCounts(counts(values), probability)).hasValue(expected);
            assertThat(method.ofValues(values, probability)).hasValue(expected);
            int[] ordered = IntStream.of(values).sorted().toArray();
            assertThat(method.ofOrdered(ordered.length, place -> ordered[place], probability))
                    .hasValue(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 4_099, 65_537})
    void isWhatSortingGivesInAnyOrder(int length) {
        Random random = new Random(length);
        int[] shuffled = random.ints(length, 0, 3 * length).toArray();
        int[] few = random.ints(length, 0, 3).toArray();
        int[] ascending = IntStream.range(0, length).toArray();
        int[] descending = IntStream.range(0, length).map(i -> length - i).toArray();
        int[] ofAnySize = random.ints(length).toArray();
        int[] halfTheInts = random.ints(length, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2)
                .toArray();
        for (int[] values :
                new int[][] {shuffled, few, ascending, descending, ofAnySize, halfTheInts, new int[length]}) {
            int[] given = values.clone();
            for (double probability : new double[] {0, 0.1, 0.5, 0.9, 1}) {
                assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(given, probability))
                        .hasValue(bySorting(QuantileMethod.HYNDMAN_FAN_7, values, probability));
            }
            assertThat(given).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1073741824, 1073741822", "-1073741824, 1073741823", "-1073741824, 1073741824", "0, 2147483647"})
    void ofNumbersAsFarApartAsTheGreatestInt(int least, int greatest) {
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(new int[] {greatest, least, 5, least}, 1))
                .hasValue(greatest);
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(new int[] {greatest, least, 5, greatest}, 0.5))
                .hasValue((5.0 + greatest) / 2);
        assertThat(QuantileMethod.LOWER.ofValues(new int[] {greatest, least, 5, greatest}, 0.5))
                .hasValue(5);
    }

    @Test
    void ofAStretchLeavesOutWhatLiesBesideIt() {
        int[] values = {1000, 7, 3, 5, -1000};
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(values, 1, 4, 0.5)).hasValue(5);
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(values, 1, 3, 0.5)).hasValue(5);
        assertThat(QuantileMethod.HYNDMAN_FAN_7.ofValues(values, 5, 5, 0.5)).isEmpty();
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofValues(values, 4, 6, 0.5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesWhatIsNoProbability(double probability) {
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofValues(new int[0], probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid probability: " + probability);
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofCounts(new int[0], probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid probability: " + probability);
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofOrdered(0, place -> place, probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid probability: " + probability);
    }

    @Test
    void refusesANegativeCount() {
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofCounts(new int[] {2, -3}, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid count of 1: -3");
        assertThatThrownBy(() -> QuantileMethod.LOWER.ofOrdered(-1, place -> place, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid count: -1");
    }

    // ------------------------------------------------------------------------

    private static double bySorting(QuantileMethod method, int[] values, double probability) {
        int[] sorted = sorted(values);
        double position = (sorted.length - 1) * probability;
        int below = sorted[(int) Math.floor(position)];
        int above = sorted[(int) Math.ceil(position)];
        double interpolated = below + (position - Math.floor(position)) * ((double) above - below);
        return method == QuantileMethod.LOWER ? below : interpolated;
    }

    private static int[] sorted(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static int[] counts(int... values) {
        int[] counts = new int[Arrays.stream(values).max().orElse(-1) + 1];
        for (int value : values) {
            counts[value]++;
        }
        return counts;
    }
}
