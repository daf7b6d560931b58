package org.cafcass.metrics;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.disclosure.LinkedCounts;
import org.cafcass.metrics.disclosure.Suppression;

/**
 * Hides small counts, and what gives them away, in figures that are to be published.
 *
 * <p>Counts of 1 to 5 are hidden, and as few others as keep them from being worked out, by the rule of {@link
 * org.cafcass.metrics.disclosure}; numerators and denominators are counts as well, and so is what a numerator leaves of its
 * denominator. A reader is taken to know all that the measures' definitions say of counts together: what {@link CountLinks} lists. A rate,
 * mean, quantile or difference is hidden where a count that it rests on is. A hidden figure has the status {@link
 * FigureStatus#SUPPRESSED} and no number at all. Where such a count is not among the figures it is worked out, and treated as if it were:
 * the fte of three people is that of three people also where the headcount is not published.
 *
 * <p>This class is immutable.
 */
public final class DisclosureControl {
    /** Of what is no count, how many it is of. */
    private static final Map<String, Tally> COUNTS_OF_AMOUNTS = Map.of(
            Tallies.DAYS_TO_CLOSE.name(), Tallies.CASES_CLOSED,
            Tallies.OPEN_DAYS.name(), Tallies.OPEN_CASES,
            Tallies.AGES_UNDER_OBSERVATION.name(), Tallies.CASES_CLOSED,
            Tallies.MODERATED_GRADES.name(), Tallies.AUDITS_GRADED,
            Tallies.FTE_OF_ADVISERS.name(), Tallies.ADVISERS_WITH_CASES);

    /* No measure of the catalogue: nobody asked for it, but two loads tell it. */
    private static final Measure CASES_HELD_OTHERWISE = Measure.named("cases-held-otherwise-than-as-lead")
            .title("Cases held otherwise than as lead")
            .unit("cases")
            .definition("Open cases that family court advisers employed as at D hold on duty, in a hub or as support.")
            .source("what the loads of the catalogue differ by")
            .asAtDay()
            .by(Measures.CASELOAD_MEAN.keys())
            .count(Tallies.CASES_HELD_OTHERWISE);

    /** A measure that has the count that others rest on, by the count's name. */
    private static final Map<String, Measure> MEASURES_OF_COUNTS = Map.of(
            Tallies.CASES_RECEIVED.name(), Measures.CASES_RECEIVED,
            Tallies.CASES_CLOSED.name(), Measures.CASES_CLOSED,
            Tallies.OPEN_CASES.name(), Measures.OPEN_CASES,
            Tallies.CASES_HELD_OTHERWISE.name(), CASES_HELD_OTHERWISE,
            Tallies.AUDITS_GRADED.name(), Measures.AUDIT_GOOD_OR_OUTSTANDING_PERCENT,
            Tallies.EMPLOYED.name(), Measures.HEADCOUNT,
            Tallies.ADVISERS_WITH_CASES.name(), Measures.CASELOAD_MEAN);

    private static final Set<String> NAMES_OF_COUNTS = Measures.all().stream()
            .filter(DisclosureControl::isCount)
            .map(measure -> measure.numerator().name())
            .collect(Collectors.toSet());

    private static final Set<String> NAMES_OF_STOCKS = namesOfTallies(Measure::isStock);

