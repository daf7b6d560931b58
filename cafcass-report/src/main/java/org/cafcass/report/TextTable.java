package org.cafcass.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text side by side, for a terminal: a column that has no text in any row is left out. */
public final class TextTable {
    /** To which side the texts of a column are. */
    public enum Side {
        /** To the left: words. */
        LEFT,
        /** To the right: numbers. */
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows. */
    public TextTable(Side... sides) {
        this.sides = List.of(sides);
    }

    /** A line of its own, across the columns. */
    public void line(String text) {
        rows.add(List.of(Shown.onOneLine(text)));
    }

    /**
     * Adds a row; the first is the headings.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public void row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException("Invalid number of cells: " + cells.length);
        }
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Shown.onOneLine(cell));
        }
        rows.add(row);
    }

    /** The lines, each ended; the first row of cells is the headings, which alone don't keep a column. */
    public String text() {
        int[] widths = new int[sides.size()];
        boolean[] used = new boolean[sides.size()];
        boolean headings = true;
        for (List<String> row : rows) {
            if (row.size() == widths.length) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], width(row.get(i)));
                    used[i] |= !headings && !row.get(i).isEmpty();
                }
                headings = false;
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            if (row.size() == widths.length) {
                for (int i = 0; i < widths.length; i++) {
                    if (used[i]) {
                        String blanks = " ".repeat(widths[i] - width(row.get(i)));
                        line.append(line.length() == 0 ? "" : GAP)
                                .append(sides.get(i) == Side.LEFT ? row.get(i) + blanks : blanks + row.get(i));
                    }
                }
            } else {
                line.append(row.get(0));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
