package org.cafcass.metrics;

import static org.cafcass.metrics.BreakdownKey.GRADE;
import static org.cafcass.metrics.BreakdownKey.SCALE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.cafcass.model.AuditScale;
import org.cafcass.model.Grade;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over an extract, or over a part of one, gives for a measure: sums and amounts by cell, from which the figures follow.
 *
 * <p>Where an extract is cut into parts such that the rows about a case, and the advisers who hold it, are in one part, the partial figures
 * of the parts {@linkplain #merge merge}, in any order, into those of the whole. This class is immutable.
 */
public final class PartialFigures {
    /* The keys of which every value appears, counted or not. */
    private static final Set<BreakdownKey> FILLED =
            EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION);

    final Measure measure;
    final Period period;
    final Conventions conventions;
    final Layout layout;
    private final Set<BreakdownKey> denominatorKeys;
    final Map<Long, Sum> numerators;
    final Map<Long, Sum> denominators;
    final Map<Long, Amounts> amounts;
    final List<String> identities;
    final @Nullable String unavailable;

    PartialFigures(
            Measure measure,
            Period period,
            Conventions conventions,
            Layout layout,
            Map<Long, Sum> numerators,
            Map<Long, Sum> denominators,
            Map<Long, Amounts> amounts,
            List<String> identities,
            @Nullable String unavailable) {
        this.measure = measure;
        this.period = period;
        this.conventions = conventions;
        this.layout = layout;
        this.denominatorKeys = denominatorKeys(measure, layout.keys());
        this.numerators = numerators;
        this.denominators = denominators;
        this.amounts = amounts;
        this.identities = identities;
        this.unavailable = unavailable;
    }

    /** The keys of a breakdown that a measure's denominator is broken down by. */
    static Set<BreakdownKey> denominatorKeys(Measure measure, Iterable<BreakdownKey> by) {
        EnumSet<BreakdownKey> keys = EnumSet.noneOf(BreakdownKey.class);
        if (measure.denominator().map(Tally::subject).orElse(Subject.PERIOD) != Subject.PERIOD) {
            by.forEach(keys::add);
            keys.removeAll(measure.numeratorKeys());
        }
        return keys;
    }

    /** The measure. */
    public Measure measure() {
        return measure;
    }

    /** The days that the figures are about. */
    public Period period() {
        return period;
    }

    // --------------------------------------------------------------------------

    /**
     * These partial figures as JSON, for another machine to {@linkplain #fromJson read} and merge: the same for the same rows, in whatever
     * order they stand. Those of a distinct count of children hold the children's identifiers, and are as confidential as the extract.
     */
    public String toJson() {
        return PartialFiguresJson.write(this);
    }

    /**
     * The partial figures of a JSON text.
     *
     * @param json what {@link #toJson} wrote
     * @param catalogue the measures, that of the text among them
     * @throws IllegalArgumentException if the text is none that {@link #toJson} writes, or the catalogue does not have its measure
     */
    public static PartialFigures fromJson(String json, Collection<Measure> catalogue) {
        return PartialFiguresJson.read(json, catalogue);
    }

    /**
     * These partial figures and those of another part of the same extract, as one.
     *
     * @throws IllegalArgumentException if the other's measure, days, conventions or keys are not these, or if the convention is to count
     *     each child once
     */
    public PartialFigures merge(PartialFigures other) {
        if (!measure.equals(other.measure)
                || !period.equals(other.period)
                || !conventions.equals(other.conventions)
                || !layout.keys().equals(other.layout.keys())) {
            throw new IllegalArgumentException("Cannot merge " + measure + " over " + period + ": with " + other.measure
                    + " over " + other.period);
        }
        if (conventions.children() == Conventions.Children.DISTINCT
                && measure.numerator().subject() == Subject.CHILD) {
            throw new IllegalArgumentException("Cannot merge " + measure + ": children are counted once, and a part's"
                    + " sums do not say which; distinct-open-children and distinct-children-received can be merged");
        }
        if (unavailable != null || other.unavailable != null) {
            return unavailable != null ? this : other;
        }
        Layout both = layout.with(other.layout);
        LongUnaryOperator mine = layout.into(both);
        LongUnaryOperator theirs = other.layout.into(both);
        List<String> allIdentities = new ArrayList<>(new LinkedHashSet<>(identities));
        Map<String, Integer> places = new HashMap<>();
        allIdentities.forEach(identity -> places.put(identity, places.size()));
        long[] placeOf = new long[other.identities.size()];
        for (int i = 0; i < placeOf.length; i++) {
            String identity = other.identities.get(i);
            if (!places.containsKey(identity)) {
                places.put(identity, allIdentities.size());
                allIdentities.add(identity);
            }
            placeOf[i] = places.get(identity);
        }
        LongUnaryOperator renumbered = placeOf.length == 0 ? amount -> amount : amount -> placeOf[(int) amount];
        return new PartialFigures(
                measure,
                period,
                conventions,
                both,
                added(numerators, mine, other.numerators, theirs),
                isSharedByParts() ? denominators : added(denominators, mine, other.denominators, theirs),
                joined(amounts, mine, other.amounts, theirs, renumbered),
                List.copyOf(allIdentities),
                null);
    }

    /* The days of a period are the same in every part, and counted once. */
    private boolean isSharedByParts() {
        return measure.denominator().map(Tally::subject).orElse(Subject.PERIOD) == Subject.PERIOD;
    }

    private static Map<Long, Sum> added(
            Map<Long, Sum> mine, LongUnaryOperator mineInto, Map<Long, Sum> theirs, LongUnaryOperator theirsInto) {
        Map<Long, Sum> all = new HashMap<>();
        mine.forEach((cell, sum) -> all.merge(mineInto.applyAsLong(cell), sum, Sum::plus));
        theirs.forEach((cell, sum) -> all.merge(theirsInto.applyAsLong(cell), sum, Sum::plus));
        return all;
    }

    private static Map<Long, Amounts> joined(
            Map<Long, Amounts> mine,
            LongUnaryOperator mineInto,
            Map<Long, Amounts> theirs,
            LongUnaryOperator theirsInto,
            LongUnaryOperator renumbered) {
        Map<Long, Amounts> all = new HashMap<>();
        mine.forEach((cell, values) -> all.put(mineInto.applyAsLong(cell), values));
        theirs.forEach((cell, values) -> all.compute(
                theirsInto.applyAsLong(cell),
                (same, known) -> (known == null ? Amounts.NONE : known).and(values, renumbered)));
        return all;
    }

    // --------------------------------------------------------------------------

    /** The figures, in the order of {@link Figure#ORDER}. */
    public List<Figure> figures() {
        if (unavailable != null) {
            return List.of(figure(Breakdown.whole(), Estimate.NONE, FigureStatus.NOT_AVAILABLE)
                    .explanation(unavailable)
                    .build());
        }
        Map<Long, Estimate> estimates = estimates();
        if (isNothingCounted() && !measure.carriedKeys().isEmpty()) {
            return List.of(figure(Breakdown.whole(), nothingCounted(), FigureStatus.EMPTY)
                    .build());
        }
        return estimates.entrySet().stream()
                .map(entry -> figure(
                                layout.breakdown(entry.getKey()),
                                entry.getValue(),
                                entry.getValue().value().isPresent() ? FigureStatus.OK : FigureStatus.EMPTY)
                        .build())
                .sorted(Figure.ORDER)
                .toList();
    }

    private boolean isNothingCounted() {
        return numerators.isEmpty() && denominators.isEmpty() && amounts.isEmpty();
    }

    private Map<Long, Estimate> estimates() {
        Map<Long, Estimate> estimates = new LinkedHashMap<>();
        Statistic statistic = measure.statistic();
        for (long cell : cells()) {
            estimates.put(
                    cell,
                    statistic instanceof Statistic.Count count
                            ? count.of(numerators.getOrDefault(cell, Sum.ZERO))
                            : statistic instanceof Statistic.Ratio ratio
                                    ? ratio(ratio, cell)
                                    : ((Statistic.Distribution) statistic)
                                            .of(amounts.getOrDefault(cell, Amounts.NONE), conventions));
        }
        return estimates;
    }

    private Estimate ratio(Statistic.Ratio ratio, long cell) {
        return ratio.of(
                numerators.getOrDefault(cell, Sum.ZERO),
                measure.numerator().divisor(),
                denominators.getOrDefault(layout.project(cell, denominatorKeys), Sum.ZERO),
                measure.denominator().map(Tally::divisor).orElse(1),
                period);
    }

    private Estimate nothingCounted() {
        Optional<OptionalDouble> zero = measure.denominator().map(tally -> OptionalDouble.of(0));
        return new Estimate(
                OptionalDouble.empty(),
                zero.orElse(OptionalDouble.empty()),
                zero.orElse(OptionalDouble.empty()),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private Figure.Builder figure(Breakdown breakdown, Estimate estimate, FigureStatus status) {
        return Figure.builder()
                .measure(measure)
                .period(period)
                .breakdown(breakdown)
                .value(estimate.value())
                .numerator(estimate.numerator())
                .denominator(estimate.denominator())
                .lower(estimate.lower())
                .upper(estimate.upper())
                .conventions(conventions)
                .status(status);
    }

    // --------------------------------------------------------------------------

    /**
     * The cells that appear: each combination of other keys' values that a counted row has, with every area, region and law, and with every
     * value of the carried keys that a counted row has, whether the row has the rest or not.
     */
    private Set<Long> cells() {
        EnumSet<BreakdownKey> carried = EnumSet.noneOf(BreakdownKey.class);
        carried.addAll(layout.keys());
        carried.retainAll(measure.carriedKeys());
        EnumSet<BreakdownKey> others = EnumSet.noneOf(BreakdownKey.class);
        others.addAll(layout.keys());
        others.removeAll(carried);
        others.removeAll(FILLED);

        Set<Long> cells = countedCells(others);
        if (others.isEmpty()) {
            cells.add(0L);
        }
        for (BreakdownKey key : layout.keys()) {
            if (FILLED.contains(key)) {
                cells = crossed(cells, layout.everyValue(key));
            }
        }
        return carried.isEmpty() ? cells : crossed(cells, carriedCells(carried));
    }

    /** The values of some keys that a counted row has; the denominator has its say where it has all of the keys. */
    private Set<Long> countedCells(Set<BreakdownKey> keys) {
        Set<Long> cells = new LinkedHashSet<>();
        numerators.keySet().forEach(cell -> cells.add(layout.project(cell, keys)));
        amounts.keySet().forEach(cell -> cells.add(layout.project(cell, keys)));
        if (denominatorKeys.containsAll(keys)) {
            denominators.keySet().forEach(cell -> cells.add(layout.project(cell, keys)));
        }
        cells.removeIf(cell -> !layout.hasAll(cell, keys));
        return cells;
    }

    private Set<Long> carriedCells(Set<BreakdownKey> carried) {
        if (!carried.contains(GRADE)) {
            return countedCells(carried);
        }
        Set<Long> cells = new LinkedHashSet<>();
        for (long cell : countedCells(EnumSet.of(SCALE))) {
            for (Grade grade : AuditScale.values()[layout.digit(cell, SCALE)].grades()) {
                cells.add(cell + layout.place(GRADE, grade.ordinal()));
            }
        }
        return cells;
    }

    private static Set<Long> crossed(Set<Long> cells, Set<Long> others) {
        Set<Long> crossed = new LinkedHashSet<>();
        for (long cell : cells) {
            for (long other : others) {
                crossed.add(cell + other);
            }
        }
        return crossed;
    }
}
