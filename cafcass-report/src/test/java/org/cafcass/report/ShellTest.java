package org.cafcass.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code bin/cafcass-shell} runs scripts, and its exit status is theirs; the session of {@code docs/jshell.md} is as printed. {@code
 * bin/cafcass} is the command line.
 */
@DisabledOnOs(OS.WINDOWS)
class ShellTest {
    private record Script(String text, int status, String output) {}

    private static List<Script> scripts() {
        return List.of(
                new Script("println(Measures.OPEN_CASES.unit())", 0, "cases\n"),
                new Script("println(1)\nint n = \"two\"\nprintln(3)", 1, """
                        1
                        a script.jsh:2: incompatible types: java.lang.String cannot be converted to int
                        """),
                new Script("void f() {\n  throw new IllegalStateException(\"broken\");\n}\nf()\nprintln(3)", 1, """
                        a script.jsh:4: java.lang.IllegalStateException: broken
                            at .f(#n:2)
                            at .(#n:1)
                        """),
                new Script("int f() {\n  return 1;", 1, "a script.jsh:1: the snippet is not complete\n"),
                new Script("int f() { return g(); }", 1, "a script.jsh: cannot find method g()\n"),
                new Script("int f() { return g(); }\nint g() { return 7; }\n/exit f()", 7, ""),
                new Script("/exit", 0, ""),
                new Script("/set feedback normal", 1, "a script.jsh:1: a script has no command /set, only /exit\n"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void endsWithTheStatusOfTheScript(Script script, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a script.jsh"), script.text());

        Run run = run(folder, "-s", "a script.jsh");

        assertThat(run.output().replaceAll("#\\d+", "#n")).isEqualTo(script.output());
        assertThat(run.status()).isEqualTo(script.status());
    }

    @Test
    void endsWithStatus2WhereThereIsNoScript(@TempDir Path folder) throws Exception {
        Run run = run(folder, "-s", "none.jsh");

        assertThat(run.output()).startsWith("cafcass-shell: Cannot read none.jsh: ");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void sessionOfTheGuideIsAsPrinted(@TempDir Path folder) throws Exception {
        MarkdownPage guide = MarkdownPage.of("docs/jshell.md");
        Files.writeString(folder.resolve("session.jsh"), guide.block("java"));

        Run run = run(folder, "-s", "session.jsh");

        assertThat(run.output()).isEqualTo(guide.block("text"));
        assertThat(run.status()).isZero();
    }

    @Test
    void commandLineRunsFromAnyFolder(@TempDir Path folder) throws Exception {
        assertThat(run("bin/cafcass", folder, "--help").output()).startsWith("Usage: cafcass ");

        Run run = run("bin/cafcass", folder, "validate", "--extract", "no such folder");

        assertThat(run.output()).isEqualTo("cafcass: Cannot read no such folder: no such folder\n");
        assertThat(run.status()).isEqualTo(2);
    }

    private record Run(int status, String output) {}

    private static Run run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run("bin/cafcass-shell", folder, arguments);
    }

    private static Run run(String script, Path folder, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(MarkdownPage.ROOT.resolve(script).toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
