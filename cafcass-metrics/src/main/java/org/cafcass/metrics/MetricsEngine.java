package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cafcass.model.CaseId;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/**
 * Computes the figures of measures from an extract: built once, asked many times.
 *
 * <p>The engine is immutable and safe for any number of threads; its answers depend neither on the order of the extract's rows nor on
 * the number of threads.
 */
public final class MetricsEngine {
    private final ExtractColumns columns;
    private final WorkingDayCalendar calendar;
    private final Conventions conventions;
    private final Indexes indexes;
    private final @Nullable Map<Period, Moment> kept;

    /* What is made when first asked for, and kept for later questions: it changes what an answer costs, never the answer. */
    private static final class Indexes {
        final Map<KeysOfSubject, Layout> layouts = new ConcurrentHashMap<>();
        final Map<Moment.Asked, Optional<RunningTotals>> runningTotals = new ConcurrentHashMap<>();
    }

    private record KeysOfSubject(Subject subject, Set<BreakdownKey> by) {}

    private MetricsEngine(
            ExtractColumns columns,
            WorkingDayCalendar calendar,
            Conventions conventions,
            Indexes indexes,
            @Nullable Map<Period, Moment> kept) {
        this.columns = columns;
        this.calendar = calendar;
        this.conventions = conventions;
        this.indexes = indexes;
        this.kept = kept;
    }

    /** An engine over an extract, with the working days of England and Wales and no closure days. */
    public static MetricsEngine of(Extract extract) {
        return of(extract, WorkingDayCalendar.englandAndWales());
    }

    /** An engine over an extract, with a calendar of working days. */
    public static MetricsEngine of(Extract extract, WorkingDayCalendar calendar) {
        ExtractColumns columns = new ExtractColumns(extract);
        return new MetricsEngine(
                columns, Objects.requireNonNull(calendar, "calendar"), Conventions.DEFAULT, new Indexes(), null);
    }

    /** An engine over the same extract that computes by other conventions; it shares what this one has built. */
    public MetricsEngine with(Conventions otherConventions) {
        return new MetricsEngine(
                columns, calendar, Objects.requireNonNull(otherConventions, "conventions"), indexes, null);
    }

    /**
     * An engine over the same extract that keeps what it works out about the days of a figure, for other figures about the same days: for
     * many questions about few periods, as of a board pack. What it keeps goes with it. Of several threads that ask about the same days,
     * one at a time is answered.
     */
    public MetricsEngine keeping() {
        return kept == null
                ? new MetricsEngine(columns, calendar, conventions, indexes, new ConcurrentHashMap<>())
                : this;
    }

    private Moment moment(Period days) {
        return kept == null
                ? new Moment(columns, calendar, conventions, days)
                : kept.computeIfAbsent(days, unseen -> new Moment(columns, calendar, conventions, days));
    }

    /** The working days that it counts with. */
    public WorkingDayCalendar calendar() {
        return calendar;
    }

    /** The extract that the engine was built from. */
    public Extract extract() {
        return columns.extract;
    }

    /** The figure of a measure for the whole of its population; the first of them where it always carries keys. */
    public Figure figure(Measure measure, ReportingPeriod reporting) {
        return figures(measure, reporting).get(0);
    }

    /**
     * The figures of a measure, broken down by some keys: one for each cell, in the order of {@link Figure#ORDER}.
     *
     * <p>A cell appears when a row counted in the numerator or the denominator has its values; every area and region of the extract and
     * both laws always do. Where a file that the measure needs is missing, or a day that it needs is outside the calendar, there is
     * one figure, for the whole, that says so; where only a key needs a missing file, there is none.
     *
     * @param measure the measure
     * @param reporting the period and as-at day
     * @param by the keys; none for the whole
     * @throws IllegalArgumentException if the measure does not have one of the keys
     */
    public List<Figure> figures(Measure measure, ReportingPeriod reporting, BreakdownKey... by) {
        return figures(measure, reporting, List.of(by));
    }

    /** As {@link #figures(Measure, ReportingPeriod, BreakdownKey...)}. */
    public List<Figure> figures(Measure measure, ReportingPeriod reporting, Collection<BreakdownKey> by) {
        return partial(measure, reporting, by).map(PartialFigures::figures).orElse(List.of());
    }

