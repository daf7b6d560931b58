package org.cafcass.metrics;

import java.util.OptionalDouble;

/**
 * What a statistic makes of a cell.
 *
 * @param value the value, empty where there is none
 * @param numerator what was divided, where something was
 * @param denominator what it was divided by
 * @param lower the lower 95% limit, where the statistic has one
 * @param upper the upper 95% limit
 */
record Estimate(
        OptionalDouble value,
        OptionalDouble numerator,
        OptionalDouble denominator,
        OptionalDouble lower,
        OptionalDouble upper) {
    static final Estimate NONE = of(OptionalDouble.empty());

    static Estimate of(OptionalDouble value) {
        return new Estimate(
                value, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    static Estimate of(double value) {
        return of(OptionalDouble.of(value));
    }

    Estimate withLimits(OptionalDouble lowerLimit, OptionalDouble upperLimit) {
        return new Estimate(value, numerator, denominator, lowerLimit, upperLimit);
    }
}
