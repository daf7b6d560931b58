package org.cafcass.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A load against a capacity, of one adviser or of several together: the ratio of the sums.
 *
 * @param load the load
 * @param capacity the capacity in points
 * @param bands the levels that its band is told by
 */
public record Saturation(Points load, BigDecimal capacity, Bands bands) {
    /** {@code load / capacity x 100}, to 34 digits; empty without capacity. */
    public Optional<BigDecimal> percent() {
        return percent(load.central());
    }

    /** The percentage of the low load; empty without capacity. */
    public Optional<BigDecimal> lowPercent() {
        return percent(load.low());
    }

    /** The percentage of the high load; empty without capacity. */
    public Optional<BigDecimal> highPercent() {
        return percent(load.high());
    }

    /** The band, by the central load. */
    public Band band() {
        return bands.of(load.central(), capacity);
    }

    private Optional<BigDecimal> percent(BigDecimal points) {
        return capacity.signum() == 0
                ? Optional.empty()
                : Optional.of(points.movePointRight(2).divide(capacity, MathContext.DECIMAL128));
    }
}
