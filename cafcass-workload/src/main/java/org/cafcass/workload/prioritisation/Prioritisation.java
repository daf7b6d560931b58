package org.cafcass.workload.prioritisation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;

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
     * @throws IllegalArgumentException if a measure is not in the catalogue or does not have areas
     */
    public static Prioritisation of(
            MetricsEngine engine, Protocol protocol, Collection<Measure> catalogue, YearMonth first, YearMonth last) {
        Map<AreaCode, List<Map<String, OptionalDouble>>> observations = new LinkedHashMap<>();
        for (Area area : engine.extract().areas()) {
            observations.put(area.areaCode(), new ArrayList<>());
        }
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
            Map<String, Map<String, OptionalDouble>> values = values(engine, protocol, catalogue, month);
            observations.forEach((area, observed) -> observed.add(values.getOrDefault(area.value(), Map.of())));
        }
        List<AreaMonth> all = new ArrayList<>();
        observations.forEach((area, observed) -> {
            List<Protocol.Standing> standings = protocol.standings(observed);
            for (int i = 0; i < standings.size(); i++) {
                Protocol.Standing standing = standings.get(i);
                all.add(new AreaMonth(area, months.get(i), standing.state(), standing.evidence()));
            }
        });
        return new Prioritisation(all);
    }

    /* By area and measure. */
    private static Map<String, Map<String, OptionalDouble>> values(
            MetricsEngine engine, Protocol protocol, Collection<Measure> catalogue, YearMonth month) {
        ReportingPeriod reporting = ReportingPeriod.of(new Period(month.atDay(1), month.atEndOfMonth()));
        Map<String, Map<String, OptionalDouble>> values = new HashMap<>();
        for (Trigger trigger : protocol.triggers()) {
            Measure measure = Measures.named(trigger.measure(), catalogue);
            for (Figure figure : engine.figures(measure, reporting, BreakdownKey.AREA)) {
                String area = figure.breakdown().values().get(BreakdownKey.AREA);
                if (area != null) {
                    values.computeIfAbsent(area, unused -> new HashMap<>()).put(trigger.measure(), figure.value());
                }
            }
        }
        return values;
    }

    /** Every area in every month, by area in the order of the extract and then by month. */
    public List<AreaMonth> months() {
        return months;
    }

    /** Every area in one month. */
    public List<AreaMonth> in(YearMonth month) {
        return months.stream().filter(one -> one.month().equals(month)).toList();
    }
}
