package org.cafcass.model.extract;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a table on their way in: the bytes of their cells (UTF-8) in one array, and where in it each cell begins and
 * ends. An empty stretch is an absent value.
 */
final class Cells {
    /* Few enough rows that all of them stay in the processor's nearest cache while column after column is read. */
    private static final int MOST_ROWS = 256;
    private static final int MOST_CELLS = 1 << 12;
    private static final int MISSING = -1;
    private static final int MOST_BYTES_A_CHAR = 3;

    byte[] bytes = new byte[256 + Words.PADDING];

    /** The cells of row after row. */
    final int[] from;

    final int[] to;

    /** The number of cells of a row. */
    final int width;

    private final int[] positions;
    private final long[] lines;
    private final BitSet miscounted = new BitSet();
    private int rows;
    private int end;
    private int rowStart;

    private Cells(int rowsAtOnce, int width, int[] positions) {
        int mostRows = Math.max(1, Math.min(rowsAtOnce, MOST_CELLS / width));
        this.width = width;
        this.positions = positions;
        from = new int[mostRows * width];
        to = new int[mostRows * width];
        lines = new long[mostRows];
    }

    /** One row whose cells are the table's columns. */
    static Cells ofOneRow(ExtractTable table) {
        return new Cells(1, table.columns().size(), inOrder(table));
    }

    /** Rows whose cells are the table's columns. */
    static Cells ofRows(ExtractTable table) {
        return new Cells(MOST_ROWS, table.columns().size(), inOrder(table));
    }

    /** Rows whose cells are those of a file with the header. */
    static Cells ofFile(ExtractTable table, List<String> header) {
        return new Cells(
                MOST_ROWS,
                header.size(),
                table.columns().stream()
                        .mapToInt(column -> header.indexOf(column.name()))
                        .toArray());
    }

    private static int[] inOrder(ExtractTable table) {
        return IntStream.range(0, table.columns().size()).toArray();
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == lines.length;
    }

    long line(int row) {
        return lines[row];
    }

    /** Whether the row had not as many cells as the header; it has none here. */
    boolean isMiscounted(int row) {
        return miscounted.get(row);
    }

    /** Whether the rows have no cell of the column. */
    boolean lack(int column) {
        return positions[column] == MISSING;
    }

    /** The position of the column's first cell in {@link #from} and {@link #to}; the next is a width further. */
    int first(int column) {
        return positions[column];
    }

    int from(int row, int column) {
        return lack(column) ? 0 : from[row * width + positions[column]];
    }

    int to(int row, int column) {
        return lack(column) ? 0 : to[row * width + positions[column]];
    }

    /** Takes all rows out; the cells of the next one are empty. */
    void clear() {
        rows = 0;
        end = 0;
        rowStart = 0;
        miscounted.clear();
        clearRow();
    }

    private void clearRow() {
        Arrays.fill(from, rows * width, (rows + 1) * width, 0);
        Arrays.fill(to, rows * width, (rows + 1) * width, 0);
    }

    /** Ends the row whose cells were set. */
    void endRow(long line) {
        lines[rows++] = line;
        rowStart = end;
    }

    /** Adds a row of which only the line is known. */
    void addMiscounted(long line) {
        clearRow();
        miscounted.set(rows);
        endRow(line);
    }

    /** The bytes have moved towards the start of their array. */
    void move(int by) {
        for (int i = 0; i < rows * width; i++) {
            from[i] -= by;
            to[i] -= by;
        }
    }

    /**
     * Sets a cell of the row in work.
     *
     * @throws IllegalArgumentException if the text isn't Unicode, or the row becomes longer than a row may be
     */
    void put(int column, String text) {
        int start = end;
        int length = text.length();
        if (length > CsvRows.MAXIMUM_ROW_BYTES) {
            throw rowTooLong();
        }
        ensure(length * MOST_BYTES_A_CHAR);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[end++] = (byte) c;
            } else {
                i += putWide(text, i, c);
            }
        }
        endCell(column, start);
    }

    /** Sets a cell of the row in work to a day. */
    void put(int column, LocalDate day) {
        int year = day.getYear();
        if (year < 0 || year > 9999) {
            put(column, day.toString());
            return;
        }
        int start = end;
        ensure(10);
        putDigits(year / 100);
        putDigits(year % 100);
        bytes[end++] = '-';
        putDigits(day.getMonthValue());
        bytes[end++] = '-';
        putDigits(day.getDayOfMonth());
        endCell(column, start);
    }

    private void putDigits(int twoDigits) {
        bytes[end++] = (byte) ('0' + twoDigits / 10);
        bytes[end++] = (byte) ('0' + twoDigits % 10);
    }

    private void endCell(int column, int start) {
        from[rows * width + column] = start;
        to[rows * width + column] = end;
        if (end - rowStart > CsvRows.MAXIMUM_ROW_BYTES) {
            throw rowTooLong();
        }
    }

    private static IllegalArgumentException rowTooLong() {
        return new IllegalArgumentException("Invalid row: over 1 MiB");
    }

    private int putWide(String text, int at, char c) {
        if (c < 0x800) {
            bytes[end++] = (byte) (0xC0 | c >> 6);
            bytes[end++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes[end++] = (byte) (0xE0 | c >> 12);
            bytes[end++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[end++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        int codePoint = Character.codePointAt(text, at);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw new IllegalArgumentException("Invalid text: half a surrogate pair");
        }
        bytes[end++] = (byte) (0xF0 | codePoint >> 18);
        bytes[end++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[end++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[end++] = (byte) (0x80 | codePoint & 0x3F);
        return 1;
    }

    private void ensure(int more) {
        int needed = end + more + Words.PADDING;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }
}
