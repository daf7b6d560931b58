package org.cafcass.report;

import static org.cafcass.report.TextTable.Side.LEFT;
import static org.cafcass.report.TextTable.Side.RIGHT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Movement;
import org.cafcass.metrics.SurveyBand;
import org.jspecify.annotations.Nullable;

/** Figures as a table for a terminal, each measure under its name, beside those that they are compared with. */
final class FiguresTable {
    private FiguresTable() {}

    static String of(List<Figure> figures, List<Figure> previous) {
        Map<Part, Figure> before = new HashMap<>();
        previous.forEach(figure -> before.put(Part.of(figure), figure));
        TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, LEFT);
        table.row("", "value", "95% limits", "previous", "change", "", "direction", "");
        Measure measure = null;
        for (Figure figure : figures) {
            if (figure.measure() != measure) {
                measure = figure.measure();
                table.line(measure.name() + " (" + measure.unit() + "), " + (measure.isStock() ? "as at " : "")
                        + Shown.days(figure.period()));
            }
            row(table, figure, before.get(Part.of(figure)));
        }
        return table.text();
    }

    private static void row(TextTable table, Figure figure, @Nullable Figure before) {
        Optional<Comparison> comparison = Optional.ofNullable(before).map(previous -> new Comparison(figure, previous));
        table.row(
                "  " + (figure.breakdown().isWhole() ? "whole" : figure.breakdown()),
                value(figure),
                Shown.limits(figure),
                before == null ? "" : value(before),
                comparison.map(Shown::change).orElse(""),
                comparison
                        .map(Comparison::changePercent)
                        .map(Shown::signedPercent)
                        .orElse(""),
                comparison.flatMap(Comparison::movement).map(Movement::code).orElse(""),
                figure.explanation()
                        .or(() -> SurveyBand.of(figure).map(SurveyBand::code))
                        .orElse(""));
    }

    /* The value, else the status, as it is in the other formats. */
    private static String value(Figure figure) {
        return figure.value().isPresent()
                ? Shown.value(figure)
                : figure.status().code().replace('_', ' ');
    }

    private record Part(Measure measure, Breakdown breakdown) {
        static Part of(Figure figure) {
            return new Part(figure.measure(), figure.breakdown());
        }
    }
}
