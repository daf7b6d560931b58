package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much work an adviser can hold as at a day.
 *
 * @param points the capacity in points; 0 for one who is not employed
 * @param steps how it came about
 */
public record Capacity(BigDecimal points, List<Step> steps) {
    /** Takes a copy of the steps. */
    public Capacity {
        steps = List.copyOf(steps);
    }
}
