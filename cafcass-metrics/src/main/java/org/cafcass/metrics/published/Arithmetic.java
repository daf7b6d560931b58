package org.cafcass.metrics.published;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What four printed numbers of one figure say of each other: change = value - previous, percent = 100 change / previous.
 *
 * <p>With the previous value p and the change c as unknowns every printed number is a pair of linear inequalities (the
 * percentage as {@code lower p <= 100 c <= upper p}, p above 0), so Fourier-Motzkin elimination of the other unknown gives
 * exactly the range that a number can have.
 *
 * @param whole whether value, previous and change are whole numbers
 */
record Arithmetic(
        Range<Rational> value,
        Range<Rational> previous,
        Range<Rational> change,
        Range<Rational> percent,
        boolean whole) {
    private static final Rational NONE = Rational.ZERO;
    private static final Rational ONE = Rational.ONE;
    private static final Rational HUNDRED = Rational.HUNDRED;

    /** {@code x * ofX + y * ofY <= limit}, or {@code <} where strict. */
    private record HalfPlane(Rational ofX, Rational ofY, Rational limit, boolean strict) {}

    boolean canHold() {
        return previousRange().isPresent()
                && changeRange().isPresent()
                && valueRange().isPresent();
    }

    /** The previous values with which all that is printed can hold; empty if none. */
    Optional<Range<Rational>> previousRange() {
        return project(inequalities(ONE, NONE, NONE, ONE)).flatMap(this::rounded);
    }

    Optional<Range<Rational>> changeRange() {
        return project(inequalities(NONE, ONE, ONE, NONE)).flatMap(this::rounded);
    }

    Optional<Range<Rational>> valueRange() {
        return project(inequalities(NONE, ONE, ONE, ONE.negate())).flatMap(this::rounded);
    }

    private Optional<Range<Rational>> rounded(Range<Rational> range) {
        return whole ? Ranges.wholeNumbers(range) : Optional.of(range);
    }

    /** All inequalities in two unknowns x and y, where p = px x + py y and c = cx x + cy y. */
    private List<HalfPlane> inequalities(Rational px, Rational py, Rational cx, Rational cy) {
        List<HalfPlane> all = new ArrayList<>();
        within(all, previous, px, py);
        within(all, change, cx, cy);
        within(all, value, px.plus(cx), py.plus(cy));
        if (!percent.equals(Range.all())) {
            all.add(new HalfPlane(px.negate(), py.negate(), NONE, true));
            Rational low = percent.lowerEndpoint();
            all.add(new HalfPlane(
                    low.times(px).plus(HUNDRED.times(cx).negate()),
                    low.times(py).plus(HUNDRED.times(cy).negate()),
                    NONE,
                    percent.lowerBoundType() == BoundType.OPEN));
            Rational high = percent.upperEndpoint();
            all.add(new HalfPlane(
                    HUNDRED.times(cx).plus(high.times(px).negate()),
                    HUNDRED.times(cy).plus(high.times(py).negate()),
                    NONE,
                    percent.upperBoundType() == BoundType.OPEN));
        }
        return all;
    }

    private static void within(List<HalfPlane> all, Range<Rational> range, Rational ofX, Rational ofY) {
        if (range.hasUpperBound()) {
            all.add(new HalfPlane(ofX, ofY, range.upperEndpoint(), range.upperBoundType() == BoundType.OPEN));
        }
        if (range.hasLowerBound()) {
            all.add(new HalfPlane(
                    ofX.negate(),
                    ofY.negate(),
                    range.lowerEndpoint().negate(),
                    range.lowerBoundType() == BoundType.OPEN));
        }
    }

    /** The values of x for which some y satisfies all inequalities. */
    private static Optional<Range<Rational>> project(List<HalfPlane> halfPlanes) {
        List<HalfPlane> onX = new ArrayList<>();
        for (HalfPlane above : halfPlanes) {
            if (above.ofY.signum() == 0) {
                onX.add(above);
            } else if (above.ofY.signum() > 0) {
                for (HalfPlane below : halfPlanes) {
                    if (below.ofY.signum() < 0) {
                        onX.add(withoutY(above, below));
                    }
                }
            }
        }
        Optional<Range<Rational>> range = Optional.of(Range.all());
        for (HalfPlane bound : onX) {
            range = range.flatMap(soFar -> cut(soFar, bound));
        }
        return range;
    }

    private static HalfPlane withoutY(HalfPlane above, HalfPlane below) {
        Rational ofAbove = below.ofY.negate();
        Rational ofBelow = above.ofY;
        return new HalfPlane(
                above.ofX.times(ofAbove).plus(below.ofX.times(ofBelow)),
                NONE,
                above.limit.times(ofAbove).plus(below.limit.times(ofBelow)),
                above.strict || below.strict);
    }

    private static Optional<Range<Rational>> cut(Range<Rational> range, HalfPlane bound) {
        BoundType type = bound.strict ? BoundType.OPEN : BoundType.CLOSED;
        int sign = bound.ofX.signum();
        if (sign == 0) {
            int limit = bound.limit.signum();
            return limit > 0 || limit == 0 && !bound.strict ? Optional.of(range) : Optional.empty();
        }
        Rational end = bound.limit.dividedBy(bound.ofX);
        return Ranges.meet(range, sign > 0 ? Range.upTo(end, type) : Range.downTo(end, type));
    }
}
