package org.cafcass.metrics;

import java.util.Arrays;

/**
 * The rows of a table by a day that each has, so that those of a stretch of days are found without a pass over the others. A row whose day
 * is {@link ExtractColumns#NEVER} is in no stretch.
 */
final class RowIndex {
    private final int[] rows;
    private final int[] days;

    private RowIndex(int[] rows, int[] days) {
        this.rows = rows;
        this.days = days;
    }

    static RowIndex of(int[] dayOfRow) {
        int[] rows = DayOrder.of(dayOfRow);
        return new RowIndex(rows, Rows.of(rows).in(dayOfRow));
    }

    /** The rows whose day is one of a stretch, both ends in. */
    Rows between(int first, int last) {
        int from = DayOrder.firstFrom(days, first);
        return Rows.of(Arrays.copyOfRange(rows, from, Math.max(from, DayOrder.firstFrom(days, last + 1))));
    }
}
