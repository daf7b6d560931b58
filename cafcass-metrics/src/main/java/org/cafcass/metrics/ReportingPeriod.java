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
}
