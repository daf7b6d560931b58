package org.cafcass.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.disclosure.LinkedCounts;
import org.cafcass.metrics.disclosure.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * Hides small counts, and what gives them away, in figures that are to be published.
 *
 * <p>Counts of 1 to 5 are hidden, and as few others as keep them from being worked out, by the rule of {@link
 * org.cafcass.metrics.disclosure}; numerators and denominators are counts as well, and so is what a numerator leaves of its
 * denominator. A reader is taken to know all that the measures' definitions say of counts together: what {@link CountLinks} lists. A rate,
 * mean, quantile or difference is hidden where a count that it rests on is. A hidden figure has the status {@link
 * FigureStatus#SUPPRESSED} and no number at all. Where such a count is not among the figures it is worked out, and treated as if it were:
 * the fte of three people is that of three people also where the headcount is not published. Where it cannot be worked out, for want of a
 * table, the figure is hidden, and told as not proven.
 *
 * <p>This class is immutable.
 */
public final class DisclosureControl {
    private static final Set<String> NAMES_OF_STOCKS = Stream.concat(
                    Measures.all().stream()
                            .filter(Measure::isStock)
                            .flatMap(measure -> tallies(measure).map(Tally::name)),
                    Stream.of(Tallies.CASES_HELD_OTHERWISE, Tallies.FAMILY_COURT_ADVISERS, Tallies.PERMANENT)
                            .map(Tally::name))
            .collect(Collectors.toSet());

    private final MetricsEngine engine;
    private final Map<String, String> regionOfArea = new LinkedHashMap<>();

    private DisclosureControl(MetricsEngine engine) {
        this.engine = engine;
        engine.extract()
                .areas()
                .forEach(area -> regionOfArea.put(area.areaCode().value(), area.region()));
    }

    /** Disclosure control of the figures of an engine. */
    public static DisclosureControl of(MetricsEngine engine) {
        return new DisclosureControl(engine);
    }

    /**
     * Figures with what must be hidden hidden.
     *
     * @param figures the figures as they may be shown, in the order given
     * @param exposed those of them that may be hidden in vain: they rest on a count that an earlier publication shows or gives away, that
     *     the extract has no table for, or for which no proof of protection was found, which does not mean that it can be worked out
     */
    public record Publication(List<Figure> figures, List<Figure> exposed) {
        /** Makes a publication. */
        public Publication {
            figures = List.copyOf(figures);
            exposed = List.copyOf(exposed);
        }
    }

    /**
     * The figures, in the order given, with what must be hidden hidden. All that is to be published together belongs in one call. It does not
     * tell whether all are proven to be protected: {@link #publication} does.
     */
    public List<Figure> publish(List<Figure> figures) {
        return publication(figures, List.of()).figures();
    }

    /**
     * The figures, with what must be hidden hidden from a reader who has an earlier publication too, and those for which that is in vain.
     *
     * @param earlier the figures of the earlier publication as it was published: the reader knows what they show, also where it is not
     *     among the figures; of a count that has another value now the reader knows nothing
     */
    public Publication publication(List<Figure> figures, List<Figure> earlier) {
        List<List<Count>> restsOn =
                figures.stream().map(DisclosureControl::restsOn).toList();
        Map<Table, List<Figure>> behind = behind(figures, restsOn);
        List<Figure> all = new ArrayList<>(figures);
        behind.values().forEach(all::addAll);
        Suppression<CountedPart> suppression = suppression(all, earlier);
        List<Figure> shown = new ArrayList<>();
        List<Figure> exposed = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            boolean isUnknown = hasNumber(figure)
                    && restsOn.get(i).stream().anyMatch(count -> isUnknown(behind.get(Table.of(count))));
            List<CountedPart> counts = restsOn.get(i).stream().map(Count::part).toList();
            Figure asShown = isUnknown || counts.stream().anyMatch(suppression::hides) ? suppressed(figure) : figure;
            shown.add(asShown);
            if (isUnknown || counts.stream().anyMatch(suppression.exposed()::contains)) {
                exposed.add(asShown);
            }
        }
        return new Publication(shown, exposed);
    }

    private static boolean isUnknown(@Nullable List<Figure> counts) {
        return counts != null && counts.stream().anyMatch(count -> count.status() == FigureStatus.NOT_AVAILABLE);
    }

    private static boolean hasNumber(Figure figure) {
        return figure.value().isPresent()
                || figure.numerator().isPresent()
                || figure.denominator().isPresent();
    }

    private Suppression<CountedPart> suppression(List<Figure> figures, List<Figure> earlier) {
        Map<CountedPart, Long> all = counts(figures);
        Map<CountedPart, Long> known = counts(earlier);
        known.forEach(all::putIfAbsent);
        List<Figure> both = new ArrayList<>(figures);
        both.addAll(earlier);
        LinkedCounts.Builder<CountedPart> linked = LinkedCounts.builder();
        all.forEach(linked::count);
        new CountLinks(both, all.keySet(), regionOfArea).link(new LinksOfCounts(all, linked));
        all.forEach((cell, count) -> {
            if (count.equals(known.get(cell))) {
                linked.published(cell);
            }
        });
        return linked.build().suppress();
    }

    /** Says of the counts of a publication what is known of them together, as far as it is so. */
    private record LinksOfCounts(Map<CountedPart, Long> counts, LinkedCounts.Builder<CountedPart> linked)
            implements CountLinks.Links {
        @Override
        public void total(CountedPart whole, List<CountedPart> parts, CountLinks.Addition addition) {
            long inParts = sum(parts);
            long inAll = sum(List.of(whole));
            if (addition == CountLinks.Addition.WHERE_IT_FITS && inParts != inAll) {
                return;
            }
            if (CountLinks.DISTINCT.contains(whole.counted()) && inParts > inAll) {
                linked.union(whole, parts);
            } else {
                linked.total(whole, parts);
            }
        }

        @Override
        public void within(CountedPart part, CountedPart whole) {
            linked.within(part, whole);
        }

        @Override
        public void balance(List<CountedPart> one, List<CountedPart> other) {
            if (sum(one) == sum(other)) {
                linked.balance(one, other);
            }
        }

        private long sum(List<CountedPart> all) {
            return all.stream().mapToLong(counts::get).sum();
        }
    }

    private static Map<CountedPart, Long> counts(List<Figure> figures) {
        Map<CountedPart, Long> counts = new LinkedHashMap<>();
        for (Figure figure : figures) {
            Measure measure = figure.measure();
            if (measure.statistic() instanceof Statistic.Ratio) {
                if (measure.numerator().isCount()) {
                    count(numerator(figure), figure.numerator(), counts);
                }
                if (measure.denominator().filter(Tally::isCount).isPresent()) {
                    count(denominator(figure), figure.denominator(), counts);
                }
            } else if (isCount(measure)) {
                count(numerator(figure), figure.value(), counts);
            }
        }
        return counts;
    }

    /* An earlier publication is read from a file: what is no whole number there is no count. */
    private static void count(CountedPart part, OptionalDouble number, Map<CountedPart, Long> counts) {
        number.stream()
                .filter(count -> count >= 0 && count == Math.rint(count))
                .forEach(count -> counts.put(part, (long) count));
    }

    private static boolean isCount(Measure measure) {
        return measure.statistic() instanceof Statistic.Count
                ? measure.numerator().isCount()
                : measure.countsIdentities();
    }

    private static Stream<Tally> tallies(Measure measure) {
        return Stream.concat(Stream.of(measure.numerator()), measure.denominator().stream());
    }

    static CountedPart numerator(Figure figure) {
        return counted(figure, figure.measure().numerator(), part(figure));
    }

    static CountedPart denominator(Figure figure) {
        return counted(figure, figure.measure().denominator().orElseThrow(), partOfDenominator(figure));
    }

    private static Map<BreakdownKey, String> part(Figure figure) {
        return figure.breakdown().values();
    }

    private static Map<BreakdownKey, String> partOfDenominator(Figure figure) {
        return figure.breakdown().without(figure.measure().numeratorKeys()).values();
    }

    /* A stock is the same count in a figure over a period: disposition time has the open cases as at its last day. */
    private static CountedPart counted(Figure figure, Tally tally, Map<BreakdownKey, String> part) {
        LocalDate last = figure.period().last();
        return new CountedPart(
                tally.name(), NAMES_OF_STOCKS.contains(tally.name()) ? new Period(last, last) : figure.period(), part);
    }

    // -------------------------------------------------------------------------- what figures rest on

    /** A count that a figure rests on, whether it is shown anywhere or not. */
    private record Count(Tally tally, CountedPart part) {}

    /** What counts are of, without the value of each key. */
    private record Table(Tally tally, Period period, Set<BreakdownKey> keys) {
        static Table of(Count count) {
            return new Table(count.tally, count.part.period(), count.part.part().keySet());
        }
    }

    /** The counts that give a figure away: its numerator and denominator, or what these are amounts, or the difference, of. */
    private static List<Count> restsOn(Figure figure) {
        List<Count> counts = new ArrayList<>();
        addCounts(figure, figure.measure().numerator(), part(figure), counts);
        figure.measure()
                .denominator()
                .ifPresent(denominator -> addCounts(figure, denominator, partOfDenominator(figure), counts));
        return counts;
    }

    /* Of a key that only the amounts have, such as the reason of an absence, all that they are of is counted. */
    private static void addCounts(Figure figure, Tally tally, Map<BreakdownKey, String> whole, List<Count> counts) {
        for (Tally count : tally.restsOn()) {
            Map<BreakdownKey, String> counted = new TreeMap<>(whole);
            counted.keySet().removeIf(key -> tally.givesItself(key) && !count.givesItself(key));
            CountedPart part = counted(figure, count, counted);
            counts.add(new Count(count, part));
            if (tally.isOfBothEnds()) {
                LocalDate before = figure.period().first().minusDays(1);
                counts.add(new Count(count, part.over(new Period(before, before))));
            }
        }
    }

    /** Figures of the counts that figures with a number rest on, but that are not among them. */
    private Map<Table, List<Figure>> behind(List<Figure> figures, List<List<Count>> restsOn) {
        Set<CountedPart> known = counts(figures).keySet();
        Map<Table, List<Figure>> behind = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (hasNumber(figure)) {
                restsOn.get(i).stream()
                        .filter(count -> !known.contains(count.part))
                        .filter(count -> tallies(figure.measure()).noneMatch(count.tally::equals))
                        .forEach(count -> behind.computeIfAbsent(Table.of(count), this::figures));
            }
        }
        return behind;
    }

    private List<Figure> figures(Table table) {
        Measure measure = Measure.named("counted")
                .title(table.tally.name())
                .unit("rows")
                .definition(table.tally.name())
                .source("what figures rest on")
                .by(table.keys)
                .count(table.tally);
        return engine.figures(measure, ReportingPeriod.of(table.period), table.keys);
    }

    private static Figure suppressed(Figure figure) {
        return Figure.builder()
                .measure(figure.measure())
                .period(figure.period())
                .breakdown(figure.breakdown())
                .value(OptionalDouble.empty())
                .numerator(OptionalDouble.empty())
                .denominator(OptionalDouble.empty())
                .lower(OptionalDouble.empty())
                .upper(OptionalDouble.empty())
                .status(FigureStatus.SUPPRESSED)
                .conventions(figure.conventions())
                .build();
    }
}
