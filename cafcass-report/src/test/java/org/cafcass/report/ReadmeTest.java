package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example compiles, and prints what stands beside it. */
class ReadmeTest {
    @Test
    void exampleCompilesAndPrintsWhatIsShown(@TempDir Path folder) throws Exception {
        MarkdownPage readme = MarkdownPage.of("README.md");

        assertThat(JavaExample.printed(
                        readme,
                        "Timeliness",
                        SyntheticExtract.scenario("national-2025").extract(),
                        folder))
                .isEqualTo(readme.block("text"));
    }
}
