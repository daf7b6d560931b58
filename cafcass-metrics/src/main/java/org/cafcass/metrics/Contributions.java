package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows that a tally counts, with the amount that each adds: 1 unless said. A row may be counted several times. */
final class Contributions {
    private int size;
    private int[] rows = new int[256];
    private long @Nullable [] amounts;
    private BigDecimal @Nullable [] decimals;
    private int @Nullable [] codes;

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
        if (amounts == null) {
            amounts = new long[rows.length];
            Arrays.fill(amounts, 0, size, 1);
        }
        add(row);
        amounts[size - 1] = amount;
    }

    /** Adds a decimal amount of a row. */
    void add(int row, BigDecimal amount) {
        if (decimals == null) {
            decimals = new BigDecimal[rows.length];
        }
        add(row, 0);
        decimals[size - 1] = amount;
    }

    /** Adds an amount of a row under a value of the key that the tally itself gives. */
    void addUnder(int code, int row, long amount) {
        if (codes == null) {
            codes = new int[rows.length];
        }
        add(row, amount);
        codes[size - 1] = code;
    }

    private void grow() {
        int length = rows.length * 2;
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

    int row(int index) {
        return rows[index];
    }

    /** The amount, without its decimal part if it has one of its own. */
    long amount(int index) {
        return amounts == null ? 1 : amounts[index];
    }

    boolean allOnes() {
        return amounts == null;
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
