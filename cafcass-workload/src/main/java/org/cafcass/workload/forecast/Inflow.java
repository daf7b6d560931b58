package org.cafcass.workload.forecast;

import java.util.List;
import java.util.Objects;
import org.cafcass.workload.WorkloadException;

/** How many cases will be received: a scenario. */
public sealed interface Inflow {
    /** As many a day as over the days that were observed. */
    static Inflow flat() {
        return new Percent(0);
    }

    /**
     * As many a day as over the days that were observed, changed by a percentage from the first day ahead on.
     *
     * @param change the change in percent: -10 for a tenth fewer
     * @throws WorkloadException if it is below -100 or no number
     */
    static Inflow percent(double change) {
        if (!(change >= -100) || Double.isInfinite(change)) {
            throw new WorkloadException("Invalid change of inflow: " + change + " is not -100 or more");
        }
        return new Percent(change);
    }

    /**
     * Given numbers of cases, one for each month ahead, shared among areas and laws as the cases over the days that were observed.
     *
     * @throws WorkloadException if one is below 0
     */
    static Inflow series(List<Integer> casesByMonth) {
        for (int cases : casesByMonth) {
            if (cases < 0) {
                throw new WorkloadException("Invalid inflow: " + cases);
            }
        }
        return new Series(List.copyOf(casesByMonth));
    }

    /** The factor on the observed cases a day, for a month ahead of some days; {@code perDay} is the observed number. */
    double factor(int month, int days, double perDay);

    /** A constant factor. */
    record Percent(double change) implements Inflow {
        @Override
        public double factor(int month, int days, double perDay) {
            return 1 + change / 100;
        }
    }

    /** Numbers by month. */
    record Series(List<Integer> casesByMonth) implements Inflow {
        /** Checks that it is there. */
        public Series {
            Objects.requireNonNull(casesByMonth, "casesByMonth");
        }

        @Override
        public double factor(int month, int days, double perDay) {
            if (month > casesByMonth.size()) {
                throw new WorkloadException(
                        "Cannot forecast month " + month + ": the inflow ends with month " + casesByMonth.size());
            }
            int cases = casesByMonth.get(month - 1);
            if (perDay == 0 && cases > 0) {
                throw new WorkloadException("Cannot share out an inflow of " + cases
                        + ": no case was received over the days that were observed");
            }
            return cases == 0 ? 0 : cases / (days * perDay);
        }
    }
}
