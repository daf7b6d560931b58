package org.cafcass.metrics;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads figures from the CSV that a board pack and the command {@code figures} write: {@code figures.csv}.
 *
 * <p>The columns are {@link #COLUMNS}, in that order. CSV carries the default conventions only, so that is what the figures have.
 */
public final class WrittenFigures {
    /** The columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "measure",
            "unit",
            "period_start",
            "period_end",
            "breakdown",
            "value",
            "numerator",
            "denominator",
            "lower",
            "upper",
            "status");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?");

    private WrittenFigures() {}

    /** Whether a text begins with the header of such a file. */
    public static boolean isHeader(String firstLine) {
        return withoutByteOrderMark(firstLine).strip().equals(String.join(",", COLUMNS));
    }

    /**
     * Reads figures, in row order; a header without rows gives none.
     *
     * @param text the CSV
     * @param measures the measures that they may be of
     * @throws IllegalArgumentException if the header is another, a row has more or fewer cells, a cell is not what its column has, a
     *     measure is unknown or has another unit, or a figure stands twice; the message names the line
     */
    public static List<Figure> read(String text, Collection<Measure> measures) {
        Map<String, Measure> byName =
                measures.stream().collect(Collectors.toMap(Measure::name, Function.identity(), (one, same) -> one));
        Map<List<String>, Figure> figures = new LinkedHashMap<>();
        boolean isHeader = true;
        try (Reader reader = new StringReader(withoutByteOrderMark(text))) {
            for (CsvRecord row : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(reader)) {
                if (isHeader) {
                    if (!row.getFields().equals(COLUMNS)) {
                        throw invalid(row, "the header is not " + String.join(",", COLUMNS));
                    }
                    isHeader = false;
                } else {
                    List<String> key = List.copyOf(row.getFields().subList(0, Math.min(5, row.getFieldCount())));
                    if (figures.putIfAbsent(key, figure(row, byName)) != null) {
                        throw invalid(row, "this figure stands twice");
                    }
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("no CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isHeader) {
            throw new IllegalArgumentException("no header: the file is empty");
        }
        return List.copyOf(figures.values());
    }

    private static Figure figure(CsvRecord row, Map<String, Measure> byName) {
        if (row.getFieldCount() != COLUMNS.size()) {
            throw invalid(row, row.getFieldCount() + " cells, the header has " + COLUMNS.size());
        }
        Measure measure = byName.get(row.getField(0));
        if (measure == null) {
            throw invalid(row, NearestName.unknown("measure", row.getField(0), byName.keySet()));
        }
        if (!row.getField(1).equals(measure.unit())) {
            throw invalid(row, "unit: " + row.getField(1) + ", but " + measure + " is in " + measure.unit());
        }
        try {
            return Figure.builder()
                    .measure(measure)
                    .period(new Period(day(row, 2), day(row, 3)))
                    .breakdown(Breakdown.parse(row.getField(4)))
                    .value(number(row, 5))
                    .numerator(number(row, 6))
                    .denominator(number(row, 7))
                    .lower(number(row, 8))
                    .upper(number(row, 9))
                    .status(status(row.getField(10)))
                    .conventions(Conventions.DEFAULT)
                    .build();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(row, requireNonNull(e.getMessage()));
        }
    }

    private static LocalDate day(CsvRecord row, int column) {
        String text = row.getField(column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(COLUMNS.get(column) + ": not a day: " + text, e);
        }
    }

    private static OptionalDouble number(CsvRecord row, int column) {
        String text = row.getField(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(COLUMNS.get(column) + ": not a number: " + text);
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    private static FigureStatus status(String text) {
        return Arrays.stream(FigureStatus.values())
                .filter(status -> status.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status: " + text + " ("
                        + Arrays.stream(FigureStatus.values())
                                .map(FigureStatus::code)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static IllegalArgumentException invalid(CsvRecord row, String reason) {
        return new IllegalArgumentException("line " + row.getStartingLineNumber() + ": " + reason);
    }
}
