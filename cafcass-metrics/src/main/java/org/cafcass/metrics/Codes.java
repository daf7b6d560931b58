package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.function.IntUnaryOperator;

/**
 * The number of a key's value by row, {@link ExtractColumns#ABSENT} for a row without the key.
 *
 * <p>Rows are put into cells many at a time, by a loop of each kind's own: one loop for all would call a different function a row.
 */
sealed interface Codes {
    /** Puts what each row's value adds to the number of its cell. */
    void addTo(int[] cells, int[] rows, int stride, int noValue);

    /** The number of a row's value. */
    int of(int row);

    private static int place(int code, int stride, int noValue) {
        return stride * (code == ABSENT ? noValue : code);
    }

    /** A number by row. */
    record Column(int[] codes) implements Codes {
        @Override
        public int of(int row) {
            return row == ABSENT ? ABSENT : codes[row];
        }

        @Override
        public void addTo(int[] cells, int[] rows, int stride, int noValue) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += place(of(rows[i]), stride, noValue);
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
        public void addTo(int[] cells, int[] rows, int stride, int noValue) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += place(of(rows[i]), stride, noValue);
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
        public void addTo(int[] cells, int[] rows, int stride, int noValue) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += place(of(rows[i]), stride, noValue);
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
        public void addTo(int[] cells, int[] rows, int stride, int noValue) {
            int[] referredRows = new int[cells.length];
            for (int i = 0; i < cells.length; i++) {
                referredRows[i] = rows[i] == ABSENT ? ABSENT : references[rows[i]];
            }
            referred.addTo(cells, referredRows, stride, noValue);
        }
    }
}
