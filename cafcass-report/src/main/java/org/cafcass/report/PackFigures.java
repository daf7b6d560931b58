package org.cafcass.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;

/** The figures of a board pack: every measure, whole, by each of its breakdowns, and counts by area and law. */
final class PackFigures {
    private static final Set<String> COUNTS =
            Set.of("cases", "children", "reports", "audits", "reflections", "complaints", "compliments");
    private static final Set<BreakdownKey> AREA_AND_LAW = EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW);

    private final List<Figure> figures;
    private final Map<Part, Figure> byPart = new HashMap<>();
    private final Map<Measure, Map<Set<BreakdownKey>, List<Figure>>> byKeys = new HashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();

    /** Figures in the order of {@link Figure#ORDER}. */
    PackFigures(Collection<Measure> measures, List<Figure> figures) {
        this.figures = figures;
        measures.forEach(measure -> this.measures.put(measure.name(), measure));
        for (Figure figure : figures) {
            byPart.put(new Part(figure.measure(), figure.breakdown()), figure);
            byKeys.computeIfAbsent(figure.measure(), measure -> new HashMap<>())
                    .computeIfAbsent(figure.breakdown().values().keySet(), keys -> new ArrayList<>())
                    .add(figure);
        }
    }

    private record Part(Measure measure, Breakdown breakdown) {}

    /** The figures of a period that a pack has, in order. */
    static List<Figure> figures(MetricsEngine engine, Collection<Measure> measures, ReportingPeriod reporting) {
        List<Set<BreakdownKey>> single = new ArrayList<>(List.of(Set.of()));
        for (BreakdownKey key : BreakdownKey.values()) {
            single.add(EnumSet.of(key));
        }
        List<Measure> counts = measures.stream().filter(PackFigures::isCount).toList();
        List<Figure> byAreaAndLaw = engine.figures(counts, reporting, List.of(AREA_AND_LAW)).stream()
                .filter(figure -> !figure.breakdown().isWhole())
                .toList();
        return FigureFormat.merged(engine.figures(measures, reporting, single), byAreaAndLaw);
    }

    /** Whether a measure counts something: a part that has no figure has none. */
    static boolean isCount(Measure measure) {
        return COUNTS.contains(measure.unit());
    }

    /** All of them, in order. */
    List<Figure> all() {
        return figures;
    }

    /** The measures that they are of. */
    Collection<Measure> measures() {
        return measures.values();
    }

    /** The measure of a name, where there is one. */
    Optional<Measure> measure(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    /** The figure of a measure for a part, where there is one: a count has one, 0, of a part in which nothing was counted. */
    Optional<Figure> figure(Measure measure, Breakdown part) {
        Optional<Figure> known = Optional.ofNullable(byPart.get(new Part(measure, part)));
        return known.isPresent()
                        || !isCount(measure)
                        || !measure.keys().containsAll(part.values().keySet())
                ? known
                : Optional.ofNullable(byPart.get(new Part(measure, Breakdown.whole())))
                        .filter(whole -> whole.status() != FigureStatus.NOT_AVAILABLE)
                        .map(whole -> whole.ofNone(part));
    }

    /** The values of a key that some figure has. */
    List<String> values(BreakdownKey key) {
        return byKeys.values().stream()
                .flatMap(ofMeasure -> ofMeasure.getOrDefault(Set.of(key), List.of()).stream())
                .flatMap(figure -> figure.breakdown().value(key).stream())
                .distinct()
                .toList();
    }

    /** The figures of a measure for the whole: several where it always carries keys and something was counted. */
    List<Figure> wholes(Measure measure) {
        return figure(measure, Breakdown.whole()).map(List::of).orElseGet(() -> parts(measure, Set.of()));
    }

    /** The figures of a measure by a key: several a value where the measure always carries keys. */
    List<Figure> by(Measure measure, BreakdownKey key) {
        return parts(measure, Set.of(key));
    }

    private List<Figure> parts(Measure measure, Set<BreakdownKey> keys) {
        EnumSet<BreakdownKey> all = EnumSet.noneOf(BreakdownKey.class);
        all.addAll(keys);
        all.addAll(measure.carriedKeys());
        return byKeys.getOrDefault(measure, Map.of()).getOrDefault(all, List.of());
    }

    /** A figure beside that of the period before, where that has it. */
    Optional<Comparison> compared(Figure figure, Optional<PackFigures> before) {
        return before.flatMap(figuresBefore -> figuresBefore.figure(figure.measure(), figure.breakdown()))
                .map(previous -> new Comparison(figure, previous));
    }
}
