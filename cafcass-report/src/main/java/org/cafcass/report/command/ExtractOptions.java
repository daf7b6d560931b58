package org.cafcass.report.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.cafcass.model.extract.ExtractReader;
import org.cafcass.model.extract.ReadExtract;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which records figures are made of. */
final class ExtractOptions {
    @Option(
            names = "--extract",
            paramLabel = "DIR",
            description = "The folder of the extract. Without it, a synthetic national extract.")
    private @Nullable Path folder;

    @Option(names = "--strict", description = "Fail when a row breaks a rule, instead of setting it aside.")
    private boolean strict;

    Records read() {
        Path given = folder;
        return given == null ? Records.synthetic() : Records.of(read(given));
    }

    private ReadExtract read(Path given) {
        ExtractReader reader = ExtractReader.create();
        return (strict ? reader.strict() : reader).read(given);
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == "yyyy-MM-dd".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
