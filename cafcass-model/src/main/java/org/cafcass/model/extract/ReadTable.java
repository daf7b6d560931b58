package org.cafcass.model.extract;

import java.util.List;
import java.util.Map;

/**
 * How the reading of one table went; the rows that were read and those that were set aside add up to its rows.
 *
 * @param table the table
 * @param read the number of rows that were read
 * @param setAside the reasons for which rows were set aside, each with its count
 * @param ignoredColumns the names of columns that the format doesn't know, in their order
 */
public record ReadTable(
        ExtractTable table, int read, Map<SetAsideReason, Integer> setAside, List<String> ignoredColumns) {
    /** Makes the account of one table. */
    public ReadTable {
        setAside = Map.copyOf(setAside);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /** The number of rows that were set aside, whatever the reason. */
    public int setAsideRows() {
        return setAside.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The number of rows: those that were read and those that were set aside. */
    public int rows() {
        return read + setAsideRows();
    }
}
