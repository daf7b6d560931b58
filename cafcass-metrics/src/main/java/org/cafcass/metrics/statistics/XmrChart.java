package org.cafcass.metrics.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A process-control chart of individual values and moving ranges (XmR), by the rules of NHS England's 'Making Data Count'.
 *
 * <p>The points are divided into baselines, one unless the chart is rebased. A baseline's centre is the mean of its values,
 * its limits are {@code centre ± 2.66 × mean moving range}; a moving range is the distance between two successive values.
 * Moving ranges of 3.267 times their mean or more are dropped, once, and the mean is taken anew.
 *
 * <p>{@linkplain SpecialCause.Kind Special causes} are looked for within each baseline. A value exactly on the centre is on
 * neither side, one exactly on a limit is not outside it, and two equal values are no part of a trend. Of three points, the
 * two that make {@link SpecialCause.Kind#TWO_OF_THREE} are on the same side, the third may be anywhere, and a point outside
 * the limit is beyond two thirds of the way too.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @see <a href="https://www.england.nhs.uk/publication/making-data-count/">NHS England, Making data count</a>
 */
public final class XmrChart {
    /** The fewest points from which limits are taken to be reliable. */
    public static final int FEWEST_POINTS = 13;

    private static final double LIMIT_FACTOR = 2.66;
    private static final double SCREENING_FACTOR = 3.267;
    private static final int RUN = 7;

    private final List<Point> points;
    private final List<Baseline> baselines;
    private final List<SpecialCause> specialCauses;

    /**
     * A value on a chart.
     *
     * @param day the day it stands for
     * @param value the value
     */
    public record Point(LocalDate day, double value) {
        /**
         * Makes the point.
         *
         * @throws IllegalArgumentException if the value is not finite
         */
        public Point {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Invalid value of " + day + ": " + value);
            }
        }
    }

    /**
     * A centre with a limit on either side.
     *
     * @param lower the lower limit
     * @param centre the mean of the values
     * @param upper the upper limit
     */
    public record Limits(double lower, double centre, double upper) {}

    /**
     * A stretch of successive points that have their centre and limits in common.
     *
     * @param from the index of its first point
     * @param to the index after its last point
     * @param limits the centre and limits; empty when there is a single point, which has no moving range
     */
    public record Baseline(int from, int to, Optional<Limits> limits) {
        /** Whether there are fewer points than {@link #FEWEST_POINTS}, so that the limits are not to be relied on yet. */
        public boolean isTooShort() {
            return to - from < FEWEST_POINTS;
        }
    }

    /** Whether a target will be met, as far as the limits tell; a value on the target meets it. */
    public enum Assurance {
        /** The target will be met: the limits are wholly on the better side of it, or the worse limit on it. */
        PASS,
        /** The target will sometimes be met and sometimes not: it is within the limits, or on the better one. */
        HIT_OR_MISS,
        /** The target will not be met unless the process changes: the limits are wholly on the worse side of it. */
        FAIL
    }

    private XmrChart(List<Point> points, List<Baseline> baselines) {
        this.points = points;
        this.baselines = baselines;
        this.specialCauses = baselines.stream()
                .flatMap(baseline ->
                        baseline.limits().stream().flatMap(limits -> specialCauses(points, baseline, limits).stream()))
                .sorted(Comparator.comparing(SpecialCause::kind)
                        .thenComparing(cause -> cause.points().get(0)))
                .toList();
    }

    /**
     * The chart of some points on one baseline.
     *
     * @param points the points, each after the one before it
     * @throws IllegalArgumentException if a point is not after the one before it
     */
    public static XmrChart of(List<Point> points) {
        return of(points, List.of());
    }

    /**
     * The chart of some points, rebased: a new baseline begins with the first point on or after each of some days. Without
     * such a point, or before the first one, a day changes nothing.
     *
     * @param points the points, each after the one before it
     * @param rebasedOn the days, in any order
     * @throws IllegalArgumentException if a point is not after the one before it
     */
    public static XmrChart of(List<Point> points, Collection<LocalDate> rebasedOn) {
        List<Baseline> baselines = new ArrayList<>();
        int from = 0;
        for (int index = 1; index <= points.size(); index++) {
            if (index < points.size()) {
                LocalDate previous = points.get(index - 1).day();
                LocalDate day = points.get(index).day();
                if (!day.isAfter(previous)) {
                    throw new IllegalArgumentException("Invalid points: " + day + " not after " + previous);
                }
                if (rebasedOn.stream().noneMatch(rebase -> rebase.isAfter(previous) && !rebase.isAfter(day))) {
                    continue;
                }
            }
            baselines.add(new Baseline(from, index, limits(points.subList(from, index))));
            from = index;
        }
        return new XmrChart(List.copyOf(points), List.copyOf(baselines));
    }

    private static Optional<Limits> limits(List<Point> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        // as distances from the first value, so that the mean of equal values is that value exactly
        double first = points.get(0).value();
        double distances = 0;
        double[] movingRanges = new double[points.size() - 1];
        for (int index = 1; index < points.size(); index++) {
            double value = points.get(index).value();
            distances += value - first;
            movingRanges[index - 1] = Math.abs(value - points.get(index - 1).value());
        }
        double centre = first + distances / points.size();
        double reach = LIMIT_FACTOR * screenedMean(movingRanges);
        return Optional.of(new Limits(centre - reach, centre, centre + reach));
    }

    private static double screenedMean(double[] movingRanges) {
        double sum = 0;
        for (double range : movingRanges) {
            sum += range;
        }
        double ceiling = SCREENING_FACTOR * (sum / movingRanges.length);
        double kept = 0;
        int count = 0;
        for (double range : movingRanges) {
            if (range < ceiling) {
                kept += range;
                count++;
            }
        }
        return count == 0 ? 0 : kept / count;
    }

    /** The points. */
    public List<Point> points() {
        return points;
    }

    /** The baselines, in order; none when there is no point. */
    public List<Baseline> baselines() {
        return baselines;
    }

    /** The special causes: by {@link SpecialCause.Kind}, then by their first point. */
    public List<SpecialCause> specialCauses() {
        return specialCauses;
    }

    /**
     * The special cause that counts for a point: of those that it is part of, the first kind. Empty when its variation is
     * common cause.
     *
     * @param point the index of the point
     */
    public Optional<SpecialCause> specialCause(int point) {
        return specialCauses.stream()
                .filter(cause -> cause.points().contains(point))
                .findFirst();
    }

    /** Whether the last baseline is too short for its limits to be relied on; true also when there is no point. */
    public boolean isTooShort() {
        return baselines.isEmpty() || lastBaseline().isTooShort();
    }

    /**
     * Whether the limits of the last baseline are its mean although its values differ: they are the same but for leaps, which are dropped
     * from the moving ranges. Then any value is outside the limits, and none tells anything; but where all were the same before the last,
     * that one is outside what they were.
     */
    public boolean isTooEven() {
        return !baselines.isEmpty()
                && lastBaseline()
                        .limits()
                        .filter(limits -> limits.lower() == limits.upper())
                        .isPresent()
                && !isAllTheSame(lastBaseline().to() - 1);
    }

    /**
     * Whether a target will be met, by the limits of the last baseline; empty when it has none.
     *
     * @param target the value from which the measure is good enough
     * @param better the side on which the measure is better
     */
    public Optional<Assurance> assurance(double target, Side better) {
        if (baselines.isEmpty()) {
            return Optional.empty();
        }
        return lastBaseline().limits().map(limits -> {
            boolean isHighBetter = better == Side.HIGH;
            double worst = isHighBetter ? limits.lower() : limits.upper();
            double best = isHighBetter ? limits.upper() : limits.lower();
            if (isHighBetter ? worst >= target : worst <= target) {
                return Assurance.PASS;
            }
            return (isHighBetter ? best < target : best > target) ? Assurance.FAIL : Assurance.HIT_OR_MISS;
        });
    }

    /* Of the last baseline's points, those before one. */
    private boolean isAllTheSame(int before) {
        return points
                        .subList(
                                lastBaseline().from(),
                                Math.max(before, lastBaseline().from()))
                        .stream()
                        .mapToDouble(Point::value)
                        .distinct()
                        .count()
                <= 1;
    }

    private Baseline lastBaseline() {
        return baselines.get(baselines.size() - 1);
    }

    // ------------------------------------------------------------------------

    private static List<SpecialCause> specialCauses(List<Point> points, Baseline baseline, Limits limits) {
        List<SpecialCause> causes = new ArrayList<>();
        for (Side side : Side.values()) {
            double limit = side == Side.HIGH ? limits.upper() : limits.lower();
            double twoThirds = limits.centre() + (limit - limits.centre()) * 2 / 3;
            IntPredicate outside = index -> isBeyond(side, points.get(index).value(), limit);
            IntPredicate close = index -> isBeyond(side, points.get(index).value(), twoThirds);
            IntPredicate shifted = index -> isBeyond(side, points.get(index).value(), limits.centre());
            IntPredicate moved = index -> index > baseline.from()
                    && isBeyond(
                            side,
                            points.get(index).value(),
                            points.get(index - 1).value());

            indexes(baseline)
                    .filter(outside)
                    .forEach(index ->
                            causes.add(new SpecialCause(SpecialCause.Kind.OUTSIDE_LIMITS, side, List.of(index))));
            for (List<Integer> moves : chains(indexes(baseline).filter(moved), 1, RUN - 1)) {
                List<Integer> trend = new ArrayList<>(moves);
                trend.add(0, moves.get(0) - 1);
                causes.add(new SpecialCause(SpecialCause.Kind.TREND, side, trend));
            }
            for (List<Integer> pair : chains(indexes(baseline).filter(close), 2, 2)) {
                causes.add(new SpecialCause(SpecialCause.Kind.TWO_OF_THREE, side, pair));
            }
            for (List<Integer> run : chains(indexes(baseline).filter(shifted), 1, RUN)) {
                causes.add(new SpecialCause(SpecialCause.Kind.SHIFT, side, run));
            }
        }
        return causes;
    }

    private static IntStream indexes(Baseline baseline) {
        return IntStream.range(baseline.from(), baseline.to());
    }

    private static boolean isBeyond(Side side, double value, double line) {
        return side == Side.HIGH ? value > line : value < line;
    }

    /** The longest chains of ascending indexes that are at most a step apart, of those with a least length. */
    private static List<List<Integer>> chains(IntStream indexes, int step, int least) {
        List<List<Integer>> chains = new ArrayList<>();
        indexes.forEach(index -> {
            List<Integer> last = chains.isEmpty() ? List.of() : chains.get(chains.size() - 1);
            if (last.isEmpty() || index - last.get(last.size() - 1) > step) {
                last = new ArrayList<>();
                chains.add(last);
            }
            last.add(index);
        });
        chains.removeIf(chain -> chain.size() < least);
        return chains;
    }
}
