package org.cafcass.report;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cafcass.report.command.CafcassCommand;

/** The command line {@code cafcass}. */
public final class Main {
    private Main() {}

    /**
     * Runs a command; without one, {@code pack}. The exit status is 0, or 1 for findings, or 2 for bad usage or unreadable input.
     *
     * <p>A status other than 0 ends the Java process with it; after 0 this method returns.
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int status = CafcassCommand.run(arguments, out, err);
        out.flush();
        err.flush();
        if (status != 0) {
            System.exit(status);
        }
    }
}
