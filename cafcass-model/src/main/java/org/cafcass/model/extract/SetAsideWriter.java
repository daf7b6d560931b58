package org.cafcass.model.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows that were set aside as CSV: {@code file,line,column,value,reason}, the file without its ending. A value
 * that a spreadsheet would run as a formula gets an apostrophe before it; a number stays as it is.
 */
public final class SetAsideWriter {
    private static final List<String> HEADER = List.of("file", "line", "column", "value", "reason");
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private SetAsideWriter() {}

    /**
     * Writes the rows, in their order, to a file, which is replaced if it is there.
     *
     * @throws ExtractException if the file cannot be written
     */
    public static void write(List<SetAsideRow> rows, Path file) {
        try (CsvOutput out = new CsvOutput(Files.newOutputStream(file))) {
            HEADER.forEach(out::cell);
            out.endRow();
            for (SetAsideRow row : rows) {
                out.cell(row.table().fileName());
                out.cell(Long.toString(row.line()));
                out.cell(row.column());
                out.cell(harmless(row.value()));
                out.cell(row.reason().code());
                out.endRow();
            }
        } catch (IOException e) {
            throw ExtractException.cannotWrite(ExtractException.name(file), e);
        }
    }

    /** The text, or where a spreadsheet would run it as a formula, the text behind an apostrophe. */
    static String harmless(String text) {
        boolean runs = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return runs && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
