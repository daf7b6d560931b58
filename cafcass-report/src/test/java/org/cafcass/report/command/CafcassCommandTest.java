package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CafcassCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"pack", "figures", "validate", "synthesise", "hubs", "allocate", "forecast"})
    void everyCommandHasHelp(String command) {
        Run run = Run.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: cafcass " + command + " [-h]");
        assertThat(run.err()).isEmpty();
        assertThat(Run.of("--help").out()).contains("\n  " + command + " ");
    }

    @Test
    void versionIsThatOfTheBuild() {
        Run run = Run.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("cafcass \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments("figurs", "Unknown command: figurs. Maybe figures?"),
                arguments("synthesize", "Unknown command: synthesize. Maybe synthesise?"),
                arguments("-x", "Unknown option: -x. Maybe -h?"),
                arguments("--exract", "Unknown option: --exract. Maybe --extract?"));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void unknownNamesSuggestTheNearest(String argument, String message) {
        assertThat(Run.of(argument)).isEqualTo(new Run(2, "", "cafcass: " + message + "\n"));
    }

    @Test
    void errorsAreOneLineWhateverTheyName() {
        assertThat(Run.of("figures\nrm -rf \u001b[2J"))
                .isEqualTo(new Run(2, "", "cafcass: Unknown command: figures rm -rf ?[2J. Maybe figures?\n"));
    }
}
