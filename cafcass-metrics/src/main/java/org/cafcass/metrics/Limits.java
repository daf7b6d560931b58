package org.cafcass.metrics;

import java.util.OptionalDouble;

/** The limits that measures name a method for. */
final class Limits {
    /* The 97.5% quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private Limits() {}

    /** Wilson's score interval for a share in percent, without continuity correction. */
    static final Statistic.LimitsOfShare WILSON = (share, part, whole) -> {
        double n = whole.whole();
        double p = part.whole() / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return share.withLimits(
                OptionalDouble.of(100 * (centre - half) / scale), OptionalDouble.of(100 * (centre + half) / scale));
    };
}
