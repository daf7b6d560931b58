package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Identifier;
import org.cafcass.model.extract.ExtractColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One table on its way in: takes its rows as cells, keeps those that hold every rule as columns and sets the others
 * aside. Every way into an extract leads through here.
 */
final class TableIntake {
    /*
     * Identifiers are nearly all distinct, and each look into a large dictionary waits for memory. So they are only
     * lined up as rows come, and numbered in one go at the end, where the waits overlap; only then do repeated ones
     * show, and as late as allocations that overlap, rows of theirs are taken out again.
     */
    private static final int REFERS_TO_NOTHING = -1;
    private static final int REFERS_TO_ROW_SET_ASIDE = -2;
    private static final Columns NO_CASES =
            new Columns(ExtractTable.CASES, 0, new Numbers[0], new Dictionary[0], List.of());

    private final ExtractTable table;
    private final ExtractColumn[] columns;
    private final Kind[] kinds;
    private final RowRules.Rule[] rules;
    private final @Nullable CodeWords[] codeWords;
    private final @Nullable TableIntake[] referenced;
    private final int[] references;
    private final Columns cases;

    private final Numbers[] numbers;
    private final @Nullable Dictionary[] identifiers;
    private final @Nullable Dictionary[] dictionaries;
    private final Map<BigDecimal, Integer>[] decimalNumbers;
    private final Dictionary identifiersSetAside = new Dictionary();
    private final SetAsideLog setAside;
    private @Nullable LineNumbers lines;
    private int rows;

    /* the row in work */
    private final int[] row;
    private final BigDecimal[] rowDecimals;
    private int badColumn;

    /** Makes an empty table; those before it, which it may refer to, are complete. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    TableIntake(ExtractTable table, Map<ExtractTable, TableIntake> before) {
        this.table = table;
        columns = table.columns().toArray(ExtractColumn[]::new);
        kinds = Arrays.stream(columns).map(ExtractColumn::kind).toArray(Kind[]::new);
        rules = RowRules.of(table);
        codeWords = new CodeWords[columns.length];
        referenced = new TableIntake[columns.length];
        references = IntStream.range(0, columns.length)
                .filter(i -> kinds[i] == Kind.REFERENCE)
                .toArray();
        numbers = new Numbers[columns.length];
        identifiers = new Dictionary[columns.length];
        dictionaries = new Dictionary[columns.length];
        decimalNumbers = new Map[columns.length];
        for (int i = 0; i < columns.length; i++) {
            numbers[i] = Numbers.of(kinds[i]);
            switch (kinds[i]) {
                case CODE -> codeWords[i] = CodeWords.of(columns[i].codes());
                case BOOLEAN -> codeWords[i] = CodeWords.ofTruth();
                case REFERENCE ->
                    referenced[i] = before.get(columns[i].references().orElseThrow());
                case IDENTIFIER -> {
                    identifiers[i] = new Dictionary();
                    dictionaries[i] = new Dictionary();
                }
                case TEXT -> dictionaries[i] = new Dictionary();
                case DECIMAL -> decimalNumbers[i] = new HashMap<>();
                case DATE, COUNT -> {}
            }
        }
        TableIntake casesBefore = before.get(ExtractTable.CASES);
        cases = casesBefore == null ? NO_CASES : casesBefore.columns();
        setAside = new SetAsideLog(table);
        row = new int[columns.length];
        rowDecimals = new BigDecimal[columns.length];
        lines = table.key().isEmpty() && table != ExtractTable.ALLOCATIONS ? null : new LineNumbers();
    }

    /** The columns of a table that was not given. */
    static Columns empty(ExtractTable table) {
        return new TableIntake(table, Map.of()).columns();
    }

    int rows() {
        return rows;
    }

    SetAsideLog setAside() {
        return setAside;
    }

    /** Takes a row that has not as many cells as the header. */
    void rowOfWrongCellCount(long line) {
        setAside.addCellCount(line);
    }

    /** Takes a row. */
    void row(Cells cells, long line) {
        SetAsideReason reason = check(cells);
        if (reason == null) {
            keep(cells, line);
        } else {
            setAside.add(line, badColumn, reason, cells);
            noteIdentifier(cells);
        }
    }

