package org.cafcass.metrics.statistics;

import java.util.Arrays;

/**
 * The counts from which {@link KaplanMeier} estimates: at each whole age how many came under observation, how many ended
 * there (events) and how many were then no longer observed (censorings).
 *
 * <p>An age counts whole days, weeks or any other unit. One who enters at age {@code a} and leaves at age {@code b} is at
 * risk at {@code a}, {@code b} and every age between.
 *
 * <p>Not thread-safe while it is added to: one for each part of the data, then {@linkplain #combine combined}, gives what
 * one for all would give.
 */
public final class SurvivalCounts {
    private long[] entries = {};
    private long[] events = {};
    private long[] censorings = {};

    /** Makes counts of nothing. */
    public SurvivalCounts() {}

    /**
     * Makes counts that were taken elsewhere.
     *
     * @param entries at each index how many entered at that age
     * @param events at each index how many had their event at that age
     * @param censorings at each index how many were censored at that age
     * @throws IllegalArgumentException if a count is below 0, if up to some age more have left than have entered, or if not
     *     all have left in the end
     */
    public static SurvivalCounts of(long[] entries, long[] events, long[] censorings) {
        SurvivalCounts counts = new SurvivalCounts();
        counts.reserve(Math.max(entries.length, Math.max(events.length, censorings.length)));
        add(entries, counts.entries);
        add(events, counts.events);
        add(censorings, counts.censorings);
        long observed = 0;
        for (int age = 0; age < counts.ages(); age++) {
            observed += counts.entries[age] - counts.events[age] - counts.censorings[age];
            if (observed < 0) {
                throw new IllegalArgumentException(
                        "Invalid survival counts: more left by age " + age + " than entered");
            }
        }
        if (observed != 0) {
            throw new IllegalArgumentException("Invalid survival counts: " + observed + " never left");
        }
        return counts;
    }

    /**
     * Counts one who had the event.
     *
     * @param entryAge the first age at risk
     * @param eventAge the age of the event, the last at risk
     * @throws IllegalArgumentException if an age is below 0 or the event's is below the entry's
     */
    public void addEvent(int entryAge, int eventAge) {
        enter(entryAge, eventAge);
        events[eventAge]++;
    }

    /**
     * Counts one who had no event while observed.
     *
     * @param entryAge the first age at risk
     * @param lastAge the last age at risk
     * @throws IllegalArgumentException if an age is below 0 or the last is below the entry's
     */
    public void addCensored(int entryAge, int lastAge) {
        enter(entryAge, lastAge);
        censorings[lastAge]++;
    }

    private void enter(int entryAge, int lastAge) {
        if (entryAge < 0 || lastAge < entryAge) {
            throw new IllegalArgumentException("Invalid ages: " + entryAge + " to " + lastAge);
        }
        if (lastAge >= ages()) {
            reserve(Math.max(lastAge + 1, 2 * ages()));
        }
        entries[entryAge]++;
    }

    /**
     * Adds another's counts to these.
     *
     * @return this
     */
    public SurvivalCounts combine(SurvivalCounts other) {
        reserve(Math.max(ages(), other.ages()));
        add(other.entries, entries);
        add(other.events, events);
        add(other.censorings, censorings);
        return this;
    }

    /** How many ages there are counts for: every age at or above it has none. */
    public int ages() {
        return entries.length;
    }

    /** How many entered at an age. */
    public long entries(int age) {
        return age < ages() ? entries[age] : 0;
    }

    /** How many had their event at an age. */
    public long events(int age) {
        return age < ages() ? events[age] : 0;
    }

    /** How many were censored at an age. */
    public long censorings(int age) {
        return age < ages() ? censorings[age] : 0;
    }

    private void reserve(int ages) {
        entries = Arrays.copyOf(entries, ages);
        events = Arrays.copyOf(events, ages);
        censorings = Arrays.copyOf(censorings, ages);
    }

    private static void add(long[] counts, long[] to) {
        for (int age = 0; age < counts.length; age++) {
            if (counts[age] < 0) {
                throw new IllegalArgumentException("Invalid count at age " + age + ": " + counts[age]);
            }
            to[age] += counts[age];
        }
    }
}
