package org.cafcass.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.cafcass.metrics.published.CheckedFigure;
import org.cafcass.metrics.published.Trial;
import org.cafcass.metrics.published.Verdicts;

/**
 * Tells of each figure of a publication whether it can be true beside the others.
 *
 * <p>What is tried: a ratio is its numerator by its denominator, and lies between its limits, which are what its method gives; a count
 * is a whole number; the same count is the same wherever it stands, as a value, a numerator or a denominator; and all that {@link
 * CountLinks} lists, such as parts that add up to their whole. Numbers that are unrounded agree where they differ by less than a
 * thousand-millionth part. A count that is hidden can be any number from 0 on.
 */
public final class FiguresCheck {
    private static final double AGREE = 1e-9;
    private static final int MOST_PARTS_NAMED = 3;

    /** Where a number stands in a figure. */
    private enum Place {
        VALUE(""),
        NUMERATOR("the numerator of "),
        DENOMINATOR("the denominator of ");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    /** A number that a figure shows. */
    private record Shown(int row, Place place, double number) {}

    private final List<Figure> figures;
    private final List<String> ids;
    private final Map<CountedPart, List<Shown>> shown = new LinkedHashMap<>();
    private final Set<String> signed = new HashSet<>();
    private final List<Trial> alone = new ArrayList<>();
    private final List<Trial> together = new ArrayList<>();

    private FiguresCheck(List<Figure> figures) {
        this.figures = List.copyOf(figures);
        this.ids = this.figures.stream().map(FiguresCheck::id).toList();
    }

    /**
     * Checks figures that are published together.
     *
     * @return a verdict for each figure, in the order given, its id the measure, the day or days, and the breakdown
     */
    public static List<CheckedFigure> check(List<Figure> figures) {
        return new FiguresCheck(figures).verdicts();
    }

    private List<CheckedFigure> verdicts() {
        for (int row = 0; row < figures.size(); row++) {
            Figure figure = figures.get(row);
            alone(row, figure);
            if (figure.status() != FigureStatus.NOT_AVAILABLE) {
                counts(row, figure);
            }
        }
        shown.values().forEach(this::same);
        new CountLinks(figures, shown.keySet(), Map.of()).link(new TriedLinks());
        return Verdicts.of(ids, alone, together, List.of(), this::otherwise);
    }

    private String otherwise(int row) {
        FigureStatus status = figures.get(row).status();
        return status == FigureStatus.OK ? "nothing here decides" : "no value: " + status.code();
    }

    // -------------------------------------------------------------------------- a figure by itself

    private void alone(int row, Figure figure) {
        boolean hasNumber = figure.value().isPresent()
                || figure.lower().isPresent()
                || figure.upper().isPresent();
        if (figure.status() != FigureStatus.OK && figure.value().isPresent()
                || figure.status() == FigureStatus.SUPPRESSED
                        && (hasNumber
                                || figure.numerator().isPresent()
                                || figure.denominator().isPresent())) {
            alone(row, false, "its status is " + figure.status().code() + ", but a number stands there");
        } else if (figure.status() == FigureStatus.OK && figure.value().isEmpty()) {
            alone(row, false, "its status is ok, but no value stands there");
        } else if (figure.measure().statistic() instanceof Statistic.Ratio ratio) {
            ratio(row, figure, ratio);
        } else if (figure.value().isPresent() && isOfWholes(figure)) {
            double value = figure.value().getAsDouble();
            if (value != Math.rint(value)
                    || value < 0 && figure.measure().numerator().difference() == null) {
                alone(row, false, text(value) + " is no count");
            }
        }
        if (figure.value().isPresent()) {
            limits(row, figure, figure.lower(), figure.upper());
        }
    }

    private static boolean isOfWholes(Figure figure) {
        return !figure.measure().unit().equals("FTE")
                && (figure.measure().statistic() instanceof Statistic.Count
                        || figure.measure().countsIdentities());
    }

