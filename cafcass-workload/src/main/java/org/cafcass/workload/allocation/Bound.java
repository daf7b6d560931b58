package org.cafcass.workload.allocation;

/**
 * How far a plan can be from the best: the best is the plan that gives out the most urgent cases first and then spreads saturation most
 * evenly.
 *
 * @param deviation the standard deviation of saturation over the advisers that the plan considers, as it plans it, in points
 * @param leastDeviation what that can't be below, with the same cases given out: proven, by letting cases be split
 * @param gapPercent how far the sum of load x saturation, which the plan makes least, is above what it can't be below, in percent of that
 * @param uncertain how many of the cases that are left over might have been given out beside the others
 */
public record Bound(double deviation, double leastDeviation, double gapPercent, int uncertain) {}
