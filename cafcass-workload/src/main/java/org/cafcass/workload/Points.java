package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/**
 * An amount of work in points: the central value, and the low and high ones where weights were estimated with limits; elsewhere all
 * three are equal.
 *
 * @param low the low value
 * @param central the central value: the one that counts
 * @param high the high value
 */
public record Points(BigDecimal low, BigDecimal central, BigDecimal high) {
    /** No work. */
    public static final Points ZERO = of(BigDecimal.ZERO);

    /** An amount without limits. */
    public static Points of(BigDecimal points) {
        return new Points(points, points, points);
    }

    /** This amount and another. */
    public Points plus(Points other) {
        if (isWithoutLimits() && other.isWithoutLimits()) {
            return of(central.add(other.central));
        }
        return new Points(low.add(other.low), central.add(other.central), high.add(other.high));
    }

    /** This amount a number of times. */
    public Points times(BigDecimal number) {
        return map(points -> points.multiply(number));
    }

    private boolean isWithoutLimits() {
        return low.compareTo(central) == 0 && central.compareTo(high) == 0;
    }

    Points map(UnaryOperator<BigDecimal> change) {
        if (isWithoutLimits()) {
            return of(change.apply(central));
        }
        return new Points(change.apply(low), change.apply(central), change.apply(high));
    }
}
