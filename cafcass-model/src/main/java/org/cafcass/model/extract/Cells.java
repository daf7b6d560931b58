package org.cafcass.model.extract;

import java.util.Arrays;

/**
 * One row of a table on its way in: for each column of the table the bytes of its cell (UTF-8), in one array. An empty
 * stretch is an absent value.
 */
final class Cells {
    byte[] bytes = new byte[256 + Words.PADDING];
    final int[] from;
    final int[] to;
    private int end;

    Cells(ExtractTable table) {
        from = new int[table.columns().size()];
        to = new int[table.columns().size()];
    }

    int columns() {
        return from.length;
    }

    /** Makes all cells empty. */
    void clear() {
        end = 0;
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    /**
     * Sets a cell.
     *
     * @throws IllegalArgumentException if the text isn't Unicode, or the row becomes longer than a row may be
     */
    void put(int column, CharSequence text) {
        int start = end;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ensure(1);
                bytes[end++] = (byte) c;
            } else {
                i += putWide(text, i, c);
            }
        }
        from[column] = start;
        to[column] = end;
        if (end > CsvRows.MAXIMUM_ROW_BYTES) {
            throw new IllegalArgumentException("Invalid row: over 1 MiB");
        }
    }

    private int putWide(CharSequence text, int at, char c) {
        ensure(4);
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
        if (end + more > bytes.length - Words.PADDING) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
