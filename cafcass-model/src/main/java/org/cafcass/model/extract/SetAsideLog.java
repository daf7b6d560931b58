package org.cafcass.model.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table that were set aside, as columns: so many bad rows cost no more than so many good ones. */
final class SetAsideLog {
    /** Of a row that hasn't as many cells as the header. */
    static final int NO_COLUMN = -1;

    private static final byte[] NO_BYTES = new byte[Words.PADDING];
    private static final int ROWS_NAMED = 5;

    private final ExtractTable table;
    private final Dictionary values = new Dictionary();
    private long[] lines = new long[0];
    private byte[] columns = new byte[0];
    private byte[] reasons = new byte[0];
    private int[] valueNumbers = new int[0];
    private int size;

    SetAsideLog(ExtractTable table) {
        this.table = table;
    }

    int size() {
        return size;
    }

    void add(Cells cells, int row, int column, SetAsideReason reason) {
        int value = column == NO_COLUMN
                ? values.intern(NO_BYTES, 0, 0)
                : values.intern(cells.bytes, cells.from(row, column), cells.to(row, column));
        add(cells.line(row), column, reason, value);
    }

    void add(long line, int column, SetAsideReason reason, Dictionary texts, int number) {
        add(line, column, reason, values.intern(texts.bytes(), texts.from(number), texts.to(number)));
    }

    private void add(long line, int column, SetAsideReason reason, int valueNumber) {
        if (size == lines.length) {
            int capacity = Numbers.grown(size);
            lines = Arrays.copyOf(lines, capacity);
            columns = Arrays.copyOf(columns, capacity);
            reasons = Arrays.copyOf(reasons, capacity);
            valueNumbers = Arrays.copyOf(valueNumbers, capacity);
        }
        lines[size] = line;
        columns[size] = (byte) column;
        reasons[size] = (byte) reason.ordinal();
        valueNumbers[size] = valueNumber;
        size++;
    }

    /** The reasons that occurred, in the order of the list, each with its count. */
    Map<SetAsideReason, Integer> counts() {
        Map<SetAsideReason, Integer> counts = new EnumMap<>(SetAsideReason.class);
        for (int i = 0; i < size; i++) {
            counts.merge(REASONS[reasons[i]], 1, Integer::sum);
        }
        return Collections.unmodifiableMap(counts);
    }

    private static final SetAsideReason[] REASONS = SetAsideReason.values();

    /** Puts the rows in the order of their lines; rows of one line keep theirs. */
    void sortByLine() {
        List<Integer> order = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(lines[a], lines[b]));
        SetAsideLog sorted = new SetAsideLog(table);
        for (int i : order) {
            sorted.add(lines[i], columns[i], REASONS[reasons[i]], valueNumbers[i]);
        }
        lines = sorted.lines;
        columns = sorted.columns;
        reasons = sorted.reasons;
        valueNumbers = sorted.valueNumbers;
    }

    /** How many rows were set aside, the first of them, and the count of each reason, in one line. */
    static String summary(Collection<TableIntake> tables) {
        List<String> first = new ArrayList<>();
        Map<SetAsideReason, Integer> counts = new EnumMap<>(SetAsideReason.class);
        long total = 0;
        for (TableIntake table : tables) {
            SetAsideLog log = table.setAside();
            for (int i = 0; i < log.size && first.size() < ROWS_NAMED; i++) {
                first.add(log.row(i).toString());
            }
            log.counts().forEach((reason, count) -> counts.merge(reason, count, Integer::sum));
            total += log.size;
        }
        String more = total > first.size() ? "; ..." : "";
        String reasons = counts.entrySet().stream()
                .map(count -> count.getKey().code() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return (total == 1 ? "1 row breaks a rule: " : total + " rows break a rule: ") + String.join("; ", first) + more
                + " (" + reasons + ")";
    }

    /** The row as it is shown to those who may see who a child is. */
    SetAsideRow row(int index) {
        int column = columns[index];
        return new SetAsideRow(
                table,
                lines[index],
                column == NO_COLUMN ? "" : table.columns().get(column).name(),
                values.text(valueNumbers[index]),
                REASONS[reasons[index]]);
    }
}
