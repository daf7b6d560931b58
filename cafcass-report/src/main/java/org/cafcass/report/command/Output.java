package org.cafcass.report.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's results and remarks go. */
final class Output {
    private Output() {}

    static PrintWriter of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "spec").commandLine().getOut();
    }

    /** Says that rows were set aside, so that no row is lost in silence. */
    static void tellOfRowsSetAside(Records records, @Nullable CommandSpec spec) {
        int rows = records.setAside().size();
        if (rows > 0) {
            Objects.requireNonNull(spec, "spec")
                    .commandLine()
                    .getErr()
                    .println("cafcass: " + (rows == 1 ? "1 row was" : String.format(Locale.ROOT, "%,d rows were", rows))
                            + " set aside: cafcass validate says which");
        }
    }
}
