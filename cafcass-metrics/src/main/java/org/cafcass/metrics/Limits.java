package org.cafcass.metrics;

import java.util.OptionalDouble;
import org.cafcass.metrics.statistics.ConfidenceInterval;

/** The limits that measures name a method for. */
final class Limits {
    private Limits() {}

    /** Wilson's score interval for a share in percent, without continuity correction. */
    static final Statistic.LimitsOfShare WILSON =
            (share, part, whole) -> ConfidenceInterval.ofProportion(part.whole(), whole.whole())
                    .map(interval -> share.withLimits(
                            OptionalDouble.of(100 * interval.lower()), OptionalDouble.of(100 * interval.upper())))
                    .orElse(share);
}
