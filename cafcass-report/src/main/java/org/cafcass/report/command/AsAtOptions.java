package org.cafcass.report.command;

import java.time.LocalDate;
import java.util.Optional;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which day and which period a command is about. */
final class AsAtOptions {
    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            description =
                    "The day of stock figures (yyyy-MM-dd). Without --period, the others are over the financial year"
                            + " up to it.")
    private @Nullable String asAt;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description =
                    "The period of the other figures: 2024-25, 2024-25-Q4, 2025-03 or FROM/TO. Without --as-at, stock"
                            + " figures are as at its last day.")
    private @Nullable String period;

    /** What the figures are about; of records that say themselves which day they are about, that day unless asked otherwise. */
    ReportingPeriod reporting(Records records) {
        Optional<LocalDate> day = Optional.ofNullable(asAt)
                .map(text -> ExtractOptions.day(text)
                        .orElseThrow(() -> new CommandException("Invalid day: " + text + " (yyyy-MM-dd)")));
        if (period != null) {
            Period parsed = Period.parse(period);
            return new ReportingPeriod(parsed, day.orElse(parsed.last()));
        }
        return ReportingPeriod.asAt(day.or(records::asAt)
                .orElseThrow(() -> new CommandException(
                        "Missing option: --as-at DATE or --period PERIOD (what the figures are about)")));
    }
}