    private @Nullable SetAsideReason check(Cells cells) {
        for (int i = 0; i < columns.length; i++) {
            SetAsideReason reason = checkCell(cells, i);
            if (reason != null) {
                badColumn = i;
                return reason;
            }
        }
        for (RowRules.Rule rule : rules) {
            if (rule.isBrokenBy(row, cases)) {
                badColumn = rule.column();
                return rule.reason();
            }
        }
        if (refers(REFERS_TO_ROW_SET_ASIDE)) {
            return SetAsideReason.REFERS_TO_ROW_SET_ASIDE;
        }
        if (refers(REFERS_TO_NOTHING)) {
            return SetAsideReason.REFERS_TO_NOTHING;
        }
        return null;
    }

    private @Nullable SetAsideReason checkCell(Cells cells, int i) {
        byte[] bytes = cells.bytes;
        int from = cells.from[i];
        int to = cells.to[i];
        if (from == to) {
            row[i] = columns[i].falseWhenAbsent() ? 0 : Columns.ABSENT;
            return columns[i].required() || lacksAdviser(i) ? SetAsideReason.REQUIRED_AND_EMPTY : null;
        }
        switch (kinds[i]) {
            case IDENTIFIER:
                return checkLength(bytes, from, to);
            case REFERENCE:
                row[i] = find(referenced[i], bytes, from, to);
                return row[i] >= 0 ? null : checkLength(bytes, from, to);
            case DATE:
                row[i] = CellParser.day(bytes, from, to);
                return row[i] == CellParser.INVALID ? SetAsideReason.NOT_A_DATE : null;
            case CODE, BOOLEAN:
                row[i] = words(i).find(bytes, from, to);
                return row[i] == CodeWords.NONE ? SetAsideReason.UNKNOWN_CODE : null;
            case COUNT:
                return checkCount(i, bytes, from, to);
            case DECIMAL:
                return checkDecimal(i, bytes, from, to);
            case TEXT:
                return null;
        }
        throw new AssertionError(kinds[i]);
    }

    private boolean lacksAdviser(int column) {
        if (table != ExtractTable.ALLOCATIONS || column != ADVISER_OF_ALLOCATION) {
            return false;
        }
        int kind = row[KIND_OF_ALLOCATION];
        return kind == AllocationKind.LEAD.ordinal() || kind == AllocationKind.SUPPORT.ordinal();
    }

    private static final int CASE_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("case_id");
    private static final int KIND_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("kind");
    private static final int ADVISER_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("adviser_id");
    private static final int FROM_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("from");
    private static final int TO_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("to");

    private static @Nullable SetAsideReason checkLength(byte[] bytes, int from, int to) {
        return CellParser.isLonger(bytes, from, to, Identifier.MAXIMUM_LENGTH) ? SetAsideReason.TOO_LONG : null;
    }

    private @Nullable SetAsideReason checkCount(int i, byte[] bytes, int from, int to) {
        row[i] = CellParser.count(bytes, from, to);
        if (row[i] == CellParser.INVALID) {
            return SetAsideReason.NOT_A_NUMBER;
        }
        return row[i] == CellParser.TOO_LARGE ? SetAsideReason.OUT_OF_RANGE : null;
    }

    private @Nullable SetAsideReason checkDecimal(int i, byte[] bytes, int from, int to) {
        BigDecimal decimal = CellParser.decimal(bytes, from, to);
        if (decimal == null) {
            return SetAsideReason.NOT_A_NUMBER;
        }
        rowDecimals[i] = decimal;
        row[i] = 0;
        return columns[i].range().allows(decimal) ? null : SetAsideReason.OUT_OF_RANGE;
    }

    private static int find(@Nullable TableIntake table, byte[] bytes, int from, int to) {
        if (table == null) {
            return REFERS_TO_NOTHING;
        }
        int row = table.dictionary(0).find(bytes, from, to);
        if (row >= 0) {
            return row;
        }
        return table.identifiersSetAside.find(bytes, from, to) >= 0 ? REFERS_TO_ROW_SET_ASIDE : REFERS_TO_NOTHING;
    }

