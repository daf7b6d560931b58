package org.cafcass.report.command;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
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

    boolean isForPublication() {
        if (!control.equals(NONE) && !control.equals(PUBLISH)) {
            throw new CommandException("Invalid disclosure control: " + control + " (none, publish)");
        }
        return control.equals(PUBLISH);
    }

    /** The figures, and those that they are compared with, as they may be shown together; says where no proof was found that they may. */
    List<List<Figure>> shown(Records records, List<Figure> figures, List<Figure> previous, @Nullable CommandSpec spec) {
        if (!isForPublication()) {
            return List.of(figures, previous);
        }
        List<Figure> together = new ArrayList<>(figures);
        together.addAll(previous);
        DisclosureControl.Publication publication =
                DisclosureControl.of(records.extract().areas()).publication(together, List.of());
        Output.tellOfFiguresNotProven(publication.exposed(), spec);
        List<Figure> published = publication.figures();
        return List.of(published.subList(0, figures.size()), published.subList(figures.size(), published.size()));
    }
}
