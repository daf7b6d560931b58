package org.cafcass.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.cafcass.metrics.statistics.ConfidenceInterval;
import org.cafcass.metrics.statistics.GradeAgreement;
import org.cafcass.metrics.statistics.KaplanMeier;
import org.cafcass.metrics.statistics.QuantileMethod;
import org.cafcass.metrics.statistics.SurvivalCounts;

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
            int places = Math.max(above.scale(), below.scale());
            BigDecimal wholeAbove = above.movePointRight(places);
            BigDecimal wholeBelow = below.movePointRight(places);
            return isExact(wholeAbove) && isExact(wholeBelow)
                    ? wholeAbove.doubleValue() / wholeBelow.doubleValue()
                    : above.divide(below, MathContext.DECIMAL128).doubleValue();
        }

        private static boolean isExact(BigDecimal whole) {
            return whole.abs().compareTo(BigDecimal.valueOf(MOST_EXACT)) <= 0;
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
     * @param ofIdentities whether the amounts are numbers of identities, which differ from extract to extract
     * @param evaluation what it makes of the amounts
     */
    record Distribution(boolean ofIdentities, BiFunction<Amounts, Conventions, Estimate> evaluation)
            implements Statistic {
        Estimate of(Amounts amounts, Conventions conventions) {
            return evaluation.apply(amounts, conventions);
        }

        /**
         * The quantile of a share in percent, divided; empty without amounts. Between whole numbers it is a number of hundredths, which are
         * divided, so that a quantile of 385 days is 55 weeks and not 55.00000000000001.
         */
        static Distribution quantile(int percent, int divisor) {
            return new Distribution(false, (amounts, conventions) -> {
                QuantileMethod method = conventions.quantile() == Conventions.Quantile.LOWER
                        ? QuantileMethod.LOWER
                        : QuantileMethod.HYNDMAN_FAN_7;
                OptionalDouble quantile = amounts.quantile(method, percent / 100.0);
                return quantile.isPresent()
                        ? Estimate.of(Math.rint(quantile.getAsDouble() * 100) / (100.0 * divisor))
                        : Estimate.NONE;
            });
        }

        /**
         * Kaplan and Meier's median of {@linkplain Observation observations}, divided, with its log-log limits; empty where it is not
         * reached.
         */
        static Distribution survivalMedian(int divisor) {
            return new Distribution(false, (amounts, conventions) -> {
                SurvivalCounts counts = new SurvivalCounts();
                amounts.stream().forEach(amount -> {
                    if (Observation.closed(amount)) {
                        counts.addEvent(Observation.entryAge(amount), Observation.exitAge(amount));
                    } else {
                        counts.addCensored(Observation.entryAge(amount), Observation.exitAge(amount));
                    }
                });
                return KaplanMeier.of(counts)
                        .map(survival -> Estimate.of(divided(survival.median(), divisor))
                                .withLimits(
                                        divided(survival.medianLowerLimit(ConfidenceInterval.DEFAULT_LEVEL), divisor),
                                        divided(survival.medianUpperLimit(ConfidenceInterval.DEFAULT_LEVEL), divisor)))
                        .orElse(Estimate.NONE);
            });
        }

        private static OptionalDouble divided(OptionalDouble value, int divisor) {
            return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
        }

        private static OptionalDouble divided(OptionalInt value, int divisor) {
            return value.isPresent() ? OptionalDouble.of((double) value.getAsInt() / divisor) : OptionalDouble.empty();
        }

        /** The weighted kappa of {@linkplain Moderation moderations}; empty where it is 0/0. */
        static Distribution moderationAgreement() {
            return new Distribution(false, (amounts, conventions) -> {
                GradeAgreement agreement = new GradeAgreement(Moderation.GRADES_OF_A_SCALE);
                amounts.stream()
                        .forEach(amount ->
                                agreement.add(Moderation.grade(amount), Moderation.moderatedGrade(amount), 1));
                return Estimate.of(agreement.weightedKappa());
            });
        }

        /** How many different amounts there are, which number identities: 0 and more, without large gaps. */
        static Distribution distinct() {
            return new Distribution(true, (amounts, conventions) -> {
                BitSet seen = new BitSet();
                amounts.stream().forEach(amount -> seen.set(Math.toIntExact(amount)));
                return Estimate.of(seen.cardinality());
            });
        }
    }
}
