package org.cafcass.metrics.statistics;

import java.util.Optional;

/**
 * The limits between which the true value of a proportion or a count lies, at a level of confidence.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param lower the lower limit
 * @param upper the upper limit, not below the lower
 */
public record ConfidenceInterval(double lower, double upper) {
    /** The level of confidence unless another is given. */
    public static final double DEFAULT_LEVEL = 0.95;

    /** From this count on Byar's approximation is used, below it the exact interval. */
    private static final int BYAR_FROM = 10;

    /**
     * Makes the interval of its limits.
     *
     * @throws IllegalArgumentException if a limit is no number, or the upper one is below the lower
     */
    public ConfidenceInterval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("Invalid confidence interval: " + lower + " to " + upper);
        }
    }

    /**
     * The 95% interval of a proportion, as {@link #ofProportion(long, long, double)}.
     *
     * @param numerator how many are counted, 0 to the denominator
     * @param denominator of how many
     * @throws IllegalArgumentException if the numerator is below 0 or above the denominator
     */
    public static Optional<ConfidenceInterval> ofProportion(long numerator, long denominator) {
        return ofProportion(numerator, denominator, DEFAULT_LEVEL);
    }

    /**
     * Wilson's score interval of a proportion, without continuity correction. With {@code p = numerator / denominator},
     * {@code n} the denominator and {@code z} the normal deviate of the level it is {@code (p + z²/2n ± z √(p(1 - p)/n +
     * z²/4n²)) / (1 + z²/n)}. It lies within 0 to 1, and reaches 0 and 1 exactly when the proportion does.
     *
     * <p>Empty when the denominator is 0.
     *
     * @param numerator how many are counted, 0 to the denominator
     * @param denominator of how many
     * @param level the level of confidence, above 0 and below 1
     * @throws IllegalArgumentException if the numerator is below 0 or above the denominator, or the level is not between 0
     *     and 1
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson, Probable inference, the law of succession, and
     *     statistical inference (1927)</a>
     */
    public static Optional<ConfidenceInterval> ofProportion(long numerator, long denominator, double level) {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("Invalid proportion: " + numerator + " of " + denominator);
        }
        double z = NormalDeviate.ofCentralProbability(level);
        if (denominator == 0) {
            return Optional.empty();
        }
        double n = denominator;
        double p = numerator / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt((p * (1 - p) + z * z / (4 * n)) / n);
        double scale = 1 + z * z / n;
        return Optional.of(new ConfidenceInterval(
                numerator == 0 ? 0 : (centre - half) / scale, numerator == denominator ? 1 : (centre + half) / scale));
    }

    /**
     * The 95% interval of a count, as {@link #ofCount(long, double)}.
     *
     * @param count the count, 0 or more
     * @throws IllegalArgumentException if the count is below 0
     */
    public static ConfidenceInterval ofCount(long count) {
        return ofCount(count, DEFAULT_LEVEL);
    }

    /**
     * The interval of a count of independent events: below 10 the exact one of the Poisson distribution, from 10 on Byar's
     * approximation to it, {@code c (1 - 1/9c - z/(3√c))³} to {@code d (1 - 1/9d + z/(3√d))³} with {@code c} the count,
     * {@code d = c + 1} and {@code z} the normal deviate of the level.
     *
     * <p>The exact limits are the means with which a count as high, or as low, has the probability {@code (1 - level) / 2}.
     * The lower limit of a count of 0 is 0.
     *
     * @param count the count, 0 or more
     * @param level the level of confidence, above 0 and below 1
     * @throws IllegalArgumentException if the count is below 0 or the level is not between 0 and 1
     * @see <a href="https://fingertips.phe.org.uk/documents/PHDS%20Guidance%20-%20Confidence%20Intervals.pdf">Public Health
     *     England, Commonly used public health statistics and their confidence intervals (2018)</a>
     */
    public static ConfidenceInterval ofCount(long count, double level) {
        if (count < 0) {
            throw new IllegalArgumentException("Invalid count: " + count);
        }
        double z = NormalDeviate.ofCentralProbability(level);
        if (count >= BYAR_FROM) {
            return new ConfidenceInterval(byar((double) count, -z), byar(count + 1.0, z));
        }
        int small = (int) count;
        double tail = (1 - level) / 2;
        return new ConfidenceInterval(
                small == 0 ? 0 : PoissonMean.ofProbabilityUpTo(small - 1, 1 - tail),
                PoissonMean.ofProbabilityUpTo(small, tail));
    }

    private static double byar(double count, double z) {
        double root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count));
        return count * root * root * root;
    }
}
