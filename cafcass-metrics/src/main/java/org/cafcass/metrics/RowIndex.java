package org.cafcass.metrics;

import java.util.Arrays;

/**
 * The rows of a table by a number that each has, a day or a row of another table, so that those of one number, or of a stretch of
 * them, are found without a pass over the others. A row whose number is {@link ExtractColumns#NEVER} is left out.
 */
final class RowIndex {
    private final int least;
    private final int[] starts;
    private final int[] rows;

    private RowIndex(int least, int[] starts, int[] rows) {
        this.least = least;
        this.starts = starts;
        this.rows = rows;
    }

    static RowIndex of(int[] numbers) {
        int least = ExtractColumns.NEVER;
        int greatest = Integer.MIN_VALUE;
        for (int number : numbers) {
            if (number != ExtractColumns.NEVER) {
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        if (least > greatest) {
            return new RowIndex(0, new int[1], new int[0]);
        }
        int[] starts = new int[greatest - least + 2];
        for (int number : numbers) {
            if (number != ExtractColumns.NEVER) {
                starts[number - least + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] rows = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int row = 0; row < numbers.length; row++) {
            if (numbers[row] != ExtractColumns.NEVER) {
                rows[next[numbers[row] - least]++] = row;
            }
        }
        return new RowIndex(least, starts, rows);
    }

    /** The rows whose number is one of a stretch, both ends in. */
    int[] between(int first, int last) {
        return Arrays.copyOfRange(rows, start(first), Math.max(start(first), start(last + 1)));
    }

    /** The rows whose number is one of several. */
    int[] ofAny(int[] numbers) {
        int size = 0;
        for (int number : numbers) {
            size += start(number + 1) - start(number);
        }
        int[] found = new int[size];
        int at = 0;
        for (int number : numbers) {
            for (int i = start(number); i < start(number + 1); i++) {
                found[at++] = rows[i];
            }
        }
        return found;
    }

    private int start(int number) {
        return starts[Math.max(0, Math.min(number - least, starts.length - 1))];
    }
}