    private void ratio(int row, Figure figure, Statistic.Ratio ratio) {
        if (figure.status() == FigureStatus.EMPTY && figure.denominator().equals(OptionalDouble.of(0))) {
            alone(row, true, "there is no value where the denominator is 0");
        } else if (figure.status() == FigureStatus.EMPTY) {
            alone(row, false, "there is no value, but the denominator is not 0");
        } else if (figure.status() == FigureStatus.OK) {
            if (figure.numerator().isEmpty() || figure.denominator().isEmpty()) {
                alone(row, false, "a value without its numerator and denominator");
                return;
            }
            int factor = ratio.factor().applyAsInt(figure.period());
            double above = figure.numerator().getAsDouble();
            double below = figure.denominator().getAsDouble();
            double quotient = factor * above / below;
            boolean holds = agree(quotient, figure.value().orElseThrow());
            alone(
                    row,
                    holds,
                    (factor == 1 ? "" : factor + " x ") + text(above) + " / " + text(below) + " is "
                            + (holds ? "" : (below == 0 ? "no number" : text(quotient)) + ", not ")
                            + text(figure.value().orElseThrow()));
            if (holds) {
                limitsOfMethod(row, figure, ratio, above, below);
            }
        }
    }

    private void limitsOfMethod(int row, Figure figure, Statistic.Ratio ratio, double above, double below) {
        boolean ofWholes = above == Math.rint(above) && below == Math.rint(below);
        if (ratio.limits() == Statistic.LimitsOfShare.NONE || !ofWholes || above < 0 || above > below) {
            return;
        }
        Estimate estimate = ratio.limits()
                .add(Estimate.of(figure.value()), new Sum((long) above, null), new Sum((long) below, null));
        boolean holds = agree(estimate.lower(), figure.lower()) && agree(estimate.upper(), figure.upper());
        alone(
                row,
                holds,
                "the 95% limits of " + text(above) + " of " + text(below) + " are " + (holds ? "" : "not ")
                        + text(figure.lower()) + " to " + text(figure.upper()));
    }

    private void limits(int row, Figure figure, OptionalDouble lower, OptionalDouble upper) {
        double value = figure.value().orElseThrow();
        if (lower.isPresent() && lower.getAsDouble() > value || upper.isPresent() && upper.getAsDouble() < value) {
            alone(row, false, text(value) + " is not between its limits " + text(lower) + " and " + text(upper));
        }
    }

    private void alone(int row, boolean holds, String finding) {
        alone.add(new Trial(List.of(row), true, holds, finding));
    }

    // -------------------------------------------------------------------------- counts

    private void counts(int row, Figure figure) {
        Measure measure = figure.measure();
        if (measure.statistic() instanceof Statistic.Ratio) {
            shown(DisclosureControl.numerator(figure), row, Place.NUMERATOR, figure.numerator());
            shown(DisclosureControl.denominator(figure), row, Place.DENOMINATOR, figure.denominator());
        } else if (measure.statistic() instanceof Statistic.Count || measure.countsIdentities()) {
            shown(DisclosureControl.numerator(figure), row, Place.VALUE, figure.value());
        }
        if (measure.numerator().difference() != null) {
            signed.add(measure.numerator().name());
        }
    }

    private void shown(CountedPart count, int row, Place place, OptionalDouble number) {
        List<Shown> all = shown.computeIfAbsent(count, first -> new ArrayList<>());
        number.ifPresent(present -> all.add(new Shown(row, place, present)));
    }

