package org.cafcass.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cafcass.metrics.disclosure.LinkedCounts;
import org.cafcass.metrics.disclosure.Suppression;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;

/**
 * Hides small counts, and what gives them away, in figures that are to be published.
 *
 * <p>Counts of 1 to 5 are hidden, and as few others as keep them from being worked out, by the rule of {@link
 * org.cafcass.metrics.disclosure}; numerators and denominators are counts as well. The totals that a reader is taken to know: each key's
 * values, together, of what they break down; the areas of a region; the applications of a law; private law by completion; section 7
 * reports and their addenda. A rate, mean, quantile or difference is hidden where a count that it rests on is. A hidden figure has the
 * status {@link FigureStatus#SUPPRESSED} and no number at all.
 *
 * <p>This class is immutable.
 */
public final class DisclosureControl {
    private static final Map<String, Tally> COUNTS_OF_AMOUNTS = Map.of(
            Tallies.DAYS_TO_CLOSE.name(), Tallies.CASES_CLOSED,
            Tallies.OPEN_DAYS.name(), Tallies.OPEN_CASES,
            Tallies.AGES_UNDER_OBSERVATION.name(), Tallies.CASES_CLOSED);

    private static final Set<String> NAMES_OF_COUNTS = Measures.all().stream()
            .filter(DisclosureControl::isCount)
            .map(measure -> measure.numerator().name())
            .collect(Collectors.toSet());

    /** One count: what is counted, over which days, of which part. */
    private record Cell(String counted, Period period, Map<BreakdownKey, String> part) {
        Cell without(BreakdownKey key) {
            Map<BreakdownKey, String> less = new TreeMap<>(part);
            less.remove(key);
            return new Cell(counted, period, less);
        }

        Cell with(BreakdownKey key, String value) {
            Map<BreakdownKey, String> more = new TreeMap<>(part);
            more.put(key, value);
            return new Cell(counted, period, more);
        }

        Optional<String> value(BreakdownKey key) {
            return Optional.ofNullable(part.get(key));
        }
    }

    private final Map<String, String> regionOfArea;

    private DisclosureControl(Map<String, String> regionOfArea) {
        this.regionOfArea = regionOfArea;
    }

    /** Disclosure control of figures about these areas. */
    public static DisclosureControl of(Collection<Area> areas) {
        Map<String, String> regions = new LinkedHashMap<>();
        areas.forEach(area -> regions.put(area.areaCode().value(), area.region()));
        return new DisclosureControl(regions);
    }

    /** The figures, in the order given, with what must be hidden hidden. All that is to be published together belongs in one call. */
    public List<Figure> publish(List<Figure> figures) {
        return publish(figures, List.of());
    }

    /**
     * The figures, with what must be hidden hidden from a reader who has an earlier publication too.
     *
     * @param earlier the figures of the earlier publication as it was published; of those that have the same value now the reader
     *     knows the value
     */
    public List<Figure> publish(List<Figure> figures, List<Figure> earlier) {
        Map<Cell, Long> counts = counts(figures);
        Map<Cell, Long> known = counts(earlier);
        LinkedCounts.Builder<Cell> linked = LinkedCounts.builder();
        counts.forEach(linked::count);
        totals(counts.keySet()).forEach(linked::total);
        counts.forEach((cell, count) -> {
            if (count.equals(known.get(cell))) {
                linked.published(cell);
            }
        });
        Suppression<Cell> suppression = linked.build().suppress();
        return figures.stream()
                .map(figure -> restsOn(figure).stream().anyMatch(suppression::hides) ? suppressed(figure) : figure)
                .toList();
    }

