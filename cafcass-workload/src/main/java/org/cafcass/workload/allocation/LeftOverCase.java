package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import org.cafcass.workload.hubs.WaitingCase;

/**
 * A waiting case that no adviser can take.
 *
 * @param waiting the case
 * @param points what it would add to an adviser's load
 * @param reason why, in words
 * @param certain whether no plan that gives out all more urgent cases that this one does could give it out too
 */
public record LeftOverCase(WaitingCase waiting, BigDecimal points, String reason, boolean certain) {}
