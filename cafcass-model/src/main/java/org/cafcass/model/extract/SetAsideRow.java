package org.cafcass.model.extract;

import java.util.Objects;

/**
 * A row that was not read, and why.
 *
 * @param table the table that the row is of
 * @param line the line of the file on which the row begins, from 1; where there are no lines (JSON, JDBC result sets,
 *     a builder), the row's number in its table, from 1
 * @param column the column that broke the rule, the first that the rule names; empty for {@link
 *     SetAsideReason#CELL_COUNT}
 * @param value the text of that column's cell; empty for {@link SetAsideReason#CELL_COUNT}, and where it would tell who
 *     a child is and that wasn't asked for
 * @param reason the rule that the row broke
 */
public record SetAsideRow(ExtractTable table, long line, String column, String value, SetAsideReason reason) {
    /** Makes a row that was set aside. */
    public SetAsideRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
    }

    /** The same row without the value, if that tells who a child is. */
    SetAsideRow withoutChildIdentifiers() {
        boolean identifies =
                table.column(column).map(ExtractColumn::identifiesChild).orElse(false);
        return identifies ? new SetAsideRow(table, line, column, "", reason) : this;
    }

    /** Returns where the row is and what is wrong with it, without the value: {@code cases line 5: closed_on: closed_before_received}. */
    @Override
    public String toString() {
        String where = table.fileName() + " line " + line + ": ";
        return column.isEmpty() ? where + reason.code() : where + column + ": " + reason.code();
    }
}
