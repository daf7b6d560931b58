package org.cafcass.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.report.PackList.Item;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;
import org.cafcass.workload.prioritisation.Evidence;
import org.cafcass.workload.prioritisation.Protocol;
import org.cafcass.workload.prioritisation.Protocol.Standing;
import org.cafcass.workload.prioritisation.State;
import org.cafcass.workload.prioritisation.Trigger;

/** How the areas stand by the shipped prioritisation protocol, told from figures that may be shown. */
final class PackPrioritisation {
    private static final Protocol PROTOCOL = Protocol.shipped();

    private final Map<String, List<Standing>> byArea = new HashMap<>();
    private final List<ReportingPeriod> months;
    private final Map<String, Measure> measures = new HashMap<>();
    private final PartNames names;

    /**
     * Tells how the areas stand.
     *
     * @param figures the figures of {@link #figures}, as they may be shown
     * @param months the months, in order
     */
    PackPrioritisation(List<Figure> figures, List<ReportingPeriod> months, PartNames names) {
        this.months = months;
        this.names = names;
        figures.forEach(figure -> measures.put(figure.measure().name(), figure.measure()));
        for (String area : names.areas()) {
            List<Map<String, OptionalDouble>> observations = new ArrayList<>();
            for (ReportingPeriod month : months) {
                Map<String, OptionalDouble> observed = new HashMap<>();
                for (Figure figure : figures) {
                    if (figure.breakdown().value(BreakdownKey.AREA).equals(Optional.of(area))
                            && figure.period().equals(figure.measure().daysOf(month))) {
                        observed.put(figure.measure().name(), figure.value());
                    }
                }
                observations.add(observed);
            }
            byArea.put(area, PROTOCOL.standings(observations));
        }
    }

    /** The figures that the protocol watches, by area in each of some months. */
    static List<Figure> figures(MetricsEngine engine, Collection<Measure> catalogue, List<ReportingPeriod> months) {
        return measures(catalogue).stream()
                .flatMap(measure -> engine.series(measure, months, List.of(BreakdownKey.AREA)).stream())
                .toList();
    }

    private static List<Measure> measures(Collection<Measure> catalogue) {
        return PROTOCOL.triggers().stream()
                .flatMap(trigger ->
                        catalogue.stream().filter(measure -> measure.name().equals(trigger.measure())))
                .toList();
    }

    private String required() {
        List<String> titles = PROTOCOL.triggers().stream()
                .filter(Trigger::required)
                .map(trigger -> Optional.ofNullable(measures.get(trigger.measure()))
                        .map(Measure::title)
                        .orElse(trigger.measure()))
                .toList();
        return titles.isEmpty() ? "" : ", " + String.join(" and ", titles) + " among them,";
    }

    PackSection section() {
        List<String> areas = names.areas().stream().filter(this::isToBeTold).toList();
        long others = names.areas().size() - areas.size();
        PackTable table = PackTable.of(
                "Areas that prioritise or have a trigger that holds",
                List.of(
                        Heading.of("Area"),
                        Heading.of("State"),
                        Heading.of("Months prioritising, of " + months.size()),
                        Heading.of("What speaks for it")),
                areas.stream().map(this::row).toList());
        return new PackSection(
                "prioritisation",
                "Prioritisation",
                "By the protocol " + PROTOCOL.name() + ", watched over " + months.size() + " months: an area begins to"
                        + " prioritise when at least " + PROTOCOL.activateAtLeast() + " of "
                        + PROTOCOL.triggers().size()
                        + " triggers" + required() + " have held for " + PROTOCOL.activateInARow()
                        + " months in a row, and ceases when at"
                        + " most " + PROTOCOL.deactivateAtMost() + " has held for " + PROTOCOL.deactivateInARow()
                        + ". In " + others + " of " + names.areas().size()
                        + " areas prioritisation is not needed and no trigger holds.",
                areas.isEmpty() ? List.of() : List.of(table));
    }

    /** Which areas prioritise; empty where none does. */
    Optional<Item> concern() {
        String areas = names.areas().stream()
                .filter(area -> last(area).state().isPrioritising())
                .map(names::area)
                .collect(Collectors.joining("; "));
        return areas.isEmpty() ? Optional.empty() : Optional.of(new Item("Prioritising", Optional.empty(), areas));
    }

    private Standing last(String area) {
        List<Standing> standings = byArea.getOrDefault(area, List.of());
        return standings.get(standings.size() - 1);
    }

    private boolean isToBeTold(String area) {
        return last(area).state() != State.NOT_NEEDED
                || last(area).evidence().stream().anyMatch(Evidence::holds);
    }

    private Row row(String area) {
        List<Standing> standings = byArea.getOrDefault(area, List.of());
        long prioritising = standings.stream()
                .filter(standing -> standing.state().isPrioritising())
                .count();
        String evidence = last(area).evidence().stream()
                .filter(Evidence::holds)
                .map(this::inWords)
                .collect(Collectors.joining("; "));
        return Row.of(
                names.area(area),
                List.of(
                        Cell.words(PartNames.words(last(area).state().code())),
                        Cell.number(Shown.count(prioritising)),
                        Cell.words(evidence.isEmpty() ? "no trigger holds" : evidence)));
    }

    private String inWords(Evidence evidence) {
        Measure measure = measures.get(evidence.trigger().measure());
        BigDecimal level = evidence.trigger().countsAbove();
        String title = measure == null ? evidence.trigger().measure() : measure.title();
        String value = evidence.value().isPresent() && measure != null
                ? " " + Shown.value(measure, evidence.value().getAsDouble())
                : "";
        return title + value + " (counts above " + level.toPlainString() + ")";
    }
}
