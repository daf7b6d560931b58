package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows of a JDBC result set, as cells of a table. */
final class ResultSetRows {
    private static final int MISSING = 0;

    private ResultSetRows() {}

    /** Takes the rows that are left into the table; returns the labels of the columns that were ignored. */
    static List<String> read(ExtractTable table, ResultSet rows, TableIntake intake) {
        try {
            List<String> ignored = new ArrayList<>();
            int[] positions = positions(table, rows.getMetaData(), ignored);
            Cells cells = Cells.ofOneRow(table);
            for (long row = 1; rows.next(); row++) {
                cells.clear();
                for (int i = 0; i < positions.length; i++) {
                    Object value = positions[i] == MISSING ? null : rows.getObject(positions[i]);
                    if (value != null) {
                        put(table, cells, i, text(value), row);
                    }
                }
                cells.endRow(row);
                intake.take(cells);
            }
            return ignored;
        } catch (SQLException e) {
            throw new ExtractException("Cannot read " + table.fileName() + ": SQL state " + e.getSQLState(), e);
        }
    }

    private static void put(ExtractTable table, Cells cells, int column, String text, long row) {
        try {
            cells.put(column, text);
        } catch (IllegalArgumentException e) {
            throw new ExtractException("Cannot read " + table.fileName() + ": row " + row + ": " + e.getMessage(), e);
        }
    }

    private static int[] positions(ExtractTable table, ResultSetMetaData columns, List<String> ignored)
            throws SQLException {
        int[] positions = new int[table.columns().size()];
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            int column = table.find(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
            if (column < 0) {
                ignored.add(columns.getColumnLabel(i));
            } else if (positions[column] != MISSING) {
                throw new ExtractException(
                        "Cannot read " + table.fileName() + ": columns " + positions[column] + " and " + i
                                + " have the same name (" + table.columns().get(column) + ")");
            } else {
                positions[column] = i;
            }
        }
        String missing = table.columns().stream()
                .filter(column -> column.required() && positions[table.indexOf(column.name())] == MISSING)
                .map(ExtractColumn::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ExtractException(
                    "Cannot read " + table.fileName() + ": required columns are missing: " + missing);
        }
        return positions;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return CellParser.plain(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            return CellParser.plain(new BigDecimal(value.toString()));
        }
        if (value instanceof Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof Timestamp timestamp) {
            return text(timestamp.toLocalDateTime());
        }
        if (value instanceof LocalDateTime time && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time.toLocalDate().toString();
        }
        return value.toString();
    }
}
