package org.cafcass.workload.forecast;

import java.time.LocalDate;

/**
 * What it takes to have no more than some open cases by a day.
 *
 * @param target the open cases that are wanted
 * @param by the day
 * @param expected the open cases that are expected then
 * @param extraClosings the closings that it takes beyond those expected; 0 when the target is met anyway
 * @param extraClosingsPerMonth the same by month of 365.25 / 12 days
 * @param extraPercent the same in percent of the closings expected until then
 * @param fte the FTE beyond those employed, if each closes as many cases as now
 */
public record Clearance(
        double target,
        LocalDate by,
        double expected,
        double extraClosings,
        double extraClosingsPerMonth,
        double extraPercent,
        double fte) {}
