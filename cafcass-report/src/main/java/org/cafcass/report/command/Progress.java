package org.cafcass.report.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What long work says of itself on a terminal, in one line that it takes away again; nothing where none looks on. */
final class Progress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Optional<PrintWriter> terminal;

    private Progress(Optional<PrintWriter> terminal) {
        this.terminal = terminal;
    }

    static Progress of(@Nullable CommandSpec spec) {
        PrintWriter err = Objects.requireNonNull(spec, "spec").commandLine().getErr();
        return new Progress(System.console() == null ? Optional.empty() : Optional.of(err));
    }

    void says(String step) {
        terminal.ifPresent(line -> {
            line.print(CLEAR_LINE + step + " ...");
            line.flush();
        });
    }

    void ends() {
        terminal.ifPresent(line -> {
            line.print(CLEAR_LINE);
            line.flush();
        });
    }
}