    private static Map<Cell, Long> counts(List<Figure> figures) {
        Map<Cell, Double> numbers = new LinkedHashMap<>();
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
                noCounts.add(cell.counted);
            }
        });
        Map<Cell, Long> counts = new LinkedHashMap<>();
        numbers.forEach((cell, number) -> {
            if (!noCounts.contains(cell.counted)) {
                counts.put(cell, number.longValue());
            }
        });
        return counts;
    }

    private static boolean isCount(Measure measure) {
        return measure.statistic() instanceof Statistic.Count
                ? measure.numerator().subtracted() == null
                : measure.countsIdentities();
    }

    private static Cell numerator(Figure figure) {
        return new Cell(
                figure.measure().numerator().name(),
                figure.period(),
                new TreeMap<>(figure.breakdown().values()));
    }

    private static Cell denominator(Figure figure) {
        Map<BreakdownKey, String> part = new TreeMap<>(figure.breakdown().values());
        part.keySet().removeAll(figure.measure().numeratorKeys());
        return new Cell(figure.measure().denominator().orElseThrow().name(), figure.period(), part);
    }

    /** The counts that give a figure away: its own, its numerator and denominator, what it is the difference or a quantile of. */
    private static List<Cell> restsOn(Figure figure) {
        Measure measure = figure.measure();
        List<Cell> cells = new ArrayList<>(List.of(numerator(figure)));
        if (measure.denominator().isPresent()) {
            cells.add(denominator(figure));
        }
        Tally subtracted = measure.numerator().subtracted();
        if (subtracted != null) {
            cells.add(counted(figure, Tallies.CASES_RECEIVED));
            cells.add(counted(figure, subtracted));
        }
        Tally count = COUNTS_OF_AMOUNTS.get(measure.numerator().name());
        if (count != null) {
            cells.add(counted(figure, count));
        }
        return cells;
    }

    private static Cell counted(Figure figure, Tally tally) {
        return new Cell(
                tally.name(), figure.period(), new TreeMap<>(figure.breakdown().values()));
    }

    private Map<Cell, List<Cell>> totalsOver(BreakdownKey key, Set<Cell> cells) {
        Map<Cell, List<Cell>> totals = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.part.containsKey(key) && !isTotalItself(cell, key)) {
                totals.computeIfAbsent(cell.without(key), whole -> new ArrayList<>())
                        .add(cell);
            }
        }
        return totals;
    }

    private static boolean isTotalItself(Cell cell, BreakdownKey key) {
        return key == BreakdownKey.REPORT
                && cell.value(key).filter("section_7_all"::equals).isPresent();
    }

    private Totals totals(Set<Cell> cells) {
        Totals totals = new Totals(cells);
        for (BreakdownKey key : BreakdownKey.values()) {
            totalsOver(key, cells).forEach(totals::add);
        }
        grouped(BreakdownKey.AREA, BreakdownKey.REGION, regionOfArea, cells).forEach(totals::add);
        grouped(BreakdownKey.APPLICATION, BreakdownKey.LAW, lawOfApplication(), cells)
                .forEach(totals::add);
        grouped(
                        BreakdownKey.COMPLETION,
                        BreakdownKey.LAW,
                        Set.of(Completion.values()).stream()
                                .collect(Collectors.toMap(Completion::code, completion -> Law.PRIVATE.code())),
                        cells)
                .forEach(totals::add);
        grouped(
                        BreakdownKey.REPORT,
                        BreakdownKey.REPORT,
                        Map.of(
                                ReportKind.SECTION_7.code(), "section_7_all",
                                ReportKind.SECTION_7_ADDENDUM.code(), "section_7_all"),
                        cells)
                .forEach(totals::add);
        return totals;
    }

    private static Map<String, String> lawOfApplication() {
        Map<String, String> laws = new LinkedHashMap<>();
        for (Application application : Application.values()) {
            laws.put(application.code(), application.law().code());
        }
        return laws;
    }

    /** Cells by a key, under the cell of the group that their value belongs to. */
    private static Map<Cell, List<Cell>> grouped(
            BreakdownKey key, BreakdownKey groupKey, Map<String, String> groupOf, Set<Cell> cells) {
        Map<Cell, List<Cell>> totals = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Optional<String> group = cell.value(key).map(groupOf::get);
            if (group.isPresent() && (key == groupKey || !cell.part.containsKey(groupKey))) {
                totals.computeIfAbsent(cell.without(key).with(groupKey, group.get()), whole -> new ArrayList<>())
                        .add(cell);
            }
        }
        return totals;
    }

    /** Totals that are published themselves. */
    private static final class Totals {
        private final Set<Cell> cells;
        private final Map<Cell, Set<Set<Cell>>> totals = new LinkedHashMap<>();

        Totals(Set<Cell> cells) {
            this.cells = cells;
        }

        void add(Cell total, List<Cell> parts) {
            if (cells.contains(total)) {
                totals.computeIfAbsent(total, whole -> new LinkedHashSet<>()).add(new LinkedHashSet<>(parts));
            }
        }

        void forEach(java.util.function.BiConsumer<Cell, Set<Cell>> total) {
            totals.forEach((whole, all) -> all.forEach(parts -> total.accept(whole, parts)));
        }
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
