package org.cafcass.metrics;

import java.time.LocalDate;

/**
 * The day with which an as-at day is compared: stock figures are compared as at it, where the others are compared with
 * {@link Period#previousYear()} or {@link Period#previousPeriod()}.
 */
public final class AsAt {
    private AsAt() {}

    /**
     * The same day a year before; that of a month's last day is the month's last day: of 28 February 2025 it is 29
     * February 2024.
     */
    public static LocalDate previousYear(LocalDate asAt) {
        return lessMonths(asAt, 12);
    }

    /**
     * The day as far before an as-at day as {@link Period#previousPeriod()} is before the period: the months of a period
     * of whole calendar months, where that of a month's last day is a month's last day; else the days of the period. Of a
     * period's last day it is the previous period's last day.
     */
    public static LocalDate previousPeriod(LocalDate asAt, Period period) {
        return period.isOfWholeMonths() ? lessMonths(asAt, period.wholeMonths()) : asAt.minusDays(period.days());
    }

    static boolean endsMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    private static LocalDate lessMonths(LocalDate day, long months) {
        LocalDate before = day.minusMonths(months);
        return endsMonth(day) ? before.withDayOfMonth(before.lengthOfMonth()) : before;
    }
}
