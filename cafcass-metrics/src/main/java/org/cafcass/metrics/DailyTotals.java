package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;

/**
 * Running totals a day, by area, law and stage, of the stock and flow figures that are asked most: what is open, for 52 and for 100
 * weeks, and since when; what has been received and closed. A question costs a look-up, whatever the number of cases.
 */
final class DailyTotals {
    /*
     * The totals lie day by day, and in a day cell by cell, so that a question about all the cells of a day reads one stretch of memory.
     * A case is in one cell from its receipt to its closing, or in two: to first hearing, then after it. Each of these stays, cut to
     * the days from which the case is 52 or 100 weeks old, adds 1 on its first day and takes it away on the day after its last; the sums
     * of these steps over the days are the totals.
     */

    /** What is totalled. */
    private enum Series {
        OPEN_CASES,
        OPEN_CHILDREN,
        OPEN_CASES_52_WEEKS,
        OPEN_CHILDREN_52_WEEKS,
        OPEN_CASES_100_WEEKS,
        OPEN_CHILDREN_100_WEEKS,
        CASES_RECEIVED,
        CHILDREN_RECEIVED,
        CASES_CLOSED,
        CHILDREN_CLOSED
    }

    /** A tally that the totals hold. */
    enum Total {
        OPEN_CASES(Series.OPEN_CASES),
        OPEN_CHILDREN(Series.OPEN_CHILDREN),
        OPEN_CASES_52_WEEKS(Series.OPEN_CASES_52_WEEKS),
        OPEN_CHILDREN_52_WEEKS(Series.OPEN_CHILDREN_52_WEEKS),
        OPEN_CASES_100_WEEKS(Series.OPEN_CASES_100_WEEKS),
        OPEN_CHILDREN_100_WEEKS(Series.OPEN_CHILDREN_100_WEEKS),
        OPEN_DAYS(Series.OPEN_CASES),
        CASES_RECEIVED(Series.CASES_RECEIVED),
        CHILDREN_RECEIVED(Series.CHILDREN_RECEIVED),
        CASES_CLOSED(Series.CASES_CLOSED),
        CHILDREN_CLOSED(Series.CHILDREN_CLOSED);

        private final Series series;

        Total(Series series) {
            this.series = series;
        }

        private boolean isFlow() {
            return series.compareTo(Series.CASES_RECEIVED) >= 0;
        }
    }

