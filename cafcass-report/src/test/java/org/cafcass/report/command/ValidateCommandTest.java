package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValidateCommandTest {
    @TempDir
    private Path folder;

    private ExtractFolder extract;

    @BeforeEach
    void writeExtract() {
        extract = ExtractFolder.in(folder.resolve("extract"));
    }

    private Run validate(Object... options) {
        return Run.of(Stream.concat(Stream.of("validate", "--extract", extract.path()), Stream.of(options))
                .toArray());
    }

    @Test
    void cleanExtractHasNoFindings() {
        extract.write("areas.csv", "area_code,name,region,colour\nA1,North,N,red\nA2,South,S,\n");

        assertThat(validate()).isEqualTo(new Run(0, """
                        file      rows  read  set aside
                        areas        2     2          0
                        advisers     1     1          0
                        cases        3     3          0
                        children     3     3          0
                        all          9     9          0
                        Ignored columns of areas: colour
                        """, ""));
    }

    @Test
    void rowsSetAsideAreCountedByReason() throws Exception {
        extract.append("cases.csv", """
                C4,public,s31_care,A1,15/01/2024,
                C5,public,care,A1,2024-01-15,
                C6,public,s8_child_arrangements,A1,2024-01-15,
                C7,public,s31_care,A9,2024-01-15,
                C1,public,s31_care,A1,2024-01-15,
                C8,public,s31_care,A1,2024-01-15,2024-01-14
                "=1+1",public,s31_care,A9,2024-01-15
                """);
        Path out = folder.resolve("out");

        assertThat(validate("--out", out)).isEqualTo(new Run(1, """
                        file      rows  read  set aside  reason
                        areas        2     2          0
                        advisers     1     1          0
                        cases       10     3          7
                                                         cell_count              1
                                                         not_a_date              1
                                                         unknown_code            1
                                                         application_not_of_law  1
                                                         closed_before_received  1
                                                         refers_to_nothing       1
                                                         repeated_identifier     1
                        children     3     3          0
                        all         16     9          7
                        Wrote %s
                        """.formatted(out.resolve("set-aside.csv")), ""));
        assertThat(Files.readString(out.resolve("set-aside.csv"))).isEqualTo("""
                        file,line,column,value,reason
                        cases,5,received_on,15/01/2024,not_a_date
                        cases,6,application,care,unknown_code
                        cases,7,application,s8_child_arrangements,application_not_of_law
                        cases,8,area_code,A9,refers_to_nothing
                        cases,9,case_id,C1,repeated_identifier
                        cases,10,closed_on,2024-01-14,closed_before_received
                        cases,11,,,cell_count
                        """);
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
        extract.write("cases.csv", "case_id,law,application,area_code,received_on\n")
                .write("children.csv", "child_id,case_id\n");

        Run run = validate();

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("cases        0     0          0\n");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(
                        change(extract -> extract.delete("cases.csv")),
                        "Cannot read extract: required files are missing: cases.csv"),
                arguments(
                        change(extract ->
                                extract.write("cases.csv", "case_id,law,application,area_code,receivd_on,closed_on\n")),
                        "Cannot read cases.csv: required columns are missing: received_on"),
                arguments(
                        change(extract -> extract.write(
                                "areas.csv",
                                "area_code,name,region\nA1,\u00fc,N\n".getBytes(StandardCharsets.ISO_8859_1))),
                        "Cannot read areas.csv: line 2: no UTF-8"),
                arguments(change(extract -> extract.write("areas.csv", "")), "Cannot read areas.csv: it has 0 bytes"),
                arguments(
                        change(extract -> extract.append("areas.csv", "A3," + "x".repeat(2 << 20) + ",S\n")),
                        "Cannot read areas.csv: line 4: a row of over 1 MiB"),
                arguments(
                        change(extract -> extract.gzipAndCut("cases.csv", 60)),
                        "Cannot read cases.csv.gz: broken gzip: it ends too early"));
    }

    private static Consumer<ExtractFolder> change(Consumer<ExtractFolder> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsOneLine(Consumer<ExtractFolder> change, String message) {
        change.accept(extract);

        Run run = validate();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replace(extract.path().toString(), "extract")).isEqualTo("cafcass: " + message + "\n");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(Run.of("validate", "--extract", nowhere))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read " + nowhere + ": no such folder\n"));
        assertThat(Run.of("validate")).isEqualTo(new Run(2, "", "cafcass: Missing required option: '--extract=DIR'\n"));
    }

    @Test
    void strictNamesTheFirstRows() {
        extract.append("cases.csv", "C8,public,s31_care,A1,2024-01-15,2024-01-14\n");

        assertThat(validate("--strict"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "cafcass: Cannot read the extract: 1 row breaks a rule: cases line 5: closed_on:"
                                + " closed_before_received (closed_before_received 1)\n"));
    }

    @Test
    void noChildIsNamed() throws Exception {
        extract.append("children.csv", "K-secret,C9\nK-secret2,C1,too,many\nK3,C2\n");
        Path out = folder.resolve("out");

        Run run = validate("--out", out);

        assertThat(run.out() + run.err() + Files.readString(out.resolve("set-aside.csv")))
                .doesNotContain("secret", "K3");
    }
}
