package org.cafcass.metrics.published;

import static java.util.Objects.requireNonNull;

/**
 * A figure as a document prints it; a text is empty where nothing is printed.
 *
 * <p>A figure of several numbers lists its units, and its numbers in the same order, with semicolons: unit {@code percent;
 * cases; children}, value {@code 34.6; 1246; 1348}, change {@code +4.5 pts; +185 cases; -51 children}. A change that
 * names its units may leave some out or add one; {@code pts} is the change of a percentage.
 *
 * @param id names the figure
 * @param document the document that prints it; figures are held against figures of the same document only
 * @param period the day, or the first and last day with a slash between
 * @param measure what is measured
 * @param breakdown {@code all}, {@code key=value} pairs, or a text
 * @param unit the unit, or the units
 * @param value the value
 * @param comparedWith the day or the days that it is compared with
 * @param previous the value then
 * @param change the value less the previous one
 * @param changePercent the change in percent of the previous value
 */
public record PublishedFigure(
        String id,
        String document,
        String period,
        String measure,
        String breakdown,
        String unit,
        String value,
        String comparedWith,
        String previous,
        String change,
        String changePercent) {
    /**
     * Makes a figure of its texts.
     *
     * @throws IllegalArgumentException if the id is empty
     */
    public PublishedFigure {
        requireNonNull(document, "document");
        requireNonNull(period, "period");
        requireNonNull(measure, "measure");
        requireNonNull(breakdown, "breakdown");
        requireNonNull(unit, "unit");
        requireNonNull(value, "value");
        requireNonNull(comparedWith, "comparedWith");
        requireNonNull(previous, "previous");
        requireNonNull(change, "change");
        requireNonNull(changePercent, "changePercent");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("Invalid published figure: it has no id");
        }
    }
}