    private static final Set<BreakdownKey> FLOW_KEYS =
            EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION);
    private static final Set<BreakdownKey> STOCK_KEYS =
            EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION, BreakdownKey.STAGE);

    /* Public law cases are after first hearing from the day of receipt, so each area has three cells. */
    private static final int CELLS_OF_AN_AREA = 3;
    private static final int PUBLIC = 0;
    private static final int PRIVATE_TO_FIRST_HEARING = 1;
    private static final int PRIVATE_AFTER_FIRST_HEARING = 2;

    private static final int DAYS_AFTER_THE_LAST_RECEIPT = 2 * 366;
    private static final long MOST_TOTALS_OF_A_SERIES = 1 << 20;

    private final ExtractColumns columns;
    private final int firstDay;
    private final int days;
    private final int cells;
    private final int[][] totals = new int[Series.values().length][];
    private final long[] receivedOnOfOpen;

    private DailyTotals(ExtractColumns columns, int firstDay, int days) {
        this.columns = columns;
        this.firstDay = firstDay;
        this.days = days;
        this.cells = columns.areas.size * CELLS_OF_AN_AREA;
        for (int series = 0; series < totals.length; series++) {
            totals[series] = new int[days * cells];
        }
        receivedOnOfOpen = new long[days * cells];
        int[] children = new int[columns.cases.size];
        for (int caseRow : columns.children.caseRow) {
            children[caseRow]++;
        }
        for (int row = 0; row < columns.cases.size; row++) {
            addSteps(row, children[row]);
        }
        for (int[] steps : totals) {
            for (int i = cells; i < steps.length; i++) {
                steps[i] += steps[i - cells];
            }
        }
        for (int i = cells; i < receivedOnOfOpen.length; i++) {
            receivedOnOfOpen[i] += receivedOnOfOpen[i - cells];
        }
    }

    /** The totals of an extract, or none where its cases stretch over more days and areas than is worth totalling. */
    static Optional<DailyTotals> of(ExtractColumns columns) {
        int earliest = NEVER;
        int latest = 0;
        for (int receivedOn : columns.cases.receivedOn) {
            earliest = Math.min(earliest, receivedOn);
            latest = Math.max(latest, receivedOn);
        }
        if (earliest == NEVER) {
            return Optional.empty();
        }
        long days = (long) latest - earliest + DAYS_AFTER_THE_LAST_RECEIPT;
        return days * columns.areas.size * CELLS_OF_AN_AREA > MOST_TOTALS_OF_A_SERIES
                ? Optional.empty()
                : Optional.of(new DailyTotals(columns, earliest, (int) days));
    }

    private void addSteps(int row, int children) {
        ExtractColumns.Cases cases = columns.cases;
        int receivedOn = cases.receivedOn[row];
        int closedOn = cases.closedOn[row];
        int area = cases.area[row] * CELLS_OF_AN_AREA;
        if (cases.law[row] == Law.PUBLIC.ordinal()) {
            addStay(area + PUBLIC, receivedOn, closedOn, receivedOn, children);
        } else {
            int firstHearing = Math.min(cases.firstHearingOn[row], cases.furtherWorkOrderedOn[row]);
            int turn = Math.min(Math.max(receivedOn, firstHearing), closedOn);
            addStay(area + PRIVATE_TO_FIRST_HEARING, receivedOn, turn, receivedOn, children);
            addStay(area + PRIVATE_AFTER_FIRST_HEARING, turn, closedOn, receivedOn, children);
        }
        int flowCell = area + (cases.law[row] == Law.PUBLIC.ordinal() ? PUBLIC : PRIVATE_AFTER_FIRST_HEARING);
        add(Series.CASES_RECEIVED, receivedOn, flowCell, 1);
        add(Series.CHILDREN_RECEIVED, receivedOn, flowCell, children);
        add(Series.CASES_CLOSED, closedOn, flowCell, 1);
        add(Series.CHILDREN_CLOSED, closedOn, flowCell, children);
    }

    private void addStay(int cell, int from, int to, int receivedOn, int children) {
        addStay(Series.OPEN_CASES, Series.OPEN_CHILDREN, cell, from, to, children);
        addStay(
                Series.OPEN_CASES_52_WEEKS,
                Series.OPEN_CHILDREN_52_WEEKS,
                cell,
                Math.max(from, receivedOn + Tallies.DAYS_OF_52_WEEKS),
                to,
                children);
        addStay(
                Series.OPEN_CASES_100_WEEKS,
                Series.OPEN_CHILDREN_100_WEEKS,
                cell,
                Math.max(from, receivedOn + Tallies.DAYS_OF_100_WEEKS),
                to,
                children);
        if (from < to) {
            addReceivedOn(cell, from, receivedOn);
            addReceivedOn(cell, to, -receivedOn);
        }
    }

    private void addStay(Series ofCases, Series ofChildren, int cell, int from, int to, int children) {
        if (from < to) {
            add(ofCases, from, cell, 1);
            add(ofCases, to, cell, -1);
            add(ofChildren, from, cell, children);
            add(ofChildren, to, cell, -children);
        }
    }

    private void add(Series series, int day, int cell, int amount) {
        if (day - firstDay < days && day != NEVER) {
            totals[series.ordinal()][(day - firstDay) * cells + cell] += amount;
        }
    }

    private void addReceivedOn(int cell, int day, int amount) {
        if (day - firstDay < days && day != NEVER) {
            receivedOnOfOpen[(day - firstDay) * cells + cell] += amount;
        }
    }

    // --------------------------------------------------------------------------

    /** The sums of a total by some keys over the days of a moment, or none where the totals do not hold them. */
    Optional<Map<Long, Sum>> sums(Total total, Layout layout, Set<BreakdownKey> by, Moment moment) {
        if (!(total.isFlow() ? FLOW_KEYS : STOCK_KEYS).containsAll(by) || moment.last() - firstDay >= days) {
            return Optional.empty();
        }
        Map<Long, Sum> sums = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            long amount = amount(total, moment.first(), moment.last(), cell);
            if (amount != 0) {
                sums.merge(cellOf(cell, layout, by), new Sum(amount, null), Sum::plus);
            }
        }
        return Optional.of(sums);
    }

    private long amount(Total total, int first, int last, int cell) {
        long upToLast = at(total.series, last, cell);
        if (total == Total.OPEN_DAYS) {
            return upToLast == 0 ? 0 : upToLast * last - receivedOnOfOpen[(last - firstDay) * cells + cell];
        }
        return total.isFlow() ? upToLast - at(total.series, first - 1, cell) : upToLast;
    }

    private int at(Series series, int day, int cell) {
        return day < firstDay ? 0 : totals[series.ordinal()][(day - firstDay) * cells + cell];
    }

    private long cellOf(int cell, Layout layout, Set<BreakdownKey> by) {
        int area = cell / CELLS_OF_AN_AREA;
        int stay = cell % CELLS_OF_AN_AREA;
        long place = 0;
        for (BreakdownKey key : by) {
            int digit = switch (key) {
                case AREA -> area;
                case REGION -> columns.areas.region[area];
                case LAW -> (stay == PUBLIC ? Law.PUBLIC : Law.PRIVATE).ordinal();
                case STAGE ->
                    (stay == PRIVATE_TO_FIRST_HEARING ? Stage.TO_FIRST_HEARING : Stage.AFTER_FIRST_HEARING).ordinal();
                default -> throw new IllegalStateException(key.code());
            };
            place += layout.place(key, digit);
        }
        return place;
    }
}