    private boolean refers(int to) {
        for (int i : references) {
            if (row[i] == to) {
                badColumn = i;
                return true;
            }
        }
        return false;
    }

    private void keep(Cells cells, long line) {
        for (int i = 0; i < columns.length; i++) {
            Dictionary waiting = identifiers[i];
            if (waiting != null) {
                waiting.append(cells.bytes, cells.from[i], cells.to[i]);
                continue;
            }
            if (cells.from[i] < cells.to[i]) {
                if (kinds[i] == Kind.TEXT) {
                    row[i] = dictionary(i).intern(cells.bytes, cells.from[i], cells.to[i]);
                } else if (kinds[i] == Kind.DECIMAL) {
                    row[i] = number(rowDecimals[i], decimalNumbers[i]);
                }
            }
            numbers[i].add(row[i]);
        }
        if (lines != null) {
            lines.add(line);
        }
        rows++;
    }

    private static int number(BigDecimal decimal, Map<BigDecimal, Integer> known) {
        return known.computeIfAbsent(decimal, unknown -> known.size());
    }

    private void noteIdentifier(Cells cells) {
        int from = cells.from[0];
        int to = cells.to[0];
        if (kinds[0] == Kind.IDENTIFIER && from < to && checkLength(cells.bytes, from, to) == null) {
            identifiersSetAside.intern(cells.bytes, from, to);
        }
    }

    private Dictionary dictionary(int column) {
        Dictionary dictionary = dictionaries[column];
        if (dictionary == null) {
            throw new IllegalStateException("No texts in " + columns[column]);
        }
        return dictionary;
    }

    private TableIntake referenced(int column) {
        TableIntake other = referenced[column];
        if (other == null) {
            throw new IllegalStateException("No references in " + columns[column]);
        }
        return other;
    }

    private CodeWords words(int column) {
        CodeWords words = codeWords[column];
        if (words == null) {
            throw new IllegalStateException("No codes in " + columns[column]);
        }
        return words;
    }

    /** Makes room for so many rows. */
    void expect(int expected) {
        for (int i = 0; i < columns.length; i++) {
            Dictionary waiting = identifiers[i];
            if (waiting == null) {
                numbers[i].reserve(expected);
            } else {
                waiting.reserve(expected);
            }
        }
        if (lines != null) {
            lines.reserve(expected);
        }
    }

    /** Ends the table after its last row: what can only be told from all rows is told. */
    void complete() {
        BitSet kept = new BitSet(rows);
        kept.set(0, rows);
        for (int i = 0; i < columns.length; i++) {
            numberIdentifiers(i);
        }
        setRepeatedAside(kept);
        if (table == ExtractTable.ALLOCATIONS) {
            setOverlapsAside(kept);
        }
        if (kept.cardinality() < rows) {
            retain(kept);
        }
        lines = null;
        for (Numbers column : numbers) {
            column.trim();
        }
    }

    private void numberIdentifiers(int column) {
        Dictionary waiting = identifiers[column];
        if (waiting != null) {
            numbers[column] = Numbers.of(dictionary(column).takeLine(waiting));
            identifiers[column] = null;
        }
    }

    /* Of rows with the same key the first stays. */
    private void setRepeatedAside(BitSet kept) {
        int key = table.key().size();
        if (key == 0) {
            return;
        }
        PairSet keys = new PairSet();
        int distinct = 0;
        for (int i = 0; i < rows; i++) {
            int first = numbers[0].get(i);
            if (key == 1 ? first == distinct : keys.add(first, numbers[1].get(i))) {
                distinct++;
            } else {
                kept.clear(i);
                Dictionary texts = kinds[0] == Kind.REFERENCE ? referenced(0).dictionary(0) : dictionary(0);
                setAside.add(lines().get(i), 0, SetAsideReason.REPEATED_IDENTIFIER, texts, first);
            }
        }
    }

    private void retain(BitSet kept) {
        rows = kept.cardinality();
        for (int i = 0; i < columns.length; i++) {
            numbers[i].retain(kept);
            switch (kinds[i]) {
                case IDENTIFIER, TEXT -> renumberTexts(i);
                case DECIMAL -> renumberDecimals(i);
                case REFERENCE, DATE, CODE, BOOLEAN, COUNT -> {}
            }
        }
        setAside.sortByLine();
    }

