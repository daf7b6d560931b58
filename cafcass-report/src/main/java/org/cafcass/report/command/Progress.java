package org.cafcass.report.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return new Progress(isSeen() ? Optional.of(err) : Optional.empty());
    }

    /** Takes away what long work has said, so that an error begins its own line. */
    static void clear(PrintWriter err) {
        new Progress(isSeen() ? Optional.of(err) : Optional.empty()).ends();
    }

    /* A console says nothing of standard error, and from Java 22 on it is there without a terminal: where the system tells, that counts. */
    private static boolean isSeen() {
        return System.console() != null && List.of("1", "2").stream().allMatch(Progress::isTerminal);
    }

    private static boolean isTerminal(String stream) {
        Path told = Path.of("/proc/self/fd", stream);
        try {
            return !Files.exists(told.getParent())
                    || told.toRealPath().toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException closed) {
            return false;
        }
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
