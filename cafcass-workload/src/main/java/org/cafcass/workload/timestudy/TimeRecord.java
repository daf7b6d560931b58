package org.cafcass.workload.timestudy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.cafcass.model.AdviserId;
import org.cafcass.workload.CaseCondition;
import org.cafcass.workload.WorkloadException;

/**
 * What one adviser's cases of a kind took in a week.
 *
 * @param kind the kind of case
 * @param adviserId the adviser
 * @param week the first day of the week
 * @param cases how many such cases the adviser held in the week, above 0
 * @param minutes the minutes that they took together, 0 or more
 */
public record TimeRecord(CaseCondition kind, AdviserId adviserId, LocalDate week, int cases, BigDecimal minutes) {
    /**
     * Checks the numbers.
     *
     * @throws WorkloadException if there are no cases, or minutes below 0
     */
    public TimeRecord {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(adviserId, "adviserId");
        Objects.requireNonNull(week, "week");
        if (cases <= 0) {
            throw new WorkloadException("Invalid time record: " + cases + " cases");
        }
        if (minutes.signum() < 0) {
            throw new WorkloadException("Invalid time record: " + minutes.toPlainString() + " minutes");
        }
    }
}
