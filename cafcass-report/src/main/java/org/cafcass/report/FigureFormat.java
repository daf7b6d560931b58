package org.cafcass.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cafcass.metrics.Figure;

/** The forms in which figures are written. */
public enum FigureFormat {
    /**
     * One row a figure: {@code measure,unit,period_start,period_end,breakdown,value,numerator,denominator,lower,upper,status}; numbers
     * are plain decimals, the shortest that read back, and a text that a spreadsheet would run as a formula begins with an apostrophe.
     */
    CSV("figures.csv"),
    /** An array of objects with the names of the CSV columns, the breakdown an object, and the conventions. */
    JSON("figures.json"),
    /** A table for a terminal, values rounded half up to the decimals of their measure, each beside the one it is compared with. */
    TABLE("figures.txt");

    private final String fileName;

    FigureFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The format as it is named: {@code csv}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of a file of this format. */
    public String fileName() {
        return fileName;
    }

    /**
     * Writes figures in the order of {@link Figure#ORDER}; as CSV and JSON those of the other period are rows like the rest.
     *
     * @param figures the figures
     * @param previous the figures of the period that they are compared with; none for no comparison
     * @param to where to
     * @throws IOException if it cannot be written to
     * @throws IllegalArgumentException if figures by other conventions than the default are to be CSV, which has no place to say so
     */
    public void write(List<Figure> figures, List<Figure> previous, Appendable to) throws IOException {
        switch (this) {
            case CSV -> FiguresCsv.write(together(figures, previous), to);
            case JSON -> FiguresJson.write(together(figures, previous), to);
            case TABLE ->
                to.append(FiguresTable.of(figures.stream().sorted(Figure.ORDER).toList(), previous));
        }
    }

    private static List<Figure> together(List<Figure> figures, List<Figure> previous) {
        return merged(
                figures.stream().sorted(Figure.ORDER).toList(),
                previous.stream().sorted(Figure.ORDER).toList());
    }

    /** Two lists in order as one: the order costs more to tell than the figures to move. */
    static List<Figure> merged(List<Figure> first, List<Figure> second) {
        List<Figure> merged = new ArrayList<>(first.size() + second.size());
        int next = 0;
        for (Figure figure : first) {
            while (next < second.size() && Figure.ORDER.compare(second.get(next), figure) < 0) {
                merged.add(second.get(next++));
            }
            merged.add(figure);
        }
        merged.addAll(second.subList(next, second.size()));
        return merged;
    }
}
