package org.cafcass.metrics.statistics;

import java.util.Arrays;

/**
 * The numbers that would stand at an index and at the next one if some numbers were put in ascending order.
 *
 * @param lower the number at the index
 * @param upper the number at the next index; the same where the index is the last
 */
record OrderStatistic(int lower, int upper) {
    /**
     * Those of a stretch of an array: the range in which the lower one lies is halved by counting the numbers up to its middle, which
     * compiles to vector instructions as putting them in order does not.
     *
     * @param index from 0 until the number of numbers
     */
    static OrderStatistic of(int[] values, int begin, int end, int index) {
        int least = values[begin];
        int greatest = least;
        for (int i = begin; i < end; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        if ((long) greatest - least >= Integer.MAX_VALUE) {
            int[] sorted = Arrays.copyOfRange(values, begin, end);
            Arrays.sort(sorted);
            return new OrderStatistic(sorted[index], sorted[Math.min(index + 1, sorted.length - 1)]);
        }
        int lower = least;
        int upper = greatest;
        int upToUpper = end - begin;
        while (lower < upper) {
            int middle = lower + (upper - lower) / 2;
            int upToMiddle = upTo(values, begin, end, middle);
            if (upToMiddle > index) {
                upper = middle;
                upToUpper = upToMiddle;
            } else {
                lower = middle + 1;
            }
        }
        return new OrderStatistic(
                lower,
                upToUpper > index + 1 || lower == greatest ? lower : leastAbove(values, begin, end, lower, greatest));
    }

    /* How many numbers are not above a limit; they and it differ by less than the greatest int. */
    private static int upTo(int[] values, int begin, int end, int limit) {
        int count = 0;
        for (int i = begin; i < end; i++) {
            count += values[i] - limit - 1 >>> 31;
        }
        return count;
    }

    private static int leastAbove(int[] values, int begin, int end, int limit, int greatest) {
        int least = greatest;
        for (int i = begin; i < end; i++) {
            int notAbove = values[i] - limit - 1 >> 31;
            least = Math.min(least, values[i] & ~notAbove | greatest & notAbove);
        }
        return least;
    }
}
