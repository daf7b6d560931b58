package org.cafcass.metrics.published;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Arithmetic on ranges of exact numbers. */
final class Ranges {
    private Ranges() {}

    /** What both ranges hold, if anything. */
    static Optional<Range<Rational>> meet(Range<Rational> a, Range<Rational> b) {
        if (!a.isConnected(b)) {
            return Optional.empty();
        }
        return Optional.of(a.intersection(b)).filter(common -> !common.isEmpty());
    }

    static boolean meets(Range<Rational> a, Range<Rational> b) {
        return meet(a, b).isPresent();
    }

    static boolean isBounded(Range<Rational> range) {
        return range.hasLowerBound() && range.hasUpperBound();
    }

    /** The sums of a number of each range, both of which are bounded. */
    static Range<Rational> plus(Range<Rational> a, Range<Rational> b) {
        return Range.range(
                a.lowerEndpoint().plus(b.lowerEndpoint()),
                either(a.lowerBoundType(), b.lowerBoundType()),
                a.upperEndpoint().plus(b.upperEndpoint()),
                either(a.upperBoundType(), b.upperBoundType()));
    }

    /** The quotients of the numbers of two bounded ranges, the first not negative and the second above 0. */
    static Range<Rational> quotient(Range<Rational> a, Range<Rational> b) {
        return Range.range(
                a.lowerEndpoint().dividedBy(b.upperEndpoint()),
                either(a.lowerBoundType(), b.upperBoundType()),
                a.upperEndpoint().dividedBy(b.lowerEndpoint()),
                either(a.upperBoundType(), b.lowerBoundType()));
    }

    static Range<Rational> times(Range<Rational> range, Rational positive) {
        return mapped(range, end -> end.times(positive));
    }

    /** True if a number of the first range is at or below one of the second. */
    static boolean canBeAtMost(Range<Rational> a, Range<Rational> b) {
        return !a.hasLowerBound() || meets(Range.downTo(a.lowerEndpoint(), a.lowerBoundType()), b);
    }

    /** The whole numbers of a range as a closed range, if there are any. */
    static Optional<Range<Rational>> wholeNumbers(Range<Rational> range) {
        Range<Rational> closed = Range.all();
        if (range.hasLowerBound()) {
            BigInteger lower = range.lowerEndpoint().ceiling();
            boolean excluded = range.lowerBoundType() == BoundType.OPEN
                    && range.lowerEndpoint().isInteger();
            closed = Range.atLeast(Rational.of(excluded ? lower.add(BigInteger.ONE) : lower));
        }
        if (range.hasUpperBound()) {
            BigInteger upper = range.upperEndpoint().floor();
            boolean excluded = range.upperBoundType() == BoundType.OPEN
                    && range.upperEndpoint().isInteger();
            return meet(closed, Range.atMost(Rational.of(excluded ? upper.subtract(BigInteger.ONE) : upper)));
        }
        return Optional.of(closed);
    }

    /** A bounded range for a reader: {@code 30257}, or {@code 20648 to 20888}, cut to the decimals outwards. */
    static String text(Range<Rational> range, int decimals) {
        String lower = text(range.lowerEndpoint(), decimals, RoundingMode.FLOOR);
        String upper = text(range.upperEndpoint(), decimals, RoundingMode.CEILING);
        return lower.equals(upper) ? lower : lower + " to " + upper;
    }

    private static String text(Rational number, int decimals, RoundingMode rounding) {
        BigDecimal decimal = new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), decimals, rounding)
                .stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    private static Range<Rational> mapped(Range<Rational> range, UnaryOperator<Rational> increasing) {
        return Range.range(
                increasing.apply(range.lowerEndpoint()),
                range.lowerBoundType(),
                increasing.apply(range.upperEndpoint()),
                range.upperBoundType());
    }

    private static BoundType either(BoundType a, BoundType b) {
        return a == BoundType.OPEN ? a : b;
    }
}
