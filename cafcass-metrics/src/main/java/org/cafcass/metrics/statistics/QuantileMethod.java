package org.cafcass.metrics.statistics;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * Which number stands for a quantile of whole numbers.
 *
 * <p>Of {@code n} numbers in ascending order {@code x[0]} to {@code x[n - 1]} the quantile of probability {@code p} is at
 * the position {@code h = (n - 1) p}. The methods differ where the position falls between two numbers. Of one number every
 * quantile is that number; of none it is empty.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan, Sample quantiles in statistical packages
 *     (1996)</a>
 */
public enum QuantileMethod {
    /**
     * Linear interpolation between the two numbers, {@code x[⌊h⌋] + (h - ⌊h⌋) (x[⌊h⌋ + 1] - x[⌊h⌋])}: type 7 of Hyndman and
     * Fan, the default of R, NumPy and spreadsheets.
     */
    HYNDMAN_FAN_7,
    /** The lower of the two numbers, {@code x[⌊h⌋]}, always one that was counted; with p = 0.5 the lower median. */
    LOWER;

    /**
     * The quantile of numbers in any order.
     *
     * @param values the numbers
     * @param probability 0 (the lowest number) to 1 (the highest)
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     */
    public OptionalDouble ofValues(int[] values, double probability) {
        return ofValues(values, 0, values.length, probability);
    }

    /**
     * The quantile of a stretch of an array's numbers, which are in any order.
     *
     * @param values the numbers
     * @param begin the place of the first
     * @param end the place after the last
     * @param probability 0 (the lowest number) to 1 (the highest)
     * @throws IllegalArgumentException if the probability is not from 0 to 1
     * @throws IndexOutOfBoundsException if the array has no such stretch
     */
    public OptionalDouble ofValues(int[] values, int begin, int end, double probability) {
        checkProbability(probability);
        Objects.checkFromToIndex(begin, end, values.length);
        if (begin == end) {
            return OptionalDouble.empty();
        }
        double position = (end - begin - 1) * probability;
        int index = (int) position;
        OrderStatistic at = OrderStatistic.of(values, begin, end, index);
        return OptionalDouble.of(
                interpolates(position - index) ? between(at.lower(), at.upper(), position - index) : at.lower());
    }

    /**
     * The quantile of numbers that are given by their places in ascending order.
     *
     * @param count how many numbers there are
     * @param inOrder the number at each place, from 0 until the count
     * @param probability 0 (the lowest number) to 1 (the highest)
     * @throws IllegalArgumentException if the probability is not from 0 to 1 or the count is below 0
     */
    public OptionalDouble ofOrdered(int count, IntUnaryOperator inOrder, double probability) {
        checkProbability(probability);
        if (count < 0) {
            throw new IllegalArgumentException("Invalid count: " + count);
        }
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double position = (count - 1) * probability;
        int index = (int) position;
        int lower = inOrder.applyAsInt(index);
        int above = interpolates(position - index) ? inOrder.applyAsInt(index + 1) : lower;
        return OptionalDouble.of(between(lower, above, position - index));
    }

    /**
     * The quantile of numbers from 0 on that are given by how often each occurs, which costs as many steps as the array is
     * long, however many numbers there are.
     *
     * @param counts at each index the number of times that the index occurs, 0 or more
     * @param probability 0 (the lowest number) to 1 (the highest)
     * @throws IllegalArgumentException if the probability is not from 0 to 1 or a count is below 0
     */
    public OptionalDouble ofCounts(int[] counts, double probability) {
        checkProbability(probability);
        long total = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] < 0) {
                throw new IllegalArgumentException("Invalid count of " + value + ": " + counts[value]);
            }
            total += counts[value];
        }
        if (total == 0) {
            return OptionalDouble.empty();
        }
        double position = (total - 1) * probability;
        long index = (long) position;
        int lower = valueAt(counts, index);
        int above = interpolates(position - index) ? valueAt(counts, index + 1) : lower;
        return OptionalDouble.of(between(lower, above, position - index));
    }

    private static int valueAt(int[] counts, long index) {
        int value = 0;
        for (long upTo = counts[0]; upTo <= index; upTo += counts[value]) {
            value++;
        }
        return value;
    }

    private boolean interpolates(double fraction) {
        return this == HYNDMAN_FAN_7 && fraction > 0;
    }

    private static double between(int lower, int above, double fraction) {
        return lower + fraction * ((double) above - lower);
    }

    private static void checkProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Invalid probability: " + probability);
        }
    }
}
