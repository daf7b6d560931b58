package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** On dirty files the reader gives the rows and the set-aside rows that the plain one does. */
class PlainReaderAgreementTest {
    private static final Set<SetAsideReason> SEEN = EnumSet.noneOf(SetAsideReason.class);
    private static final String[] DIRTY = {
        "",
        " ",
        "x",
        "é",
        "😀",
        "2024-02-30",
        "2023-02-29",
        "2024-00-01",
        "2024-13-01",
        "2024-01-00",
        "2024-1-01",
        "2024/01/01",
        "2024-01-0a",
        "20240101",
        "２024-01-01",
        "-1",
        "1.",
        ".5",
        "1.5.0",
        "0",
        "0.0",
        "1.50",
        "1.51",
        "99999999999",
        "2147483648",
        "2147483647",
        "PUBLIC",
        "True",
        "ture",
        "\u212Aelvin",
        "\r",
        "a\rb",
        "a\"b",
        "K1",
        "x".repeat(64),
        "x".repeat(65),
        "é".repeat(64),
        "é".repeat(65),
        "C1",
        "A1"
    };

    @AfterContainer
    static void everyReasonWasSeen() {
        assertThat(SEEN).containsExactlyInAnyOrder(SetAsideReason.values());
    }

    @Property(tries = 1000, seed = "20260101")
    void sameRows(@ForAll long seed) {
        Random random = new Random(seed);
        Map<ExtractTable, String> files = files(random);
        int atOnce = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(2000);

        PlainReader expected = new PlainReader(files);
        ReadExtract actual = ExtractReader.create().read(csvFiles(files, atOnce));

        assertThat(actual.setAsideWithChildIdentifiers()).isEqualTo(expected.setAside);
        actual.setAside().forEach(row -> SEEN.add(row.reason()));
        expected.read.forEach((table, rows) ->
                assertThat(values(actual.extract(), table)).as("%s", table).isEqualTo(values(table, rows)));
    }

    private static Map<ExtractTable, CsvFile> csvFiles(Map<ExtractTable, String> contents, int atOnce) {
        Map<ExtractTable, CsvFile> files = new EnumMap<>(ExtractTable.class);
        contents.forEach((table, text) ->
                files.put(table, new CsvFile(CsvFile.plainName(table), () -> inPieces(text.getBytes(UTF_8), atOnce))));
        return files;
    }

    private static InputStream inPieces(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }

    private static List<List<String>> values(ExtractTable table, List<PlainReader.Row> rows) {
        return rows.stream()
                .map(row -> table.columns().stream()
                        .map(column -> value(column, row.get(column.name())))
                        .toList())
                .toList();
    }

    private static String value(ExtractColumn column, String text) {
        if (text.isEmpty()) {
            return column.name().equals("high_risk") ? "false" : "";
        }
        return switch (column.kind()) {
            case CODE, BOOLEAN -> text.toLowerCase(Locale.ROOT);
            case COUNT -> Integer.toString(Integer.parseInt(text));
            case DECIMAL -> new BigDecimal(text).toPlainString();
            case IDENTIFIER, REFERENCE, TEXT, DATE -> text;
        };
    }

