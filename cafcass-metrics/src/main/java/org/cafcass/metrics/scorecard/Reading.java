package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
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
 * @param previous the value of the period that it is compared with
 * @param baseline the value that a rated change, and a target, are counted from
 * @param months the readings of the months up to this one, oldest first
 * @param monthsAlike whether the thresholds of the value are those of a month too; taken to be so for a ratio or mean, and for what is
 *     about no more than a month
 */
public record Reading(
        LocalDate asAt,
        FigureStatus status,
        OptionalDouble value,
        OptionalDouble denominator,
        OptionalDouble previous,
        OptionalDouble baseline,
        List<Reading> months,
        boolean monthsAlike) {
    private static final int MOST_DAYS_OF_A_MONTH = 31;

    /** Makes a reading. */
    public Reading {
        requireNonNull(asAt, "asAt");
        requireNonNull(status, "status");
        requireNonNull(value, "value");
        requireNonNull(denominator, "denominator");
        requireNonNull(previous, "previous");
        requireNonNull(baseline, "baseline");
        months = List.copyOf(months);
    }

    /** The reading of a value without anything beside it. */
    public static Reading of(LocalDate asAt, double value) {
        return alone(asAt, FigureStatus.OK, OptionalDouble.of(value), OptionalDouble.empty(), true);
    }

    /** The reading of a figure without anything beside it. */
    public static Reading of(Figure figure) {
        boolean monthsAlike =
                figure.denominator().isPresent() || figure.period().days() <= MOST_DAYS_OF_A_MONTH;
        return alone(figure.period().last(), figure.status(), figure.value(), figure.denominator(), monthsAlike);
    }

    /** The reading of what is not available. */
    static Reading none(LocalDate asAt) {
        return alone(asAt, FigureStatus.NOT_AVAILABLE, OptionalDouble.empty(), OptionalDouble.empty(), true);
    }

    private static Reading alone(
            LocalDate asAt,
            FigureStatus status,
            OptionalDouble value,
            OptionalDouble denominator,
            boolean monthsAlike) {
        return new Reading(
                asAt,
                status,
                value,
                denominator,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                monthsAlike);
    }

    /** The same with the value of the period that it is compared with. */
    public Reading withPrevious(OptionalDouble number) {
        return new Reading(asAt, status, value, denominator, number, baseline, months, monthsAlike);
    }

    /** The same with the value that a rated change, and a target, are counted from. */
    public Reading withBaseline(OptionalDouble number) {
        return new Reading(asAt, status, value, denominator, previous, number, months, monthsAlike);
    }

    /** The same with the readings of the months up to it, oldest first. */
    public Reading withMonths(List<Reading> readings) {
        return new Reading(asAt, status, value, denominator, previous, baseline, readings, monthsAlike);
    }
}
