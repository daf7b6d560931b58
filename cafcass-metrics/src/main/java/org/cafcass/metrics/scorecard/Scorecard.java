package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;

/**
 * A named list of indicators.
 *
 * <p>As JSON: {@code {"name", "title", "source", "indicators": [{"name", "pillar", "measure", "breakdown": {"law": "public"}, "judged",
 * "better", "green", "amber", "decimals", "least", "target": {"value", "by", "since"}}]}}; pillar, breakdown, judged (value), amber (as
 * green), decimals (unrounded), least (1) and target may be left out.
 *
 * @param name the name
 * @param title the name in words
 * @param source where its thresholds come from
 * @param indicators the indicators
 */
public record Scorecard(String name, String title, String source, List<Indicator> indicators) {
    private static final List<String> SHIPPED =
            List.of("prioritisation-2022", "duration-rag", "strategic-plan", "london-2025");

    /**
     * Makes a scorecard.
     *
     * @throws IllegalArgumentException if there are no indicators, or two of one name
     */
    public Scorecard {
        requireNonNull(name, "name");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        indicators = List.copyOf(indicators);
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

    /**
     * Rates all indicators for the nation, each region and each area, the catalogue's measures and two of this package's known: {@code
     * open-cases-over-90-weeks} and {@code open-cases-over-100-weeks}.
     *
     * @param engine the engine over the extract; the ratings that people have entered are the extract's, up to the as-at day
     * @param reporting the period and as-at day
     * @param previous what changes are counted from where the target doesn't say since when
     * @param further measures of your own, or of other modules; an indicator whose measure is not known is missing
     */
    public RatedScorecard rate(
            MetricsEngine engine, ReportingPeriod reporting, ReportingPeriod previous, Collection<Measure> further) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Measures.all().forEach(measure -> measures.put(measure.name(), measure));
        AgeMeasures.ALL.forEach(measure -> measures.put(measure.name(), measure));
        further.forEach(measure -> measures.put(measure.name(), measure));
        EnteredRatings entered = new EnteredRatings(engine.extract().ratings(), reporting.asAt());
        List<Cell> cells = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Measure measure = measures.get(indicator.measure());
            if (measure == null) {
                cells.add(indicator.missing("no measure " + indicator.measure()));
                continue;
            }
            ReportingPeriod since = indicator
                    .target()
                    .flatMap(Target::since)
                    .map(ReportingPeriod::asAt)
                    .orElse(previous);
            Map<Breakdown, Figure> before = figures(engine, indicator, measure, since);
            figures(engine, indicator, measure, reporting).forEach((part, figure) -> {
                Reading reading = Reading.of(figure, Optional.ofNullable(before.get(part)));
                cells.add(indicator.rate(reading).of(part, entered.of(indicator, part)));
            });
        }
        return new RatedScorecard(this, cells, entered);
    }

    /** The figures of an indicator by what is left of their breakdown: the whole, a region or an area. */
    private static Map<Breakdown, Figure> figures(
            MetricsEngine engine, Indicator indicator, Measure measure, ReportingPeriod reporting) {
        Map<Breakdown, Figure> figures = new LinkedHashMap<>();
        for (Set<BreakdownKey> level :
                List.of(Set.<BreakdownKey>of(), Set.of(BreakdownKey.REGION), Set.of(BreakdownKey.AREA))) {
            Set<BreakdownKey> keys = EnumSet.noneOf(BreakdownKey.class);
            keys.addAll(indicator.breakdown().keySet());
            keys.addAll(level);
            if (!measure.hasKeys(keys)) {
                continue;
            }
            for (Figure figure : engine.figures(measure, reporting, keys)) {
                Map<BreakdownKey, String> part = figure.breakdown().values();
                if (part.entrySet().containsAll(indicator.breakdown().entrySet())) {
                    part.keySet().removeAll(indicator.breakdown().keySet());
                    figures.put(Breakdown.of(part), figure);
                } else if (figure.breakdown().isWhole()) {
                    figures.putIfAbsent(Breakdown.whole(), figure);
                }
            }
        }
        return figures;
    }
}
