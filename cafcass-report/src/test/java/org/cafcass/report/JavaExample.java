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
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractWriter;

/** A class that a page of the documentation shows, compiled and run as a reader would. */
final class JavaExample {
    private JavaExample() {}

    /** What the first Java block of a page prints for an extract; it compiles without a warning. */
    static String printed(MarkdownPage page, String className, Extract extract, Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve(className + ".java"), page.block("java"));
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, problems, "-Xlint:all", "-d", folder.toString(), source.toString());
        assertThat(problems.toString(UTF_8)).isEmpty();
        assertThat(status).isZero();

        Path files = folder.resolve("extract");
        ExtractWriter.create().write(extract, files);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, UTF_8));
            loader.loadClass(className).getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {files.toString()});
        } finally {
            System.setOut(before);
        }
        return printed.toString(UTF_8);
    }
}
