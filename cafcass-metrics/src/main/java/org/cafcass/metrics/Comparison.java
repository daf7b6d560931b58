package org.cafcass.metrics;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

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
