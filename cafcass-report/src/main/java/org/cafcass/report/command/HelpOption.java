package org.cafcass.report.command;

import picocli.CommandLine.Option;

/** The option of every command that shows its help. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
