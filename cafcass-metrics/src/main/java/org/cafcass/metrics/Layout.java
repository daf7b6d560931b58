package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * The cells of a breakdown, numbered: a cell's number has a digit for each key, the number of the key's value; the highest digit
 * stands for no value. A tally that lacks a key has the digit 0 there, so that its cell is the projection of the finer one.
 */
final class Layout {
    /* The most cells that are told apart by an array rather than a map. */
    private static final long DENSE_CELLS = 1 << 16;

    private static final int UNSEEN = -1;

    private final List<BreakdownKey> keys;
    private final List<List<String>> values;
    private final long[] strides;
    private final long size;

    private Layout(List<BreakdownKey> keys, List<List<String>> values) {
        this.keys = keys;
        this.values = values;
        strides = new long[keys.size()];
        long stride = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = stride;
            stride = Math.multiplyExact(stride, values.get(i).size() + 1);
        }
        size = stride;
    }

    static Layout of(Set<BreakdownKey> keys, Subject subject, ExtractColumns columns) {
        List<BreakdownKey> ordered = List.copyOf(keys);
        return new Layout(
                ordered,
                ordered.stream().map(key -> subject.values(key, columns)).toList());
    }

    /** The layout that has the values of this one and of another of the same keys. */
    Layout with(Layout other) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < strides.length; i++) {
            LinkedHashSet<String> both = new LinkedHashSet<>(values.get(i));
            both.addAll(other.values.get(i));
            all.add(List.copyOf(both));
        }
        return new Layout(keys, all);
    }

    /** What a cell's number is in a layout that has this one's values. */
    LongUnaryOperator into(Layout other) {
        return cell -> {
            long number = 0;
            for (int i = 0; i < strides.length; i++) {
                int digit = digit(cell, i);
                number += other.strides[i]
                        * (isNoValue(digit, i)
                                ? other.values.get(i).size()
                                : other.values.get(i).indexOf(values.get(i).get(digit)));
            }
            return number;
        };
    }

    List<BreakdownKey> keys() {
        return keys;
    }

    /** A cell for each value of a key. */
    Set<Long> everyValue(BreakdownKey key) {
        Set<Long> cells = new LinkedHashSet<>();
        for (int digit = 0; digit < values.get(keys.indexOf(key)).size(); digit++) {
            cells.add(place(key, digit));
        }
        return cells;
    }

    /** The number of a cell's value of a key. */
    int digit(long cell, BreakdownKey key) {
        return digit(cell, keys.indexOf(key));
    }

    private int digit(long cell, int position) {
        return (int) (cell / strides[position] % (values.get(position).size() + 1));
    }

    private boolean isNoValue(int digit, int position) {
        return digit == values.get(position).size();
    }

    /** Whether a cell has a value of each of some keys. */
    boolean hasAll(long cell, Set<BreakdownKey> some) {
        for (int i = 0; i < strides.length; i++) {
            if (some.contains(keys.get(i)) && isNoValue(digit(cell, i), i)) {
                return false;
            }
        }
        return true;
    }

    /** What a value of a key adds to a cell's number. */
    long place(BreakdownKey key, int digit) {
        return strides[keys.indexOf(key)] * digit;
    }

    /** The cell that has the values of some keys only. */
    long project(long cell, Set<BreakdownKey> onto) {
        long projected = 0;
        for (int i = 0; i < strides.length; i++) {
            if (onto.contains(keys.get(i))) {
                projected += digit(cell, i) * strides[i];
            }
        }
        return projected;
    }

    /** The values that a cell has. */
    Breakdown breakdown(long cell) {
        Map<BreakdownKey, String> byKey = new EnumMap<>(BreakdownKey.class);
        for (int i = 0; i < strides.length; i++) {
            int digit = digit(cell, i);
            if (!isNoValue(digit, i)) {
                byKey.put(keys.get(i), values.get(i).get(digit));
            }
        }
        return Breakdown.of(byKey);
    }

    /** Puts contributions into the cells that their rows have by some of the keys. */
    Grouping group(Tally tally, Contributions contributions, Set<BreakdownKey> by, Moment moment) {
        long[] cells = new long[contributions.size()];
        for (BreakdownKey key : by) {
            int position = keys.indexOf(key);
            long stride = strides[position];
            int noValue = values.get(position).size();
            if (tally.givesItself(key)) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] += stride * orElse(contributions.code(i), noValue);
                }
            } else {
                IntUnaryOperator code = tally.subject().codes(key, moment);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] += stride * orElse(code.applyAsInt(contributions.row(i)), noValue);
                }
            }
        }
        return size <= DENSE_CELLS ? numberedByArray(cells) : numberedByMap(cells);
    }

    private static int orElse(int digit, int noValue) {
        return digit == ABSENT ? noValue : digit;
    }

    private Grouping numberedByArray(long[] cells) {
        int[] numbers = new int[(int) size];
        Arrays.fill(numbers, UNSEEN);
        long[] seen = new long[(int) Math.min(size, Math.max(1, cells.length))];
        int count = 0;
        int[] numberOf = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int cell = (int) cells[i];
            if (numbers[cell] == UNSEEN) {
                seen[count] = cell;
                numbers[cell] = count++;
            }
            numberOf[i] = numbers[cell];
        }
        return new Grouping(numberOf, Arrays.copyOf(seen, count));
    }

    private static Grouping numberedByMap(long[] cells) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] numberOf = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numberOf[i] = numbers.computeIfAbsent(cells[i], unseen -> numbers.size());
        }
        long[] seen = new long[numbers.size()];
        numbers.forEach((cell, number) -> seen[number] = cell);
        return new Grouping(numberOf, seen);
    }

    /**
     * Contributions by cell.
     *
     * @param numberOf by contribution, the place of its cell in {@code cells}
     * @param cells the cells that a contribution is in
     */
    record Grouping(int[] numberOf, long[] cells) {}
}
