package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows that a tally counts, with the amount that each adds: 1 unless said. A row may be counted several times. */
final class Contributions {
    private static final int FIRST_LENGTH = 256;

    private int size;
    private int[] rows = {};
    private @Nullable Rows all;
    private int @Nullable [] days;
    private long @Nullable [] amounts;
    private BigDecimal @Nullable [] decimals;
    private int @Nullable [] codes;

    /** Counts each row of a list once: all that this is for. */
    void addAll(Rows allRows) {
        if (size > 0) {
            throw new IllegalStateException("Cannot add rows to others");
        }
        size = allRows.size();
        all = allRows;
    }

    /** Adds a number of days of each row of a list: all that this is for. The array is shared, and never changed. */
    void addAll(Rows allRows, int[] daysOfRows) {
        addAll(allRows);
        days = daysOfRows;
    }

    /** Counts a row once. */
    void add(int row) {
        if (size == rows.length) {
            grow();
        }
        rows[size] = row;
        if (amounts != null) {
            amounts[size] = 1;
        }
        size++;
    }

    /** Adds an amount of a row. */
    void add(int row, long amount) {
        if (size == rows.length) {
            grow();
        }
        if (amounts == null) {
            amounts = new long[rows.length];
            Arrays.fill(amounts, 0, size, 1);
        }
        add(row);
        amounts[size - 1] = amount;
    }

    /** Adds a decimal amount of a row. */
    void add(int row, BigDecimal amount) {
        add(row, 0);
        if (decimals == null) {
            decimals = new BigDecimal[rows.length];
        }
        decimals[size - 1] = amount;
    }

    /** Adds an amount of a row under a value of the key that the tally itself gives. */
    void addUnder(int code, int row, long amount) {
        add(row, amount);
        if (codes == null) {
            codes = new int[rows.length];
        }
        codes[size - 1] = code;
    }

    private void grow() {
        if (all != null) {
            throw new IllegalStateException("Cannot add a row to all of a list");
        }
        int length = Math.max(FIRST_LENGTH, rows.length * 2);
        rows = Arrays.copyOf(rows, length);
        if (amounts != null) {
            amounts = Arrays.copyOf(amounts, length);
        }
        if (decimals != null) {
            decimals = Arrays.copyOf(decimals, length);
        }
        if (codes != null) {
            codes = Arrays.copyOf(codes, length);
        }
    }

    int size() {
        return size;
    }

    /** The rows. */
    Rows rows() {
        return all != null ? all : Rows.of(Arrays.copyOf(rows, size));
    }

    /** Whether the rows are all those of a list, which other tallies may count too. */
    boolean areAllOfAList() {
        return all != null;
    }

    int row(int index) {
        return all != null ? all.each()[index] : rows[index];
    }

    /** The amount, without its decimal part if it has one of its own. */
    long amount(int index) {
        return days != null ? days[index] : amounts != null ? amounts[index] : 1;
    }

    boolean allOnes() {
        return amounts == null && days == null;
    }

    @Nullable
    BigDecimal decimal(int index) {
        return decimals == null ? null : decimals[index];
    }

    boolean hasDecimals() {
        return decimals != null;
    }

    /** The value of the key that the tally itself gives. */
    int code(int index) {
        if (codes == null) {
            throw new IllegalStateException("Cannot break down: the tally gives no key of its own");
        }
        return codes[index];
    }
}
