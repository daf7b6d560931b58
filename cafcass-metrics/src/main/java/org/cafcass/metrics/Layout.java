package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a breakdown, numbered: a cell's number has a digit for each key, the number of the key's value; the highest digit
 * stands for no value. A tally that lacks a key has the digit 0 there, so that its cell is the projection of the finer one.
 */
final class Layout {
    /* The most cells that are told apart by an array rather than a map. */
    private static final long DENSE_CELLS = 1 << 16;

    private final List<BreakdownKey> keys;
    private final List<List<String>> values;
    private final long[] strides;
    private final long size;
    private final @Nullable Breakdown[] breakdowns;

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
        breakdowns = new Breakdown[size > DENSE_CELLS ? 0 : (int) size];
    }

    static Layout of(Set<BreakdownKey> keys, Subject subject, ExtractColumns columns) {
        List<BreakdownKey> ordered = List.copyOf(keys);
        return new Layout(
                ordered,
                ordered.stream().map(key -> subject.values(key, columns)).toList());
    }

    static Layout of(List<BreakdownKey> keys, List<List<String>> values) {
        return new Layout(keys, values);
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

    /** What a cell's number is by some of the keys, or by region where this layout has the area, in a layout of these. */
    LongUnaryOperator onto(Layout other, Set<BreakdownKey> by, int[] regionOfArea) {
        return cell -> {
            long number = 0;
            for (BreakdownKey key : by) {
                boolean isRegionOfArea = !keys.contains(key);
                int position = keys.indexOf(isRegionOfArea ? BreakdownKey.AREA : key);
                int digit = digit(cell, position);
                int otherPosition = other.keys.indexOf(key);
                number += other.strides[otherPosition]
                        * (isNoValue(digit, position)
                                ? other.values.get(otherPosition).size()
                                : isRegionOfArea ? regionOfArea[digit] : digit);
            }
            return number;
        };
    }

    List<BreakdownKey> keys() {
        return keys;
    }

    /** By key its values. */
    List<List<String>> values() {
        return values;
    }

    /** The number of a cell's value of each key. */
    int[] digits(long cell) {
        int[] digits = new int[strides.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = digit(cell, i);
        }
        return digits;
    }

    /** The cell that has these numbers of values. */
    long cell(int... digits) {
        Objects.checkIndex(digits.length, strides.length + 1);
        long cell = 0;
        for (int i = 0; i < strides.length; i++) {
            cell += strides[i] * Objects.checkIndex(digits[i], values.get(i).size() + 1);
        }
        return cell;
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

    /** The cell that a row of a subject has by some of the keys. */
    long cell(Subject subject, int row, Set<BreakdownKey> by, Moment moment) {
        long cell = 0;
        for (BreakdownKey key : by) {
            int position = keys.indexOf(key);
            int noValue = values.get(position).size();
            cell += strides[position] * orElse(subject.codes(key, moment).of(row), noValue);
        }
        return cell;
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

    /** The values that a cell has; made once where there are few cells. */
    Breakdown breakdown(long cell) {
        if (cell >= breakdowns.length) {
            return made(cell);
        }
        Breakdown known = breakdowns[(int) cell];
        if (known == null) {
            known = made(cell);
            breakdowns[(int) cell] = known;
        }
        return known;
    }

    private Breakdown made(long cell) {
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
        if (by.isEmpty()) {
            return new Grouping(contributions.size(), null, 1, null);
        }
        if (size > DENSE_CELLS) {
            return numbered(cells(tally, contributions, by, moment));
        }
        int[] cells = new int[contributions.size()];
        Rows rows = contributions.rows();
        for (BreakdownKey key : by) {
            int position = keys.indexOf(key);
            int stride = (int) strides[position];
            int noValue = values.get(position).size();
            if (tally.givesItself(key)) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] += stride * orElse(contributions.code(i), noValue);
                }
            } else {
                tally.subject().codes(key, moment).addTo(cells, rows, stride, noValue);
            }
        }
        return new Grouping(cells.length, cells, (int) size, null);
    }

    private long[] cells(Tally tally, Contributions contributions, Set<BreakdownKey> by, Moment moment) {
        long[] cells = new long[contributions.size()];
        for (BreakdownKey key : by) {
            int position = keys.indexOf(key);
            int noValue = values.get(position).size();
            Codes codes = tally.givesItself(key) ? null : tally.subject().codes(key, moment);
            for (int i = 0; i < cells.length; i++) {
                int code = codes == null ? contributions.code(i) : codes.of(contributions.row(i));
                cells[i] += strides[position] * orElse(code, noValue);
            }
        }
        return cells;
    }

    private static int orElse(int digit, int noValue) {
        return digit == ABSENT ? noValue : digit;
    }

    private static Grouping numbered(long[] cells) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] numberOf = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numberOf[i] = numbers.computeIfAbsent(cells[i], unseen -> numbers.size());
        }
        long[] numbered = new long[numbers.size()];
        numbers.forEach((cell, number) -> numbered[number] = cell);
        return new Grouping(numberOf.length, numberOf, numbered.length, numbered);
    }

    /**
     * Contributions by cell: each has the number of its cell, which is the cell itself where there are few. Not safe for several threads.
     */
    static final class Grouping {
        private final int @Nullable [] numberOf;
        private final int[] counts;
        private final long @Nullable [] cells;
        private final Map<int[], int[]> byCell = new IdentityHashMap<>();
        private final int[] begins;

        private Grouping(int contributions, int @Nullable [] numberOf, int numbers, long @Nullable [] cells) {
            this.numberOf = numberOf;
            this.cells = cells;
            counts = new int[numbers];
            if (numberOf == null) {
                counts[0] = contributions;
            } else {
                for (int i = 0; i < contributions; i++) {
                    counts[numberOf[i]]++;
                }
            }
            begins = new int[numbers + 1];
            for (int number = 0; number < numbers; number++) {
                begins[number + 1] = begins[number] + counts[number];
            }
        }

        /** What each contribution has, cell by cell: the same array whenever the same is asked for, and not to be changed. */
        int[] byCell(int[] ofContributions) {
            return numberOf == null
                    ? ofContributions
                    : byCell.computeIfAbsent(ofContributions, unseen -> byCell(ofContributions, numberOf));
        }

        private int[] byCell(int[] ofContributions, int[] numbers) {
            int[] placed = new int[ofContributions.length];
            int[] next = begins.clone();
            for (int i = 0; i < placed.length; i++) {
                placed[next[numbers[i]]++] = ofContributions[i];
            }
            return placed;
        }

        /** Whether {@link #byCell(int[])} costs nothing, since it was asked for before or there is one cell. */
        boolean hasByCell(int[] ofContributions) {
            return numberOf == null || byCell.containsKey(ofContributions);
        }

        /** What each contribution has, cell by cell: a fresh array. */
        long[] byCell(IntToLongFunction ofContribution) {
            int[] next = begins.clone();
            long[] placed = new long[begins[begins.length - 1]];
            for (int i = 0; i < placed.length; i++) {
                placed[next[number(i)]++] = ofContribution.applyAsLong(i);
            }
            return placed;
        }

        /** Where the contributions of a cell begin, cell by cell; they end where those of the next number begin. */
        int begin(int number) {
            return begins[number];
        }

        /** One more than the greatest number of a cell. */
        int numbers() {
            return counts.length;
        }

        /** How many contributions are in each cell, by number: not to be changed. */
        int[] counts() {
            return counts;
        }

        /** The number of a contribution's cell. */
        int number(int contribution) {
            return numberOf == null ? 0 : numberOf[contribution];
        }

        /** The cell of a number. */
        long cell(int number) {
            return cells == null ? number : cells[number];
        }
    }
}
