package org.cafcass.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Period;
import org.cafcass.model.calendar.WorkingDayCalendar;

/**
 * What the figures that a board pack shows are.
 *
 * @param introduction what to know before reading them
 * @param definitions one a figure that is shown, by title
 */
record PackDefinitions(List<String> introduction, List<Definition> definitions) {
    /** The name of the one figure of the pack that is no measure's. */
    static final String SHARE_STILL_OPEN = "share-still-open";

    /**
     * A definition.
     *
     * @param name the name by which it is linked to
     * @param title the title of the figure
     * @param isMeasure whether the name is that of a measure
     * @param text what it is
     * @param details its formula, unit, direction and source; empty for none
     */
    record Definition(String name, String title, boolean isMeasure, String text, String details) {}

    /**
     * The definitions of what some sections show.
     *
     * @param measures the measures that their figures may be of
     * @param calendar the working days that were counted
     * @param period the period that they are about
     */
    static PackDefinitions of(
            List<PackSection> sections, Collection<Measure> measures, WorkingDayCalendar calendar, Period period) {
        Set<String> shown = shown(sections);
        List<Definition> definitions = measures.stream()
                .filter(measure -> shown.contains(measure.name()))
                .map(PackDefinitions::definition)
                .collect(Collectors.toCollection(ArrayList::new));
        definitions.add(new Definition(
                SHARE_STILL_OPEN,
                "Share still open",
                false,
                "Cases open as at D, in percent of them and the cases closed in P: how much the durations of closed cases leave"
                        + " out.",
                ""));
        definitions.sort(Comparator.comparing(Definition::title));
        return new PackDefinitions(
                List.of(
                        "P is the period and D its last day; for stocks and for figures over months up to D, D is the as-at day.",
                        workingDays(calendar, period)),
                definitions);
    }

    private static String workingDays(WorkingDayCalendar calendar, Period period) {
        String inPeriod = calendar.closures().stream()
                .filter(period::contains)
                .map(Shown::day)
                .collect(Collectors.joining(", "));
        return "Working days are Mondays to Fridays that are no bank holidays in England and Wales"
                + (calendar.closures().isEmpty()
                        ? "; no closure days of the organisation were given."
                        : ", nor closure days of the organisation, of which there are "
                                + calendar.closures().size() + " in all; in P "
                                + (inPeriod.isEmpty() ? "none." : inPeriod + "."));
    }

    private static Set<String> shown(List<PackSection> sections) {
        Set<String> shown = new HashSet<>();
        for (PackSection section : sections) {
            for (PackBlock block : section.blocks()) {
                if (block instanceof PackTable table) {
                    addTo(shown, table);
                } else if (block instanceof PackChart chart) {
                    shown.add(chart.measure().name());
                    addTo(shown, chart.numbers());
                } else if (block instanceof PackTiles tiles) {
                    tiles.tiles()
                            .forEach(tile -> shown.add(tile.figure().measure().name()));
                } else if (block instanceof PackList list) {
                    list.items().forEach(item -> item.defined().ifPresent(shown::add));
                }
            }
        }
        return shown;
    }

    private static void addTo(Set<String> shown, PackTable table) {
        table.headings().stream()
                .map(PackTable.Heading::defined)
                .flatMap(Optional::stream)
                .forEach(shown::add);
        table.rows().stream()
                .map(PackTable.Row::defined)
                .flatMap(Optional::stream)
                .forEach(shown::add);
    }

    private static Definition definition(Measure measure) {
        return new Definition(
                measure.name(),
                measure.title(),
                true,
                measure.definition(),
                "Formula: " + measure.formula() + ". Unit: " + measure.unit() + ". " + better(measure) + " Source: "
                        + measure.source() + ". Broken down by: " + keys(measure) + ".");
    }

    private static String better(Measure measure) {
        Direction direction = measure.direction();
        return direction == Direction.NEITHER
                ? "Neither way is better in itself."
                : direction == Direction.HIGHER_IS_BETTER ? "Higher is better." : "Lower is better.";
    }

    private static String keys(Measure measure) {
        return measure.keys().isEmpty()
                ? "nothing"
                : measure.keys().stream().map(BreakdownKey::code).sorted().collect(Collectors.joining(", "));
    }
}
