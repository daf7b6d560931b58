package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import org.cafcass.workload.hubs.WaitingCase;

/**
 * A waiting case that no adviser can take.
 *
 * @param waiting the case
 * @param points what it would add to an adviser's load
 * @param reason why, in words
 * @param certain whether it is certain that nobody has room for it beside the cases that are given out, however these are shared
 */
public record LeftOverCase(WaitingCase waiting, BigDecimal points, String reason, boolean certain) {}
