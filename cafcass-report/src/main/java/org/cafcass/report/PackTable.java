package org.cafcass.report;

import java.util.List;
import java.util.Optional;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Movement;

/**
 * A table of a board pack, whatever the form that it is written in.
 *
 * @param caption what it shows
 * @param headings one a column, that of the row labels first
 * @param rows the rows
 */
record PackTable(String caption, List<Heading> headings, List<Row> rows) {
    /**
     * What stands above a column.
     *
     * @param text the words
     * @param defined the name under which the definition of the column's figures stands, where it has one
     */
    record Heading(String text, Optional<String> defined) {
        static Heading of(String text) {
            return new Heading(text, Optional.empty());
        }

        static Heading of(Measure measure) {
            return new Heading(measure.title() + " (" + measure.unit() + ")", Optional.of(measure.name()));
        }
    }

    /**
     * A row.
     *
     * @param label what the row is about
     * @param measure the measure that the row is about, where it is about one
     * @param cells the cells, one for each heading after the first
     */
    record Row(String label, Optional<Measure> measure, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param text what it says
     * @param note what it says besides: what the figure was, and how it moved
     * @param movement whether it got better or worse
     * @param isNumber whether it is to the right
     */
    record Cell(String text, String note, Optional<Movement> movement, boolean isNumber) {
        static final Cell NONE = new Cell("", "", Optional.empty(), true);

        static Cell number(String text) {
            return new Cell(text, "", Optional.empty(), true);
        }

        static Cell words(String text, Optional<Movement> movement) {
            return new Cell(text, "", movement, false);
        }

        /** A figure alone. */
        static Cell of(Figure figure) {
            String limits = Shown.limits(figure);
            return new Cell(Shown.value(figure), limits.isEmpty() ? "" : "95%: " + limits, Optional.empty(), true);
        }

        /** A figure with what it was and how it moved. */
        static Cell of(Comparison comparison) {
            Cell alone = of(comparison.figure());
            if (comparison.figure().value().isEmpty()
                    && comparison.previous().value().isEmpty()) {
                return alone;
            }
            String was = "was " + Shown.value(comparison.previous());
            String direction = Shown.direction(comparison);
            String moved = direction.isEmpty() ? was : was + "; " + direction;
            return new Cell(
                    alone.text(),
                    alone.note().isEmpty() ? moved : alone.note() + "; " + moved,
                    Shown.movement(comparison),
                    true);
        }
    }
}
