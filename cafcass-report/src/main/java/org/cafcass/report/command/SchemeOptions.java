package org.cafcass.report.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cafcass.metrics.Measure;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.WeightingSchemes;
import org.cafcass.workload.WorkloadMeasures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how cases are weighed. */
final class SchemeOptions {
    @Option(
            names = "--scheme",
            paramLabel = "FILE",
            description = "The weighting scheme of saturation and weighted caseloads (JSON). Without it, ceiling-2022.")
    private @Nullable Path scheme;

    /** The scheme that counts on a day. */
    WeightingScheme inEffect(LocalDate asAt) {
        WeightingSchemes schemes = schemes();
        return schemes.inEffect(nameOf(schemes), asAt);
    }

    /** Fails where a scheme was asked for that does not count on a day. */
    void requireInEffect(LocalDate asAt) {
        if (scheme != null) {
            inEffect(asAt);
        }
    }

    /** The measures that rest on the scheme. */
    List<Measure> measures() {
        if (scheme == null) {
            return WorkloadMeasures.all();
        }
        WeightingSchemes schemes = schemes();
        return WorkloadMeasures.of(schemes, nameOf(schemes));
    }

    private WeightingSchemes schemes() {
        return scheme == null ? WeightingSchemes.shipped() : WeightingSchemes.read(scheme);
    }

    private String nameOf(WeightingSchemes schemes) {
        if (scheme == null) {
            return WeightingSchemes.DEFAULT;
        }
        if (schemes.names().size() != 1) {
            throw new CommandException(
                    "Cannot choose a weighting scheme: " + scheme + " has " + String.join(", ", schemes.names()));
        }
        return schemes.names().iterator().next();
    }
}
