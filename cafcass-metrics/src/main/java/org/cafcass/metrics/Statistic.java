package org.cafcass.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** How a measure's value comes from the amounts of its tallies. */
sealed interface Statistic {
    /** The sum of a tally. */
    record Count() implements Statistic {
        Estimate of(Sum sum) {
            return Estimate.of(sum.exact().doubleValue());
        }
    }

    /**
     * A tally by another, times a factor.
     *
     * @param factor the factor over the days of a period
     * @param limits adds the limits that the measure names a method for
     */
    record Ratio(ToIntFunction<Period> factor, LimitsOfShare limits) implements Statistic {
        Estimate of(Sum numerator, int numeratorDivisor, Sum denominator, int denominatorDivisor, Period period) {
            OptionalDouble shownNumerator = OptionalDouble.of(quotient(numerator, 1, numeratorDivisor));
            if (denominator.isZero()) {
                return new Estimate(
                        OptionalDouble.empty(),
                        shownNumerator,
                        OptionalDouble.of(0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
            }
            double value = dividedExactly(
                    numerator, (long) factor.applyAsInt(period) * denominatorDivisor, denominator, numeratorDivisor);
            Estimate estimate = new Estimate(
                    OptionalDouble.of(value),
                    shownNumerator,
                    OptionalDouble.of(quotient(denominator, 1, denominatorDivisor)),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
            return limits.add(estimate, numerator, denominator);
        }

        private static double quotient(Sum sum, long factor, long divisor) {
            return dividedExactly(sum, factor, new Sum(1, null), divisor);
        }

        /* Rounded once: the quotient of two numbers that are exact. */
        private static double dividedExactly(Sum numerator, long factor, Sum denominator, long divisor) {
            if (numerator.isWhole() && denominator.isWhole()) {
                long above = Math.multiplyExact(numerator.whole(), factor);
                long below = Math.multiplyExact(denominator.whole(), divisor);
                if (Math.abs(above) <= MOST_EXACT && Math.abs(below) <= MOST_EXACT) {
                    return (double) above / below;
                }
            }
            BigDecimal above = numerator.exact().multiply(BigDecimal.valueOf(factor));
            BigDecimal below = denominator.exact().multiply(BigDecimal.valueOf(divisor));
            return above.divide(below, MathContext.DECIMAL128).doubleValue();
        }

        /* The greatest whole number up to which every one is a double. */
        private static final long MOST_EXACT = 1L << 53;
    }

    /** Adds limits to a share. */
    @FunctionalInterface
    interface LimitsOfShare {
        /** No limits. */
        LimitsOfShare NONE = (estimate, numerator, denominator) -> estimate;

        Estimate add(Estimate share, Sum numerator, Sum denominator);
    }

    /**
     * Something of all the amounts of a cell.
     *
     * @param evaluation what it makes of the amounts, which are in no order and may be put into one
     */
    record Distribution(Function<long[], Estimate> evaluation) implements Statistic {
        Estimate of(long[] amounts) {
            return evaluation.apply(amounts);
        }

        /**
         * The quantile of a share in percent, by linear interpolation between order statistics (Hyndman and Fan type 7), empty
         * without amounts.
         */
        static Distribution quantile(int percent, int divisor) {
            return new Distribution(amounts -> {
                if (amounts.length == 0) {
                    return Estimate.NONE;
                }
                Arrays.sort(amounts);
                long position = (amounts.length - 1L) * percent;
                int below = (int) (position / 100);
                long part = position % 100;
                long above = amounts[Math.min(below + 1, amounts.length - 1)];
                long hundredfold = amounts[below] * (100 - part) + above * part;
                return Estimate.of((double) hundredfold / (100L * divisor));
            });
        }

        /** How many different amounts there are. */
        static Distribution distinct() {
            return new Distribution(
                    amounts -> Estimate.of(Arrays.stream(amounts).distinct().count()));
        }
    }
}
