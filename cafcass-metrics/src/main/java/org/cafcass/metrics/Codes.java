package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.function.IntUnaryOperator;

/**
 * The number of a key's value by row, {@link ExtractColumns#ABSENT} for a row without the key.
 *
 * <p>Rows are put into cells many at a time, by a loop of each kind's own: one loop for all would call a different function a row.
 */
sealed interface Codes {
    /** The number of a row's value. */
    int of(int row);

    /** Adds to the number of each row's cell what its value adds to it. */
    void addTo(int[] cells, Rows rows, int stride, int noValue);

    /** A number by row. */
    record Column(int[] codes) implements Codes {
        @Override
        public int of(int row) {
            return row == ABSENT ? ABSENT : codes[row];
        }

        /* The number of an absent value is the one below 0; the sum is then that of no value. Without a branch, since that compiles to
         * vector instructions. */
        @Override
        public void addTo(int[] cells, Rows rows, int stride, int noValue) {
            int[] codesOfRows = rows.in(codes);
            for (int i = 0; i < cells.length; i++) {
                int code = codesOfRows[i];
                cells[i] += stride * (code + (code >> 31 & noValue - ABSENT));
            }
        }
    }

    /** 1 for a row whose day has come by a day, else 0. */
    record Since(int[] days, int day) implements Codes {
        @Override
        public int of(int row) {
            return row == ABSENT ? ABSENT : days[row] <= day ? 1 : 0;
        }

        @Override
        public void addTo(int[] cells, Rows rows, int stride, int noValue) {
            int[] daysOfRows = rows.in(days);
            for (int i = 0; i < cells.length; i++) {
                cells[i] += stride * (daysOfRows[i] == ABSENT ? noValue : daysOfRows[i] - day - 1 >>> 31);
            }
        }
    }

    /** What a function says of a row. */
    record Computed(IntUnaryOperator function) implements Codes {
        @Override
        public int of(int row) {
            return row == ABSENT ? ABSENT : function.applyAsInt(row);
        }

        @Override
        public void addTo(int[] cells, Rows rows, int stride, int noValue) {
            int[] each = rows.each();
            for (int i = 0; i < cells.length; i++) {
                int code = of(each[i]);
                cells[i] += stride * (code == ABSENT ? noValue : code);
            }
        }
    }

    /** The number of the row that a row refers to. */
    record Through(int[] references, Codes referred) implements Codes {
        @Override
        public int of(int row) {
            return row == ABSENT ? ABSENT : referred.of(references[row]);
        }

        @Override
        public void addTo(int[] cells, Rows rows, int stride, int noValue) {
            referred.addTo(cells, Rows.of(rows.in(references)), stride, noValue);
        }
    }
}
