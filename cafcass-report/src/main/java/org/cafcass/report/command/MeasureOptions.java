package org.cafcass.report.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.NearestName;
import org.cafcass.workload.WeightingSchemes;
import org.cafcass.workload.WorkloadMeasures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which measures there are. */
final class MeasureOptions {
    @Option(
            names = "--scheme",
            paramLabel = "FILE",
            description = "The weighting scheme of saturation and weighted caseloads (JSON). Without it, ceiling-2022.")
    private @Nullable Path scheme;

    /** Every measure, those that rest on the weighting scheme too. */
    List<Measure> all() {
        List<Measure> all = new ArrayList<>(Measures.all());
        Path file = scheme;
        all.addAll(file == null ? WorkloadMeasures.all() : weighedBy(file));
        return all;
    }

    /** The measure of a name. */
    static Measure named(String name, List<Measure> all) {
        return all.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(NearestName.unknown(
                        "measure", name, all.stream().map(Measure::name).toList())));
    }

    private static List<Measure> weighedBy(Path file) {
        WeightingSchemes schemes = WeightingSchemes.read(file);
        if (schemes.names().size() != 1) {
            throw new CommandException(
                    "Cannot choose a weighting scheme: " + file + " has " + String.join(", ", schemes.names()));
        }
        return WorkloadMeasures.of(schemes, schemes.names().iterator().next());
    }
}
