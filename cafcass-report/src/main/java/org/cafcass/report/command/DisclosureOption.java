package org.cafcass.report.command;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
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

    /** The figures, and those that they are compared with, as they may be shown together. */
    List<List<Figure>> shown(Records records, List<Figure> figures, List<Figure> previous) {
        if (!isForPublication()) {
            return List.of(figures, previous);
        }
        List<Figure> together = new ArrayList<>(figures);
        together.addAll(previous);
        List<Figure> published = DisclosureControl.of(records.extract().areas()).publish(together);
        return List.of(published.subList(0, figures.size()), published.subList(figures.size(), published.size()));
    }
}
