package org.cafcass.workload.prioritisation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.NearestName;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** How each area stands by a protocol, month by month. */
public final class Prioritisation {
    private final List<AreaMonth> months;

    private Prioritisation(List<AreaMonth> months) {
        this.months = List.copyOf(months);
    }

    /**
     * How an area stands in a month.
     *
     * @param area the area
     * @param month the month
     * @param state the state
     * @param evidence what each trigger of the protocol says
     */
    public record AreaMonth(AreaCode area, YearMonth month, State state, List<Evidence> evidence) {
        /** Takes a copy of the evidence. */
        public AreaMonth {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Observes the protocol's measures for each area in each of some months, stocks as at the month's last day, and tells how the areas
     * stand. Before the first month no area prioritises.
     *
     * @param engine the engine over an extract
     * @param protocol the protocol
     * @param catalogue the measures that the protocol's triggers name
     * @param first the first month
     * @param last the last month
     * @throws IllegalArgumentException if a measure is not in the catalogue or does not have areas, or a trigger watches a region without
     *     areas
     */
    public static Prioritisation of(
            MetricsEngine engine, Protocol protocol, Collection<Measure> catalogue, YearMonth first, YearMonth last) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        List<AreaCode> areas =
                engine.extract().areas().stream().map(Area::areaCode).toList();
        return of(protocol, areas, months, figures(engine, protocol, catalogue, months));
    }

    /**
     * What a protocol watches, by area in each of some months.
     *
     * @throws IllegalArgumentException if a measure is not in the catalogue or does not have areas, or a trigger watches a region without
     *     areas
     */
    public static List<Figure> figures(
            MetricsEngine engine, Protocol protocol, Collection<Measure> catalogue, List<YearMonth> months) {
        List<ReportingPeriod> reportings =
                months.stream().map(Prioritisation::days).toList();
        List<Figure> figures = new ArrayList<>();
        for (Trigger trigger : protocol.triggers()) {
            Set<BreakdownKey> by = EnumSet.of(BreakdownKey.AREA);
            by.addAll(trigger.breakdown().values().keySet());
            checkRegion(trigger, engine.extract());
            for (Figure figure : engine.series(Measures.named(trigger.measure(), catalogue), reportings, by)) {
                if (area(trigger, figure).isPresent()) {
                    figures.add(figure);
                }
            }
        }
        return figures;
    }

    /**
     * How areas stand by figures, which may be as disclosure control leaves them: a value that is hidden leaves its trigger as it was.
     *
     * @param areas the areas
     * @param months the months, in order
     * @param figures the figures of {@link #figures(MetricsEngine, Protocol, Collection, List)}
     */
    public static Prioritisation of(
            Protocol protocol, List<AreaCode> areas, List<YearMonth> months, Collection<Figure> figures) {
        Map<AreaCode, Map<YearMonth, Map<Trigger, OptionalDouble>>> observed = new HashMap<>();
        for (Figure figure : figures) {
            for (Trigger trigger : protocol.triggers()) {
                Optional<AreaCode> area = area(trigger, figure);
                for (YearMonth month : area.isPresent() ? months : List.<YearMonth>of()) {
                    if (figure.period().equals(figure.measure().daysOf(days(month)))) {
                        observed.computeIfAbsent(area.orElseThrow(), unused -> new HashMap<>())
                                .computeIfAbsent(month, unused -> new HashMap<>())
                                .put(trigger, figure.value());
                    }
                }
            }
        }
        List<AreaMonth> all = new ArrayList<>();
        for (AreaCode area : areas) {
            Map<YearMonth, Map<Trigger, OptionalDouble>> ofArea = observed.getOrDefault(area, Map.of());
            List<Map<Trigger, OptionalDouble>> observations = months.stream()
                    .map(month -> ofArea.getOrDefault(month, Map.of()))
                    .toList();
            List<Protocol.Standing> standings = protocol.standings(observations);
            for (int i = 0; i < standings.size(); i++) {
                Protocol.Standing standing = standings.get(i);
                all.add(new AreaMonth(area, months.get(i), standing.state(), standing.evidence()));
            }
        }
        return new Prioritisation(all);
    }

    /* A trigger for a region that no area lies in would never be observed. */
    private static void checkRegion(Trigger trigger, Extract extract) {
        List<String> regions = extract.columns(ExtractTable.AREAS).texts("region");
        String watched = trigger.breakdown().value(BreakdownKey.REGION).orElse(null);
        if (watched != null && !regions.contains(watched)) {
            throw new IllegalArgumentException(NearestName.unknown("region", watched, regions));
        }
    }

    private static ReportingPeriod days(YearMonth month) {
        return ReportingPeriod.of(new Period(month.atDay(1), month.atEndOfMonth()));
    }

    /* The area of a figure that a trigger watches. */
    private static Optional<AreaCode> area(Trigger trigger, Figure figure) {
        return figure.measure().name().equals(trigger.measure())
                        && figure.breakdown().without(Set.of(BreakdownKey.AREA)).equals(trigger.breakdown())
                ? figure.breakdown().value(BreakdownKey.AREA).map(AreaCode::new)
                : Optional.empty();
    }

    /** Every area in every month, by area in the order of the extract and then by month. */
    public List<AreaMonth> months() {
        return months;
    }

    /** One area in every month, in their order. */
    public List<AreaMonth> of(AreaCode area) {
        return months.stream().filter(one -> one.area().equals(area)).toList();
    }

    /** Every area in one month. */
    public List<AreaMonth> in(YearMonth month) {
        return months.stream().filter(one -> one.month().equals(month)).toList();
    }
}
