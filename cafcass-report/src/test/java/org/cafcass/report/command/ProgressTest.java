package org.cafcass.report.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, on a terminal and without one. */
class ProgressTest {
    private static final String CLEAR = "\r\u001b[K";

    @TempDir
    private Path folder;

    private List<String> pack;

    @BeforeEach
    void writeExtract() throws IOException {
        String classPath = "target/classes:" + Files.readString(Path.of("target/jshell.classpath"));
        Path extract = ExtractFolder.in(folder.resolve("extract")).path();
        pack = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        pack.addAll(List.of("-cp", classPath, "org.cafcass.report.Main", "pack", "--as-at", "2025-03-31", "--out"));
        pack.addAll(List.of(folder.resolve("pack").toString(), "--extract", extract.toString()));
    }

    @Test
    void isSeenOnATerminalAndTakenAwayAgain() throws Exception {
        String seen = onATerminal(pack);

        assertThat(seen)
                .startsWith(CLEAR + "Reading the records ..." + CLEAR + "Working out the figures ..." + CLEAR
                        + "Writing the pack ..." + CLEAR + "Board pack as at 31 March 2025\n")
                .endsWith("Wrote " + folder.resolve("pack") + "\n");
    }

    @Test
    void anErrorBeginsItsOwnLine() throws Exception {
        pack.set(pack.size() - 1, folder.resolve("none").toString());

        assertThat(onATerminal(pack))
                .startsWith(CLEAR + "Reading the records ..." + CLEAR + "cafcass: Cannot read ")
                .endsWith(": no such folder\n");
    }

    @Test
    void isNotThereWithoutATerminal() throws Exception {
        assertThat(run(pack)).startsWith("Board pack as at 31 March 2025\n").doesNotContain("\u001b", "\r", " ...");
    }

    @Test
    void isNotThereWhereOneOfTheStreamsIsPiped() throws Exception {
        for (String piped : List.of(" 2>&1 >/dev/null", " 2>&1 >/dev/null | cat", " 2>&1 | cat", " 2>/dev/null")) {
            assertThat(onATerminal(List.of("sh", "-c", quoted(pack) + piped)))
                    .as(piped)
                    .doesNotContain("\u001b", " ...");
        }
    }

    /* With script of util-linux, which gives a program a terminal. */
    private static String onATerminal(List<String> command) throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(
                Files.isExecutable(script)
                        && run(List.of("script", "--version")).contains("util-linux"),
                "no script of util-linux to give the command a terminal");
        return run(List.of("script", "-q", "-e", "-c", quoted(command), "/dev/null"));
    }

    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /* What it writes to either stream; a terminal ends each line with a carriage return too. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return output.replace("\r\n", "\n");
    }
}
