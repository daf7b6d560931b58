package org.cafcass.model.extract;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an extract. A row that breaks a rule of the format is set aside with its {@link SetAsideReason reason}, the rest
 * is read; a strict reader fails instead. Immutable and safe for any number of threads.
 */
public final class ExtractReader {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractReader.class);
    private static final ExtractReader LENIENT = new ExtractReader(false);
    private static final ExtractReader STRICT = new ExtractReader(true);

    private final boolean strict;

    private ExtractReader(boolean strict) {
        this.strict = strict;
    }

    /** A reader that sets rows aside that break a rule. */
    public static ExtractReader create() {
        return LENIENT;
    }

    /** A reader that fails where this one would set a row aside, naming the first such rows and the count of each reason. */
    public ExtractReader strict() {
        return STRICT;
    }

    /**
     * Reads a folder of CSV files (RFC 4180, UTF-8, header), each plain ({@code cases.csv}) or gzipped ({@code
     * cases.csv.gz}), in one pass a file; files that do not refer to each other are read side by side.
     *
     * @throws ExtractException if the folder or a file in it cannot be read: no folder; a required file missing; a file
     *     both plain and gzipped; a file of 0 bytes; a required column missing; a column name twice; no UTF-8; a broken
     *     gzip; a row of over 1 MiB; text after a closing quote; a quote never closed; and, of a strict reader, a row
     *     that breaks a rule
     */
    public ReadExtract read(Path folder) {
        return read(CsvFile.in(folder));
    }

    ReadExtract read(Map<ExtractTable, CsvFile> files) {
        Map<ExtractTable, List<String>> ignoredColumns = Collections.synchronizedMap(new EnumMap<>(ExtractTable.class));
        Map<ExtractTable, TableIntake> complete = TableIntake.sideBySide(
                files, (table, file, intake) -> ignoredColumns.put(table, file.read(table, intake)));
        complete.forEach((table, intake) -> LOG.debug(
                "Read {}: {} rows, {} set aside",
                table.fileName(),
                intake.rows(),
                intake.setAside().size()));
        return result(complete, ignoredColumns);
    }

    /**
     * Reads one JSON object: a property a table, an array of its rows, each an object whose properties are the columns;
     * an absent value is null or left out. Other properties are ignored. The stream stays open. The line of a row that
     * is set aside is its number in its table.
     *
     * @throws ExtractException if it is no such object, a required table is missing, a property stands twice in an
     *     object, a row is of over 1 MiB, the stream cannot be read; and, of a strict reader, a row breaks a rule
     */
    public ReadExtract readJson(InputStream json) {
        Map<ExtractTable, List<String>> ignoredColumns = new EnumMap<>(ExtractTable.class);
        Map<ExtractTable, RowBuffer> tables = ExtractJson.read(json, ignoredColumns);
        checkRequired(tables.keySet());
        return result(RowBuffer.takeIn(tables), ignoredColumns);
    }

    /**
     * Reads JDBC result sets, one a table, to their ends; they stay open. Column labels are the columns, in any case;
     * {@code NULL} is an absent value, a time stamp at midnight a day. The line of a row that is set aside is its number
     * in its result set.
     *
     * @throws ExtractException if a required table or column is missing, a column label stands twice, a row is of over 1
     *     MiB, a result set cannot be read; and, of a strict reader, a row breaks a rule
     */
    public ReadExtract readResultSets(Map<ExtractTable, ResultSet> tables) {
        checkRequired(tables.keySet());
        Map<ExtractTable, TableIntake> complete = new EnumMap<>(ExtractTable.class);
        Map<ExtractTable, List<String>> ignoredColumns = new EnumMap<>(ExtractTable.class);
        new TreeMap<>(tables).forEach((table, rows) -> {
            TableIntake intake = new TableIntake(table, complete);
            ignoredColumns.put(table, ResultSetRows.read(table, rows, intake));
            intake.complete();
            complete.put(table, intake);
        });
        return result(complete, ignoredColumns);
    }

    private static void checkRequired(Set<ExtractTable> tables) {
        String missing = Arrays.stream(ExtractTable.values())
                .filter(table -> table.required() && !tables.contains(table))
                .map(ExtractTable::fileName)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ExtractException("Cannot read the extract: required tables are missing: " + missing);
        }
    }

    private ReadExtract result(
            Map<ExtractTable, TableIntake> complete, Map<ExtractTable, List<String>> ignoredColumns) {
        if (strict
                && complete.values().stream().anyMatch(table -> table.setAside().size() > 0)) {
            throw new ExtractException("Cannot read the extract: " + SetAsideLog.summary(complete.values()));
        }
        return ReadExtract.of(complete, ignoredColumns);
    }
}
