package org.cafcass.model.extract;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a reading gave: the extract, how each table went, and the rows that were set aside. */
public final class ReadExtract {
    private final Extract extract;
    private final List<ReadTable> tables;
    private final List<SetAsideLog> setAside;

    private ReadExtract(Extract extract, List<ReadTable> tables, List<SetAsideLog> setAside) {
        this.extract = extract;
        this.tables = tables;
        this.setAside = setAside;
    }

    static ReadExtract of(Map<ExtractTable, TableIntake> complete, Map<ExtractTable, List<String>> ignoredColumns) {
        List<ReadTable> tables = new ArrayList<>();
        List<SetAsideLog> setAside = new ArrayList<>();
        complete.forEach((table, intake) -> {
            tables.add(new ReadTable(
                    table, intake.rows(), intake.setAside().counts(), ignoredColumns.getOrDefault(table, List.of())));
            setAside.add(intake.setAside());
        });
        return new ReadExtract(Extract.of(complete), List.copyOf(tables), List.copyOf(setAside));
    }

    /** The extract of the rows that hold every rule. */
    public Extract extract() {
        return extract;
    }

    /** How each table that was given went, in table order. */
    public List<ReadTable> tables() {
        return tables;
    }

    /**
     * The rows that were set aside, in table order and then by line, without what tells who a child is: the value of a
     * {@code child_id} or {@code born_on} is empty.
     */
    public List<SetAsideRow> setAside() {
        List<SetAsideRow> rows = setAsideWithChildIdentifiers();
        return new AbstractList<>() {
            @Override
            public SetAsideRow get(int index) {
                return rows.get(index).withoutChildIdentifiers();
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    /** The rows that were set aside, in table order and then by line, with children's identifiers and days of birth. */
    public List<SetAsideRow> setAsideWithChildIdentifiers() {
        int[] ends = new int[setAside.size()];
        int total = 0;
        for (int i = 0; i < ends.length; i++) {
            total += setAside.get(i).size();
            ends[i] = total;
        }
        int size = total;
        return new AbstractList<>() {
            @Override
            public SetAsideRow get(int index) {
                Objects.checkIndex(index, size);
                int log = 0;
                while (index >= ends[log]) {
                    log++;
                }
                return setAside.get(log).row(index - (log == 0 ? 0 : ends[log - 1]));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
