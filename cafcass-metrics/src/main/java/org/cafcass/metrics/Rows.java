package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, in an order that never changes: single ones, and after them runs of neighbouring rows, of which a column is copied
 * a run at a time. Rows that others refer to may be {@link ExtractColumns#ABSENT}.
 */
final class Rows {
    private static final int[] NONE = {};

    private final int[] singles;
    private final int[] runs;
    private final int size;
    private int @Nullable [] each;

    /**
     * Rows; the arrays are never changed.
     *
     * @param singles single rows
     * @param runs where the first run begins, where it ends, where the second begins, and so on
     */
    Rows(int[] singles, int[] runs) {
        this.singles = singles;
        this.runs = runs;
        int rows = singles.length;
        for (int i = 0; i < runs.length; i += 2) {
            rows += runs[i + 1] - runs[i];
        }
        size = rows;
    }

    /** Single rows; the array is never changed. */
    static Rows of(int[] singles) {
        return new Rows(singles, NONE);
    }

    /** A run of neighbouring rows; none where it ends before it begins. */
    static Rows between(int from, int to) {
        return new Rows(NONE, new int[] {from, Math.max(from, to)});
    }

    int size() {
        return size;
    }

    /** The rows, one by one: not to be changed. */
    int[] each() {
        int[] known = each;
        if (known == null) {
            known = singles;
            if (runs.length > 0) {
                known = new int[size];
                System.arraycopy(singles, 0, known, 0, singles.length);
                int at = singles.length;
                for (int i = 0; i < runs.length; i += 2) {
                    for (int row = runs[i]; row < runs[i + 1]; row++) {
                        known[at++] = row;
                    }
                }
            }
            each = known;
        }
        return known;
    }

    /** Does something with each row, in their order. */
    void forEach(IntConsumer action) {
        for (int row : singles) {
            action.accept(row);
        }
        for (int i = 0; i < runs.length; i += 2) {
            for (int row = runs[i]; row < runs[i + 1]; row++) {
                action.accept(row);
            }
        }
    }

    /** The rows of another table that lie between the places which a column gives for each of these and for the next one. */
    Rows through(int[] firstOf) {
        int count = 0;
        for (int row : singles) {
            count += firstOf[row + 1] - firstOf[row];
        }
        int[] ofSingles = new int[count];
        int at = 0;
        for (int row : singles) {
            for (int one = firstOf[row]; one < firstOf[row + 1]; one++) {
                ofSingles[at++] = one;
            }
        }
        return new Rows(ofSingles, of(runs).in(firstOf));
    }

    /** A column's numbers of these rows: a fresh array. */
    int[] in(int[] column) {
        int[] numbers = new int[size];
        for (int i = 0; i < singles.length; i++) {
            numbers[i] = singles[i] == ABSENT ? ABSENT : column[singles[i]];
        }
        int at = singles.length;
        for (int i = 0; i < runs.length; i += 2) {
            int length = runs[i + 1] - runs[i];
            System.arraycopy(column, runs[i], numbers, at, length);
            at += length;
        }
        return numbers;
    }
}
