package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.List;
import org.cafcass.model.Adviser;
import org.cafcass.workload.hubs.WaitingCase;

/**
 * A waiting case and the adviser who should take it.
 *
 * @param waiting the case
 * @param adviser the adviser
 * @param points what the case adds to the adviser's load
 * @param saturationBefore the adviser's saturation before any case is given, in percent
 * @param saturationAfter the adviser's saturation with all the cases that the plan gives, in percent
 * @param reasons why: the urgency, the choice of the adviser, continuity
 */
public record ProposedAllocation(
        WaitingCase waiting,
        Adviser adviser,
        BigDecimal points,
        BigDecimal saturationBefore,
        BigDecimal saturationAfter,
        List<String> reasons) {
    /** Takes a copy of the reasons. */
    public ProposedAllocation {
        reasons = List.copyOf(reasons);
    }
}
