package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a tally counts, with the amount that each adds: 1 unless said. They are some or all of a list of rows that other tallies
 * count too, so that what is worked out for the list serves all of them; or rows added one by one, each as often as it counts.
 */
final class Contributions {
    private static final int FIRST_LENGTH = 256;

    private int size;
    private int[] rows = {};
    private @Nullable Rows list;
    private boolean @Nullable [] those;
    private int @Nullable [] limited;
    private int limit;
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
        list = allRows;
    }

    /** Counts those rows of a list for which the array says so, once each: all that this is for. */
    void addThose(Rows allRows, boolean[] counted) {
        addAll(allRows);
        those = counted;
    }

    /** Counts those rows of a list whose number of days is at most a limit: all that this is for. The array is shared, and never changed. */
    void addThose(Rows allRows, int[] daysOfRows, int mostDays) {
        addAll(allRows);
        limited = daysOfRows;
        limit = mostDays;
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
        if (list != null) {
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

    /** The number of rows, those that do not count among them. */
    int size() {
        return size;
    }

    /** The rows, those that do not count among them. */
    Rows rows() {
        return list != null ? list : Rows.of(Arrays.copyOf(rows, size));
    }

    /** Whether the rows are a list, which other tallies may count too. */
    boolean areOfAList() {
        return list != null;
    }

    int row(int index) {
        return list != null ? list.each()[index] : rows[index];
    }

    /** Whether a row counts. */
    boolean counts(int index) {
        return those != null ? those[index] : limited == null || limited[index] <= limit;
    }

    /** The rows that count, one by one. */
    IntStream counted() {
        return IntStream.range(0, size).filter(this::counts);
    }

    /** How many rows count of each of some cells. */
    int[] counts(Layout.Grouping grouping) {
        if (those == null && limited == null) {
            return grouping.counts();
        }
        int[] counts = new int[grouping.numbers()];
        if (those != null) {
            for (int i = 0; i < size; i++) {
                counts[grouping.number(i)] += those[i] ? 1 : 0;
            }
        } else if (limited != null) {
            int[] daysByCell = grouping.byCell(limited);
            for (int number = 0; number < counts.length; number++) {
                int count = 0;
                for (int i = grouping.begin(number); i < grouping.begin(number + 1); i++) {
                    count += daysByCell[i] <= limit ? 1 : 0;
                }
                counts[number] = count;
            }
        }
        return counts;
    }

    /** What the rows that count of each of some cells add up to; a cell without any has none. */
    Map<Long, Sum> sums(Layout.Grouping grouping) {
        int[] counts = counts(grouping);
        long[] wholes = wholes(grouping, counts);
        BigDecimal[] ofDecimals = decimals(grouping);
        Map<Long, Sum> sums = new HashMap<>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                sums.put(
                        grouping.cell(number), new Sum(wholes[number], ofDecimals == null ? null : ofDecimals[number]));
            }
        }
        return sums;
    }

    private long[] wholes(Layout.Grouping grouping, int[] counts) {
        long[] wholes = new long[counts.length];
        if (days != null && !grouping.hasByCell(days)) {
            for (int i = 0; i < size; i++) {
                wholes[grouping.number(i)] += days[i];
            }
        } else if (days != null) {
            int[] daysByCell = grouping.byCell(days);
            for (int number = 0; number < wholes.length; number++) {
                long whole = 0;
                for (int i = grouping.begin(number); i < grouping.begin(number + 1); i++) {
                    whole += daysByCell[i];
                }
                wholes[number] = whole;
            }
        } else if (amounts != null) {
            for (int i = 0; i < size; i++) {
                int number = grouping.number(i);
                wholes[number] = Math.addExact(wholes[number], amounts[i]);
            }
        } else {
            Arrays.setAll(wholes, number -> counts[number]);
        }
        return wholes;
    }

    private BigDecimal @Nullable [] decimals(Layout.Grouping grouping) {
        if (decimals == null) {
            return null;
        }
        BigDecimal[] ofCells = new BigDecimal[grouping.numbers()];
        Arrays.fill(ofCells, BigDecimal.ZERO);
        for (int i = 0; i < size; i++) {
            if (decimals[i] != null) {
                ofCells[grouping.number(i)] = ofCells[grouping.number(i)].add(decimals[i]);
            }
        }
        return ofCells;
    }

    /** The amounts of each of some cells; a cell without any has none. */
    Map<Long, Amounts> amounts(Layout.Grouping grouping) {
        Map<Long, Amounts> ofCells = new HashMap<>();
        int[] daysByCell = days == null ? null : grouping.byCell(days);
        long[] othersByCell = days == null ? grouping.byCell(this::amount) : null;
        for (int number = 0; number < grouping.numbers(); number++) {
            int begin = grouping.begin(number);
            int end = grouping.begin(number + 1);
            if (begin < end) {
                ofCells.put(
                        grouping.cell(number),
                        daysByCell != null
                                ? Amounts.ofDays(daysByCell, begin, end)
                                : Amounts.of(Arrays.copyOfRange(Objects.requireNonNull(othersByCell), begin, end)));
            }
        }
        return ofCells;
    }

    /** The amount, without its decimal part if it has one of its own; that of a row that counts. */
    long amount(int index) {
        return days != null ? days[index] : amounts != null ? amounts[index] : 1;
    }

    /** The value of the key that the tally itself gives. */
    int code(int index) {
        if (codes == null) {
            throw new IllegalStateException("Cannot break down: the tally gives no key of its own");
        }
        return codes[index];
    }
}
