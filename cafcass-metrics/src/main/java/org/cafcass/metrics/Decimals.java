package org.cafcass.metrics;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The decimals that stand for values: all their digits where they are written, few where they are shown. */
public final class Decimals {
    private Decimals() {}

    /**
     * The shortest decimal that reads back as the value, the same on every version of Java: 0.1 for {@code 0.1}, 2 for {@code 2.0}.
     *
     * @throws NumberFormatException if the value is infinite or not a number
     */
    public static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /**
     * The value as it is shown: its shortest decimal rounded half up, away from zero, so that 20.85 is 20.9 to one decimal and -0.5 is
     * -1 to none.
     *
     * @param value the value
     * @param decimals the digits after the point
     * @throws NumberFormatException if the value is infinite or not a number
     */
    public static BigDecimal rounded(double value, int decimals) {
        return shortest(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