    /**
     * The figures of several measures, each by each of several breakdowns that it has, in the order of {@link Figure#ORDER}: what
     * several of them need is worked out once.
     *
     * @param measures the measures
     * @param reporting the period and as-at day
     * @param breakdowns the breakdowns, the empty one for the whole; those that a measure does not have are passed over
     */
    public List<Figure> figures(
            Collection<Measure> measures,
            ReportingPeriod reporting,
            Collection<? extends Collection<BreakdownKey>> breakdowns) {
        MetricsEngine keeping = keeping();
        List<Collection<BreakdownKey>> finestFirst = new ArrayList<>(breakdowns);
        finestFirst.sort(Comparator.comparing((Collection<BreakdownKey> by) -> -by.size())
                .thenComparing(by -> !by.contains(BreakdownKey.AREA)));
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : new LinkedHashSet<>(measures)) {
            Set<Breakdown> told = new HashSet<>();
            for (Collection<BreakdownKey> by : finestFirst) {
                if (measure.hasKeys(by)) {
                    for (Figure figure : keeping.figures(measure, reporting, by)) {
                        if (told.add(figure.breakdown())) {
                            figures.add(figure);
                        }
                    }
                }
            }
        }
        return figures.stream().sorted(Figure.ORDER).toList();
    }

    /** The figures of a measure for each of several periods, in their order: a series. */
    public List<Figure> series(Measure measure, Collection<ReportingPeriod> reportings, Collection<BreakdownKey> by) {
        List<Figure> series = new ArrayList<>();
        for (ReportingPeriod reporting : reportings) {
            series.addAll(figures(measure, reporting, by));
        }
        return List.copyOf(series);
    }

    /**
     * What is open as at a day, by area and law, as plain numbers: for a caller who asks for many days and cells. Children are counted by
     * rows, whatever this engine's conventions.
     */
    public Snapshot snapshot(LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        return columns.dailyTotals()
                .flatMap(totals -> totals.snapshot(day))
                .orElseGet(() -> DailyTotals.scanned(columns, day));
    }

    /**
     * The cases behind a figure: those that its numerator counts, each once, in the order of the extract. A row that belongs to no case
     * has none, and a figure that is not available has none.
     *
     * @param figure a figure of this engine
     */
    public List<CaseId> casesBehind(Figure figure) {
        Subject subject = figure.measure().numerator().subject();
        return countedRows(figure, figure.measure().numerator())
                .map(row -> subject.caseRow(columns, row))
                .filter(row -> row != ABSENT)
                .map(columns.cases::extractRow)
                .sorted()
                .distinct()
                .mapToObj(row -> columns.extract.cases().get(row).caseId())
                .toList();
    }

    /**
     * How many rows a figure left out, by reason: those that its population has and its measure cannot count, such as an audit without a
     * grade. A reason for which nothing was left out is there with 0.
     *
     * @param figure a figure of this engine
     */
    public Map<String, Long> leftOut(Figure figure) {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        figure.measure()
                .leftOut()
                .forEach((reason, tally) -> leftOut.put(
                        reason, countedRows(figure, tally).distinct().count()));
        return Collections.unmodifiableMap(leftOut);
    }

    /** The rows that a tally counts over a figure's days in a figure's cell, by the keys of it that the tally has. */
    private IntStream countedRows(Figure figure, Tally tally) {
        if (figure.status() == FigureStatus.NOT_AVAILABLE) {
            return IntStream.empty();
        }
        Moment moment = new Moment(columns, calendar, conventions, figure.period());
        Breakdown cell = tally == figure.measure().numerator()
                ? figure.breakdown()
                : figure.breakdown().without(figure.measure().numeratorKeys());
        Set<BreakdownKey> by = cell.values().keySet();
        Contributions counted = moment.counted(tally, by.stream().anyMatch(tally::givesItself));
        Layout layout = layout(by, tally.subject());
        Layout.Grouping grouping = layout.group(tally, counted, by, moment);
        return counted.counted()
                .filter(i -> layout.breakdown(grouping.cell(grouping.number(i))).equals(cell))
                .map(counted::row);
    }

    // --------------------------------------------------------------------------

    /**
     * What a pass over this engine's extract gives for a measure, to be merged with that of other parts of the whole; empty where a key
     * needs a file that is missing.
     *
     * @param measure the measure
     * @param reporting the period and as-at day
     * @param by the keys; none for the whole
     * @throws IllegalArgumentException if the measure does not have one of the keys
     */
    public Optional<PartialFigures> partial(Measure measure, ReportingPeriod reporting, Collection<BreakdownKey> by) {
        Moment moment = moment(measure.daysOf(reporting));
        synchronized (moment) {
            return partial(measure, moment, by);
        }
    }

    /**
     * The table that a breakdown by a key needs and the extract lacks, also where the measure itself does not need it: by holder the
     * allocations, by report the reports.
     */
    public Optional<ExtractTable> missing(BreakdownKey key) {
        Optional<ExtractTable> needed = switch (key) {
            case HOLDER -> Optional.of(ExtractTable.ALLOCATIONS);
            case REPORT -> Optional.of(ExtractTable.REPORTS);
            default -> Optional.empty();
        };
        return needed.filter(table -> !columns.extract.has(table));
    }

    private Optional<PartialFigures> partial(Measure measure, Moment moment, Collection<BreakdownKey> asked) {
        Set<BreakdownKey> by = keys(measure, asked);
        Layout layout = layout(by, measure.numerator().subject());
        Set<ExtractTable> missing = missing(measure);
        if (!missing.isEmpty()) {
            return Optional.of(unavailable(
                    measure,
                    moment,
                    layout,
                    "missing: " + missing.stream().map(ExtractTable::fileName).collect(Collectors.joining(", "))));
        }
        if (by.stream().anyMatch(key -> missing(key).isPresent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pass(moment, layout).over(measure));
        } catch (DateTimeException outsideCalendar) {
            return Optional.of(unavailable(measure, moment, layout, String.valueOf(outsideCalendar.getMessage())));
        }
    }

    private Layout layout(Set<BreakdownKey> by, Subject subject) {
        return indexes.layouts.computeIfAbsent(
                new KeysOfSubject(subject, Set.copyOf(by)), keys -> Layout.of(by, subject, columns));
    }

    private PartialFigures unavailable(Measure measure, Moment moment, Layout layout, String why) {
        return new PartialFigures(
                measure, moment.period(), conventions, layout, Map.of(), Map.of(), Map.of(), List.of(), why);
    }

    private static Set<BreakdownKey> keys(Measure measure, Collection<BreakdownKey> asked) {
        EnumSet<BreakdownKey> by = EnumSet.noneOf(BreakdownKey.class);
        by.addAll(asked);
        by.addAll(measure.carriedKeys());
        if (!measure.hasKeys(by)) {
            String lacking = by.stream()
                    .filter(key -> !measure.hasKeys(Set.of(key)))
                    .map(BreakdownKey::code)
                    .sorted()
                    .collect(Collectors.joining(", "));
            String has =
                    measure.keys().stream().map(BreakdownKey::code).sorted().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("Cannot break down " + measure + " by " + lacking
                    + (has.isEmpty() ? ": it has no breakdown" : ": it has " + has));
        }
        return by;
    }

    private Set<ExtractTable> missing(Measure measure) {
        EnumSet<ExtractTable> missing = EnumSet.noneOf(ExtractTable.class);
        missing.addAll(measure.numerator().needs());
        measure.denominator().ifPresent(tally -> missing.addAll(tally.needs()));
        missing.removeIf(columns.extract::has);
        return missing;
    }

    /** A pass over the rows for the days of one moment, into the cells of one breakdown. */
    private final class Pass {
        private final Moment moment;
        private final Layout layout;

        Pass(Moment moment, Layout layout) {
            this.moment = moment;
            this.layout = layout;
        }

        PartialFigures over(Measure measure) {
            Set<BreakdownKey> by = EnumSet.noneOf(BreakdownKey.class);
            by.addAll(layout.keys());
            boolean distributed = measure.statistic() instanceof Statistic.Distribution;
            return new PartialFigures(
                    measure,
                    moment.period(),
                    conventions,
                    layout,
                    distributed ? Map.of() : sums(measure.numerator(), by),
                    measure.denominator()
                            .map(tally -> sums(tally, PartialFigures.denominatorKeys(measure, by)))
                            .orElse(Map.of()),
                    distributed ? amounts(measure.numerator(), by) : Map.of(),
                    measure.countsIdentities() ? columns.children.childIds : List.of(),
                    null);
        }

        private Map<Long, Sum> sums(Tally tally, Set<BreakdownKey> keys) {
            return moment.sums(tally, layout, keys, () -> addedUp(tally, keys).orElseGet(() -> workedOut(tally, keys)));
        }

        /* From the sums by more keys, where these are known already: each row has one cell of them. */
        private Optional<Map<Long, Sum>> addedUp(Tally tally, Set<BreakdownKey> keys) {
            return countsDistinctChildren(tally)
                    ? Optional.empty()
                    : moment.sums(tally).entrySet().stream()
                            .filter(known -> known.getKey().by().stream().noneMatch(tally::givesItself))
                            .filter(known -> tells(known.getKey().by(), keys))
                            .findFirst()
                            .map(known ->
                                    addedUp(known.getValue(), known.getKey().layout(), keys));
        }

        private Map<Long, Sum> addedUp(Map<Long, Sum> finer, Layout finerLayout, Set<BreakdownKey> keys) {
            LongUnaryOperator onto = finerLayout.onto(layout, keys, columns.areas.region);
            Map<Long, Sum> sums = new HashMap<>();
            finer.forEach((cell, sum) -> sums.merge(onto.applyAsLong(cell), sum, Sum::plus));
            return sums;
        }

        private static boolean tells(Set<BreakdownKey> finer, Set<BreakdownKey> keys) {
            return keys.stream()
                    .allMatch(key ->
                            finer.contains(key) || key == BreakdownKey.REGION && finer.contains(BreakdownKey.AREA));
        }

        private Map<Long, Sum> workedOut(Tally tally, Set<BreakdownKey> keys) {
            Map<Long, Sum> sums = indexedSums(tally, keys)
                    .or(() -> runningSums(tally, keys))
                    .orElseGet(() -> scannedSums(tally, keys));
            Tally.Difference difference = tally.difference();
            if (difference != null) {
                sums(difference.subtrahend(), keys).forEach((cell, sum) -> sums.merge(cell, sum.negated(), Sum::plus));
            }
            return sums;
        }

        private boolean countsDistinctChildren(Tally tally) {
            return tally.subject() == Subject.CHILD && conventions.children() == Conventions.Children.DISTINCT;
        }

        private Optional<Map<Long, Sum>> indexedSums(Tally tally, Set<BreakdownKey> keys) {
            return countsDistinctChildren(tally)
                    ? Optional.empty()
                    : Optional.ofNullable(tally.index()).flatMap(index -> index.sums(moment, layout, keys));
        }

        private Optional<Map<Long, Sum>> runningSums(Tally tally, Set<BreakdownKey> keys) {
            return Optional.ofNullable(tally.steadyBy())
                    .map(day -> day.apply(columns))
                    .filter(days -> RunningTotals.serve(days, keys, moment))
                    .flatMap(days -> indexes.runningTotals.computeIfAbsent(
                            new Moment.Asked(tally, layout, Set.copyOf(keys)),
                            asked -> RunningTotals.of(tally, days, layout, keys, columns, calendar)))
                    .map(totals -> totals.sums(moment));
        }

        private Map<Long, Sum> scannedSums(Tally tally, Set<BreakdownKey> keys) {
            Contributions counted = moment.counted(tally, keys.stream().anyMatch(tally::givesItself));
            Layout.Grouping grouping = moment.group(tally, counted, layout, keys);
            return countsDistinctChildren(tally) ? distinctChildren(counted, grouping) : counted.sums(grouping);
        }

        private Map<Long, Sum> distinctChildren(Contributions counted, Layout.Grouping grouping) {
            Map<Long, Set<Integer>> childrenOfCell = new HashMap<>();
            counted.counted()
                    .forEach(i -> childrenOfCell
                            .computeIfAbsent(grouping.cell(grouping.number(i)), cell -> new HashSet<>())
                            .add(columns.children.childId[counted.row(i)]));
            Map<Long, Sum> sums = new HashMap<>();
            childrenOfCell.forEach((cell, children) -> sums.put(cell, new Sum(children.size(), null)));
            return sums;
        }

        private Map<Long, Amounts> amounts(Tally tally, Set<BreakdownKey> by) {
            return moment.amounts(
                    tally,
                    layout,
                    by,
                    () -> Optional.ofNullable(tally.index())
                            .flatMap(index -> index.amounts(moment, layout, by))
                            .orElseGet(() -> scannedAmounts(tally, by)));
        }

        private Map<Long, Amounts> scannedAmounts(Tally tally, Set<BreakdownKey> by) {
            Contributions counted = moment.counted(tally, by.stream().anyMatch(tally::givesItself));
            return counted.amounts(moment.group(tally, counted, layout, by));
        }
    }
}
