package org.cafcass.metrics.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A funnel chart: the proportions of several areas around the proportion of all of them together, within limits that are
 * the wider the smaller an area's denominator.
 *
 * <p>With {@code p} the proportion of all and {@code n} an area's denominator the limits are {@code p ± z √(p (1 - p) / n)},
 * no lower than 0 and no higher than 1, with {@code z} the normal deviate of 95% and of 99.8%. An area is outside its 95%
 * limits exactly when the 95% {@linkplain ConfidenceInterval#ofProportion(long, long) Wilson interval} of its proportion
 * leaves out {@code p}; likewise for 99.8%.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter, Funnel plots for comparing institutional performance
 *     (2005)</a>
 */
public final class FunnelChart {
    /** The level of the inner limits. */
    public static final double INNER_LEVEL = 0.95;
    /** The level of the outer limits. */
    public static final double OUTER_LEVEL = 0.998;

    private final List<Point> points;
    private final double centre;

    /**
     * The proportion of one area.
     *
     * @param area the area's name or code
     * @param numerator how many are counted, 0 to the denominator
     * @param denominator of how many
     */
    public record Point(String area, long numerator, long denominator) {
        /**
         * Makes the point.
         *
         * @throws IllegalArgumentException if the numerator is below 0 or above the denominator
         */
        public Point {
            if (numerator < 0 || numerator > denominator) {
                throw new IllegalArgumentException(
                        "Invalid proportion of " + area + ": " + numerator + " of " + denominator);
            }
        }
    }

    /** Where a point is, of the limits at its denominator. */
    public enum Position {
        /** Below the outer limits. */
        BELOW_OUTER,
        /** Below the inner limits, not the outer ones. */
        BELOW_INNER,
        /** Within the inner limits, or on one. */
        WITHIN,
        /** Above the inner limits, not the outer ones. */
        ABOVE_INNER,
        /** Above the outer limits. */
        ABOVE_OUTER
    }

    private FunnelChart(List<Point> points, double centre) {
        this.points = points;
        this.centre = centre;
    }

    /** The chart of all areas; empty when their denominators are all 0. */
    public static Optional<FunnelChart> of(List<Point> points) {
        long numerator = points.stream().mapToLong(Point::numerator).sum();
        long denominator = points.stream().mapToLong(Point::denominator).sum();
        return of(points, new Point("all", numerator, denominator));
    }

    /**
     * The chart of some areas of those that are all together; empty when the denominator of all is 0.
     *
     * @param points the areas that are known
     * @param all all areas together, also those that are not known
     */
    public static Optional<FunnelChart> of(List<Point> points, Point all) {
        return all.denominator() == 0
                ? Optional.empty()
                : Optional.of(new FunnelChart(List.copyOf(points), (double) all.numerator() / all.denominator()));
    }

    /** The points, in the order in which they were given. */
    public List<Point> points() {
        return points;
    }

    /** The proportion of all areas together: how many are counted in all, by of how many. */
    public double centre() {
        return centre;
    }

    /**
     * The limits at a denominator.
     *
     * @param denominator the denominator, 1 or more
     * @param level {@link #INNER_LEVEL}, {@link #OUTER_LEVEL} or another above 0 and below 1
     * @throws IllegalArgumentException if the denominator is below 1 or the level is not between 0 and 1
     */
    public ConfidenceInterval limits(long denominator, double level) {
        if (denominator < 1) {
            throw new IllegalArgumentException("Invalid denominator: " + denominator);
        }
        double reach = NormalDeviate.ofCentralProbability(level) * Math.sqrt(centre * (1 - centre) / denominator);
        return new ConfidenceInterval(Math.max(0, centre - reach), Math.min(1, centre + reach));
    }

    /** Where a point of this chart is; empty when its denominator is 0. */
    public Optional<Position> position(Point point) {
        if (point.denominator() == 0) {
            return Optional.empty();
        }
        double proportion = (double) point.numerator() / point.denominator();
        ConfidenceInterval inner = limits(point.denominator(), INNER_LEVEL);
        ConfidenceInterval outer = limits(point.denominator(), OUTER_LEVEL);
        if (proportion < inner.lower()) {
            return Optional.of(proportion < outer.lower() ? Position.BELOW_OUTER : Position.BELOW_INNER);
        }
        if (proportion > inner.upper()) {
            return Optional.of(proportion > outer.upper() ? Position.ABOVE_OUTER : Position.ABOVE_INNER);
        }
        return Optional.of(Position.WITHIN);
    }
}
