package org.cafcass.report.command;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.report.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's results and remarks go. */
final class Output {
    private Output() {}

    static PrintWriter of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "spec").commandLine().getOut();
    }

    /** The format of a name. */
    static FigureFormat format(String name) {
        return Arrays.stream(FigureFormat.values())
                .filter(format -> format.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("Invalid format: " + name + " ("
                        + Arrays.stream(FigureFormat.values())
                                .map(FigureFormat::code)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }

    private static PrintWriter errors(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "spec").commandLine().getErr();
    }

    /** Says that rows were set aside, so that no row is lost in silence. */
    static void tellOfRowsSetAside(Records records, @Nullable CommandSpec spec) {
        int rows = records.setAside().size();
        if (rows > 0) {
            errors(spec)
                    .println("cafcass: " + (rows == 1 ? "1 row was" : String.format(Locale.ROOT, "%,d rows were", rows))
                            + " set aside: cafcass validate says which");
        }
    }

    /** Says which breakdowns are left out, and which file they need. */
    static void tellOfBreakdownsLeftOut(
            Collection<? extends Collection<BreakdownKey>> breakdowns,
            MetricsEngine engine,
            @Nullable CommandSpec spec) {
        PrintWriter err = errors(spec);
        breakdowns.stream()
                .flatMap(Collection::stream)
                .distinct()
                .forEach(key -> engine.missing(key)
                        .ifPresent(table -> err.println(
                                "cafcass: Cannot break down by " + key.code() + ": missing: " + table.fileName())));
    }

    /** Says which measures are not available for a day outside the calendar, and its known range: CSV and JSON have no place for it. */
    static void tellOfDaysOutsideTheCalendar(List<Figure> figures, @Nullable CommandSpec spec) {
        PrintWriter err = errors(spec);
        figures.stream()
                .flatMap(figure -> figure.explanation().stream()
                        .filter(explanation -> explanation.startsWith("Cannot count working days"))
                        .map(explanation -> figure.measure() + " is not available: " + explanation))
                .distinct()
                .forEach(line -> err.println("cafcass: " + line));
    }

    /** Says which figures are hidden without a proof that nothing gives them away. */
    static void tellOfFiguresNotProven(List<Figure> figures, @Nullable CommandSpec spec) {
        if (!figures.isEmpty()) {
            errors(spec)
                    .println("cafcass: not proven to be protected, though hidden: " + figures.size()
                            + (figures.size() == 1 ? " figure of " : " figures of ")
                            + figures.stream()
                                    .map(figure -> figure.measure().name())
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
