package org.cafcass.report;

import java.io.IOException;
import java.util.List;
import org.cafcass.model.extract.SetAsideRow;

/** Writes the rows of an extract that were set aside as CSV: {@code file,line,column,value,reason}. */
public final class SetAsideCsv {
    /** The name of the file. */
    public static final String FILE_NAME = "set-aside.csv";

    private SetAsideCsv() {}

    /**
     * Writes rows, in their order.
     *
     * @throws IOException if it cannot be written to
     */
    public static void write(List<SetAsideRow> rows, Appendable to) throws IOException {
        Csv.row(to, "file", "line", "column", "value", "reason");
        for (SetAsideRow row : rows) {
            Csv.row(
                    to,
                    row.table().fileName(),
                    Long.toString(row.line()),
                    row.column(),
                    row.value(),
                    row.reason().code());
        }
    }
}
