package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideWriterTest {
    @TempDir
    Path folder;

    @Test
    void rowsInTableOrderThenByLine() {
        Path file = folder.resolve("set-aside.csv");
        List<SetAsideRow> rows = ExtractFolder.in(folder)
                .with("areas.csv", "area_code,name,region\nA1,East,North\nA2,West,South\nA3\n\"A\n,\"\"\",,x\n")
                .with("cases.csv", ExtractFolder.CASES + "C3,public,=cmd,A1,2024-01-03\n")
                .with("children.csv", "child_id,case_id,born_on\nK1,C1,2015-06-31\nK2,C9,2015-06-30\n")
                .read()
                .setAside();

        SetAsideWriter.write(rows, file);

        assertThat(file)
                .hasContent("file,line,column,value,reason\n"
                        + "areas,4,,,cell_count\n"
                        + "areas,5,name,,required_and_empty\n"
                        + "cases,4,application,'=cmd,unknown_code\n"
                        + "children,2,born_on,,not_a_date\n"
                        + "children,3,case_id,C9,refers_to_nothing\n");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "=1+1|'=1+1",
                "+a|'+a",
                "-a|'-a",
                "@a|'@a",
                "-1|-1",
                "+44|+44",
                "-0.50|-0.50",
                "-1-1|'-1-1",
                "-.5|'-.5",
                "+|'+",
                "a=1|a=1",
                "1|1",
                "''|''"
            },
            delimiter = '|',
            quoteCharacter = '`')
    void formulasAreHarmless(String value, String written) {
        assertThat(SetAsideWriter.harmless(value)).isEqualTo(written);
    }

    @Test
    void tabsAndReturnsAreHarmless() {
        assertThat(SetAsideWriter.harmless("\t=1")).isEqualTo("'\t=1");
        assertThat(SetAsideWriter.harmless("\r=1")).isEqualTo("'\r=1");
        assertThat(SetAsideWriter.harmless("")).isEmpty();
    }

    @Test
    void fileThatCannotBeWritten() {
        Path file = folder.resolve("none").resolve("set-aside.csv");

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> SetAsideWriter.write(List.of(), file))
                .withMessage("Cannot write " + file + ": no such file or folder");
    }
}