    private static final Set<String> NAMES_OF_TALLIES = namesOfTallies(measure -> true);

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
     * @param exposed those of them that may be hidden in vain: they rest on a count that an earlier publication shows or gives away, or for
     *     which no proof of protection was found, which does not mean that it can be worked out
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
        Suppression<CountedPart> suppression = suppression(figures, earlier);
        List<Figure> shown = new ArrayList<>();
        List<Figure> exposed = new ArrayList<>();
        for (Figure figure : figures) {
            List<CountedPart> counts = restsOn(figure);
            Figure asShown = counts.stream().anyMatch(suppression::hides) ? suppressed(figure) : figure;
            shown.add(asShown);
            if (counts.stream().anyMatch(suppression.exposed()::contains)) {
                exposed.add(asShown);
            }
        }
        return new Publication(shown, exposed);
    }

    Suppression<CountedPart> suppression(List<Figure> figures, List<Figure> earlier) {
        List<Figure> both = new ArrayList<>(figures);
        both.addAll(countsBehind(figures));
        Map<CountedPart, Long> all = new LinkedHashMap<>(counts(both));
        Map<CountedPart, Long> known = counts(earlier);
        known.forEach(all::putIfAbsent);
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
        Map<CountedPart, Double> numbers = new LinkedHashMap<>();
        Set<String> noCounts = new HashSet<>(Set.of(Tallies.WORKING_DAYS.name()));
        for (Figure figure : figures) {
            Measure measure = figure.measure();
            if (measure.statistic() instanceof Statistic.Ratio) {
                if (!measure.unit().equals("percent")
                        && !measure.unit().contains(" per ")
                        && !NAMES_OF_COUNTS.contains(measure.numerator().name())) {
                    noCounts.add(measure.numerator().name());
                }
                figure.numerator().ifPresent(number -> numbers.put(numerator(figure), number));
                figure.denominator().ifPresent(number -> numbers.put(denominator(figure), number));
            } else if (isCount(measure)) {
                figure.value().ifPresent(number -> numbers.put(numerator(figure), number));
            }
        }
        numbers.forEach((cell, number) -> {
            if (number < 0 || number != Math.rint(number)) {
                noCounts.add(cell.counted());
            }
        });
        Map<CountedPart, Long> counts = new LinkedHashMap<>();
        numbers.forEach((cell, number) -> {
            if (!noCounts.contains(cell.counted())) {
                counts.put(cell, number.longValue());
            }
        });
        return counts;
    }

    private static Set<String> namesOfTallies(Predicate<Measure> ofThose) {
        return Measures.all().stream()
                .filter(ofThose)
                .flatMap(measure -> Stream.concat(Stream.of(measure.numerator()), measure.denominator().stream()))
                .map(Tally::name)
                .collect(Collectors.toSet());
    }

    static boolean isCount(Measure measure) {
        return measure.statistic() instanceof Statistic.Count
                ? measure.numerator().difference() == null
                : measure.countsIdentities();
    }

    static CountedPart numerator(Figure figure) {
        return counted(figure, figure.measure().numerator());
    }

    static CountedPart denominator(Figure figure) {
        Map<BreakdownKey, String> part = new TreeMap<>(figure.breakdown().values());
        part.keySet().removeAll(figure.measure().numeratorKeys());
        CountedPart counted = counted(figure, figure.measure().denominator().orElseThrow());
        return new CountedPart(counted.counted(), counted.period(), part);
    }

    /** What counts are of, without the value of each key. */
    private record Table(String counted, Period period, Set<BreakdownKey> keys) {
        static Table of(CountedPart count) {
            return new Table(count.counted(), count.period(), count.part().keySet());
        }
    }

    /** Figures of the counts that figures rest on, but that are not among them. */
    private List<Figure> countsBehind(List<Figure> figures) {
        Set<CountedPart> known = counts(figures).keySet();
        Set<Table> asked = new LinkedHashSet<>();
        for (Figure figure : figures) {
            for (CountedPart count : restsOn(figure)) {
                if (MEASURES_OF_COUNTS.containsKey(count.counted()) && !known.contains(count)) {
                    asked.add(Table.of(count));
                }
            }
        }
        return asked.stream().flatMap(table -> figures(table).stream()).toList();
    }

    private List<Figure> figures(Table table) {
        Measure measure = requireNonNull(MEASURES_OF_COUNTS.get(table.counted), table.counted);
        if (!measure.hasKeys(table.keys)) {
            return List.of();
        }
        Set<BreakdownKey> keys = new LinkedHashSet<>(table.keys);
        keys.removeAll(measure.carriedKeys());
        return engine.figures(List.of(measure), ReportingPeriod.of(table.period), List.of(keys));
    }

    /** The counts that give a figure away: its own, its numerator and denominator, what it is the difference or a quantile of. */
    private static List<CountedPart> restsOn(Figure figure) {
        Measure measure = figure.measure();
        List<CountedPart> cells = new ArrayList<>(List.of(numerator(figure)));
        if (measure.denominator().isPresent()) {
            cells.add(denominator(figure));
        }
        Tally.Difference difference = measure.numerator().difference();
        if (difference != null) {
            for (Tally part : List.of(difference.minuend(), difference.subtrahend())) {
                cells.add(counted(figure, part));
                amount(figure, part, cells);
            }
        }
        measure.denominator().ifPresent(denominator -> amount(figure, denominator, cells));
        amount(figure, measure.numerator(), cells);
        return cells;
    }

    /*
     * What is said of advisers rests on how many there are. Loads and other amounts of a caller's rest on those with cases too; and on the
     * cases that they hold otherwise than as lead, which are what two loads differ by.
     */
    private static void amount(Figure figure, Tally amount, List<CountedPart> cells) {
        Tally count = COUNTS_OF_AMOUNTS.get(amount.name());
        if (count != null) {
            cells.add(counted(figure, count));
        }
        if (amount.subject() == Subject.ADVISER) {
            cells.add(counted(figure, Tallies.EMPLOYED));
            if (!NAMES_OF_TALLIES.contains(amount.name())) {
                cells.add(counted(figure, Tallies.ADVISERS_WITH_CASES));
                cells.add(counted(figure, Tallies.CASES_HELD_OTHERWISE));
            }
        }
    }

    /* A stock is the same count in a figure over a period: disposition time has the open cases as at its last day. */
    private static CountedPart counted(Figure figure, Tally tally) {
        LocalDate last = figure.period().last();
        return new CountedPart(
                tally.name(),
                NAMES_OF_STOCKS.contains(tally.name()) ? new Period(last, last) : figure.period(),
                new TreeMap<>(figure.breakdown().values()));
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
