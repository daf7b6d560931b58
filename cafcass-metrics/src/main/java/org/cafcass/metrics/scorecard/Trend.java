package org.cafcass.metrics.scorecard;

import java.util.Optional;
import org.cafcass.metrics.statistics.XmrChart;

/**
 * What the months up to a reading tell of it.
 *
 * <p>Months that could not be rated (no value, too small) are no points of the process-control chart. Variation and assurance are empty
 * where the chart has fewer than {@link XmrChart#FEWEST_POINTS} points, is {@linkplain XmrChart#isTooEven too even} or the last month is none
 * of its points.
 *
 * @param inARow how many of the last months in a row have the cell's colour, by their own values; 0 where the cell isn't rated, where a
 *     change is, and where the thresholds are not for a month
 * @param variation what the last month's value is on the chart
 * @param assurance whether a month will be green, by the limits of the chart; empty where {@code inARow} can't be told either, and where
 *     the thresholds are not for the cell's level
 */
public record Trend(int inARow, Optional<Variation> variation, Optional<XmrChart.Assurance> assurance) {
    static final Trend NONE = new Trend(0, Optional.empty(), Optional.empty());

    Trend withoutAssurance() {
        return new Trend(inARow, variation, Optional.empty());
    }
}
