package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {
    private static final String MIB = "x".repeat(1 << 20);

    /** The rows as {@code line:[cells]}; the bytes come as few at a time as is said. */
    private static List<String> rows(byte[] file, int atOnce) {
        InputStream in = new ByteArrayInputStream(file) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, atOnce));
            }
        };
        try {
            CsvRows rows = new CsvRows(in, "f.csv");
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows.cells(); i++) {
                    cells.add(rows.text(i));
                }
                read.add(rows.line() + ":" + cells);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("a,b\n1,2\n", List.of("1:[a, b]", "2:[1, 2]")),
                arguments("a,b\r\n1,2\r\n", List.of("1:[a, b]", "2:[1, 2]")),
                arguments("a,b\n1,2", List.of("1:[a, b]", "2:[1, 2]")),
                arguments("a,b\n1,", List.of("1:[a, b]", "2:[1, ]")),
                arguments("\uFEFFa,b\n", List.of("1:[a, b]")),
                arguments("\uFEFF", List.of()),
                arguments("\uFEFF\uFEFFa\n", List.of("1:[\uFEFFa]")),
                arguments("\n\r\na\n\n\nb\n\r\n", List.of("3:[a]", "6:[b]")),
                arguments(" \n", List.of("1:[ ]")),
                arguments("\"\"\n", List.of("1:[]")),
                arguments(",\n", List.of("1:[, ]")),
                arguments("a\rb,c\n", List.of("1:[a\rb, c]")),
                arguments("a\r\r\nb\n", List.of("1:[a\r]", "2:[b]")),
                arguments("a,\r\nb\n", List.of("1:[a, ]", "2:[b]")),
                arguments("a\r", List.of("1:[a\r]")),
                arguments("\r", List.of("1:[\r]")),
                arguments("\r\n\r", List.of("2:[\r]")),
                arguments("a\"b,c\"\"d,e\"\n", List.of("1:[a\"b, c\"\"d, e\"]")),
                arguments(" \"a\",b\n", List.of("1:[ \"a\", b]")),
                arguments("\"a,b\",\"c\"\"d\"\n", List.of("1:[a,b, c\"d]")),
                arguments("\"\"\"\"\n", List.of("1:[\"]")),
                arguments("\"a\nb\r\nc\rd\",e\nf\n", List.of("1:[a\nb\r\nc\rd, e]", "4:[f]")),
                arguments("\"a\"\r\n\"b\"\n\"c\"", List.of("1:[a]", "2:[b]", "3:[c]")),
                arguments("\"é\"\"€\",\"😀\"\"\"\n", List.of("1:[é\"€, 😀\"]")),
                arguments(
                        "é,ü€\n😀,\u0800\uD7FF\uE000\uFFFD\n",
                        List.of("1:[é, ü€]", "2:[😀, \u0800\uD7FF\uE000\uFFFD]")),
                arguments("a\u000Bb\u0085\u2028c\fd\n", List.of("1:[a\u000Bb\u0085\u2028c\fd]")),
                arguments("a b, c ,\td\n", List.of("1:[a b,  c , \td]")),
                arguments("\u0000,a\n", List.of("1:[\u0000, a]")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void rowsAndTheirLines(String file, List<String> expected) {
        assertThat(rows(file.getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    void rowsDoNotDependOnHowManyBytesComeAtOnce(String file, List<String> expected) {
        assertThat(rows(file.getBytes(UTF_8), 1)).isEqualTo(expected);
        assertThat(rows(file.getBytes(UTF_8), 3)).isEqualTo(expected);
    }

    @Test
    void manyCells() {
        String row = "x,".repeat(999) + "y";

        assertThat(rows((row + "\n" + row).getBytes(UTF_8), Integer.MAX_VALUE))
                .containsExactly("1:[" + row.replace(",", ", ") + "]", "2:[" + row.replace(",", ", ") + "]");
    }

    static Stream<Arguments> rowsOfOneMebibyte() {
        return Stream.of(
                arguments(MIB + "\nb"),
                arguments(MIB + "\r\nb"),
                arguments("\n" + MIB + "\nb"),
                arguments("\uFEFF" + MIB + "\nb"),
                arguments('"' + MIB.substring(2) + "\"\nb"),
                arguments('"' + MIB.substring(2) + "\"\r\nb"),
                arguments('"' + "\"\"".repeat((1 << 19) - 1) + "\"\nb"),
                arguments("é".repeat(1 << 19) + "\nb"),
                arguments(MIB));
    }

    @ParameterizedTest
    @MethodSource("rowsOfOneMebibyte")
    void rowOfOneMebibyte(String file) {
        assertThat(rows(file.getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo(rows(file.getBytes(UTF_8), 9973));
    }

    static Stream<Arguments> rowsOfMore() {
        return Stream.of(
                arguments(MIB + "x", 1),
                arguments(MIB + "x\n", 1),
                arguments(MIB + "x\r\n", 1),
                arguments(MIB + "\r", 1),
                arguments(MIB + "\r\r\n", 1),
                arguments("a\n\n" + MIB + "x\nb", 3),
                arguments("a\n" + MIB + MIB + "\nb", 2),
                arguments('"' + MIB.substring(1) + "\"\n", 1),
                arguments("\"a\n\n\"\n" + "é".repeat(1 << 19) + "x\nb", 4));
    }

    @ParameterizedTest
    @MethodSource("rowsOfMore")
    void rowOfOverOneMebibyte(String file, int line) {
        for (int atOnce : new int[] {Integer.MAX_VALUE, 9973}) {
            assertThatExceptionOfType(ExtractException.class)
                    .isThrownBy(() -> rows(file.getBytes(UTF_8), atOnce))
                    .withMessage("Cannot read f.csv: line " + line + ": a row of over 1 MiB");
        }
    }

    @Test
    void rowOfOverOneMebibyteInAQuote() {
        String file = "a\nb,c,\"d\n" + MIB + MIB;

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> rows(file.getBytes(UTF_8), Integer.MAX_VALUE))
                .withMessage("Cannot read f.csv: line 2: a row of over 1 MiB;"
                        + " the quote that opens on line 2 is not closed by then");
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments("a\n\"b\"c\n", "line 2: text after a closing quote"),
                arguments("a\n\"b\" ,c\n", "line 2: text after a closing quote"),
                arguments("a\n\"b\"\rc\n", "line 2: text after a closing quote"),
                arguments("a\n\"b\"\r", "line 2: text after a closing quote"),
                arguments("a\n\"b\n\n\"c\n", "line 4: text after a closing quote"),
                arguments("a\n\n\"", "line 3: a quote is never closed"),
                arguments("a\nb,\"c\"\"\n\n\n", "line 2: a quote is never closed"),
                arguments("a\n\"b\nc\",\"d\n\n", "line 3: a quote is never closed"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void brokenQuotes(String file, String problem) {
        for (int atOnce : new int[] {Integer.MAX_VALUE, 1}) {
            assertThatExceptionOfType(ExtractException.class)
                    .isThrownBy(() -> rows(file.getBytes(UTF_8), atOnce))
                    .withMessage("Cannot read f.csv: " + problem);
        }
    }

    static Stream<String> noUtf8() {
        return Stream.of(
                "\u0080",
                "\u00BF",
                "\u00C0\u0080",
                "\u00C1\u00BF",
                "\u00C3",
                "\u00C3(",
                "\u00E2\u0082",
                "\u00E0\u009F\u00BF",
                "\u00ED\u00A0\u0080",
                "\u00ED\u00BF\u00BF",
                "\u00EF\u00BB",
                "\u00F0\u008F\u00BF\u00BF",
                "\u00F0\u009F\u0098",
                "\u00F4\u0090\u0080\u0080",
                "\u00F5\u0080\u0080\u0080",
                "\u00FE",
                "\u00FF",
                "\u00E9");
    }

    @ParameterizedTest
    @MethodSource("noUtf8")
    void noUtf8(String bytes) {
        for (String file : List.of("a\nb" + bytes, "a\n" + bytes + ",c\n", "a\n\"x" + bytes + "\"\n")) {
            for (int atOnce : new int[] {Integer.MAX_VALUE, 1}) {
                assertThatExceptionOfType(ExtractException.class)
                        .isThrownBy(() -> rows(file.getBytes(StandardCharsets.ISO_8859_1), atOnce))
                        .withMessage("Cannot read f.csv: line 2: no UTF-8");
            }
        }
    }

    @Test
    void noBytes() {
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> rows(new byte[0], Integer.MAX_VALUE))
                .withMessage("Cannot read f.csv: it has 0 bytes");
    }

    @Test
    void longFileOfRowsThatCrossTheBuffer() {
        StringBuilder file = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 60_000; i++) {
            String cell = i % 7 == 0 ? "\"q\"\"" + i + "\"" : "p" + i;
            file.append(i).append(',').append(cell).append(i % 3 == 0 ? "\r\n" : "\n");
            expected.add(i + ":[" + i + ", " + (i % 7 == 0 ? "q\"" : "p") + i + "]");
        }

        assertThat(rows(file.toString().getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo(expected);
        assertThat(rows(file.toString().getBytes(UTF_8), 8191)).isEqualTo(expected);
    }
}
