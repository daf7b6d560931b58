package org.cafcass.report.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.report.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes figures of any measures by any breakdowns. */
@Command(name = "figures", description = "Writes figures of any measures, by any breakdowns.")
final class FiguresCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExtractOptions extract = new ExtractOptions();

    @Mixin
    private final ClosuresOption closures = new ClosuresOption();

    @Mixin
    private final ReportingOptions reporting = new ReportingOptions();

    @Mixin
    private final MeasureOptions catalogue = new MeasureOptions();

    @Mixin
    private final DisclosureOption disclosure = new DisclosureOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(
            names = "--measure",
            paramLabel = "NAME,...",
            description = "A measure, or several (open-cases,net-change); repeat it for more. All unless said.")
    private List<String> measures = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "KEY,...",
            description = "A breakdown, by one key or several (law,area); repeat it for more. The whole unless said.")
    private List<String> breakdowns = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or table (the default).")
    private String format = FigureFormat.TABLE.code();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder to write figures.csv, figures.json or figures.txt to, instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        FigureFormat asked = Output.format(format);
        List<Set<BreakdownKey>> by = breakdowns();
        List<Measure> named = measures(by);
        Progress progress = Progress.of(spec);
        progress.says("Reading the records");
        Records records = extract.read();
        ReportingPeriod period = reporting.reporting(records);
        catalogue.requireInEffect(period.asAt());
        Optional<ReportingPeriod> previous = reporting.previous(period);
        progress.says("Working out the figures");
        MetricsEngine engine = closures.engine(records);
        List<Figure> figures = figures(engine, named, period, by);
        List<Figure> before =
                previous.map(compared -> figures(engine, named, compared, by)).orElse(List.of());
        List<List<Figure>> shown = disclosure.shown(engine, figures, before, catalogue.all(), spec);
        progress.ends();
        Path folder = out;
        PrintWriter writer = Output.of(spec);
        if (folder == null) {
            asked.write(shown.get(0), shown.get(1), writer);
        } else {
            Folders.write(folder, asked.fileName(), file -> asked.write(shown.get(0), shown.get(1), file));
            writer.println("Wrote " + folder.resolve(asked.fileName()));
        }
        Output.tellOfRowsSetAside(records, spec);
        Output.tellOfBreakdownsLeftOut(by, engine, spec);
        if (asked != FigureFormat.TABLE) {
            Output.tellOfDaysOutsideTheCalendar(
                    Stream.of(figures, before).flatMap(List::stream).toList(), spec);
        }
        return 0;
    }

    /* The engine adds the keys that a measure always carries; asked for, they are no breakdown of their own. */
    private static List<Figure> figures(
            MetricsEngine engine, List<Measure> measures, ReportingPeriod period, List<Set<BreakdownKey>> by) {
        Map<Set<BreakdownKey>, List<Measure>> byCarriedKeys =
                measures.stream().collect(Collectors.groupingBy(Measure::carriedKeys));
        return byCarriedKeys.entrySet().stream()
                .flatMap(group -> engine
                        .figures(
                                group.getValue(),
                                period,
                                by.stream()
                                        .map(keys -> keys.stream()
                                                .filter(key -> !group.getKey().contains(key))
                                                .collect(Collectors.toSet()))
                                        .toList())
                        .stream())
                .sorted(Figure.ORDER)
                .toList();
    }

    private List<Set<BreakdownKey>> breakdowns() {
        LinkedHashSet<Set<BreakdownKey>> by = new LinkedHashSet<>();
        for (String breakdown : breakdowns) {
            EnumSet<BreakdownKey> keys = EnumSet.noneOf(BreakdownKey.class);
            for (String key : breakdown.split(",", -1)) {
                keys.add(BreakdownKey.of(key.strip()));
            }
            by.add(keys);
        }
        return by.isEmpty() ? List.of(Set.of()) : List.copyOf(by);
    }

    /* Nothing that was asked for by name is passed over in silence: a measure without any of the breakdowns, a breakdown of no measure. */
    private List<Measure> measures(List<Set<BreakdownKey>> by) {
        List<Measure> all = catalogue.all();
        if (measures.isEmpty()) {
            by.forEach(keys -> requireOneOf(all, keys));
            return all;
        }
        LinkedHashSet<Measure> named = new LinkedHashSet<>();
        for (String name : String.join(",", measures).split(",", -1)) {
            Measure measure = MeasureOptions.named(name.strip(), all);
            if (by.stream().noneMatch(keys -> has(measure, keys))) {
                throw new CommandException("Cannot break down " + measure.name() + " by " + words(by.get(0))
                        + ": it has " + words(measure.keys()));
            }
            named.add(measure);
        }
        by.forEach(keys -> requireOneOf(List.copyOf(named), keys));
        return List.copyOf(named);
    }

    private static void requireOneOf(List<Measure> measures, Set<BreakdownKey> keys) {
        if (measures.stream().noneMatch(measure -> has(measure, keys))) {
            throw new CommandException("Cannot break down any of the measures by " + words(keys));
        }
    }

    private static boolean has(Measure measure, Set<BreakdownKey> keys) {
        return keys.stream()
                .allMatch(key ->
                        measure.keys().contains(key) || measure.carriedKeys().contains(key));
    }

    private static String words(Set<BreakdownKey> keys) {
        return keys.isEmpty()
                ? "none"
                : keys.stream().map(BreakdownKey::code).sorted().collect(Collectors.joining(", "));
    }
}
