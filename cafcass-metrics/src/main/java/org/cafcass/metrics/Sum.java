package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exact sum of the amounts of a cell: whole ones, and decimal ones where there are any. */
final class Sum {
    static final Sum ZERO = new Sum(0, null);

    private final long whole;
    private final @Nullable BigDecimal decimal;

    Sum(long whole, @Nullable BigDecimal decimal) {
        this.whole = whole;
        this.decimal = decimal == null || decimal.signum() == 0 ? null : decimal;
    }

    Sum plus(Sum other) {
        if (decimal == null && other.decimal == null) {
            return new Sum(Math.addExact(whole, other.whole), null);
        }
        return new Sum(0, exact().add(other.exact()));
    }

    Sum negated() {
        return new Sum(Math.negateExact(whole), decimal == null ? null : decimal.negate());
    }

    boolean isZero() {
        return decimal == null ? whole == 0 : exact().signum() == 0;
    }

    boolean isWhole() {
        return decimal == null;
    }

    long whole() {
        return whole;
    }

    Optional<BigDecimal> decimal() {
        return Optional.ofNullable(decimal);
    }

    BigDecimal exact() {
        BigDecimal exact = BigDecimal.valueOf(whole);
        return decimal == null ? exact : exact.add(decimal);
    }
}
