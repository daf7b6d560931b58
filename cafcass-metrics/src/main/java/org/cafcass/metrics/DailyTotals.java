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
     * The totals lie day by day, in a day cell by cell, and in a cell series by series, so that what one case adds on a day, and what a
     * question about a day reads, is one stretch of memory. A total of cases and one of children share a number: the children
     * are its upper half. A case is in one cell from its receipt to its closing, or in two: to first hearing, then after it. Each of
     * these stays, cut to the days from which the case is 52 or 100 weeks old, adds 1 on its first day and takes it away on the day
     * after its last; the sums of these steps over the days are the totals. What has been received is what is open and what was closed.
     */
    static final int OPEN = 0;
    static final int OPEN_52_WEEKS = 1;
    static final int OPEN_100_WEEKS = 2;
    static final int RECEIVED_ON_OF_OPEN = 3;
    private static final int CLOSED = 4;
    private static final int SERIES = 5;

    /** A tally that the totals hold. */
    enum Total {
        OPEN_CASES(false),
        OPEN_CHILDREN(false),
        OPEN_CASES_52_WEEKS(false),
        OPEN_CHILDREN_52_WEEKS(false),
        OPEN_CASES_100_WEEKS(false),
        OPEN_CHILDREN_100_WEEKS(false),
        OPEN_DAYS(false),
        CASES_RECEIVED(true),
        CHILDREN_RECEIVED(true),
        CASES_CLOSED(true),
        CHILDREN_CLOSED(true);

        private final boolean isFlow;

        Total(boolean isFlow) {
            this.isFlow = isFlow;
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
    private final long[] totals;

    private DailyTotals(ExtractColumns columns, int firstDay, int days) {
        this.columns = columns;
        this.firstDay = firstDay;
        this.days = days;
        this.cells = columns.areas.size * CELLS_OF_AN_AREA;
        /* One day more takes the steps of the days after the last. */
        totals = new long[(days + 1) * cells * SERIES];
        for (int row = 0; row < columns.cases.size; row++) {
            addSteps(row, columns.children.ofCase(row));
        }
        int ofADay = cells * SERIES;
        for (int i = ofADay; i < totals.length; i++) {
            totals[i] += totals[i - ofADay];
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
        int turn = Math.min(Math.max(receivedOn, cases.afterFirstHearingFrom[row]), closedOn);
        int area = cases.area[row] * CELLS_OF_AN_AREA;
        int after = area + (cases.law[row] == Law.PUBLIC.ordinal() ? PUBLIC : PRIVATE_AFTER_FIRST_HEARING);
        int firstCell = receivedOn < turn ? area + PRIVATE_TO_FIRST_HEARING : after;
        int lastCell = turn < closedOn ? after : firstCell;
        long counted = counted(children);
        int received = at(receivedOn, firstCell);
        int closed = at(closedOn, lastCell);
        totals[received + OPEN] += counted;
        totals[received + RECEIVED_ON_OF_OPEN] += receivedOn;
        totals[closed + OPEN] -= counted;
        totals[closed + RECEIVED_ON_OF_OPEN] -= receivedOn;
        totals[closed + CLOSED] += counted;
        if (firstCell != lastCell) {
            move(turn, firstCell, lastCell, OPEN, counted);
            move(turn, firstCell, lastCell, RECEIVED_ON_OF_OPEN, receivedOn);
        }
        addAge(OPEN_52_WEEKS, receivedOn + Tallies.DAYS_OF_52_WEEKS, firstCell, turn, lastCell, closedOn, counted);
        addAge(OPEN_100_WEEKS, receivedOn + Tallies.DAYS_OF_100_WEEKS, firstCell, turn, lastCell, closedOn, counted);
    }

    /* Most cases are closed before they are so old, which a processor foresees. */
    private void addAge(int series, int from, int firstCell, int turn, int lastCell, int closedOn, long counted) {
        if (from < closedOn) {
            totals[at(from, from < turn ? firstCell : lastCell) + series] += counted;
            totals[at(closedOn, lastCell) + series] -= counted;
            if (from < turn) {
                move(turn, firstCell, lastCell, series, counted);
            }
        }
    }

    private void move(int day, int fromCell, int toCell, int series, long amount) {
        totals[at(day, fromCell) + series] -= amount;
        totals[at(day, toCell) + series] += amount;
    }

    /** Where the totals of a cell on a day begin. */
    private int at(int day, int cell) {
        return (Math.min(day - firstDay, days) * cells + cell) * SERIES;
    }

    private static long counted(int children) {
        return (long) children << Integer.SIZE | 1;
    }

    static int cases(long counted) {
        return (int) counted;
    }

    static int children(long counted) {
        return (int) (counted - cases(counted) >> Integer.SIZE);
    }

    // --------------------------------------------------------------------------

    /** The sums of a total by some keys over the days of a moment, or none where the totals do not hold them. */
    Optional<Map<Long, Sum>> sums(Total total, Layout layout, Set<BreakdownKey> by, Moment moment) {
        if (!(total.isFlow ? FLOW_KEYS : STOCK_KEYS).containsAll(by) || !has(moment.last())) {
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

    private boolean has(int day) {
        return day - firstDay < days;
    }

    private long amount(Total total, int first, int last, int cell) {
        return switch (total) {
            case OPEN_CASES -> cases(upTo(last, cell, OPEN));
            case OPEN_CHILDREN -> children(upTo(last, cell, OPEN));
            case OPEN_CASES_52_WEEKS -> cases(upTo(last, cell, OPEN_52_WEEKS));
            case OPEN_CHILDREN_52_WEEKS -> children(upTo(last, cell, OPEN_52_WEEKS));
            case OPEN_CASES_100_WEEKS -> cases(upTo(last, cell, OPEN_100_WEEKS));
            case OPEN_CHILDREN_100_WEEKS -> children(upTo(last, cell, OPEN_100_WEEKS));
            case OPEN_DAYS -> (long) cases(upTo(last, cell, OPEN)) * last - upTo(last, cell, RECEIVED_ON_OF_OPEN);
            case CASES_RECEIVED -> cases(received(first, last, cell));
            case CHILDREN_RECEIVED -> children(received(first, last, cell));
            case CASES_CLOSED -> cases(during(first, last, cell, CLOSED));
            case CHILDREN_CLOSED -> children(during(first, last, cell, CLOSED));
        };
    }

    private long received(int first, int last, int cell) {
        return during(first, last, cell, OPEN) + during(first, last, cell, CLOSED);
    }

    private long during(int first, int last, int cell, int series) {
        return upTo(last, cell, series) - upTo(first - 1, cell, series);
    }

    private long upTo(int day, int cell, int series) {
        return day < firstDay ? 0 : totals[at(day, cell) + series];
    }

    /** A series' total of the cases of an area and law among the totals of a day. */
    static long ofLaw(long[] totals, int day, int area, Law law, int series) {
        int cell = day + area * CELLS_OF_AN_AREA * SERIES + series;
        return law == Law.PUBLIC
                ? totals[cell + PUBLIC * SERIES]
                : totals[cell + PRIVATE_TO_FIRST_HEARING * SERIES]
                        + totals[cell + PRIVATE_AFTER_FIRST_HEARING * SERIES];
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

    // --------------------------------------------------------------------------

    /** What is open as at a day, or none where the totals end before it. */
    Optional<Snapshot> snapshot(int day) {
        return !has(day)
                ? Optional.empty()
                : Optional.of(
                        day < firstDay
                                ? new Snapshot(columns, day, new long[cells * SERIES], 0)
                                : new Snapshot(columns, day, totals, at(day, 0)));
    }

    /** What is open as at a day, by a pass over the cases. */
    static Snapshot scanned(ExtractColumns columns, int day) {
        long[] totals = new long[columns.areas.size * CELLS_OF_AN_AREA * SERIES];
        for (int row : columns.cases.stays.on(day).each()) {
            addOpen(totals, columns, row, day);
        }
        return new Snapshot(columns, day, totals, 0);
    }

    private static void addOpen(long[] totals, ExtractColumns columns, int row, int day) {
        ExtractColumns.Cases cases = columns.cases;
        long counted = counted(columns.children.ofCase(row));
        int stay = cases.law[row] == Law.PUBLIC.ordinal() ? PUBLIC : PRIVATE_AFTER_FIRST_HEARING;
        int begin = (cases.area[row] * CELLS_OF_AN_AREA + stay) * SERIES;
        int age = day - cases.receivedOn[row];
        totals[begin + OPEN] += counted;
        totals[begin + OPEN_52_WEEKS] += age >= Tallies.DAYS_OF_52_WEEKS ? counted : 0;
        totals[begin + OPEN_100_WEEKS] += age >= Tallies.DAYS_OF_100_WEEKS ? counted : 0;
        totals[begin + RECEIVED_ON_OF_OPEN] += cases.receivedOn[row];
    }
}
