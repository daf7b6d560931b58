package org.cafcass.report.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.WrittenFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that says whether figures are to be published. */
final class DisclosureOption {
    private static final String NONE = "none";
    private static final String PUBLISH = "publish";

    @Option(
            names = "--disclosure",
            paramLabel = "CONTROL",
            description = "none (the default) or publish: hide counts of 1 to 5, and what gives them away.")
    private String control = NONE;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description =
                    "With --disclosure publish: figures.csv as published before; what a reader who has it could work out is hidden"
                            + " too. Repeatable.")
    private List<Path> published = new ArrayList<>();

    boolean isForPublication() {
        if (!control.equals(NONE) && !control.equals(PUBLISH)) {
            throw new CommandException("Invalid disclosure control: " + control + " (none, publish)");
        }
        if (control.equals(NONE) && !published.isEmpty()) {
            throw new CommandException("Cannot use --published: it needs --disclosure publish");
        }
        return control.equals(PUBLISH);
    }

    /** The figures that were published before. */
    List<Figure> earlier(Collection<Measure> measures) {
        return published.stream()
                .flatMap(file -> FigureFile.read(file, text -> WrittenFigures.read(text, measures)).stream())
                .toList();
    }

    /** The figures, and those that they are compared with, as they may be shown together; says where no proof was found that they may. */
    List<List<Figure>> shown(
            MetricsEngine engine,
            List<Figure> figures,
            List<Figure> previous,
            Collection<Measure> measures,
            @Nullable CommandSpec spec) {
        if (!isForPublication()) {
            return List.of(figures, previous);
        }
        List<Figure> together = new ArrayList<>(figures);
        together.addAll(previous);
        DisclosureControl.Publication publication =
                DisclosureControl.of(engine).publication(together, earlier(measures));
        Output.tellOfFiguresNotProven(publication.exposed(), spec);
        List<Figure> published = publication.figures();
        return List.of(published.subList(0, figures.size()), published.subList(figures.size(), published.size()));
    }
}
