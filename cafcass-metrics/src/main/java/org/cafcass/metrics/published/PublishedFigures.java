package org.cafcass.metrics.published;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
     * Reads figures, in row order; a text without rows gives none.
     *
     * @throws IOException if the text cannot be read
     * @throws IllegalArgumentException if a column is missing, a row has more or fewer cells than the header, or an id is
     *     missing or stands twice; the message names the line
     */
    public static List<PublishedFigure> read(Reader text) throws IOException {
        List<PublishedFigure> figures = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try {
            for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(withoutByteOrderMark(text))) {
                PublishedFigure figure = figure(row);
                if (!ids.add(figure.id())) {
                    throw invalid(row, "the id " + figure.id() + " stands twice");
                }
                figures.add(figure);
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("Cannot read published figures: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            IOException cause = requireNonNull(e.getCause());
            throw new IOException("Cannot read published figures: " + cause.getMessage(), e);
        }
        return List.copyOf(figures);
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    private static PublishedFigure figure(NamedCsvRecord row) {
        List<String> cells = new ArrayList<>();
        for (String column : COLUMNS) {
            cells.add(row.findField(column)
                    .orElseThrow(() -> invalid(row, "no column " + column))
                    .strip());
        }
        if (cells.get(0).isEmpty()) {
            throw invalid(row, "no id");
        }
        return new PublishedFigure(
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
    }

    private static IllegalArgumentException invalid(NamedCsvRecord row, String reason) {
        return new IllegalArgumentException(
                "Cannot read published figures: line " + row.getStartingLineNumber() + ": " + reason);
    }
}
