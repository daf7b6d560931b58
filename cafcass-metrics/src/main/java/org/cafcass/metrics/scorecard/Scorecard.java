package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Area;
import org.cafcass.model.extract.Extract;
import org.jspecify.annotations.Nullable;

/**
 * A named list of indicators.
 *
 * <p>As JSON: {@code {"name", "title", "source", "regions": ["London"], "indicators": [{"name", "pillar", "measure", "breakdown": {"law": "public"}, "judged",
 * "better", "green", "amber", "decimals", "least", "target": {"value", "by", "since"}, "levels": ["national", "region", "area"]}]}}; regions
 * (everywhere), pillar, breakdown, judged (value), amber (as green), decimals (unrounded), least (1), target and levels (all) may be left out.
 *
 * @param name the name
 * @param title the name in words
 * @param source where its thresholds come from
 * @param regions the regions that its thresholds and targets are for, alone; empty for everywhere
 * @param indicators the indicators
 */
public record Scorecard(String name, String title, String source, List<String> regions, List<Indicator> indicators) {
    private static final List<String> SHIPPED =
            List.of("prioritisation-2022", "duration-rag", "strategic-plan", "london-2025");

    /**
     * Makes a scorecard.
     *
     * @throws IllegalArgumentException if there are no indicators, or two of one name, or a region stands twice or has no name
     */
    public Scorecard {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        regions = List.copyOf(regions);
        indicators = List.copyOf(indicators);
        if (regions.stream().anyMatch(String::isBlank) || new HashSet<>(regions).size() < regions.size()) {
            throw new IllegalArgumentException("Invalid scorecard " + name + ": a region stands twice or has no name");
        }
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("Invalid scorecard " + name + ": no indicators");
        }
        Set<String> names = new HashSet<>();
        for (Indicator indicator : indicators) {
            if (!names.add(indicator.name())) {
                throw new IllegalArgumentException(
                        "Invalid scorecard " + name + ": two indicators " + indicator.name());
            }
        }
    }

    /** The names of the scorecards that ship with the library. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * A scorecard that ships with the library.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Scorecard named(String name) {
        if (!SHIPPED.contains(name)) {
            throw new IllegalArgumentException(
                    "Invalid scorecard: " + name + " (one of " + String.join(", ", SHIPPED) + ")");
        }
        try (InputStream json = requireNonNull(Scorecard.class.getResourceAsStream(name + ".json"), name)) {
            return parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a scorecard from JSON.
     *
     * @throws IllegalArgumentException if the text is no such scorecard; the message says where and why
     */
    public static Scorecard parse(String json) {
        return ScorecardJson.parse(json);
    }

    /** This scorecard as JSON, every field written out; {@link #parse} reads an equal one. */
    public String json() {
        return ScorecardJson.write(this);
    }

    /**
     * Rates all indicators for the nation, each region and each area, the catalogue's measures and two of this package's known: {@code
     * open-cases-over-90-weeks} and {@code open-cases-over-100-weeks}.
     *
     * @param engine the engine over the extract; the ratings that people have entered are the extract's, up to the as-at day
     * @param reporting the period and as-at day
     * @param previous what changes are counted from where the target doesn't say since when
     * @param further measures of your own, or of other modules; an indicator without a figure for the nation is missing there
     */
    public RatedScorecard rate(
            MetricsEngine engine, ReportingPeriod reporting, ReportingPeriod previous, Collection<Measure> further) {
        return rate(figures(engine, reporting, previous, further), reporting, previous, engine.extract());
    }

    /** As {@link #figures(MetricsEngine, ReportingPeriod, ReportingPeriod, List, Collection)}, without months. */
    public List<Figure> figures(
            MetricsEngine engine, ReportingPeriod reporting, ReportingPeriod previous, Collection<Measure> further) {
        return figures(engine, reporting, previous, List.of(), further);
    }

    /**
     * The figures that the indicators are rated on, those that changes are counted from and those of the months among them.
     *
     * @param engine the engine over the extract
     * @param reporting the period and as-at day
     * @param previous what changes are counted from where the target doesn't say since when
     * @param months the months up to the as-at day, oldest first
     * @param further measures of your own, or of other modules
     */
    public List<Figure> figures(
            MetricsEngine engine,
            ReportingPeriod reporting,
            ReportingPeriod previous,
            List<ReportingPeriod> months,
            Collection<Measure> further) {
        Map<String, Measure> measures = new HashMap<>();
        Measures.all().forEach(measure -> measures.put(measure.name(), measure));
        AgeMeasures.ALL.forEach(measure -> measures.put(measure.name(), measure));
        further.forEach(measure -> measures.put(measure.name(), measure));
        Map<ReportingPeriod, Map<List<Set<BreakdownKey>>, Set<Measure>>> asked = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            Measure measure = measures.get(indicator.measure());
            if (measure != null) {
                List<Set<BreakdownKey>> breakdowns = Arrays.stream(Level.values())
                        .map(level -> keys(indicator, level))
                        .toList();
                Set<ReportingPeriod> periods =
                        new LinkedHashSet<>(List.of(reporting, previous, since(indicator, previous)));
                periods.addAll(distinctDays(measure, months));
                periods.forEach(period -> asked.computeIfAbsent(period, first -> new LinkedHashMap<>())
                        .computeIfAbsent(breakdowns, first -> new LinkedHashSet<>())
                        .add(measure));
            }
        }
        Set<Figure> figures = new LinkedHashSet<>();
        asked.forEach((period, byBreakdowns) -> byBreakdowns.forEach(
                (breakdowns, ofThem) -> figures.addAll(engine.figures(ofThem, period, breakdowns))));
        return List.copyOf(figures);
    }

    /** As {@link #rate(Collection, ReportingPeriod, ReportingPeriod, List, Extract)}, without months. */
    public RatedScorecard rate(
            Collection<Figure> figures, ReportingPeriod reporting, ReportingPeriod previous, Extract extract) {
        return rate(figures, reporting, previous, List.of(), extract);
    }

    /**
     * Rates all indicators on figures, such as those that may be published; one without a figure for the nation, or for a region that the
     * scorecard is for, is missing there. Where it is for some regions, the nation and what lies elsewhere have their numbers, but are
     * {@link CellStatus#NOT_APPLICABLE}.
     *
     * @param figures figures, those of {@link #figures} among them
     * @param reporting the period and as-at day
     * @param previous what changes are counted from where the target doesn't say since when
     * @param months the months up to the as-at day, oldest first, from which a cell's {@link Trend} comes; none for none. Where their
     *     figures share days, as those of a measure over 12 months do, there is no trend
     * @param extract what the figures are of: it says in which region an area lies, and has the ratings that people have entered; those up
     *     to the as-at day count
     */
    public RatedScorecard rate(
            Collection<Figure> figures,
            ReportingPeriod reporting,
            ReportingPeriod previous,
            List<ReportingPeriod> months,
            Extract extract) {
        Set<String> named = indicators.stream().map(Indicator::measure).collect(Collectors.toSet());
        Map<String, Map<Period, Map<Set<BreakdownKey>, List<Figure>>>> byMeasure = figures.stream()
                .filter(figure -> named.contains(figure.measure().name()))
                .collect(Collectors.groupingBy(
                        figure -> figure.measure().name(),
                        Collectors.groupingBy(
                                Figure::period,
                                Collectors.groupingBy(
                                        figure -> figure.breakdown().values().keySet()))));
        EnteredRatings entered = EnteredRatings.of(extract.ratings(), reporting.asAt());
        Predicate<Breakdown> isFor = isFor(extract.areas());
        List<Cell> cells = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Map<Period, Map<Set<BreakdownKey>, List<Figure>>> ofMeasure =
                    byMeasure.getOrDefault(indicator.measure(), Map.of());
            Map<Breakdown, Figure> now = byPart(ofMeasure, indicator, reporting);
            if (!now.containsKey(Breakdown.whole())) {
                cells.add(
                        indicator.missing(Breakdown.whole(), reporting.asAt(), "no figure of " + indicator.measure()));
            }
            for (String region : regions) {
                Breakdown part = Breakdown.of(BreakdownKey.REGION, region);
                if (!now.containsKey(part)) {
                    cells.add(indicator.missing(
                            part, reporting.asAt(), "no figure of " + indicator.measure() + " in " + region));
                }
            }
            Map<Breakdown, Figure> before = byPart(ofMeasure, indicator, previous);
            Map<Breakdown, Figure> baseline = byPart(ofMeasure, indicator, since(indicator, previous));
            Map<ReportingPeriod, Map<Breakdown, Figure>> byMonth = new LinkedHashMap<>();
            measure(ofMeasure)
                    .ifPresent(measure -> distinctDays(measure, months)
                            .forEach(month -> byMonth.put(month, byPart(ofMeasure, indicator, month))));
            now.forEach((part, figure) -> {
                Reading reading = Reading.of(figure)
                        .withPrevious(value(before, part))
                        .withBaseline(value(baseline, part))
                        .withMonths(byMonth.entrySet().stream()
                                .map(month -> reading(
                                        month.getValue().get(part),
                                        month.getKey().asAt()))
                                .toList());
                Cell cell = isFor.test(part)
                        ? indicator.rate(part, reading)
                        : indicator.notFor(part, reading, String.join(" or ", regions));
                cells.add(cell.with(entered.of(indicator, part)));
            });
        }
        return new RatedScorecard(this, cells, entered);
    }

    /** Whether it is for a part: one of its regions, or an area in one. */
    private Predicate<Breakdown> isFor(List<Area> areas) {
        Set<Breakdown> parts = new HashSet<>();
        regions.forEach(region -> parts.add(Breakdown.of(BreakdownKey.REGION, region)));
        areas.stream()
                .filter(area -> regions.contains(area.region()))
                .forEach(area -> parts.add(
                        Breakdown.of(BreakdownKey.AREA, area.areaCode().value())));
        return regions.isEmpty() ? part -> true : parts::contains;
    }

    private static Reading reading(@Nullable Figure figure, LocalDate asAt) {
        return figure == null ? Reading.none(asAt) : Reading.of(figure);
    }

    private static OptionalDouble value(Map<Breakdown, Figure> figures, Breakdown part) {
        Figure figure = figures.get(part);
        return figure == null ? OptionalDouble.empty() : figure.value();
    }

    /* A value that shares days with the one before it moves little by itself: no chart's limits hold for it. */
    private static List<ReportingPeriod> distinctDays(Measure measure, List<ReportingPeriod> months) {
        for (int i = 1; i < months.size(); i++) {
            LocalDate last = measure.daysOf(months.get(i - 1)).last();
            if (!measure.daysOf(months.get(i)).first().isAfter(last)) {
                return List.of();
            }
        }
        return months;
    }

    private static ReportingPeriod since(Indicator indicator, ReportingPeriod previous) {
        return indicator
                .target()
                .flatMap(Target::since)
                .map(ReportingPeriod::asAt)
                .orElse(previous);
    }

    private static Set<BreakdownKey> keys(Indicator indicator, Level level) {
        Set<BreakdownKey> keys = EnumSet.noneOf(BreakdownKey.class);
        keys.addAll(indicator.breakdown().keySet());
        keys.addAll(level.keys());
        return keys;
    }

    private static Optional<Measure> measure(Map<Period, Map<Set<BreakdownKey>, List<Figure>>> ofMeasure) {
        return ofMeasure.values().stream()
                .flatMap(byKeys -> byKeys.values().stream())
                .map(figures -> figures.get(0).measure())
                .findFirst();
    }

    /** The figures of an indicator by what is left of their breakdown: the whole, the regions, the areas. */
    private static Map<Breakdown, Figure> byPart(
            Map<Period, Map<Set<BreakdownKey>, List<Figure>>> ofMeasure,
            Indicator indicator,
            ReportingPeriod reporting) {
        Map<Set<BreakdownKey>, List<Figure>> byKeys = measure(ofMeasure)
                .map(measure -> ofMeasure.get(measure.daysOf(reporting)))
                .orElse(Map.of());
        Map<Breakdown, Figure> byPart = new LinkedHashMap<>();
        for (Figure whole : byKeys.getOrDefault(Set.of(), List.of())) {
            if (whole.status() == FigureStatus.NOT_AVAILABLE) {
                byPart.put(Breakdown.whole(), whole);
            }
        }
        for (Level level : Level.values()) {
            for (Figure figure : byKeys.getOrDefault(keys(indicator, level), List.of())) {
                Breakdown breakdown = figure.breakdown();
                if (breakdown
                        .values()
                        .entrySet()
                        .containsAll(indicator.breakdown().entrySet())) {
                    byPart.put(breakdown.without(indicator.breakdown().keySet()), figure);
                }
            }
        }
        return byPart;
    }
}
