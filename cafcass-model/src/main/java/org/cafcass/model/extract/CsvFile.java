package org.cafcass.model.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The file of one table: which it is, and how its rows go into the table. */
final class CsvFile {
    private static final String PLAIN = ".csv";
    private static final String GZIPPED = ".csv.gz";

    private static final long UNKNOWN = 0;
    private static final int ROWS_BEFORE_ESTIMATE = 10_000;
    private static final long MOST_ROWS_EXPECTED = 100_000_000;

    private final String name;
    private final long size;
    private final Opening opening;

    /** How a file is opened. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** A file whose size isn't known before it is read. */
    CsvFile(String name, Opening opening) {
        this(name, UNKNOWN, opening);
    }

    private CsvFile(String name, long size, Opening opening) {
        this.name = name;
        this.size = size;
        this.opening = opening;
    }

    /**
     * The files of the tables in a folder.
     *
     * @throws ExtractException if it is no folder or may not be read, a table has two files, or a required one has none
     */
    static Map<ExtractTable, CsvFile> in(Path folder) {
        if (!Files.exists(folder)) {
            throw new ExtractException("Cannot read " + ExtractException.name(folder) + ": no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new ExtractException("Cannot read " + ExtractException.name(folder) + ": not a folder");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new ExtractException("Cannot read " + ExtractException.name(folder) + ": access denied");
        }
        Map<ExtractTable, CsvFile> files = new EnumMap<>(ExtractTable.class);
        List<String> missing = new ArrayList<>();
        for (ExtractTable table : ExtractTable.values()) {
            Path plain = folder.resolve(plainName(table));
            Path gzipped = folder.resolve(gzippedName(table));
            if (Files.exists(plain) && Files.exists(gzipped)) {
                throw new ExtractException("Cannot read " + table.fileName() + ": both " + plainName(table) + " and "
                        + gzippedName(table));
            }
            if (Files.exists(plain)) {
                files.put(table, new CsvFile(plainName(table), size(plain), () -> open(plain)));
            } else if (Files.exists(gzipped)) {
                files.put(table, new CsvFile(gzippedName(table), () -> gunzip(gzipped)));
            } else if (table.required()) {
                missing.add(plainName(table));
            }
        }
        if (!missing.isEmpty()) {
            throw new ExtractException("Cannot read " + ExtractException.name(folder) + ": required files are missing: "
                    + String.join(", ", missing));
        }
        return files;
    }

    static String plainName(ExtractTable table) {
        return table.fileName() + PLAIN;
    }

    static String gzippedName(ExtractTable table) {
        return table.fileName() + GZIPPED;
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        return Files.newInputStream(file);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static InputStream gunzip(Path file) throws IOException {
        return new GzipContent(open(file));
    }

    /**
     * Takes the file's rows into the table; returns the names of the columns that were ignored.
     *
     * @throws ExtractException if the file cannot be read
     */
    List<String> read(ExtractTable table, TableIntake intake) {
        try (InputStream in = opening.open()) {
            CsvRows rows = new CsvRows(in, name);
            List<String> header = readHeader(table, rows);
            Cells cells = Cells.ofFile(table, header);
            long read = 0;
            boolean expecting = size == UNKNOWN;
            while (rows.next(cells)) {
                read += cells.rows();
                if (!expecting && read >= ROWS_BEFORE_ESTIMATE) {
                    intake.expect(expected(rows.position(), read));
                    expecting = true;
                }
                intake.take(cells);
            }
            return header.stream()
                    .filter(column -> table.column(column).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw ExtractException.cannotRead(name, e);
        }
    }

    /* By the rows so far, and a sixteenth more. */
    private int expected(long position, long rows) {
        long expected = Math.max(0, size - position) / (position / rows) + rows;
        return (int) Math.min(expected + (expected >> 4), MOST_ROWS_EXPECTED);
    }

    private List<String> readHeader(ExtractTable table, CsvRows rows) throws IOException {
        List<String> names = new ArrayList<>();
        if (rows.next()) {
            for (int i = 0; i < rows.cells(); i++) {
                names.add(rows.text(i));
            }
        }
        checkNoneTwice(table, names);
        String missing = table.columns().stream()
                .filter(column -> column.required() && !names.contains(column.name()))
                .map(ExtractColumn::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ExtractException("Cannot read " + name + ": required columns are missing: " + missing);
        }
        return names;
    }

    /* A name that isn't the table's own stays out of the message: the first line may be no header but a row. */
    private void checkNoneTwice(ExtractTable table, List<String> names) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer before = first.putIfAbsent(names.get(i), i);
            if (before != null) {
                String which = table.column(names.get(i))
                        .map(column -> " (" + column.name() + ")")
                        .orElse("");
                throw new ExtractException("Cannot read " + name + ": columns " + (before + 1) + " and " + (i + 1)
                        + " have the same name" + which);
            }
        }
    }
}
