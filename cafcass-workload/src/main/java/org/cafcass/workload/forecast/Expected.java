package org.cafcass.workload.forecast;

/**
 * A number that is forecast.
 *
 * @param value the value expected
 * @param lower80 the lower 80% limit
 * @param upper80 the upper 80% limit
 * @param lower95 the lower 95% limit
 * @param upper95 the upper 95% limit
 */
public record Expected(double value, double lower80, double upper80, double lower95, double upper95) {
    /** The number divided by another: cases by a ceiling are the FTE that they need. */
    public Expected dividedBy(double divisor) {
        return new Expected(
                value / divisor, lower80 / divisor, upper80 / divisor, lower95 / divisor, upper95 / divisor);
    }

    /** Whether a number lies within the 80% limits, both in. */
    boolean holdsWithin80(double actual) {
        return lower80 <= actual && actual <= upper80;
    }

    /** Whether a number lies within the 95% limits, both in. */
    boolean holdsWithin95(double actual) {
        return lower95 <= actual && actual <= upper95;
    }
}
