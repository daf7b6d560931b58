package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.List;

/**
 * A cell of a flow table: so many cases and children of a kind, received in one stretch of days and closed in another, or
 * still open. Stretches are half-open.
 *
 * @param closedFrom {@link CaseFile#NEVER} for cases that are still open
 * @param leastDays the fewest days that a case takes
 * @param mostDays the most days
 */
record Flow(
        CaseKind kind,
        int receivedFrom,
        int receivedTo,
        int closedFrom,
        int closedTo,
        int leastDays,
        int mostDays,
        int cases,
        int children) {

    private static final int WEEKS_26 = 26 * 7;

    static List<Flow> read(String scenario) {
        return Table.read(scenario + "-flows.tsv").stream().map(Flow::of).toList();
    }

    private static Flow of(Table.Line line) {
        CaseKind kind = line.constant("kind", CaseKind.class);
        String within = line.text("within_26_weeks");
        return new Flow(
                kind,
                line.day("received_from"),
                line.day("received_to"),
                line.day("closed_from"),
                line.day("closed_to"),
                within.equals("false") ? WEEKS_26 + 1 : kind.leastDays(),
                within.equals("true") ? WEEKS_26 : NEVER,
                line.count("cases"),
                line.count("children"));
    }

    boolean open() {
        return closedFrom == NEVER;
    }
}
