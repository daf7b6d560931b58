package org.cafcass.report.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cafcass.metrics.NearestName;
import org.cafcass.model.extract.ExtractException;
import org.cafcass.workload.WorkloadException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code cafcass}: it has a sub-command for each thing that it does, and does {@code pack} when none is named. */
@Command(
        name = "cafcass",
        description = "Figures of a family-court advisory service, from case-level records.",
        footer = {
            "",
            "Without a command it makes the board pack; without --extract, that of a synthetic national extract.",
            "Exit status: 0; 1 for findings; 2 for bad usage or unreadable input."
        },
        versionProvider = Version.class,
        subcommands = {
            PackCommand.class,
            FiguresCommand.class,
            ValidateCommand.class,
            SynthesiseCommand.class,
            HubsCommand.class,
            AllocateCommand.class,
            ForecastCommand.class,
            CheckCommand.class
        })
public final class CafcassCommand {
    /** The exit status when there is something that the user should look at. */
    static final int FINDINGS = 1;

    /** The exit status of bad usage and unreadable input. */
    static final int UNUSABLE = 2;

    private static final String PACK = "pack";
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private CafcassCommand() {}

    /**
     * Runs a command.
     *
     * @param arguments what stands on the command line
     * @param out where results go
     * @param err where errors go, one line each
     * @return the exit status: 0; 1 for findings; 2 for bad usage or unreadable input
     */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new CafcassCommand())
                .registerConverter(BigDecimal.class, CafcassCommand::number)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(80)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((exception, unused) -> fail(message(exception), err))
                .setExecutionExceptionHandler((exception, unused, parsed) -> fail(message(exception), err));
        int status;
        try {
            status = commandLine.execute(withCommand(arguments));
        } catch (OutOfMemoryError e) {
            status = fail("Cannot go on: out of memory (java -Xmx gives it more)", err);
        }
        if (out.checkError()) {
            status = fail("Cannot write the results: standard output takes no more", err);
        }
        err.flush();
        return status;
    }

    /* As a person writes a number of cases, so that no exponent makes it too large to work with. */
    private static BigDecimal number(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new TypeConversionException(text + " is not a number such as 25 or 17.4");
        }
        return new BigDecimal(text);
    }

    private static String[] withCommand(String[] arguments) {
        if (arguments.length > 0 && (!arguments[0].startsWith("-") || OWN_OPTIONS.contains(arguments[0]))) {
            return arguments;
        }
        List<String> withCommand = new ArrayList<>(List.of(PACK));
        withCommand.addAll(Arrays.asList(arguments));
        return withCommand.toArray(String[]::new);
    }

    private static int fail(String message, PrintWriter err) {
        Progress.clear(err);
        err.println("cafcass: " + message.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?"));
        return UNUSABLE;
    }

    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            String thing = unmatched.isUnknownOption()
                    ? "option"
                    : unmatched.getCommandLine().getParent() == null ? "command" : "argument";
            List<String> known = known(unmatched);
            return known.isEmpty() ? "Unknown " + thing + ": " + argument : NearestName.unknown(thing, argument, known);
        }
        return String.valueOf(exception.getMessage());
    }

    private static List<String> known(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        return unmatched.isUnknownOption()
                ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
                : List.copyOf(command.getSubcommands().keySet());
    }

    private static String message(Exception exception) {
        boolean forTheUser = exception instanceof CommandException
                || exception instanceof ExtractException
                || exception instanceof WorkloadException
                || exception instanceof IllegalArgumentException
                || exception instanceof DateTimeException;
        return forTheUser ? String.valueOf(exception.getMessage()) : "Cannot go on: unexpected " + exception;
    }
}
