package org.cafcass.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.model.AreaCode;
import org.cafcass.report.PackList.Item;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;
import org.cafcass.workload.prioritisation.Evidence;
import org.cafcass.workload.prioritisation.Prioritisation;
import org.cafcass.workload.prioritisation.Prioritisation.AreaMonth;
import org.cafcass.workload.prioritisation.Protocol;
import org.cafcass.workload.prioritisation.State;
import org.cafcass.workload.prioritisation.Trigger;

/** How the areas stand by the shipped prioritisation protocol, told from figures that may be shown. */
final class PackPrioritisation {
    private static final Protocol PROTOCOL = Protocol.shipped();

    private final List<YearMonth> months;
    private final Prioritisation prioritisation;
    private final Map<String, Measure> measures = new HashMap<>();
    private final PartNames names;

    /**
     * Tells how the areas stand.
     *
     * @param figures the figures of {@link #figures}, as they may be shown
     * @param catalogue the measures of the pack
     * @param months the months, in order; none where it is not told
     */
    PackPrioritisation(List<Figure> figures, Collection<Measure> catalogue, List<YearMonth> months, PartNames names) {
        this.months = months;
        this.names = names;
        catalogue.forEach(measure -> measures.put(measure.name(), measure));
        this.prioritisation = Prioritisation.of(
                PROTOCOL, names.areas().stream().map(AreaCode::new).toList(), months, figures);
    }

    /** The figures that the protocol watches, by area in each of some months; none where the catalogue lacks one of its measures. */
    static List<Figure> figures(MetricsEngine engine, Collection<Measure> catalogue, List<YearMonth> months) {
        Set<String> known = catalogue.stream().map(Measure::name).collect(Collectors.toSet());
        return hasAllWatched(known) ? Prioritisation.figures(engine, PROTOCOL, catalogue, months) : List.of();
    }

    private static boolean hasAllWatched(Set<String> known) {
        return PROTOCOL.triggers().stream().map(Trigger::measure).allMatch(known::contains);
    }

    /** The months of the trends. */
    static List<YearMonth> months(LocalDate asAt) {
        return PackContents.months(asAt).stream()
                .map(month -> YearMonth.from(month.asAt()))
                .toList();
    }

    private String triggers() {
        return PROTOCOL.triggers().stream()
                .map(trigger -> title(trigger) + " above "
                        + trigger.countsAbove().toPlainString() + (trigger.required() ? " (required)" : ""))
                .collect(Collectors.joining("; "));
    }

    PackSection section() {
        if (!hasAllWatched(measures.keySet())) {
            return section("This pack doesn't have all that the protocol " + PROTOCOL.name() + " watches.", List.of());
        }
        if (months.isEmpty()) {
            return section(
                    "Not told in a published pack: of most areas a figure that the protocol " + PROTOCOL.name()
                            + " watches is hidden in some month.",
                    List.of());
        }
        if (names.areas().stream().noneMatch(area -> hasValue(last(area)))) {
            return section(
                    "Not told: the extract has no value of what the protocol " + PROTOCOL.name() + " watches.",
                    List.of());
        }
        List<String> areas = names.areas().stream().filter(this::isToBeTold).toList();
        long others = names.areas().size() - areas.size();
        long withoutAValue = names.areas().stream()
                .filter(area -> !areas.contains(area) && hasGap(last(area)))
                .count();
        PackTable table = PackTable.of(
                "Areas that prioritise, or where a trigger holds",
                List.of(
                        Heading.of("Area"),
                        Heading.of("State"),
                        Heading.of("Since"),
                        Heading.of("Months prioritising, of " + months.size()),
                        Heading.of("Triggers that hold")),
                areas.stream().map(this::row).toList());
        return section(
                "The protocol " + PROTOCOL.name() + " was followed over the months " + inWords(months.get(0)) + " to "
                        + inWords(months.get(months.size() - 1)) + ". An area begins to prioritise when at least "
                        + PROTOCOL.activateAtLeast() + " of the "
                        + PROTOCOL.triggers().size()
                        + " triggers have held for " + PROTOCOL.activateInARow()
                        + " months in a row. It ceases when no more than " + PROTOCOL.deactivateAtMost()
                        + " has held for " + PROTOCOL.deactivateInARow() + " months in a row. The triggers are: "
                        + triggers() + ". In " + others + " of " + names.areas().size()
                        + " areas prioritisation is not needed and no trigger holds."
                        + (withoutAValue == 0
                                ? ""
                                : " In " + withoutAValue
                                        + " of these a figure that is watched has no value, which is no sign that all is well."),
                areas.isEmpty() ? List.of() : List.of(table));
    }

    private static PackSection section(String introduction, List<PackBlock> blocks) {
        return new PackSection("prioritisation", "Prioritisation", introduction, blocks);
    }

    /** Which areas prioritise; empty where none does. */
    Optional<Item> concern() {
        if (months.isEmpty()) {
            return Optional.empty();
        }
        String areas = names.areas().stream()
                .filter(area -> last(area).state().isPrioritising())
                .map(names::area)
                .collect(Collectors.joining("; "));
        return areas.isEmpty() ? Optional.empty() : Optional.of(new Item("Prioritising", Optional.empty(), areas));
    }

    private List<AreaMonth> ofArea(String area) {
        return prioritisation.of(new AreaCode(area));
    }

    private AreaMonth last(String area) {
        List<AreaMonth> all = ofArea(area);
        return all.get(all.size() - 1);
    }

    private static boolean hasValue(AreaMonth month) {
        return month.evidence().stream().anyMatch(evidence -> evidence.value().isPresent());
    }

    private static boolean hasGap(AreaMonth month) {
        return month.evidence().stream().anyMatch(evidence -> evidence.value().isEmpty());
    }

    private boolean isToBeTold(String area) {
        return last(area).state() != State.NOT_NEEDED
                || last(area).evidence().stream().anyMatch(Evidence::holds);
    }

    /* The month in which it came to stand as it does: it prioritises as one, from activation on. */
    private String since(String area) {
        List<AreaMonth> all = ofArea(area);
        int first = all.size() - 1;
        while (first > 0 && isAlike(all.get(first - 1).state(), last(area).state())) {
            first--;
        }
        return first == 0
                ? inWords(months.get(0)) + " or before"
                : inWords(all.get(first).month());
    }

    private static String inWords(YearMonth month) {
        return Shown.month(month.atEndOfMonth());
    }

    private static boolean isAlike(State one, State other) {
        return one == other || one.isPrioritising() && other.isPrioritising();
    }

    private Row row(String area) {
        long prioritising = ofArea(area).stream()
                .filter(month -> month.state().isPrioritising())
                .count();
        String evidence = last(area).evidence().stream()
                .filter(Evidence::holds)
                .map(this::inWords)
                .collect(Collectors.joining("; "));
        return Row.of(
                names.area(area),
                List.of(
                        Cell.words(PartNames.words(last(area).state().code())),
                        Cell.words(since(area)),
                        Cell.number(Shown.count(prioritising)),
                        Cell.words(evidence.isEmpty() ? "no trigger holds" : evidence)));
    }

    private Measure measure(Trigger trigger) {
        return Optional.ofNullable(measures.get(trigger.measure())).orElseThrow();
    }

    private String title(Trigger trigger) {
        return names.titled(measure(trigger).title(), trigger.breakdown());
    }

    private String inWords(Evidence evidence) {
        String value = evidence.value().isPresent()
                ? " "
                        + Shown.value(
                                measure(evidence.trigger()), evidence.value().getAsDouble())
                : "";
        return title(evidence.trigger()) + ":" + value + " (" + evidence.words() + ")";
    }
}
