package org.cafcass.metrics;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One measured value: of a measure, over a period, for a part of its population.
 *
 * <p>Values are unrounded; rounding to the decimals that the measure names belongs to showing. A percentage is 12.5, not 0.125.
 */
@Value.Immutable
public abstract class Figure {
    /** The order in which figures are written: measure, first day, last day, breakdown, by code point. */
    public static final Comparator<Figure> ORDER = Figure::compare;

    Figure() {}

    /** The measure. */
    public abstract Measure measure();

    /** The days that the figure is about, both in; a stock has one day, its as-at day. */
    public abstract Period period();

    /** The part of the population that the figure is about. */
    public abstract Breakdown breakdown();

    /** The value, in the measure's unit; empty unless the status is {@link FigureStatus#OK}. */
    public abstract OptionalDouble value();

    /** What was divided, without factors, where the measure is a ratio or a mean. */
    public abstract OptionalDouble numerator();

    /** What it was divided by, where the measure is a ratio or a mean; 0 where the status is {@link FigureStatus#EMPTY}. */
    public abstract OptionalDouble denominator();

    /** The lower 95% limit, where the measure names a method for it. */
    public abstract OptionalDouble lower();

    /** The upper 95% limit, where the measure names a method for it. */
    public abstract OptionalDouble upper();

    /** What stands behind the value, or why there is none. */
    public abstract FigureStatus status();

    /** The conventions by which it was computed. */
    public abstract Conventions conventions();

    /** Why there is no value, in words, where more can be said than the status does. */
    public abstract Optional<String> explanation();

    /**
     * The figure that a count has for a part in which nothing was counted: 0, of the same period.
     *
     * @throws IllegalStateException if the measure is a ratio, a mean or a quantile, which then have no value
     */
    public Figure ofNone(Breakdown part) {
        if (!(measure().statistic() instanceof Statistic.Count) && !measure().countsIdentities()) {
            throw new IllegalStateException("Not a count: " + measure().name());
        }
        return builder()
                .measure(measure())
                .period(period())
                .breakdown(part)
                .value(0)
                .status(FigureStatus.OK)
                .conventions(conventions())
                .build();
    }

    private static int compare(Figure one, Figure other) {
        int order = CodePointOrder.INSTANCE.compare(
                one.measure().name(), other.measure().name());
        if (order == 0) {
            order = one.period().first().compareTo(other.period().first());
        }
        if (order == 0) {
            order = one.period().last().compareTo(other.period().last());
        }
        return order == 0
                ? CodePointOrder.INSTANCE.compare(
                        one.breakdown().toString(), other.breakdown().toString())
                : order;
    }

    /** A builder that has no attribute set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder of {@link Figure}. */
    static final class Builder extends ImmutableFigure.Builder {
        Builder() {}
    }
}
