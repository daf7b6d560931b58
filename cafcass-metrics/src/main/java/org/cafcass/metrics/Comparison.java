package org.cafcass.metrics;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cafcass.metrics.statistics.ConfidenceInterval;

/**
 * A figure against the same figure of another period. Like the two values, what is compared is unrounded.
 *
 * @param figure the figure
 * @param previous the figure that it is compared with: of the same measure and breakdown
 */
public record Comparison(Figure figure, Figure previous) {
    private static final String PERCENT = "percent";

    /**
     * Compares two figures.
     *
     * @throws IllegalArgumentException if they differ in measure or breakdown
     */
    public Comparison {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(previous, "previous");
        if (figure.measure() != previous.measure() || !figure.breakdown().equals(previous.breakdown())) {
            throw new IllegalArgumentException("Cannot compare " + name(figure) + " with " + name(previous));
        }
    }

    /** {@code value - previous}, in {@link #unit()}; empty where one of the two has no value. */
    public OptionalDouble change() {
        if (figure.value().isEmpty() || previous.value().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(figure.value().getAsDouble() - previous.value().getAsDouble());
    }

    /**
     * The change in percent of the previous value's size: {@code (value - previous) / |previous| x 100}. Empty where one of the two
     * has no value, where the previous is 0, and for a percentage, whose change is in points.
     */
    public OptionalDouble changePercent() {
        OptionalDouble change = change();
        if (change.isEmpty() || isPercentage() || previous.value().getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                change.getAsDouble() * 100 / Math.abs(previous.value().getAsDouble()));
    }

    /**
     * The 95% limits of the change, from those of the two values: the square root of the sum of the squares of their distances from them
     * ('square and add'). Empty where one of the two has no value or no limits.
     *
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe, Interval estimation for
     *     the difference between independent proportions (1998), method 10</a>
     */
    public Optional<ConfidenceInterval> changeLimits() {
        OptionalDouble change = change();
        boolean hasLimits = Stream.of(figure.lower(), figure.upper(), previous.lower(), previous.upper())
                .allMatch(OptionalDouble::isPresent);
        if (change.isEmpty() || !hasLimits) {
            return Optional.empty();
        }
        double value = figure.value().getAsDouble();
        double before = previous.value().getAsDouble();
        double below = Math.hypot(
                value - figure.lower().getAsDouble(), previous.upper().getAsDouble() - before);
        double above = Math.hypot(
                figure.upper().getAsDouble() - value, before - previous.lower().getAsDouble());
        return Optional.of(new ConfidenceInterval(change.getAsDouble() - below, change.getAsDouble() + above));
    }

    /** The unit of the change: {@code pts} for a percentage, else that of the measure. */
    public String unit() {
        return isPercentage() ? "pts" : figure.measure().unit();
    }

    /** Whether it got better or worse; empty where one of the two has no value or neither way is better. */
    public Optional<Movement> movement() {
        OptionalDouble change = change();
        Direction better = figure.measure().direction();
        if (change.isEmpty() || better == Direction.NEITHER) {
            return Optional.empty();
        }
        double difference = change.getAsDouble();
        if (difference == 0) {
            return Optional.of(Movement.SAME);
        }
        return Optional.of(
                (difference > 0) == (better == Direction.HIGHER_IS_BETTER) ? Movement.BETTER : Movement.WORSE);
    }

    private boolean isPercentage() {
        return figure.measure().unit().equals(PERCENT);
    }

    private static String name(Figure figure) {
        return figure.breakdown().isWhole()
                ? figure.measure().name()
                : figure.measure().name() + " by " + figure.breakdown();
    }
}
