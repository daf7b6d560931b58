package org.cafcass.model.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of one table, kept as the bytes of their cells until the tables that they refer to are complete. */
final class RowBuffer {
    /*
     * A row is written as the lengths of its cells, each in one byte or, from 255 on, in five, and then their bytes. A
     * row stands in one block, so that it is given on without a copy.
     */
    private static final int BLOCK = 1 << 16;
    private static final int LONG_LENGTH = 0xFF;

    private final ExtractTable table;
    private final List<byte[]> blocks = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private byte[] block = new byte[0];
    private int end;

    RowBuffer(ExtractTable table) {
        this.table = table;
    }

    /** Takes the rows of tables in. */
    static Map<ExtractTable, TableIntake> takeIn(Map<ExtractTable, RowBuffer> tables) {
        return TableIntake.sideBySide(tables, (table, rows, intake) -> rows.forEach(intake));
    }

    /** Adds the row that the cells hold. */
    void add(Cells cells) {
        int length = 0;
        for (int i = 0; i < cells.width; i++) {
            length += 5 + cells.to[i] - cells.from[i];
        }
        if (end + length > block.length - Words.PADDING) {
            seal();
            block = new byte[Math.max(BLOCK, length) + Words.PADDING];
            end = 0;
        }
        for (int i = 0; i < cells.width; i++) {
            putLength(cells.to[i] - cells.from[i]);
        }
        for (int i = 0; i < cells.width; i++) {
            int cell = cells.to[i] - cells.from[i];
            System.arraycopy(cells.bytes, cells.from[i], block, end, cell);
            end += cell;
        }
    }

    private void seal() {
        if (end > 0) {
            blocks.add(block);
            ends.add(end);
        }
    }

    private void putLength(int length) {
        if (length < LONG_LENGTH) {
            block[end++] = (byte) length;
        } else {
            block[end++] = (byte) LONG_LENGTH;
            for (int shift = 24; shift >= 0; shift -= 8) {
                block[end++] = (byte) (length >> shift);
            }
        }
    }

    /** Gives the rows on, in their order; a row's line is its number, from 1. */
    void forEach(TableIntake intake) {
        Cells cells = Cells.ofRows(table);
        long line = 0;
        for (int i = 0; i <= blocks.size(); i++) {
            boolean last = i == blocks.size();
            cells.bytes = last ? block : blocks.get(i);
            int to = last ? end : ends.get(i);
            for (int at = 0; at < to; ) {
                cells.clear();
                while (at < to && !cells.isFull()) {
                    at = read(cells, at);
                    cells.endRow(++line);
                }
                intake.take(cells);
            }
        }
    }

    private static int read(Cells cells, int start) {
        int at = start;
        int first = cells.rows() * cells.width;
        int next = first + cells.width;
        for (int i = first; i < next; i++) {
            int length = cells.bytes[at++] & 0xFF;
            if (length == LONG_LENGTH) {
                length = 0;
                for (int n = 0; n < 4; n++) {
                    length = length << 8 | cells.bytes[at++] & 0xFF;
                }
            }
            cells.to[i] = length;
        }
        for (int i = first; i < next; i++) {
            cells.from[i] = at;
            at += cells.to[i];
            cells.to[i] = at;
        }
        return at;
    }
}
