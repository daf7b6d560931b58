package org.cafcass.metrics.statistics;

import java.util.Arrays;

/** Puts one order statistic of an array into its place. */
final class Selection {
    /** A part this short is sorted. */
    private static final int SHORT = 40;

    private Selection() {}

    /**
     * Reorders the values so that the one at the index is the one that sorting would put there, with none above it before
     * it and none below it after it.
     */
    static void select(int[] values, int index) {
        int from = 0;
        int to = values.length - 1;
        // a part that didn't get short in so many rounds is one that pivots split badly
        int rounds = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(values.length));
        while (to - from > SHORT && rounds-- > 0) {
            int pivot = pivot(values, from, to);
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    int swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (index <= high) {
                to = high;
            } else if (index >= low) {
                from = low;
            } else {
                return;
            }
        }
        Arrays.sort(values, from, to + 1);
    }

    /** The middle one of the first, the middle and the last value. */
    private static int pivot(int[] values, int from, int to) {
        int a = values[from];
        int b = values[(from + to) >>> 1];
        int c = values[to];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
