package org.cafcass.model.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an extract so that it reads back equal. The same extract gives the same bytes, gzipped on the same Java. Texts
 * are written as they are. Immutable and safe for any number of threads.
 */
public final class ExtractWriter {
    private static final ExtractWriter PLAIN = new ExtractWriter(false);
    private static final ExtractWriter GZIPPED = new ExtractWriter(true);

    private final boolean gzipped;

    private ExtractWriter(boolean gzipped) {
        this.gzipped = gzipped;
    }

    /** A writer of plain files: {@code cases.csv}. */
    public static ExtractWriter create() {
        return PLAIN;
    }

    /** A writer of gzipped files: {@code cases.csv.gz}. */
    public ExtractWriter gzipped() {
        return GZIPPED;
    }

    /**
     * Writes a folder of CSV files, one a table that was given, with all of its columns. The folder is made if it isn't
     * there. An extract that stands in it is replaced: of the format's files those that don't belong to this one are
     * deleted.
     *
     * @throws ExtractException if the folder or a file cannot be written, or a row is of over 1 MiB
     */
    public void write(Extract extract, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw ExtractException.cannotWrite(ExtractException.name(folder), e);
        }
        for (ExtractTable table : ExtractTable.values()) {
            Path plain = folder.resolve(CsvFile.plainName(table));
            Path zipped = folder.resolve(CsvFile.gzippedName(table));
            if (!extract.has(table) || gzipped) {
                delete(plain);
            }
            if (!extract.has(table) || !gzipped) {
                delete(zipped);
            }
            if (extract.has(table)) {
                write(extract, table, gzipped ? zipped : plain);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ExtractException.cannotWrite(ExtractException.name(file), e);
        }
    }

    private void write(Extract extract, ExtractTable table, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                CsvOutput rows = new CsvOutput(gzipped ? new GZIPOutputStream(out) : out)) {
            table.columns().forEach(column -> rows.cell(column.name()));
            rows.endRow();
            Columns columns = extract.columns(table);
            for (int row = 0; row < columns.size(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    writeCell(extract, columns, column, row, rows);
                }
                if (rows.endRow() > CsvRows.MAXIMUM_ROW_BYTES) {
                    throw new IOException("row " + (row + 1) + " is of over 1 MiB");
                }
            }
        } catch (IOException e) {
            throw ExtractException.cannotWrite(ExtractException.name(file), e);
        }
    }

    private static void writeCell(Extract extract, Columns columns, int column, int row, CsvOutput rows) {
        int number = columns.number(column, row);
        if (number == Columns.ABSENT) {
            rows.cell("");
            return;
        }
        ExtractColumn declared = columns.table().columns().get(column);
        switch (declared.kind()) {
            case IDENTIFIER, TEXT -> writeText(columns.dictionary(column), number, rows);
            case REFERENCE ->
                writeText(extract.columns(declared.references().orElseThrow()).dictionary(0), number, rows);
            case DATE -> rows.cell(LocalDate.ofEpochDay(number).toString());
            case CODE -> rows.cell(declared.codes().get(number).code());
            case BOOLEAN -> rows.cell(number == 1 ? "true" : "false");
            case COUNT -> rows.cell(Integer.toString(number));
            case DECIMAL -> rows.cell(columns.decimal(column, row).toPlainString());
        }
    }

    private static void writeText(Dictionary dictionary, int number, CsvOutput rows) {
        rows.cell(dictionary.bytes(), dictionary.from(number), dictionary.to(number));
    }

    /**
     * Writes one JSON object: a property a table that was given, an array of its rows, each an object whose properties
     * are the columns; an absent value is left out. The stream stays open.
     *
     * @throws ExtractException if the stream cannot be written to
     */
    public void writeJson(Extract extract, OutputStream out) {
        JsonMapper mapper = ExtractJson.mapper();
        try (JsonGenerator json = mapper.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            for (RowBinding<?, ?> binding : RowBinding.ALL) {
                if (extract.has(binding.table())) {
                    json.writeFieldName(binding.table().fileName());
                    json.writeStartArray();
                    for (Object row : extract.rows(binding)) {
                        mapper.writeValue(json, row);
                    }
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw ExtractException.cannotWrite("the extract as JSON", e);
        }
    }
}
