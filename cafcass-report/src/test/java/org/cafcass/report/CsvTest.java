package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {
    static Stream<Arguments> cells() {
        return Stream.of(
                arguments("", ""),
                arguments("North", "North"),
                arguments("area=%3Dcmd", "area=%3Dcmd"),
                arguments("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
                arguments("+1+1", "'+1+1"),
                arguments("-1+1", "'-1+1"),
                arguments("@SUM(A1)", "'@SUM(A1)"),
                arguments("\t=1", "'\t=1"),
                arguments(" =1", "' =1"),
                arguments("\r=1", "\"'\r=1\""),
                arguments("\uFF1D1+1", "'\uFF1D1+1"),
                arguments("=\"a\"", "\"'=\"\"a\"\"\""),
                arguments("-12.5", "-12.5"),
                arguments("+441", "+441"),
                arguments("-", "'-"),
                arguments("a,b", "\"a,b\""),
                arguments("a\"b", "\"a\"\"b\""),
                arguments("a\nb", "\"a\nb\""),
                arguments("2024-01-15", "2024-01-15"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void textsAreHarmlessAndNumbersAsTheyAre(String text, String cell) throws IOException {
        StringBuilder row = new StringBuilder();

        Csv.row(row, text, "1");

        assertThat(row).hasToString(cell + ",1\n");
    }
}
