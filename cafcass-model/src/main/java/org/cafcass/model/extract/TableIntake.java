package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
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
     * Rows come some hundred at a time, and are checked column by column: a loop over cells of one kind is several times
     * as quick as one that asks each cell what it is. The first rule that a row breaks, in the order of the columns, is
     * the reason for which it is set aside.
     *
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

    /* the rows in work */
    private final int[][] values;
    private final BigDecimal[][] decimals;
    private @Nullable SetAsideReason[] reasons = new SetAsideReason[0];
    private int[] badColumns = new int[0];
    private int[] kept = new int[0];
    private int bad;

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
        values = new int[columns.length][0];
        decimals = new BigDecimal[columns.length][0];
        lines = table.key().isEmpty() && table != ExtractTable.ALLOCATIONS ? null : new LineNumbers();
    }

    /** Gives the rows of a table, which come from some source, to its intake. */
    interface Rows<S> {
        void into(ExtractTable table, S source, TableIntake intake);
    }

    /**
     * Takes tables in, in the order in which they refer to each other, those side by side that refer to complete ones alone.
     *
     * @throws ExtractException the fault of the first table that had one, of those taken in side by side
     */
    static <S> Map<ExtractTable, TableIntake> sideBySide(Map<ExtractTable, S> sources, Rows<S> rows) {
        Map<ExtractTable, TableIntake> complete = new EnumMap<>(ExtractTable.class);
        Map<ExtractTable, S> waiting = new EnumMap<>(ExtractTable.class);
        waiting.putAll(sources);
        while (!waiting.isEmpty()) {
            Map<ExtractTable, ExtractException> faults = Collections.synchronizedMap(new EnumMap<>(ExtractTable.class));
            List<Map.Entry<ExtractTable, S>> ready = waiting.entrySet().stream()
                    .filter(source -> Collections.disjoint(source.getKey().references(), waiting.keySet()))
                    .map(Map.Entry::copyOf)
                    .toList();
            List<TableIntake> intakes = ready.parallelStream()
                    .map(source -> {
                        TableIntake intake = new TableIntake(source.getKey(), complete);
                        try {
                            rows.into(source.getKey(), source.getValue(), intake);
                            intake.complete();
                        } catch (ExtractException fault) {
                            faults.put(source.getKey(), fault);
                        }
                        return intake;
                    })
                    .toList();
            faults.values().stream().findFirst().ifPresent(fault -> {
                throw fault;
            });
            intakes.forEach(intake -> {
                complete.put(intake.table, intake);
                waiting.remove(intake.table);
            });
        }
        return complete;
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

    /** Takes rows. */
    void take(Cells cells) {
        begin(cells);
        for (int i = 0; i < columns.length; i++) {
            check(cells, i);
        }
        for (RowRules.Rule rule : rules) {
            check(rule, cells.rows());
        }
        checkReferences(cells.rows(), REFERS_TO_ROW_SET_ASIDE, SetAsideReason.REFERS_TO_ROW_SET_ASIDE);
        checkReferences(cells.rows(), REFERS_TO_NOTHING, SetAsideReason.REFERS_TO_NOTHING);
        if (bad > 0) {
            setAside(cells);
        }
        keep(cells);
    }

    private void begin(Cells cells) {
        int count = cells.rows();
        if (reasons.length < count) {
            reasons = new SetAsideReason[count];
            badColumns = new int[count];
            kept = new int[count];
            for (int i = 0; i < columns.length; i++) {
                values[i] = new int[count];
                decimals[i] = new BigDecimal[kinds[i] == Kind.DECIMAL ? count : 0];
            }
        }
        Arrays.fill(reasons, 0, count, null);
        bad = 0;
        for (int r = 0; r < count; r++) {
            if (cells.isMiscounted(r)) {
                breaks(r, SetAsideLog.NO_COLUMN, SetAsideReason.CELL_COUNT);
            }
        }
    }

    private void breaks(int row, int column, SetAsideReason reason) {
        if (reasons[row] == null) {
            reasons[row] = reason;
            badColumns[row] = column;
            bad++;
        }
    }

    private void check(Cells cells, int column) {
        if (cells.lack(column)) {
            for (int r = 0; r < cells.rows(); r++) {
                values[column][r] = absent(column, r);
            }
            return;
        }
        switch (kinds[column]) {
            case DATE -> checkDates(cells, column);
            case CODE, BOOLEAN -> checkWords(cells, column);
            case REFERENCE -> checkReferences(cells, column);
            case IDENTIFIER, TEXT, COUNT, DECIMAL -> checkOthers(cells, column);
        }
    }

    private int absent(int column, int row) {
        if (columns[column].required() || lacksAdviser(column, row)) {
            breaks(row, column, SetAsideReason.REQUIRED_AND_EMPTY);
        }
        return columns[column].falseWhenAbsent() ? 0 : Columns.ABSENT;
    }

    private void checkDates(Cells cells, int column) {
        int[] days = values[column];
        for (int r = 0, at = cells.first(column); r < cells.rows(); r++, at += cells.width) {
            if (cells.from[at] == cells.to[at]) {
                days[r] = absent(column, r);
                continue;
            }
            days[r] = CellParser.day(cells.bytes, cells.from[at], cells.to[at]);
            if (days[r] == CellParser.INVALID) {
                breaks(r, column, SetAsideReason.NOT_A_DATE);
            }
        }
    }

    private void checkWords(Cells cells, int column) {
        CodeWords words = words(column);
        int[] codes = values[column];
        for (int r = 0, at = cells.first(column); r < cells.rows(); r++, at += cells.width) {
            if (cells.from[at] == cells.to[at]) {
                codes[r] = absent(column, r);
                continue;
            }
            codes[r] = words.find(cells.bytes, cells.from[at], cells.to[at]);
            if (codes[r] == CodeWords.NONE) {
                breaks(r, column, SetAsideReason.UNKNOWN_CODE);
            }
        }
    }

    private void checkReferences(Cells cells, int column) {
        TableIntake other = referenced[column];
        int[] rowsReferredTo = values[column];
        for (int r = 0, at = cells.first(column); r < cells.rows(); r++, at += cells.width) {
            int from = cells.from[at];
            int to = cells.to[at];
            if (from == to) {
                rowsReferredTo[r] = absent(column, r);
                continue;
            }
            rowsReferredTo[r] = find(other, cells.bytes, from, to);
            if (rowsReferredTo[r] < 0) {
                checkLength(r, column, cells.bytes, from, to);
            }
        }
    }

    private void checkOthers(Cells cells, int column) {
        for (int r = 0, at = cells.first(column); r < cells.rows(); r++, at += cells.width) {
            int from = cells.from[at];
            int to = cells.to[at];
            if (from == to) {
                values[column][r] = absent(column, r);
                continue;
            }
            switch (kinds[column]) {
                case IDENTIFIER -> checkLength(r, column, cells.bytes, from, to);
                case COUNT -> checkCount(r, column, cells.bytes, from, to);
                case DECIMAL -> checkDecimal(r, column, cells.bytes, from, to);
                case TEXT, REFERENCE, DATE, CODE, BOOLEAN -> {}
            }
        }
    }

    private boolean lacksAdviser(int column, int row) {
        if (table != ExtractTable.ALLOCATIONS || column != ADVISER_OF_ALLOCATION) {
            return false;
        }
        int kind = values[KIND_OF_ALLOCATION][row];
        return kind == AllocationKind.LEAD.ordinal() || kind == AllocationKind.SUPPORT.ordinal();
    }

    private static final int CASE_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("case_id");
    private static final int KIND_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("kind");
    private static final int ADVISER_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("adviser_id");
    private static final int FROM_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("from");
    private static final int TO_OF_ALLOCATION = ExtractTable.ALLOCATIONS.indexOf("to");

    private void checkLength(int row, int column, byte[] bytes, int from, int to) {
        if (isTooLong(bytes, from, to)) {
            breaks(row, column, SetAsideReason.TOO_LONG);
        }
    }

    private static boolean isTooLong(byte[] bytes, int from, int to) {
        return CellParser.isLonger(bytes, from, to, Identifier.MAXIMUM_LENGTH);
    }

    private void checkCount(int row, int column, byte[] bytes, int from, int to) {
        int count = CellParser.count(bytes, from, to);
        values[column][row] = count;
        if (count == CellParser.INVALID) {
            breaks(row, column, SetAsideReason.NOT_A_NUMBER);
        } else if (count == CellParser.TOO_LARGE) {
            breaks(row, column, SetAsideReason.OUT_OF_RANGE);
        }
    }

    private void checkDecimal(int row, int column, byte[] bytes, int from, int to) {
        BigDecimal decimal = CellParser.decimal(bytes, from, to);
        if (decimal == null) {
            breaks(row, column, SetAsideReason.NOT_A_NUMBER);
        } else if (!columns[column].range().allows(decimal)) {
            breaks(row, column, SetAsideReason.OUT_OF_RANGE);
        } else {
            decimals[column][row] = decimal;
        }
    }

    private void check(RowRules.Rule rule, int count) {
        for (int r = 0; r < count; r++) {
            if (reasons[r] == null && rule.isBrokenBy(values, r, cases)) {
                breaks(r, rule.column(), rule.reason());
            }
        }
    }

    private void checkReferences(int count, int to, SetAsideReason reason) {
        for (int i : references) {
            for (int r = 0; r < count; r++) {
                if (values[i][r] == to) {
                    breaks(r, i, reason);
                }
            }
        }
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

    private void setAside(Cells cells) {
        for (int r = 0; r < cells.rows(); r++) {
            SetAsideReason reason = reasons[r];
            if (reason != null) {
                setAside.add(cells, r, badColumns[r], reason);
                noteIdentifier(cells, r);
            }
        }
    }

    private void keep(Cells cells) {
        int count = 0;
        for (int r = 0; r < cells.rows(); r++) {
            kept[count] = r;
            count += reasons[r] == null ? 1 : 0;
        }
        for (int i = 0; i < columns.length; i++) {
            Dictionary waiting = identifiers[i];
            if (waiting != null) {
                keepIdentifiers(cells, i, waiting, count);
            } else {
                keepNumbers(cells, i, count);
            }
        }
        for (int n = 0; lines != null && n < count; n++) {
            lines.add(cells.line(kept[n]));
        }
        rows += count;
    }

    private void keepIdentifiers(Cells cells, int column, Dictionary waiting, int count) {
        for (int n = 0; n < count; n++) {
            waiting.append(cells.bytes, cells.from(kept[n], column), cells.to(kept[n], column));
        }
    }

    private void keepNumbers(Cells cells, int column, int count) {
        int[] numbered = values[column];
        if (kinds[column] == Kind.TEXT || kinds[column] == Kind.DECIMAL) {
            for (int n = 0; n < count; n++) {
                number(cells, kept[n], column);
            }
        }
        for (int n = 0; bad > 0 && n < count; n++) {
            numbered[n] = numbered[kept[n]];
        }
        numbers[column].add(numbered, count);
    }

    private void number(Cells cells, int row, int column) {
        int from = cells.from(row, column);
        int to = cells.to(row, column);
        if (from < to) {
            values[column][row] = kinds[column] == Kind.TEXT
                    ? dictionary(column).intern(cells.bytes, from, to)
                    : number(decimals[column][row], decimalNumbers[column]);
        }
    }

    private static int number(BigDecimal decimal, Map<BigDecimal, Integer> known) {
        return known.computeIfAbsent(decimal, unknown -> known.size());
    }

    private void noteIdentifier(Cells cells, int row) {
        int from = cells.from(row, 0);
        int to = cells.to(row, 0);
        if (kinds[0] == Kind.IDENTIFIER && from < to && !isTooLong(cells.bytes, from, to)) {
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
                Cells shown = Cells.ofOneRow(table);
                shown.put(FROM_OF_ALLOCATION, LocalDate.ofEpochDay(from));
                shown.endRow(lines().get(i));
                setAside.add(shown, 0, FROM_OF_ALLOCATION, SetAsideReason.OVERLAP);
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
