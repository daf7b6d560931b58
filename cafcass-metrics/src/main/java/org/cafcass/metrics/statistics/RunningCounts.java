package org.cafcass.metrics.statistics;

import java.util.Arrays;
import java.util.Objects;

/**
 * Counts by place that change from day to day, such as the cases that each adviser holds.
 *
 * <p>A day costs a copy of the counts and at most half as many changes as there are places, or {@value #LEAST_BETWEEN} if those are
 * more, however many changes there are. This class is immutable.
 */
public final class RunningCounts {
    /*
     * The changes lie in the order of their days, and every so many of them the counts are kept, so that a day costs a copy of the counts
     * kept nearest and the changes in between.
     */
    private static final int LEAST_BETWEEN = 4096;

    private final int between;
    private final int[] days;
    private final int[] changesBy;
    private final int[] changes;
    private final int[][] kept;

    /* Changes in the order of their days. */
    private RunningCounts(int places, int[] dayOfChange, int[] changes, int between) {
        this.between = between;
        this.changes = changes;
        int[] distinctDays = new int[changes.length];
        int[] ends = new int[changes.length];
        int size = 0;
        for (int i = 0; i < changes.length; i++) {
            if (size == 0 || distinctDays[size - 1] != dayOfChange[i]) {
                distinctDays[size++] = dayOfChange[i];
            }
            ends[size - 1] = i + 1;
        }
        days = Arrays.copyOf(distinctDays, size);
        changesBy = Arrays.copyOf(ends, size);
        kept = new int[changes.length / between + 1][];
        int[] counts = new int[places];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = counts.clone();
            apply(counts, i * between, Math.min(changes.length, (i + 1) * between));
        }
    }

    /**
     * The counts by place at the end of a day: a fresh array.
     *
     * @param day an epoch day, or any other number of days, as in the changes
     */
    public int[] on(int day) {
        int at = Arrays.binarySearch(days, day);
        int last = at < 0 ? -at - 2 : at;
        int end = last < 0 ? 0 : changesBy[last];
        int nearest = Math.min(kept.length - 1, (end + between / 2) / between);
        int[] counts = kept[nearest].clone();
        apply(counts, nearest * between, end);
        return counts;
    }

    /* Goes from the counts after so many changes to those after as many others, forwards or back. */
    private void apply(int[] counts, int from, int to) {
        for (int i = from; i < to; i++) {
            counts[changes[i] >> 1] += 1 - 2 * (changes[i] & 1);
        }
        for (int i = to; i < from; i++) {
            counts[changes[i] >> 1] -= 1 - 2 * (changes[i] & 1);
        }
    }

    /** Changes as they are found, in any order. */
    public static final class Changes {
        /* As many counts of one digit as the nearest cache holds. */
        private static final int DIGIT = 11;
        private static final int DIGITS = 1 << DIGIT;

        private final int places;
        private final int[] days;
        private final int[] changes;
        private int size;

        /**
         * No changes yet.
         *
         * @param places one more than the greatest place
         * @param most the most changes that will be added or taken away
         */
        public Changes(int places, int most) {
            this.places = places;
            this.days = new int[most];
            this.changes = new int[most];
        }

        /**
         * From a day on, a place counts one more.
         *
         * @throws IndexOutOfBoundsException if there is no such place, or there are more changes than were said
         */
        public void add(int day, int place) {
            change(day, Objects.checkIndex(place, places) << 1);
        }

        /**
         * From a day on, a place counts one less.
         *
         * @throws IndexOutOfBoundsException if there is no such place, or there are more changes than were said
         */
        public void takeAway(int day, int place) {
            change(day, Objects.checkIndex(place, places) << 1 | 1);
        }

        private void change(int day, int change) {
            days[size] = day;
            changes[size++] = change;
        }

        /** The counts on any day, after these changes. */
        public RunningCounts running() {
            /* Counts kept take no more room than the changes do. */
            return running(Math.max(LEAST_BETWEEN, places));
        }

        /** With the counts kept every so many changes. */
        RunningCounts running(int between) {
            int[] sortedDays = Arrays.copyOf(days, size);
            int least = Integer.MAX_VALUE;
            int greatest = Integer.MIN_VALUE;
            for (int day : sortedDays) {
                least = Math.min(least, day);
                greatest = Math.max(greatest, day);
            }
            int[] sorted = Arrays.copyOf(changes, size);
            for (int shift = 0; shift < Integer.SIZE && greatest - least >>> shift != 0; shift += DIGIT) {
                int[] next = new int[DIGITS + 1];
                for (int day : sortedDays) {
                    next[digit(day - least, shift) + 1]++;
                }
                for (int digit = 0; digit < DIGITS; digit++) {
                    next[digit + 1] += next[digit];
                }
                int[] daysBefore = sortedDays.clone();
                int[] before = sorted.clone();
                for (int i = 0; i < size; i++) {
                    int at = next[digit(daysBefore[i] - least, shift)]++;
                    sortedDays[at] = daysBefore[i];
                    sorted[at] = before[i];
                }
            }
            return new RunningCounts(places, sortedDays, sorted, between);
        }

        private static int digit(int number, int shift) {
            return number >>> shift & DIGITS - 1;
        }
    }
}
