package org.cafcass.workload.hubs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a clock says for a case.
 *
 * @param clock the clock
 * @param due the last day in time
 * @param asAt the day on which it is read
 */
public record ClockReading(Clock clock, LocalDate due, LocalDate asAt) {
    /** The days from the as-at day to the last day in time: 0 on it, below 0 once the limit is broken. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(asAt, due);
    }

    /** Whether the limit is broken: the last day in time is before the as-at day. */
    public boolean isBroken() {
        return due.isBefore(asAt);
    }
}
