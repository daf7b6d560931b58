package org.cafcass.workload;

import java.math.BigDecimal;
import org.cafcass.workload.json.JsonFields;

/**
 * The levels of saturation, in percent, that bands are told apart by.
 *
 * @param near the level from which on a load is near
 * @param over the level above which it is over
 */
public record Bands(BigDecimal near, BigDecimal over) {
    private static final BigDecimal MAXIMUM = BigDecimal.valueOf(1000);

    static Bands read(JsonFields fields) {
        Bands bands = new Bands(
                fields.number("near", BigDecimal.ZERO, MAXIMUM), fields.number("over", BigDecimal.ZERO, MAXIMUM));
        if (bands.near.compareTo(bands.over) > 0) {
            fields.fault("near", "above over");
        }
        return bands;
    }

    /** The band of a load against a capacity. */
    public Band of(BigDecimal load, BigDecimal capacity) {
        if (load.signum() == 0) {
            return Band.NO_WORK;
        }
        if (capacity.signum() == 0) {
            return Band.NO_CAPACITY;
        }
        BigDecimal percent = load.movePointRight(2);
        return percent.compareTo(over.multiply(capacity)) > 0
                ? Band.OVER
                : percent.compareTo(near.multiply(capacity)) >= 0 ? Band.NEAR : Band.WITHIN;
    }
}