    /** The same count is the same in each figure. */
    private void same(List<Shown> all) {
        boolean alike = all.stream().allMatch(each -> agree(each.number, all.get(0).number));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size() && (i == 0 || !alike); j++) {
                Shown one = all.get(i);
                Shown other = all.get(j);
                boolean holds = agree(one.number, other.number);
                tried(List.of(one, other), true, holds, words(one) + (holds ? " is " : " is not ") + words(other));
            }
        }
    }

    private final class TriedLinks implements CountLinks.Links {
        @Override
        public void total(CountedPart whole, List<CountedPart> parts, CountLinks.Addition addition) {
            switch (addition) {
                case EXACT -> balance(parts, List.of(whole));
                case WITH_REST -> withEachNumber(parts, List.of(whole), FiguresCheck.this::atMost);
                case OVERLAPPING -> {
                    parts.forEach(part -> within(part, whole));
                    if (CountLinks.DISTINCT.contains(whole.counted())) {
                        withEachNumber(List.of(whole), parts, FiguresCheck.this::atMost);
                    }
                }
                case WHERE_IT_FITS -> {}
            }
        }

        @Override
        public void within(CountedPart part, CountedPart whole) {
            withEachNumber(List.of(part), List.of(whole), FiguresCheck.this::atMost);
        }

        @Override
        public void balance(List<CountedPart> one, List<CountedPart> other) {
            withEachNumber(one, other, FiguresCheck.this::equal);
        }
    }

    /** Some counts, with the numbers that are shown of them. */
    private record Side(List<CountedPart> counts, Map<CountedPart, Shown> numbers) {
        List<Shown> known() {
            return counts.stream().map(numbers::get).filter(Objects::nonNull).toList();
        }

        boolean hasHidden() {
            return known().size() < counts.size();
        }

        double sum() {
            return known().stream().mapToDouble(Shown::number).sum();
        }
    }

    /** Tries a link; where figures contradict each other on a count, with each of its numbers. */
    private void withEachNumber(List<CountedPart> one, List<CountedPart> other, BiConsumer<Side, Side> link) {
        Map<CountedPart, Shown> firsts = new HashMap<>();
        List<CountedPart> all = new ArrayList<>(one);
        all.addAll(other);
        for (CountedPart count : all) {
            List<Shown> numbers = numbers(count);
            if (!numbers.isEmpty()) {
                firsts.put(count, numbers.get(0));
            } else if (signed.contains(count.counted())) {
                return;
            }
        }
        link.accept(new Side(one, firsts), new Side(other, firsts));
        for (CountedPart count : all) {
            for (Shown number : numbers(count)) {
                if (!agree(number.number, numbers(count).get(0).number)) {
                    Map<CountedPart, Shown> instead = new HashMap<>(firsts);
                    instead.put(count, number);
                    link.accept(new Side(one, instead), new Side(other, instead));
                }
            }
        }
    }

    private void equal(Side one, Side other) {
        if (one.hasHidden() || other.hasHidden()) {
            atMost(one, other);
            atMost(other, one);
        } else {
            boolean holds = agree(one.sum(), other.sum());
            tried(one, other, true, holds, holds ? " is " : " is not ");
        }
    }

    /** What is hidden is 0 or more, so that only what is known of the less can be too much. */
    private void atMost(Side less, Side more) {
        if (!more.hasHidden() && !less.known().isEmpty()) {
            boolean holds = less.sum() <= more.sum() || agree(less.sum(), more.sum());
            tried(less, more, false, holds, holds ? " is at most " : " is more than ");
        }
    }

    private void tried(Side one, Side other, boolean exact, boolean holds, String relation) {
        List<Shown> numbers = new ArrayList<>(one.known());
        numbers.addAll(other.known());
        tried(numbers, exact, holds, words(one) + relation + words(other));
    }

    private List<Shown> numbers(CountedPart count) {
        return shown.getOrDefault(count, List.of());
    }

    private void tried(List<Shown> numbers, boolean exact, boolean holds, String finding) {
        Set<Integer> rows = new LinkedHashSet<>();
        numbers.forEach(number -> rows.add(number.row));
        together.add(new Trial(List.copyOf(rows), exact, holds, finding));
    }

    // -------------------------------------------------------------------------- words

    private static String id(Figure figure) {
        Period period = figure.period();
        String days = period.first().equals(period.last()) ? period.last().toString() : period.toString();
        String part = figure.breakdown().toString();
        return figure.measure().name() + " " + days + (part.isEmpty() ? "" : " " + part);
    }

    private String words(Shown number) {
        return number.place.words + ids.get(number.row) + " (" + text(number.number) + ")";
    }

    private String words(Side side) {
        List<Shown> known = side.known();
        int parts = side.counts.size();
        if (parts == 1) {
            return words(known.get(0));
        }
        String named = known.stream()
                .limit(parts <= MOST_PARTS_NAMED ? parts : 1)
                .map(number -> number.place.words + ids.get(number.row))
                .collect(Collectors.joining(" + "));
        return named + (parts <= MOST_PARTS_NAMED ? "" : " + ... (" + parts + " parts)") + " (" + text(side.sum())
                + (side.hasHidden() ? " and what is hidden)" : ")");
    }

    private static boolean agree(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || agree(one.getAsDouble(), other.getAsDouble()));
    }

    private static boolean agree(double one, double other) {
        return Math.abs(one - other) <= AGREE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? text(number.getAsDouble()) : "none";
    }

    private static String text(double number) {
        return Decimals.shortest(number).toPlainString();
    }
}
