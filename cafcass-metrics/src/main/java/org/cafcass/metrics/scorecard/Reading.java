package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;

/**
 * What an indicator is rated on.
 *
 * @param asAt the last day that the value is about
 * @param status whether there is a value, and why not
 * @param value the value, unrounded
 * @param denominator how many it rests on, where it is a ratio or a mean
 * @param previous the value that a change is counted from
 * @param history values before, in equal steps up to the one before this, oldest first
 */
public record Reading(
        LocalDate asAt,
        FigureStatus status,
        OptionalDouble value,
        OptionalDouble denominator,
        OptionalDouble previous,
        List<Double> history) {
    /** Makes a reading. */
    public Reading {
        requireNonNull(asAt, "asAt");
        requireNonNull(status, "status");
        requireNonNull(value, "value");
        requireNonNull(denominator, "denominator");
        requireNonNull(previous, "previous");
        history = List.copyOf(history);
    }

    /** The reading of a value without anything beside it. */
    public static Reading of(LocalDate asAt, double value) {
        return new Reading(
                asAt,
                FigureStatus.OK,
                OptionalDouble.of(value),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    /** The reading of a figure, with the figure that it is compared with. */
    public static Reading of(Figure figure, Optional<Figure> previous) {
        return new Reading(
                figure.period().last(),
                figure.status(),
                figure.value(),
                figure.denominator(),
                previous.map(Figure::value).orElse(OptionalDouble.empty()),
                List.of());
    }

    /** The same with a value that a change is counted from. */
    public Reading withPrevious(double number) {
        return new Reading(asAt, status, value, denominator, OptionalDouble.of(number), history);
    }

    /** The same with values before. */
    public Reading withHistory(List<Double> values) {
        return new Reading(asAt, status, value, denominator, previous, values);
    }
}
