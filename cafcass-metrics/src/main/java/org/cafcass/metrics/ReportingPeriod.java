package org.cafcass.metrics;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a report is about: a period, for what happens over time, and the as-at day, for stocks and for figures over the months
 * up to it.
 *
 * @param period the period
 * @param asAt the as-at day
 */
public record ReportingPeriod(Period period, LocalDate asAt) {
    /** Checks that nothing is missing. */
    public ReportingPeriod {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(asAt, "asAt");
    }

    /** The period, with its last day as the as-at day. */
    public static ReportingPeriod of(Period period) {
        return new ReportingPeriod(period, period.last());
    }

    /** The financial year up to the as-at day. */
    public static ReportingPeriod asAt(LocalDate asAt) {
        return new ReportingPeriod(Period.financialYearTo(asAt), asAt);
    }

    /** The year before: of the period, and of the as-at day, whose month's last day stays a month's last day. */
    public ReportingPeriod previousYear() {
        return new ReportingPeriod(period.previousYear(), AsAt.previousYear(asAt));
    }

    /** The period before, and the as-at day as far before this one's. */
    public ReportingPeriod previousPeriod() {
        return new ReportingPeriod(period.previousPeriod(), AsAt.previousPeriod(asAt, period));
    }
}
