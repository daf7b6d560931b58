package org.cafcass.report.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.NearestName;
import picocli.CommandLine.Mixin;

/** Options that say which measures there are. */
final class MeasureOptions {
    @Mixin
    private final SchemeOptions scheme = new SchemeOptions();

    /** Every measure, those that rest on the weighting scheme too. */
    List<Measure> all() {
        List<Measure> all = new ArrayList<>(Measures.all());
        all.addAll(scheme.measures());
        return all;
    }

    /** Every measure, by the weighting scheme that counts unless another is asked for. */
    static List<Measure> ofShippedScheme() {
        return new MeasureOptions().all();
    }

    /** Fails where the scheme that was asked for does not count on a day. */
    void requireInEffect(LocalDate asAt) {
        scheme.requireInEffect(asAt);
    }

    /** The measure of a name. */
    static Measure named(String name, List<Measure> all) {
        return all.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(NearestName.unknown(
                        "measure", name, all.stream().map(Measure::name).toList())));
    }
}
