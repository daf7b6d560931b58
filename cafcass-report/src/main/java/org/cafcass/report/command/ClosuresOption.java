package org.cafcass.report.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which days are no working days, for commands that count them. */
final class ClosuresOption {
    private static final String BYTE_ORDER_MARK = "^\uFEFF";

    @Option(
            names = "--closures",
            paramLabel = "FILE",
            description = "Closure days of the organisation, one date a line: no working days.")
    private @Nullable Path closures;

    /** The engine over records, with the closure days that were given, else with those that the records say themselves. */
    MetricsEngine engine(Records records) {
        Path file = closures;
        return MetricsEngine.of(
                records.extract(),
                WorkingDayCalendar.englandAndWales().withClosures(file == null ? records.closures() : days(file)));
    }

    private static List<LocalDate> days(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new CommandException("Cannot read " + file + ": it is not UTF-8");
        } catch (IOException e) {
            throw Folders.cannot("read", file, e);
        }
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? lines.get(i).replaceFirst(BYTE_ORDER_MARK, "") : lines.get(i)).strip();
            if (!line.isEmpty()) {
                int number = i + 1;
                days.add(ExtractOptions.day(line)
                        .orElseThrow(() -> new CommandException(
                                "Invalid closure day: " + shown(line) + " (" + file + " line " + number + ")")));
            }
        }
        return days;
    }

    /* A longer line is of another file, and may be about a child. */
    private static String shown(String line) {
        return line.length() <= "yyyy-MM-dd".length() ? line : line.length() + " characters";
    }
}
