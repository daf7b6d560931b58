package org.cafcass.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cafcass.metrics.Decimals;
import org.cafcass.model.Code;

/**
 * Rows with named columns, for a terminal, as CSV or as JSON. A value is a text, a number, a day, a code, true or false; an empty text is
 * absent. Decimals are shown to one place on a terminal, and written as the shortest that read back.
 */
public final class Listing {
    private final String name;
    private final List<String> columns;
    private final Set<String> notInTable = new HashSet<>();
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * A listing without rows.
     *
     * @param name its name, in the plural: {@code cases}
     * @param columns the names of its columns
     */
    public Listing(String name, String... columns) {
        this.name = Objects.requireNonNull(name, "name");
        this.columns = List.of(columns);
    }

    /** Leaves columns out on a terminal, where there is no room for them. */
    public Listing notInTable(String... names) {
        notInTable.addAll(Arrays.asList(names));
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many values as columns
     */
    public void row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("Invalid number of values: " + values.length);
        }
        rows.add(values.clone());
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The rows with headings, for a terminal; a heading is folded where it is wider than what stands below it. */
    public String table() {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (!notInTable.contains(columns.get(i))
                    && rows.stream().anyMatch(row -> !shown(row[column]).isEmpty())) {
                shown.add(i);
            }
        }
        TextTable table = new TextTable(shown.stream()
                .map(column -> isNumeric(column) ? TextTable.Side.RIGHT : TextTable.Side.LEFT)
                .toArray(TextTable.Side[]::new));
        List<List<String>> headings = shown.stream().map(this::heading).toList();
        int lines = headings.stream().mapToInt(List::size).max().orElse(1);
        for (int line = lines; line > 0; line--) {
            int fromBelow = line;
            table.row(headings.stream()
                    .map(heading -> fromBelow > heading.size() ? "" : heading.get(heading.size() - fromBelow))
                    .toArray(String[]::new));
        }
        for (Object[] row : rows) {
            table.row(shown.stream().map(column -> shown(row[column])).toArray(String[]::new));
        }
        return table.text();
    }

    private List<String> heading(int column) {
        int width =
                rows.stream().mapToInt(row -> shown(row[column]).length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (String word : columns.get(column).split("_")) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!lines.isEmpty() && last.length() + 1 + word.length() <= width) {
                lines.set(lines.size() - 1, last + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> row[column] instanceof Number || row[column].equals(""))
                && rows.stream().anyMatch(row -> row[column] instanceof Number);
    }

    private static String shown(Object value) {
        if (value instanceof Double || value instanceof BigDecimal) {
            return Decimals.rounded(((Number) value).doubleValue(), 1).toPlainString();
        }
        return value instanceof Boolean truth ? truth ? "yes" : "no" : text(value);
    }

    private static String text(Object value) {
        if (value instanceof Double || value instanceof BigDecimal) {
            return Decimals.shortest(((Number) value).doubleValue()).toPlainString();
        }
        return value instanceof Code code ? code.code() : value.toString();
    }

    /** Writes the rows as CSV, with a header row. */
    public void writeCsv(Appendable to) throws IOException {
        Csv.row(to, columns.toArray(String[]::new));
        for (Object[] row : rows) {
            Csv.row(to, Arrays.stream(row).map(Listing::text).toArray(String[]::new));
        }
    }

    /** Writes the rows as a JSON array of objects with the names of the columns. */
    public void writeJson(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object[] row : rows) {
            json.writeStartObject();
            for (int i = 0; i < row.length; i++) {
                json.writeFieldName(columns.get(i));
                writeJson(json, row[i]);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeJson(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number) {
            json.writeNumber(text(value));
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value.equals("")) {
            json.writeNull();
        } else {
            json.writeString(text(value));
        }
    }
}
