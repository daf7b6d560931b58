package org.cafcass.report.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cafcass.metrics.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what figures are about, and what they are compared with. */
final class ReportingOptions {
    @Mixin
    private final AsAtOptions asAt = new AsAtOptions();

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

    /** What the figures are about. */
    ReportingPeriod reporting(Records records) {
        return asAt.reporting(records);
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
