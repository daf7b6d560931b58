package org.cafcass.report.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
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

    @Test
    void resultsThatCannotBeWrittenAreNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter err = new StringWriter();

        int status = CafcassCommand.run(
                new String[] {"--version"}, new PrintWriter(full, false, UTF_8), new PrintWriter(err));

        assertThat(status).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "cafcass: Cannot write the results: standard output takes no more" + System.lineSeparator());
    }
}
