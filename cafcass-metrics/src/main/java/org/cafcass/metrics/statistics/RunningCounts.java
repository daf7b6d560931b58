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

    private RunningCounts(int places, long[] dayAndChange, int between) {
        this.between = between;
        changes = new int[dayAndChange.length];
        int[] changeDays = new int[dayAndChange.length];
        int[] ends = new int[dayAndChange.length];
        int size = 0;
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (int) dayAndChange[i];
            int day = (int) (dayAndChange[i] >> Integer.SIZE);
            if (size == 0 || changeDays[size - 1] != day) {
                changeDays[size++] = day;
            }
            ends[size - 1] = i + 1;
        }
        days = Arrays.copyOf(changeDays, size);
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
        private final int places;
        private final long[] dayAndChange;
        private int size;

        /**
         * No changes yet.
         *
         * @param places one more than the greatest place
         * @param most the most changes that will be added or taken away
         */
        public Changes(int places, int most) {
            this.places = places;
            this.dayAndChange = new long[most];
        }

        /**
         * From a day on, a place counts one more.
         *
         * @throws IndexOutOfBoundsException if there is no such place, or there are more changes than were said
         */
        public void add(int day, int place) {
            dayAndChange[size++] = (long) day << Integer.SIZE | Objects.checkIndex(place, places) << 1;
        }

        /**
         * From a day on, a place counts one less.
         *
         * @throws IndexOutOfBoundsException if there is no such place, or there are more changes than were said
         */
        public void takeAway(int day, int place) {
            dayAndChange[size++] = (long) day << Integer.SIZE | Objects.checkIndex(place, places) << 1 | 1;
        }

        /** The counts on any day, after these changes. */
        public RunningCounts running() {
            /* Counts kept take no more room than the changes do. */
            return running(Math.max(LEAST_BETWEEN, places));
        }

        /** With the counts kept every so many changes. */
        RunningCounts running(int between) {
            long[] byDay = Arrays.copyOf(dayAndChange, size);
            Arrays.sort(byDay);
            return new RunningCounts(places, byDay, between);
        }
    }
}
