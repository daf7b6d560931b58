package org.cafcass.metrics.published;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads published figures from CSV (RFC 4180, UTF-8) with the columns {@code id}, {@code document}, {@code
 * as_at_or_period}, {@code measure}, {@code breakdown}, {@code unit}, {@code value}, {@code compared_with}, {@code
 * previous}, {@code change}, {@code change_percent}, in any order.
 *
 * <p>Other columns are ignored; so is {@code note}, a reader's remark that is no evidence.
 */
public final class PublishedFigures {
    private static final List<String> COLUMNS = List.of(
            "id",
            "document",
            "as_at_or_period",
            "measure",
            "breakdown",
            "unit",
            "value",
            "compared_with",
            "previous",
            "change",
            "change_percent");

    private PublishedFigures() {}

    /**
     * Reads the figures of a file, in row order.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #read(Reader)}
     */
    public static List<PublishedFigure> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /**
     * Reads figures, in row order; a header without rows gives none.
     *
     * @throws IOException if the text cannot be read
     * @throws IllegalArgumentException if a column is missing or stands twice, a row has more or fewer cells than the header, an
     *     id is missing or stands twice, or a cell is no number as {@link PublishedFigure} has them; the message names the line
     */
    public static List<PublishedFigure> read(Reader text) throws IOException {
        Map<String, PublishedFigure> figures = new LinkedHashMap<>();
        Optional<List<String>> header = Optional.empty();
        try {
            for (CsvRecord row : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(withoutByteOrderMark(text))) {
                if (header.isEmpty()) {
                    header = Optional.of(header(row));
                    continue;
                }
                PublishedFigure figure = figure(row, header.get());
                if (figures.putIfAbsent(figure.id(), figure) != null) {
                    throw invalid(row, "the id " + figure.id() + " stands twice");
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("no CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw requireNonNull(e.getCause());
        }
        if (header.isEmpty()) {
            throw new IllegalArgumentException("no header: the file is empty");
        }
        return List.copyOf(figures.values());
    }

    private static List<String> header(CsvRecord row) {
        List<String> header = row.getFields().stream().map(String::strip).toList();
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw new IllegalArgumentException("no column " + column);
            }
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw new IllegalArgumentException("the column " + column + " stands twice");
            }
        }
        return header;
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    private static PublishedFigure figure(CsvRecord row, List<String> header) {
        if (row.getFieldCount() != header.size()) {
            throw invalid(row, row.getFieldCount() + " cells, the header has " + header.size());
        }
        List<String> cells = COLUMNS.stream()
                .map(column -> row.getField(header.indexOf(column)).strip())
                .toList();
        try {
            PublishedFigure figure = new PublishedFigure(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9),
                    cells.get(10));
            Quantity.of(0, figure);
            return figure;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + row.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException invalid(CsvRecord row, String reason) {
        return new IllegalArgumentException("line " + row.getStartingLineNumber() + ": " + reason);
    }
}
