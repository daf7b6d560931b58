package org.cafcass.metrics.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** What the rows of one cell are worth: the numbers of a figure. */
record Worth(
        OptionalDouble value,
        OptionalDouble numerator,
        OptionalDouble denominator,
        OptionalDouble lower,
        OptionalDouble upper) {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** Nothing at all. */
    static final Worth NOTHING = new Worth(NONE, NONE, NONE, NONE, NONE);

    /** A value that is no ratio, where there is one. */
    static Worth of(OptionalDouble value) {
        return new Worth(value, NONE, NONE, NONE, NONE);
    }

    /** A value that is no ratio. */
    static Worth of(double value) {
        return of(OptionalDouble.of(value));
    }

    /** The same with limits. */
    Worth within(OptionalDouble low, OptionalDouble high) {
        return new Worth(value, numerator, denominator, low, high);
    }

    /** {@code factor x (sum above / unit) / sum below}; without a value, but with its numerator, where nothing is below. */
    static Worth ratio(List<Part> parts, double factor, double unit) {
        BigDecimal above = parts.stream().map(Part::above).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal below = parts.stream().map(Part::below).reduce(BigDecimal.ZERO, BigDecimal::add);
        double numerator = above.doubleValue() / unit;
        double denominator = below.doubleValue();
        return new Worth(
                below.signum() == 0 ? NONE : OptionalDouble.of(factor * numerator / denominator),
                OptionalDouble.of(numerator),
                OptionalDouble.of(denominator),
                NONE,
                NONE);
    }

    /** What one row brings to a numerator and to a denominator. */
    record Part(BigDecimal above, BigDecimal below) {
        static final BigDecimal HALF = new BigDecimal("0.5");

        static Part of(long above, long below) {
            return new Part(BigDecimal.valueOf(above), BigDecimal.valueOf(below));
        }

        /** A row of the denominator that is in the numerator too or isn't. */
        static Part share(boolean counts) {
            return of(counts ? 1 : 0, 1);
        }
    }
}
