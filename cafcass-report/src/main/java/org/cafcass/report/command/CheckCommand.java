package org.cafcass.report.command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cafcass.metrics.FiguresCheck;
import org.cafcass.metrics.WrittenFigures;
import org.cafcass.metrics.published.CheckedFigure;
import org.cafcass.metrics.published.PublishedFigures;
import org.cafcass.metrics.published.PublishedFiguresCheck;
import org.cafcass.metrics.published.Verdict;
import org.cafcass.report.FigureFormat;
import org.cafcass.report.Listing;
import org.cafcass.report.Listings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks published figures, and says of each whether it can be true as printed. */
@Command(
        name = "check",
        description = "Checks published figures: consistent, inconsistent, implausible or undetermined.",
        footer = {"", "Exit status 1 when a figure is inconsistent or implausible."})
final class CheckCommand implements Callable<Integer> {
    private static final String NAME = "checked-figures";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            required = true,
            description = "The figures as CSV: id, document, as_at_or_period, measure, breakdown, unit, value,"
                    + " compared_with, previous, change, change_percent; or a pack's own figures.csv.")
    private Path figures = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (the default), json or table.")
    private String format = FigureFormat.CSV.code();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to, instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        FigureFormat asked = Output.format(format);
        List<CheckedFigure> checked = checked();
        Listing listing = new Listing(NAME, "id", "verdict", "finding");
        checked.forEach(figure -> listing.row(figure.id(), figure.verdict(), figure.finding()));
        Path folder = out;
        if (folder == null) {
            write(listing, asked, Output.of(spec));
        } else {
            String file = NAME + "." + (asked == FigureFormat.TABLE ? "txt" : asked.code());
            Folders.write(folder, file, to -> write(listing, asked, to));
            Output.of(spec).println("Wrote " + folder.resolve(file));
        }
        return checked.stream().anyMatch(CheckCommand::isFinding) ? CafcassCommand.FINDINGS : 0;
    }

    private List<CheckedFigure> checked() {
        return FigureFile.read(figures, text -> {
            if (WrittenFigures.isHeader(text.lines().findFirst().orElse(""))) {
                return FiguresCheck.check(WrittenFigures.read(text, MeasureOptions.ofShippedScheme()));
            }
            return PublishedFiguresCheck.check(PublishedFigures.read(new StringReader(text)));
        });
    }

    private static boolean isFinding(CheckedFigure figure) {
        return figure.verdict() == Verdict.INCONSISTENT || figure.verdict() == Verdict.IMPLAUSIBLE;
    }

    private static void write(Listing listing, FigureFormat format, Appendable to) throws IOException {
        switch (format) {
            case CSV -> listing.writeCsv(to);
            case JSON -> {
                Listings listings = new Listings();
                listings.add(listing);
                listings.writeJson(to);
            }
            case TABLE -> to.append(listing.table());
        }
    }
}
