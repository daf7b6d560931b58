package org.cafcass.report.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what figures are about, and what they are compared with. */
final class ReportingOptions {
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

    @Option(names = "--compare", paramLabel = "WITH", description = "previous-year, previous-period or none.")
    private @Nullable String compare;

    private enum With {
        PREVIOUS_YEAR,
        PREVIOUS_PERIOD,
        NONE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

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

    /** Whether a comparison, or none, was asked for. */
    boolean saysWhatToCompareWith() {
        return compare != null;
    }

    /** What they are compared with; nothing unless said. */
    Optional<ReportingPeriod> previous(ReportingPeriod reporting) {
        if (compare == null) {
            return Optional.empty();
        }
        String text = compare;
        With with = Arrays.stream(With.values())
                .filter(value -> value.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new CommandException("Invalid comparison: " + text + " ("
                        + Arrays.stream(With.values()).map(With::code).collect(Collectors.joining(", ")) + ")"));
        return switch (with) {
            case PREVIOUS_YEAR -> Optional.of(reporting.previousYear());
            case PREVIOUS_PERIOD -> Optional.of(reporting.previousPeriod());
            case NONE -> Optional.empty();
        };
    }
}
