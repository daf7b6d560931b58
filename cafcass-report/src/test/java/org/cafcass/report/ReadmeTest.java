package org.cafcass.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.cafcass.model.extract.ExtractWriter;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example compiles, and prints what stands beside it. */
class ReadmeTest {
    @Test
    void exampleCompilesAndPrintsWhatIsShown(@TempDir Path folder) throws Exception {
        MarkdownPage readme = MarkdownPage.of("README.md");
        Path source = Files.writeString(folder.resolve("Timeliness.java"), readme.block("java"));
        ByteArrayOutputStream problems = new ByteArrayOutputStream();

        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, problems, "-Xlint:all", "-d", folder.toString(), source.toString());

        assertThat(problems.toString(UTF_8)).isEmpty();
        assertThat(status).isZero();

        Path extract = folder.resolve("extract");
        ExtractWriter.create().write(SyntheticExtract.scenario("national-2025").extract(), extract);
        assertThat(printed(folder, extract)).isEqualTo(readme.block("text"));
    }

    private static String printed(Path classes, Path extract) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, UTF_8));
            loader.loadClass("Timeliness").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {extract.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(UTF_8);
    }
}
