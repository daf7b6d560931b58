package org.cafcass.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.extract.SetAsideRow;
import org.cafcass.model.extract.SetAsideWriter;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Row;
import org.cafcass.report.TextTable.Side;

/**
 * A board pack: the figures of a period as a folder of files, the same bytes for the same input.
 *
 * <ul>
 *   <li>{@code figures.csv} and {@code figures.json}: every measure for the whole, by each single breakdown that it has, and counts by
 *       area and law; also those of the period that it is compared with
 *   <li>{@code set-aside.csv}: the rows of the extract that count in no figure
 *   <li>{@code pack.html} and {@code pack.md}: what a board reads
 * </ul>
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class BoardPack {
    private final ReportingPeriod reporting;
    private final PackFigures figures;
    private final Optional<PackFigures> before;
    private final List<SetAsideRow> setAside;
    private final PackContents contents;

    private BoardPack(
            MetricsEngine engine,
            Collection<Measure> measures,
            ReportingPeriod reporting,
            Optional<ReportingPeriod> comparedWith,
            List<SetAsideRow> setAside) {
        this.reporting = reporting;
        this.figures = PackFigures.of(engine, measures, reporting);
        this.before = comparedWith.map(previous -> PackFigures.of(engine, measures, previous));
        this.setAside = setAside;
        String beforeInWords =
                comparedWith.filter(reporting.previousYear()::equals).isPresent() ? "Last year" : "Period before";
        this.contents = new PackContents(figures, before, beforeInWords, engine, reporting.asAt(), setAside);
    }

    /**
     * Works out a board pack.
     *
     * @param engine over the extract
     * @param measures the measures that its figures are of
     * @param reporting what it is about
     * @param comparedWith what its figures are compared with; empty for nothing
     * @param setAside the rows of the extract that were set aside
     */
    public static BoardPack of(
            MetricsEngine engine,
            Collection<Measure> measures,
            ReportingPeriod reporting,
            Optional<ReportingPeriod> comparedWith,
            List<SetAsideRow> setAside) {
        return new BoardPack(
                engine,
                List.copyOf(measures),
                Objects.requireNonNull(reporting, "reporting"),
                Objects.requireNonNull(comparedWith, "comparedWith"),
                Objects.requireNonNull(setAside, "setAside"));
    }

    /** The figures of the period, in the order of {@link Figure#ORDER}. */
    public List<Figure> figures() {
        return figures.all();
    }

    /** The figures of the period that it is compared with; none without one. */
    public List<Figure> previousFigures() {
        return before.map(PackFigures::all).orElse(List.of());
    }

    /** The headlines as lines of text, for a terminal. */
    public String headlines() {
        PackTable headlines = contents.headlines();
        List<Side> sides = new ArrayList<>(List.of(Side.LEFT));
        if (!headlines.rows().isEmpty()) {
            headlines.rows().get(0).cells().forEach(cell -> sides.add(cell.isNumber() ? Side.RIGHT : Side.LEFT));
        }
        TextTable text = new TextTable(sides.toArray(Side[]::new));
        text.line(title());
        text.line(about());
        text.row(headlines.headings().stream().map(PackTable.Heading::text).toArray(String[]::new));
        for (Row row : headlines.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.label()));
            row.cells().stream().map(Cell::text).forEach(cells::add);
            text.row(cells.toArray(String[]::new));
        }
        return text.text();
    }

    /**
     * Writes the files into a folder, which is made where there is none; files of these names are replaced.
     *
     * @throws IOException if one cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (FigureFormat format : List.of(FigureFormat.CSV, FigureFormat.JSON)) {
            try (BufferedWriter writer = writer(folder, format.fileName())) {
                format.write(figures(), previousFigures(), writer);
            }
        }
        SetAsideWriter.write(setAside, folder.resolve("set-aside.csv"));
        List<PackSection> sections = contents.sections();
        try (BufferedWriter writer = writer(folder, "pack.md")) {
            writer.write(PackMarkdown.of(title(), about(), sections));
        }
        try (BufferedWriter writer = writer(folder, "pack.html")) {
            writer.write(PackHtml.of(title(), about(), sections, figures.measures()));
        }
    }

    private static BufferedWriter writer(Path folder, String fileName) throws IOException {
        return Files.newBufferedWriter(folder.resolve(fileName), StandardCharsets.UTF_8);
    }

    private String title() {
        return "Board pack as at " + Shown.day(reporting.asAt());
    }

    private String about() {
        return "Open cases and other stocks are as at " + Shown.day(reporting.asAt()) + ", other figures over "
                + Shown.days(reporting.period()) + ".";
    }
}
