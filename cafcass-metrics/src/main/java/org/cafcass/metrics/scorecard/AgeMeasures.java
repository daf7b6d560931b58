package org.cafcass.metrics.scorecard;

import static org.cafcass.metrics.BreakdownKey.APPLICATION;
import static org.cafcass.metrics.BreakdownKey.AREA;
import static org.cafcass.metrics.BreakdownKey.LAW;
import static org.cafcass.metrics.BreakdownKey.REGION;

import java.util.List;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Tally;

/** Counts of open cases older than the limits that scorecards set and the catalogue doesn't have. */
final class AgeMeasures {
    static final List<Measure> ALL = List.of(over(90), over(100));

    private AgeMeasures() {}

    private static Measure over(int weeks) {
        int days = weeks * 7;
        return Measure.named("open-cases-over-" + weeks + "-weeks")
                .title("Cases open over " + weeks + " weeks")
                .unit("cases")
                .better(Direction.LOWER_IS_BETTER)
                .definition("Cases open as at D for more than " + days + " days.")
                .source("Cafcass board paper, 1 May 2025: London family strategy")
                .asAtDay()
                .by(LAW, APPLICATION, REGION, AREA)
                .count(Tally.ofCasesOpenOver(days));
    }
}
