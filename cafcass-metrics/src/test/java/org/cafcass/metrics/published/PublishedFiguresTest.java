package org.cafcass.metrics.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedFiguresTest {
    private static final String HEADER =
            "id,document,as_at_or_period,measure,breakdown,unit,value,compared_with,previous,change,change_percent,note\n";

    @Test
    void readsAFigureAndLeavesTheNote() throws IOException {
        assertThat(PublishedFigures.read(new StringReader("\uFEFF" + HEADER
                        + "F1,paper,2025-03-31,\"open, all\",all,cases,300,2024-03-31,290,10,3.4,a note\r\n")))
                .containsExactly(new PublishedFigure(
                        "F1",
                        "paper",
                        "2025-03-31",
                        "open, all",
                        "all",
                        "cases",
                        "300",
                        "2024-03-31",
                        "290",
                        "10",
                        "3.4"));
    }

    @Test
    void readsColumnsInAnyOrder() throws IOException {
        assertThat(PublishedFigures.read(new StringReader(
                        "change_percent,change,previous,compared_with,value,unit,breakdown,measure,as_at_or_period,document,id\n"
                                + "11,10,9,8,7,6,5,4,3,2,1\n")))
                .containsExactly(new PublishedFigure("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
    }

    @Test
    void readsNoFiguresOfAHeader() throws IOException {
        assertThat(PublishedFigures.read(new StringReader(HEADER))).isEmpty();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("", "no header: the file is empty"),
                arguments("\uFEFF", "no header: the file is empty"),
                arguments("id,value\n", "no column document"),
                arguments("id,value\nF1,3\n", "no column document"),
                arguments(HEADER.replace("note", "value"), "the column value stands twice"),
                arguments(HEADER + ",,,,,,,,,,,\n", "line 2: Invalid published figure: it has no id"),
                arguments(HEADER + "F1,,,,,,,,,,,\nF1,,,,,,,,,,,\n", "line 3: the id F1 stands twice"),
                arguments(HEADER + "F1,paper\n", "line 2: 2 cells, the header has 12"),
                arguments(HEADER + "F1,,,,,,,,,,,,\n", "line 2: 13 cells, the header has 12"),
                arguments(HEADER + "F1,,,,,cases,35 211,,,,,\n", "line 2: value: not a number: 35 211"),
                arguments(HEADER + "F1,,,,,cases,,,3O136,,,\n", "line 2: previous: not a number: 3O136"),
                arguments(HEADER + "F1,,,,,cases,,,,--5,,\n", "line 2: change: not a number: --5"),
                arguments(HEADER + "F1,,,,,cases,,,,,16.4.1,\n", "line 2: change_percent: not a number: 16.4.1"),
                arguments(
                        HEADER + "F1,,,,,percent; cases,34.6; 1246; 1348,,,,,\n",
                        "line 2: value: 3 numbers, but 2 of unit"),
                arguments(HEADER + "F1,,,,,cases,,,,5; 6,,\n", "line 2: change: 2 numbers, but 1 of unit"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNoListOfFigures(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedFigures.read(new StringReader(text)))
                .withMessage(message);
    }

    @Test
    void refusesBytesThatAreNotUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.csv");
        Files.write(file, (HEADER + "F\u00e9,,,,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));

        Assertions.assertThatExceptionOfType(CharacterCodingException.class)
                .isThrownBy(() -> PublishedFigures.read(file));
    }
}