    private static List<List<String>> values(Extract extract, ExtractTable table) {
        Columns columns = extract.columns(table);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            List<String> values = new ArrayList<>();
            for (ExtractColumn column : table.columns()) {
                int number = columns.get(column.name(), row);
                values.add(number == Columns.ABSENT ? "" : value(extract, columns, column, number));
            }
            rows.add(values);
        }
        return rows;
    }

    private static String value(Extract extract, Columns columns, ExtractColumn column, int number) {
        return switch (column.kind()) {
            case IDENTIFIER, TEXT -> columns.texts(column.name()).get(number);
            case REFERENCE -> {
                ExtractTable other = column.references().orElseThrow();
                String identifier = other.columns().get(0).name();
                Columns others = extract.columns(other);
                yield others.texts(identifier).get(others.get(identifier, number));
            }
            case DATE -> LocalDate.ofEpochDay(number).toString();
            case CODE -> column.codes().get(number).code();
            case BOOLEAN -> Boolean.toString(number == 1);
            case COUNT -> Integer.toString(number);
            case DECIMAL -> columns.decimals(column.name()).get(number).toPlainString();
        };
    }

    // --------------------------------------------------------------------------

    /* Few tries have more rows than the reader takes at once. */
    private static Map<ExtractTable, String> files(Random random) {
        Map<ExtractTable, String> files = new EnumMap<>(ExtractTable.class);
        int most = random.nextInt(20) == 0 ? 700 : 25;
        int rarity = 5 + random.nextInt(200);
        Map<ExtractTable, Integer> counts = new HashMap<>();
        for (ExtractTable table : ExtractTable.values()) {
            if (table.required() || random.nextBoolean()) {
                int rows = random.nextInt(most);
                counts.put(table, rows);
                files.put(table, file(table, rows, counts, rarity, random));
            }
        }
        return files;
    }

    private static String file(
            ExtractTable table, int rows, Map<ExtractTable, Integer> counts, int rarity, Random random) {
        List<ExtractColumn> columns = new ArrayList<>(table.columns());
        columns.removeIf(column -> !column.required() && random.nextInt(4) == 0);
        Collections.shuffle(columns, random);
        String unknown = random.nextInt(3) == 0 ? ",unknown" : "";
        String end = random.nextBoolean() ? "\n" : "\r\n";
        boolean quotes = random.nextInt(3) == 0;
        StringBuilder file = new StringBuilder(random.nextInt(3) == 0 ? "\uFEFF" : "");
        file.append(String.join(",", columns.stream().map(ExtractColumn::name).toList()))
                .append(unknown)
                .append(end);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (ExtractColumn column : columns) {
                String text = random.nextInt(rarity) == 0
                        ? DIRTY[random.nextInt(DIRTY.length)]
                        : clean(table, column, row, counts, random);
                cells.add(quotes && random.nextBoolean() ? quoted(text) : text);
            }
            if (!unknown.isEmpty()) {
                cells.add(random.nextBoolean() ? "" : quoted("a,\"\n\r\n"));
            }
            if (random.nextInt(rarity) == 0) {
                cells.add("one too many");
            }
            file.append(String.join(",", cells));
            file.append(random.nextInt(rarity) == 0 ? "\n\r\n" : row == rows - 1 && random.nextBoolean() ? "" : end);
        }
        return file.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String clean(
            ExtractTable table, ExtractColumn column, int row, Map<ExtractTable, Integer> counts, Random random) {
        if (!column.required() && random.nextInt(3) == 0) {
            return "";
        }
        return switch (column.kind()) {
            case IDENTIFIER -> "C" + (random.nextInt(30) == 0 ? random.nextInt(row + 1) : row);
            case REFERENCE ->
                "C" + random.nextInt(1 + counts.getOrDefault(column.references().orElseThrow(), 0));
            case TEXT -> "text " + random.nextInt(9);
            case DATE -> date(column, random);
            case CODE -> code(table, column, random);
            case BOOLEAN -> random.nextBoolean() ? "true" : "FALSE";
            case COUNT -> Integer.toString(column.name().equals("invited") ? 90 : random.nextInt(45));
            case DECIMAL -> random.nextBoolean() ? "1" : "0." + (1 + random.nextInt(9)) + "0";
        };
    }

    /* Later days in columns that come after others, so that most rows are in order. */
    private static String date(ExtractColumn column, Random random) {
        boolean early = Set.of("received_on", "started_on", "listed_on", "ordered_on", "requested_on")
                .contains(column.name());
        int year = random.nextInt(20) == 0
                ? 2000 + random.nextInt(18)
                : early ? 2000 : column.name().equals("from") ? 2010 : 2010 + random.nextInt(8);
        return LocalDate.ofYearDay(year, 1).plusDays(random.nextInt(800)).toString();
    }

    /* The first words of a list belong together: application to law, grade to scale. */
    private static String code(ExtractTable table, ExtractColumn column, Random random) {
        boolean first = table == ExtractTable.CASES || table == ExtractTable.AUDITS || table == ExtractTable.RATINGS;
        int code = first && random.nextInt(9) > 0
                ? 0
                : random.nextInt(column.codes().size());
        return column.codes().get(code).code();
    }
}
