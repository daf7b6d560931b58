package org.cafcass.model.extract;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
     * cases.csv.gz}), in one pass a file.
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
        Map<ExtractTable, TableIntake> complete = new EnumMap<>(ExtractTable.class);
        Map<ExtractTable, List<String>> ignoredColumns = new EnumMap<>(ExtractTable.class);
        files.forEach((table, file) -> {
            TableIntake intake = new TableIntake(table, complete);
            ignoredColumns.put(table, file.read(table, intake));
            intake.complete();
            complete.put(table, intake);
            LOG.debug(
                    "Read {}: {} rows, {} set aside",
                    file.name(),
                    intake.rows(),
                    intake.setAside().size());
        });
        return result(complete, ignoredColumns);
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
