package org.cafcass.report;

import java.util.List;
import java.util.Optional;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Movement;
import org.cafcass.metrics.scorecard.Colour;

/**
 * A table of a board pack, whatever the form that it is written in.
 *
 * @param caption what it shows
 * @param note what to know when reading it; empty for nothing
 * @param headings one a column, that of the row labels first
 * @param rows the rows
 * @param folded whether a page shows it only when asked
 */
record PackTable(String caption, String note, List<Heading> headings, List<Row> rows, boolean folded)
        implements PackBlock {
    static PackTable of(String caption, List<Heading> headings, List<Row> rows) {
        return new PackTable(caption, "", headings, rows, false);
    }

    /** The same, shown only when asked. */
    PackTable fold() {
        return new PackTable(caption, note, headings, rows, true);
    }

    /** Whether all cells under a heading are numbers; the first heading's are the labels. */
    boolean isNumeric(int heading) {
        return heading > 0
                && rows.stream().allMatch(row -> row.cells().get(heading - 1).isNumber());
    }

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
            return new Heading(Shown.named(measure.title(), measure), Optional.of(measure.name()));
        }
    }

    /**
     * A row.
     *
     * @param label what the row is about
     * @param defined the name under which the definition of the row's figures stands, where it has one
     * @param cells the cells, one for each heading after the first
     */
    record Row(String label, Optional<String> defined, List<Cell> cells) {
        static Row of(String label, List<Cell> cells) {
            return new Row(label, Optional.empty(), cells);
        }
    }

    /**
     * What a figure was.
     *
     * @param value the value before
     * @param direction which way it moved since; empty where that cannot be told
     * @param movement whether it got better or worse
     */
    record Was(String value, String direction, Optional<Movement> movement) {
        static Was of(Comparison comparison) {
            return new Was(Shown.value(comparison.previous()), Shown.direction(comparison), Shown.movement(comparison));
        }

        /** What a figure was, where it is of too few to tell which way it moved. */
        static Was alone(Figure previous) {
            return new Was(Shown.value(previous), "", Optional.empty());
        }

        /** In words: {@code was 1,347; rose, worse}. */
        String inWords() {
            return direction.isEmpty() ? "was " + value : "was " + value + "; " + direction;
        }
    }

    /**
     * A sign with the words that say the same.
     *
     * @param sign a character
     * @param words the words
     */
    record Sign(String sign, String words) {}

    /**
     * A cell.
     *
     * @param text what it says
     * @param limits the 95% limits of its figure; empty for none
     * @param was what its figure was, where it is compared
     * @param movement whether what it says is good or bad news
     * @param colour its rating
     * @param signs what the months up to it tell: signs with their words; none where they tell nothing
     * @param isNumber whether it is to the right
     * @param isDirection whether it says which way a figure moved
     */
    record Cell(
            String text,
            String limits,
            Optional<Was> was,
            Optional<Movement> movement,
            Optional<Colour> colour,
            List<Sign> signs,
            boolean isNumber,
            boolean isDirection) {
        static final Cell NONE = number("");

        static Cell number(String text) {
            return new Cell(text, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, false);
        }

        static Cell words(String text) {
            return new Cell(text, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, false);
        }

        static Cell direction(String text, Optional<Movement> movement) {
            return new Cell(text, "", Optional.empty(), movement, Optional.empty(), List.of(), false, true);
        }

        /** The same, with what its figure was. */
        Cell with(Was before) {
            return new Cell(text, limits, Optional.of(before), movement, colour, signs, isNumber, isDirection);
        }

        /** The same, rated. */
        Cell rated(Colour rating) {
            return new Cell(text, limits, was, movement, Optional.of(rating), signs, isNumber, isDirection);
        }

        /** The same, with what the months up to it tell. */
        Cell with(List<Sign> ofMonths) {
            return new Cell(text, limits, was, movement, colour, ofMonths, isNumber, isDirection);
        }

        /** A figure alone. */
        static Cell of(Figure figure) {
            return new Cell(
                    Shown.value(figure),
                    Shown.limits(figure),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true,
                    false);
        }

        /** A figure with what it was and how it moved. */
        static Cell of(Comparison comparison) {
            Cell alone = of(comparison.figure());
            boolean isNothing = comparison.figure().value().isEmpty()
                    && comparison.previous().value().isEmpty();
            return isNothing
                    ? alone
                    : new Cell(
                            alone.text,
                            alone.limits,
                            Optional.of(Was.of(comparison)),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            true,
                            false);
        }
    }
}