    /* Texts that only rows no longer kept had go, so that numbers stay without gaps. */
    private void renumberTexts(int column) {
        Dictionary before = dictionary(column);
        Dictionary after = new Dictionary();
        numbers[column].replaceEach(number -> after.intern(before.bytes(), before.from(number), before.to(number)));
        dictionaries[column] = after;
    }

    private void renumberDecimals(int column) {
        List<BigDecimal> before = inOrder(decimalNumbers[column]);
        Map<BigDecimal, Integer> after = new HashMap<>();
        numbers[column].replaceEach(number -> number(before.get(number), after));
        decimalNumbers[column] = after;
    }

    /*
     * Of one case's lead, duty and hub allocations, in order of their first day and then of their row, one that begins
     * before all that still stand have ended overlaps one of them. An allocation that holds on no day overlaps none.
     */
    private void setOverlapsAside(BitSet kept) {
        long[] order = new long[rows];
        int held = 0;
        for (int i = 0; i < rows; i++) {
            if (numbers[KIND_OF_ALLOCATION].get(i) != AllocationKind.SUPPORT.ordinal() && holdsOnADay(i)) {
                order[held++] = (long) numbers[CASE_OF_ALLOCATION].get(i) << 32 | i;
            }
        }
        Arrays.sort(order, 0, held);
        for (int first = 0, next; first < held; first = next) {
            next = first + 1;
            while (next < held && order[next] >>> 32 == order[first] >>> 32) {
                next++;
            }
            if (next > first + 1) {
                setOverlapsAside(order, first, next, kept);
            }
        }
    }

    private boolean holdsOnADay(int i) {
        return numbers[TO_OF_ALLOCATION].get(i) != numbers[FROM_OF_ALLOCATION].get(i);
    }

    private void setOverlapsAside(long[] order, int first, int next, BitSet kept) {
        for (int n = first; n < next; n++) {
            int i = (int) order[n];
            order[n] = (long) numbers[FROM_OF_ALLOCATION].get(i) << 32 | i;
        }
        Arrays.sort(order, first, next);
        long end = Long.MIN_VALUE;
        for (int n = first; n < next; n++) {
            int i = (int) order[n];
            int from = numbers[FROM_OF_ALLOCATION].get(i);
            int to = numbers[TO_OF_ALLOCATION].get(i);
            if (from < end) {
                kept.clear(i);
                Cells shown = new Cells(table);
                shown.put(FROM_OF_ALLOCATION, LocalDate.ofEpochDay(from).toString());
                setAside.add(lines().get(i), FROM_OF_ALLOCATION, SetAsideReason.OVERLAP, shown);
            } else {
                end = to == Columns.ABSENT ? Long.MAX_VALUE : to;
            }
        }
    }

    private LineNumbers lines() {
        if (lines == null) {
            throw new IllegalStateException("No lines of " + table.fileName());
        }
        return lines;
    }

    /** The rows that were kept. */
    Columns columns() {
        List<@Nullable List<BigDecimal>> decimals = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            decimals.add(kinds[i] == Kind.DECIMAL ? inOrder(decimalNumbers[i]) : null);
        }
        return new Columns(table, rows, numbers, dictionaries, decimals);
    }

    private static List<BigDecimal> inOrder(Map<BigDecimal, Integer> numbers) {
        BigDecimal[] decimals = new BigDecimal[numbers.size()];
        numbers.forEach((decimal, number) -> decimals[number] = decimal);
        return List.of(decimals);
    }

    /** Lets go of what only later tables' references need. */
    void trim() {
        for (Dictionary dictionary : dictionaries) {
            if (dictionary != null) {
                dictionary.trim();
            }
        }
    }

    /** The lines of the rows that were kept so far. */
    private static final class LineNumbers {
        private long[] values = new long[0];
        private int size;

        void add(long line) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Numbers.grown(size));
            }
            values[size++] = line;
        }

        long get(int row) {
            return values[row];
        }

        void reserve(int capacity) {
            if (values.length < capacity) {
                values = Arrays.copyOf(values, capacity);
            }
        }
    }
}
