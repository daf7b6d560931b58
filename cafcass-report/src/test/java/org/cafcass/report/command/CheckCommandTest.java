package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String HEADER =
            "id,document,as_at_or_period,measure,breakdown,unit,value,compared_with,previous,change,change_percent,note\n";
    private static final String CONSISTENT =
            "F109,paper,2025-03-31,open cases,all,cases,27529,2024-03-31,,-2725,-9.0,\n";
    private static final String INCONSISTENT =
            "F001,other paper,2022-04-18,open cases,all,cases,35211,2020-03-31,30136,4954,16.4,\n";

    @TempDir
    private Path folder;

    private Path figures(String rows) throws Exception {
        return Files.writeString(folder.resolve("figures.csv"), HEADER + rows);
    }

    @Test
    void writesARowForEachFigure() throws Exception {
        assertThat(Run.of("check", "--figures", figures(CONSISTENT + INCONSISTENT)))
                .isEqualTo(new Run(1, """
                        id,verdict,finding
                        F109,consistent,"value 27529, change -2725, -9.0% agree"
                        F001,inconsistent,"value 35211, previous 30136, change 4954, 16.4% do not agree: they would with value 35090, or previous 30257"
                        """, ""));
    }

    @Test
    void hasNoFindingsWhereAllIsConsistent() throws Exception {
        assertThat(Run.of("check", "--format", "table", "--figures", figures(CONSISTENT)))
                .isEqualTo(new Run(0, """
                        id    verdict     finding
                        F109  consistent  value 27529, change -2725, -9.0% agree
                        """, ""));
    }

    @Test
    void writesToAFolder() throws Exception {
        Path out = folder.resolve("out");

        Run run = Run.of("check", "--figures", figures(CONSISTENT), "--out", out);

        assertThat(run).isEqualTo(new Run(0, "Wrote " + out.resolve("checked-figures.csv") + "\n", ""));
        assertThat(Files.readString(out.resolve("checked-figures.csv"), StandardCharsets.UTF_8))
                .isEqualTo("id,verdict,finding\nF109,consistent,\"value 27529, change -2725, -9.0% agree\"\n");
    }

    @Test
    void failsOnWhatItCannotRead() throws Exception {
        Path missing = folder.resolve("missing.csv");

        assertThat(Run.of("check", "--figures", missing))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read " + missing + ": no such file\n"));
        assertThat(Run.of("check", "--figures", Files.writeString(missing, "id,value\nF1,3\n")))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read " + missing + ": no column document\n"));
        Files.write(missing, (HEADER + "F\u00e9,,,,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Run.of("check", "--figures", missing))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read " + missing + ": not UTF-8\n"));
        assertThat(Run.of("check", "--figures", folder).status()).isEqualTo(2);
        assertThat(Run.of("check", "--figures", figures(CONSISTENT), "--format", "xml")
                        .status())
                .isEqualTo(2);
        assertThat(Run.of("check").status()).isEqualTo(2);
    }
}
