package org.cafcass.metrics.statistics;

import java.util.List;

/**
 * A pattern of points on a process-control chart that chance alone would seldom make.
 *
 * @param kind the pattern
 * @param side the side on which the points are, or to which they go
 * @param points the points that make it, by their index on the chart, in order
 */
public record SpecialCause(Kind kind, Side side, List<Integer> points) {
    /** The patterns, in the order in which they are looked for: a point in several has the first of them. */
    public enum Kind {
        /** A point outside the limits. */
        OUTSIDE_LIMITS,
        /** Seven points or more, each above the one before it, or each below. */
        TREND,
        /** Two of three successive points on the same side, more than two thirds of the way from the centre to the limit. */
        TWO_OF_THREE,
        /** Seven successive points or more on one side of the centre. */
        SHIFT
    }

    /** Makes the special cause, with a copy of the points. */
    public SpecialCause {
        points = List.copyOf(points);
    }

    /** What it means for a measure that is better on one side. */
    public Variation variation(Side better) {
        return side == better ? Variation.IMPROVEMENT : Variation.CONCERN;
    }

    /** What a special cause means for a measure of which one way is better. */
    public enum Variation {
        /** It goes the better way. */
        IMPROVEMENT,
        /** It goes the worse way. */
        CONCERN
    }
}
