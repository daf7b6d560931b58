package org.cafcass.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process. */
class MainTest {
    @TempDir
    Path folder;

    @Test
    void theProcessEndsWithTheStatus() throws Exception {
        Path out = folder.resolve("out");

        assertThat(run(out, "--version")).isEqualTo(new Run(0, ""));
        assertThat(out).content(UTF_8).startsWith("cafcass ");
        assertThat(run(out, "figures", "--extract", "nowhere", "--as-at", "2025-03-31"))
                .isEqualTo(new Run(2, "cafcass: Cannot read nowhere: no such folder\n"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullStandardOutputIsNoSuccess() throws Exception {
        assertThat(run(Path.of("/dev/full"), "--version"))
                .isEqualTo(new Run(2, "cafcass: Cannot write the results: standard output takes no more\n"));
    }

    private record Run(int status, String err) {}

    private Run run(Path out, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(err).replace(System.lineSeparator(), "\n"));
    }
}
