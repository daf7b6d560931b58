package org.cafcass.metrics.published;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells of each published figure whether it can be true as printed.
 *
 * <p>What is tried: change = value - previous, and percent = change / previous; public and private law add up to the
 * whole, in value, previous value and change, and the percentage of the whole lies between theirs; no part is above its
 * whole (a breakdown, a longer duration, a part of the period); a share matches its count where its base is printed; the
 * parts of a distribution make 100%; a mean 'x per y' is the document's x over its y; the same figure printed twice says
 * the same. Two printed numbers bound a third that isn't printed, and the bounds are tried in its place. Children per
 * case are held against the document's other ratios.
 *
 * <p>A figure that fails by its own numbers is inconsistent and is taken to be the cause of every failure it has a part in.
 * What fails elsewhere is put down to the figures that all connected failures have in common, or to all of them where none is
 * common. Figures of different documents are not held against each other: a later document may correct an earlier one.
 */
public final class PublishedFiguresCheck {
    private final List<PublishedFigure> figures;
    private final List<Quantity> quantities = new ArrayList<>();
    private final List<Trial> alone = new ArrayList<>();

    private PublishedFiguresCheck(List<PublishedFigure> figures) {
        this.figures = List.copyOf(figures);
        for (int row = 0; row < this.figures.size(); row++) {
            quantities.addAll(Quantity.of(row, this.figures.get(row)));
        }
    }

    /**
     * Checks figures, each by itself and against the others of its document.
     *
     * @return a verdict for each figure, in the order given
     */
    public static List<CheckedFigure> check(List<PublishedFigure> figures) {
        return new PublishedFiguresCheck(figures).verdicts();
    }

    private List<CheckedFigure> verdicts() {
        quantities.forEach(quantity -> alone(quantity).ifPresent(alone::add));
        return Verdicts.of(
                figures.stream().map(PublishedFigure::id).toList(),
                alone,
                new Trials(quantities).all(),
                new Plausibility(quantities).trials(),
                this::bounds);
    }

    /** Tries a figure's own numbers, where there are enough of them that they could fail. */
    private static Optional<Trial> alone(Quantity quantity) {
        boolean change = quantity.change().isPresent();
        boolean percent = quantity.percent().isPresent();
        boolean both = quantity.value().isPresent() && quantity.previous().isPresent();
        boolean either = quantity.value().isPresent() || quantity.previous().isPresent();
        boolean enough = both && (change || percent) || either && change && percent;
        boolean holds = quantity.arithmetic().canHold();
        if (holds && !enough) {
            return Optional.empty();
        }
        String finding = printed(quantity) + (holds ? " agree" : " do not agree" + repairs(quantity));
        return Optional.of(new Trial(List.of(quantity.row()), true, holds, finding));
    }

    private static String printed(Quantity quantity) {
        List<String> parts = new ArrayList<>();
        for (Side side : Side.values()) {
            quantity.printed(side).ifPresent(number -> parts.add(side.word() + " " + number.text()));
        }
        quantity.percent().ifPresent(number -> parts.add(number.text() + "%"));
        return String.join(", ", parts);
    }

    /** What each printed number would have to be for the others to hold. */
    private static String repairs(Quantity quantity) {
        List<String> repairs = new ArrayList<>();
        for (Side side : Side.values()) {
            if (quantity.printed(side).isPresent()) {
                Arithmetic rest = quantity.without(side);
                solved(rest, side)
                        .filter(Ranges::isBounded)
                        .ifPresent(range -> repairs.add(side.word() + " " + text(quantity, range)));
            }
        }
        if (quantity.percent().isPresent()) {
            percent(quantity.withoutPercent()).ifPresent(range -> repairs.add(Ranges.text(range, 1) + "%"));
        }
        return repairs.isEmpty() ? "" : ": they would with " + String.join(", or ", repairs);
    }

    private static Optional<Range<Rational>> solved(Arithmetic arithmetic, Side side) {
        if (!arithmetic.canHold()) {
            return Optional.empty();
        }
        return switch (side) {
            case VALUE -> arithmetic.valueRange();
            case PREVIOUS -> arithmetic.previousRange();
            case CHANGE -> arithmetic.changeRange();
        };
    }

    private static Optional<Range<Rational>> percent(Arithmetic arithmetic) {
        Optional<Range<Rational>> change = solved(arithmetic, Side.CHANGE).filter(Ranges::isBounded);
        Optional<Range<Rational>> previous = solved(arithmetic, Side.PREVIOUS)
                .filter(Ranges::isBounded)
                .filter(range -> range.lowerEndpoint().signum() > 0);
        if (change.isEmpty() || previous.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ranges.times(Ranges.quotient(change.get(), previous.get()), Rational.HUNDRED));
    }

    /** What the printed numbers say of those that aren't printed. */
    private String bounds(int row) {
        List<String> bounds = new ArrayList<>();
        for (Quantity quantity : quantities) {
            if (quantity.row() == row) {
                for (Side side : Side.values()) {
                    if (quantity.printed(side).isEmpty()) {
                        solved(quantity.arithmetic(), side)
                                .filter(Ranges::isBounded)
                                .ifPresent(range ->
                                        bounds.add(side.word() + " " + text(quantity, range) + " " + quantity.unit()));
                    }
                }
            }
        }
        return bounds.isEmpty() ? "nothing printed decides" : "not printed: " + String.join(", ", bounds);
    }

    private static String text(Quantity quantity, Range<Rational> range) {
        return Ranges.text(range, quantity.whole() ? 0 : 2);
    }
}
