package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesiseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void extractThatIsWrittenReadsBackWithoutFindings() throws Exception {
        Path out = folder.resolve("made/extract");

        Run run = Run.of(
                "synthesise", "--scenario", "national-2025", "--seed", "7", "--scale", "0.01", "--out", out, "--gzip");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("areas: 19\n")
                .endsWith(
                        "\nWrote " + out + ", as at 2025-03-31; closure days in " + out.resolve("closures.txt") + "\n");
        assertThat(out.resolve("cases.csv.gz")).exists();
        assertThat(out.resolve("cases.csv")).doesNotExist();
        assertThat(Files.readAllLines(out.resolve("closures.txt")))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d"));
        assertThat(Run.of("validate", "--extract", out).status()).isZero();
    }

    @Test
    void sameSeedGivesTheSameFiles() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path other = folder.resolve("other");

        Run.of("synthesise", "--scale", "0.01", "--out", first);
        Run.of("synthesise", "--scale", "0.01", "--out", second);
        Run.of("synthesise", "--scale", "0.01", "--seed", "2", "--out", other);

        assertThat(first.resolve("cases.csv")).hasSameBinaryContentAs(second.resolve("cases.csv"));
        assertThat(Files.readString(other.resolve("cases.csv")))
                .isNotEqualTo(Files.readString(first.resolve("cases.csv")));
    }

    @Test
    void badUsageIsOneLine() {
        assertThat(Run.of("synthesise")).isEqualTo(new Run(2, "", "cafcass: Missing required option: '--out=DIR'\n"));
        assertThat(Run.of("synthesise", "--scenario", "national-1066", "--out", folder)
                        .err())
                .startsWith("cafcass: Invalid scenario: national-1066")
                .hasLineCount(1);
        assertThat(Run.of("synthesise", "--scale", "0", "--out", folder).status())
                .isEqualTo(2);
        assertThat(Run.of("synthesise", "--seed", "one", "--out", folder))
                .isEqualTo(new Run(2, "", "cafcass: Invalid value for option '--seed': 'one' is not a long\n"));
    }
}
