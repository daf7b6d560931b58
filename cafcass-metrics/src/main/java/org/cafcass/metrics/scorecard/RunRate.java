package org.cafcass.metrics.scorecard;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The pace at which a measure has to change to reach its target.
 *
 * @param value the value to reach, in the measure's unit
 * @param left what it still has to change by; 0 where the target is met
 * @param perWeek the same by week of the days that are left; empty where none is left and the target isn't met
 * @param by the last day to reach it on
 */
public record RunRate(double value, double left, OptionalDouble perWeek, LocalDate by) {}
