package org.cafcass.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
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
 *       area and law; also those of the period that it is compared with, where that was asked for
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
    private final boolean filesHoldBefore;
    private final List<Figure> notProven;
    private final List<SetAsideRow> setAside;
    private final PackTable headlines;
    private final List<PackSection> sections;
    private final PackDefinitions definitions;
    private final boolean isPublished;

    private BoardPack(Builder builder) {
        this.reporting = builder.reporting;
        List<ReportingPeriod> months = PackContents.months(reporting.asAt());
        ReportingPeriod changesFrom = builder.comparedWith.orElseGet(reporting::previousYear);
        /* Months by area would hide much of what is published. */
        List<ReportingPeriod> monthsRated = builder.published ? List.of() : months;
        List<YearMonth> monthsWatched = builder.published ? List.of() : PackPrioritisation.months(reporting.asAt());
        MetricsEngine engine = builder.engine.keeping();
        List<List<Figure>> parts = workedOut(List.of(
                () -> PackFigures.figures(engine, builder.measures, reporting),
                () -> builder.comparedWith
                        .map(previous -> PackFigures.figures(engine, builder.measures, previous))
                        .orElse(List.of()),
                () -> PackContents.trends(engine, builder.measures, months),
                () -> PackScorecards.figures(engine, builder.measures, reporting, changesFrom, monthsRated),
                () -> PackPrioritisation.figures(engine, builder.measures, monthsWatched),
                () -> PackContents.varying(engine, builder.measures, reporting)));
        if (builder.published) {
            /* What is published together is protected together: a figure of one part may give away that of another. */
            DisclosureControl.Publication publication = DisclosureControl.of(builder.engine)
                    .publication(parts.stream().flatMap(List::stream).toList(), builder.earlier);
            parts = cut(publication.figures(), parts);
            this.notProven = publication.exposed();
        } else {
            this.notProven = List.of();
        }
        this.figures = new PackFigures(builder.measures, parts.get(0));
        this.before = builder.comparedWith.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackFigures(builder.measures, parts.get(1)));
        this.filesHoldBefore = builder.filesHoldBefore;
        this.setAside = builder.published ? withoutValues(builder.setAside) : builder.setAside;
        String beforeInWords =
                builder.comparedWith.filter(reporting.previousYear()::equals).isPresent()
                        ? PackContents.LAST_YEAR
                        : "Period before";
        PartNames names = new PartNames(builder.engine.extract().areas());
        PackScorecards scorecards = new PackScorecards(
                parts.get(3),
                reporting,
                changesFrom,
                monthsRated,
                before.map(figuresBefore -> beforeInWords),
                builder.engine.extract(),
                names);
        PackContents contents = new PackContents(
                figures,
                before,
                beforeInWords,
                parts.get(2),
                parts.get(5),
                scorecards,
                new PackPrioritisation(parts.get(4), builder.measures, monthsWatched, names),
                names,
                setAside);
        this.headlines = contents.headlines();
        this.sections = contents.sections();
        Set<Measure> measures = new LinkedHashSet<>(figures.measures());
        measures.addAll(scorecards.measures());
        this.definitions = PackDefinitions.of(sections, measures, builder.engine.calendar(), reporting.period());
        this.isPublished = builder.published;
    }

    /* Side by side, since none needs another; of several faults the first part's is told, so that it is always the same. */
    private static List<List<Figure>> workedOut(List<Supplier<List<Figure>>> parts) {
        List<Supplier<List<Figure>>> tried =
                parts.parallelStream().map(BoardPack::tried).toList();
        return tried.stream().map(Supplier::get).toList();
    }

    private static Supplier<List<Figure>> tried(Supplier<List<Figure>> part) {
        try {
            List<Figure> figures = part.get();
            return () -> figures;
        } catch (RuntimeException fault) {
            return () -> {
                throw fault;
            };
        }
    }

    private static List<List<Figure>> cut(List<Figure> together, List<List<Figure>> likeThese) {
        List<List<Figure>> parts = new ArrayList<>();
        int from = 0;
        for (List<Figure> part : likeThese) {
            parts.add(together.subList(from, from + part.size()));
            from += part.size();
        }
        return parts;
    }

    private static List<SetAsideRow> withoutValues(List<SetAsideRow> rows) {
        return rows.stream()
                .map(row -> new SetAsideRow(row.table(), row.line(), row.column(), "", row.reason()))
                .toList();
    }

    /**
     * Begins a board pack of every measure that is no scheme's, compared with nothing.
     *
     * @param engine over the extract
     * @param reporting what the pack is about
     */
    public static Builder builder(MetricsEngine engine, ReportingPeriod reporting) {
        return new Builder(engine, reporting);
    }

    /** A board pack in the making. */
    public static final class Builder {
        private final MetricsEngine engine;
        private final ReportingPeriod reporting;
        private Collection<Measure> measures = Measures.all();
        private Optional<ReportingPeriod> comparedWith = Optional.empty();
        private boolean filesHoldBefore;
        private List<SetAsideRow> setAside = List.of();
        private boolean published;
        private List<Figure> earlier = List.of();

        private Builder(MetricsEngine engine, ReportingPeriod reporting) {
            this.engine = Objects.requireNonNull(engine, "engine");
            this.reporting = Objects.requireNonNull(reporting, "reporting");
        }

        /** The measures that its figures are of. */
        public Builder measures(Collection<Measure> those) {
            measures = List.copyOf(those);
            return this;
        }

        /** What its figures are compared with; the files of figures hold those of that period too. */
        public Builder comparedWith(ReportingPeriod previous) {
            shownBeside(previous);
            filesHoldBefore = true;
            return this;
        }

        /** What its pages show its figures beside; the files of figures hold those of its own period alone. */
        public Builder shownBeside(ReportingPeriod previous) {
            comparedWith = Optional.of(previous);
            return this;
        }

        /** The rows of the extract that were set aside. */
        public Builder setAside(List<SetAsideRow> rows) {
            setAside = Objects.requireNonNull(rows, "rows");
            return this;
        }

        /** Puts it under disclosure control, as what is published must be; the values of rows set aside are left out too. */
        public Builder published() {
            return published(List.of());
        }

        /** As {@link #published()}, for readers who have figures that were published before. */
        public Builder published(List<Figure> publishedBefore) {
            published = true;
            earlier = List.copyOf(publishedBefore);
            return this;
        }

        /** Works out the figures, part by part, on the common threads of the JVM; what comes out does not depend on their number. */
        public BoardPack build() {
            return new BoardPack(this);
        }
    }

    /** The figures of the period, in the order of {@link Figure#ORDER}. */
    public List<Figure> figures() {
        return figures.all();
    }

    /** The figures of the period that it is compared with; none without one. */
    public List<Figure> previousFigures() {
        return before.map(PackFigures::all).orElse(List.of());
    }

    /** The figures of a published pack that are hidden, but for which no proof was found that nothing gives them away; none of any other. */
    public List<Figure> notProvenToBeProtected() {
        return notProven;
    }

    /** The headlines as lines of text, for a terminal. */
    public String headlines() {
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
        List<Writing> files = List.of(
                () -> writeFigures(FigureFormat.JSON, folder),
                () -> Files.writeString(folder.resolve("pack.html"), html()),
                () -> writeFigures(FigureFormat.CSV, folder),
                () -> Files.writeString(folder.resolve("pack.md"), markdown()),
                () -> SetAsideWriter.write(setAside, folder.resolve("set-aside.csv")));
        List<Optional<IOException>> faults =
                files.parallelStream().map(Writing::tried).toList();
        for (Optional<IOException> fault : faults) {
            if (fault.isPresent()) {
                throw fault.get();
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;

        default Optional<IOException> tried() {
            try {
                write();
                return Optional.empty();
            } catch (IOException fault) {
                return Optional.of(fault);
            }
        }
    }

    private void writeFigures(FigureFormat format, Path folder) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(format.fileName()))) {
            format.write(figures(), filesHoldBefore ? previousFigures() : List.of(), writer);
        }
    }

    /** The pack in Markdown. */
    public String markdown() {
        return PackMarkdown.of(title(), about(), sections, definitions);
    }

    /** The pack as one HTML page that needs no script and no other file. */
    public String html() {
        return PackHtml.of(title(), about(), sections, definitions);
    }

    private String title() {
        return "Board pack as at " + Shown.day(reporting.asAt());
    }

    private String about() {
        return "Open cases and other stocks are as at " + Shown.day(reporting.asAt()) + ", other figures over "
                + Shown.days(reporting.period()) + "."
                + (isPublished ? " Counts of 1 to 5, and what would give them away, are suppressed." : "");
    }
}
