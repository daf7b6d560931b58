package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

/** The order of rows by a number that each has: stable, those without one ({@link ExtractColumns#NEVER}) last. */
final class DayOrder {
    /* A radix sort: as many counts of one digit as the nearest cache holds, and as many digits as the span of the numbers has. */
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    private DayOrder() {}

    /** The rows in ascending order of their numbers. */
    static int[] of(int[] numbers) {
        int[] rows = new int[numbers.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        sort(rows, 0, rows.length, numbers);
        return rows;
    }

    /** Puts a stretch of rows into ascending order of their numbers. */
    static void sort(int[] rows, int from, int to, int[] numbers) {
        int least = NEVER;
        int greatest = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            int number = numbers[rows[i]];
            if (number != NEVER) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        if (least > greatest) {
            return;
        }
        int last = greatest + 1 - least;
        int[] sorted = new int[to - from];
        for (int shift = 0; last >> shift != 0; shift += DIGIT) {
            int[] next = new int[DIGITS + 1];
            for (int i = from; i < to; i++) {
                next[digit(numbers[rows[i]], least, last, shift) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                next[digit + 1] += next[digit];
            }
            for (int i = from; i < to; i++) {
                sorted[next[digit(numbers[rows[i]], least, last, shift)]++] = rows[i];
            }
            System.arraycopy(sorted, 0, rows, from, sorted.length);
        }
    }

    private static int digit(int number, int least, int last, int shift) {
        return (number == NEVER ? last : number - least) >> shift & DIGITS - 1;
    }

    /** The first place of ascending days whose day is not before one; their number where all are. */
    static int firstFrom(int[] days, int day) {
        return firstFrom(days, 0, days.length, day);
    }

    /** The same of a stretch of days: its end where all are. */
    static int firstFrom(int[] days, int from, int to, int day) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
