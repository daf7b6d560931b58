package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;

/**
 * Running totals a day, by area, law and stage, of the stock and flow figures that are asked most: what is open, for 52 and for 100
 * weeks, and for how many days; what has been received and closed. A question costs a look-up, whatever the number of cases.
 */
final class DailyTotals {
    /*
     * A case is received, heard and closed: it is heard when it turns to after first hearing, a public law case on its receipt, and one that
     * never turns on its closing. What is open has been received and not closed; what is to first hearing has been received and not heard,
     * and since this is private law, it needs no total for each law. A case counts as one of 52 or of 100 weeks from the day on which it is
     * so old until it is closed, or heard. The days for which cases have been open grow by 1 a day for each case, until it is closed, or
     * heard, and takes its days away.
     *
     * Each total is an array in which the days come in turn, and in a day the areas and laws, or the areas. Cases come in the order of
     * closing and, among neighbours, of receipt (Stays): what one adds lies near what the one before added, and arrays of their own
     * keep it nearer. A total of cases and one of children share a number: the children are its upper half.
     */
    private final long[] open;
    private final long[] closed;
    private final long[] openDays;
    private final long[] open52Weeks;
    private final long[] open100Weeks;

    private final long[] unheard;
    private final long[] unheardDays;
    private final long[] unheard52Weeks;
    private final long[] unheard100Weeks;

    /** A tally that the totals hold. */
    enum Total {
        OPEN_CASES(false, DailyTotals::cases),
        OPEN_CHILDREN(false, DailyTotals::children),
        OPEN_CASES_52_WEEKS(false, DailyTotals::cases),
        OPEN_CHILDREN_52_WEEKS(false, DailyTotals::children),
        OPEN_CASES_100_WEEKS(false, DailyTotals::cases),
        OPEN_CHILDREN_100_WEEKS(false, DailyTotals::children),
        OPEN_DAYS(false, days -> days),
        CASES_RECEIVED(true, DailyTotals::cases),
        CHILDREN_RECEIVED(true, DailyTotals::children),
        CASES_CLOSED(true, DailyTotals::cases),
        CHILDREN_CLOSED(true, DailyTotals::children);

        private final boolean isFlow;
        private final LongUnaryOperator part;

        Total(boolean isFlow, LongUnaryOperator part) {
            this.isFlow = isFlow;
            this.part = part;
        }
    }

    private static final Set<BreakdownKey> FLOW_KEYS =
            EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION);
    private static final Set<BreakdownKey> STOCK_KEYS =
            EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION, BreakdownKey.STAGE);

    private static final int LAWS = Law.values().length;
    private static final int DAYS_AFTER_THE_LAST_RECEIPT = 2 * 366;
    private static final int MOST_AREAS_TIMES_DAYS = 350_000;

    private final ExtractColumns columns;
    private final int areas;
    private final int cells;
    private final int firstDay;
    private final int days;

    /* Nothing has been received by the first day, and one day more takes what comes after the last. */
    private DailyTotals(ExtractColumns columns, int firstDay, int days) {
        this.columns = columns;
        this.firstDay = firstDay;
        this.days = days;
        areas = columns.areas.size;
        cells = areas * LAWS;
        int byAreaAndLaw = (days + 1) * cells;
        int byArea = (days + 1) * areas;
        open = new long[byAreaAndLaw];
        closed = new long[byAreaAndLaw];
        openDays = new long[byAreaAndLaw];
        open52Weeks = new long[byAreaAndLaw];
        open100Weeks = new long[byAreaAndLaw];
        unheard = new long[byArea];
        unheardDays = new long[byArea];
        unheard52Weeks = new long[byArea];
        unheard100Weeks = new long[byArea];
    }

    /** The totals of an extract, or none where its cases stretch over more days and areas than is worth totalling. */
    static Optional<DailyTotals> of(ExtractColumns columns) {
        int earliest = NEVER;
        int latest = -NEVER;
        for (int receivedOn : columns.cases.receivedOn) {
            earliest = Math.min(earliest, receivedOn);
            latest = Math.max(latest, receivedOn);
        }
        if (earliest == NEVER) {
            return Optional.empty();
        }
        int firstDay = earliest - 1;
        long days = (long) latest - firstDay + DAYS_AFTER_THE_LAST_RECEIPT;
        if (days * columns.areas.size > MOST_AREAS_TIMES_DAYS) {
            return Optional.empty();
        }
        DailyTotals totals = new DailyTotals(columns, firstDay, (int) days);
        totals.addSteps();
        totals.addUp();
        return Optional.of(totals);
    }

    /* What is received and what is heard stands where adding up leaves what is open and what is not heard. */
    private void addSteps() {
        int[] receivedOn = columns.cases.receivedOn;
        int[] afterFirstHearingFrom = columns.cases.afterFirstHearingFrom;
        int[] closedOn = columns.cases.closedOn;
        int[] areaOf = columns.cases.area;
        int[] lawOf = columns.cases.law;
        int[] firstChild = columns.children.firstOfCase;
        for (int row = 0; row < receivedOn.length; row++) {
            int begin = receivedOn[row];
            int end = closedOn[row];
            int turn = Math.min(Math.max(begin, afterFirstHearingFrom[row]), end);
            int area = areaOf[row];
            int cell = cell(area, lawOf[row]);
            long counted = counted(firstChild[row + 1] - firstChild[row]);
            open[of(begin, cell)] += counted;
            int closing = of(end, cell);
            closed[closing] += counted;
            openDays[closing] -= end - begin;
            int hearing = ofArea(turn, area);
            unheard[hearing] += counted;
            unheardDays[hearing] -= turn - begin;
            /* Most cases are closed before they are so old, which a processor foresees. */
            if (begin + Tallies.DAYS_OF_52_WEEKS < end) {
                addOld(begin + Tallies.DAYS_OF_52_WEEKS, turn, end, cell, counted, open52Weeks, unheard52Weeks);
                if (begin + Tallies.DAYS_OF_100_WEEKS < end) {
                    addOld(begin + Tallies.DAYS_OF_100_WEEKS, turn, end, cell, counted, open100Weeks, unheard100Weeks);
                }
            }
        }
    }

    private void addOld(int from, int turn, int end, int cell, long counted, long[] open, long[] unheard) {
        open[of(from, cell)] += counted;
        open[of(end, cell)] -= counted;
        if (from < turn) {
            unheard[ofArea(from, cell / LAWS)] += counted;
            unheard[ofArea(turn, cell / LAWS)] -= counted;
        }
    }

    private void addUp() {
        for (int i = areas; i < unheard.length; i++) {
            long received = open[cell(i, Law.PUBLIC.ordinal())] + open[cell(i, Law.PRIVATE.ordinal())];
            unheard[i] = unheard[i - areas] + received - unheard[i];
            unheardDays[i] += unheardDays[i - areas] + cases(unheard[i - areas]);
        }
        for (int i = cells; i < open.length; i++) {
            open[i] += open[i - cells] - closed[i];
            openDays[i] += openDays[i - cells] + cases(open[i - cells]);
        }
        addUp(closed, cells);
        addUp(open52Weeks, cells);
        addUp(open100Weeks, cells);
        addUp(unheard52Weeks, areas);
        addUp(unheard100Weeks, areas);
    }

    private static void addUp(long[] steps, int ofADay) {
        for (int i = ofADay; i < steps.length; i++) {
            steps[i] += steps[i - ofADay];
        }
    }

    /** The number of an area and law among those of a day. */
    static int cell(int area, int law) {
        return area * LAWS + law;
    }

    /** Where the total of an area and law on a day lies. */
    private int of(int day, int cell) {
        return Math.min(day - firstDay, days) * cells + cell;
    }

    /** Where the total of an area on a day lies. */
    private int ofArea(int day, int area) {
        return Math.min(day - firstDay, days) * areas + area;
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
        boolean byStage = by.contains(BreakdownKey.STAGE);
        for (int area = 0; area < areas; area++) {
            for (Law law : Law.values()) {
                long amount = amount(total, moment, cell(area, law.ordinal()));
                long toFirstHearing = byStage && law == Law.PRIVATE ? toFirstHearing(total, moment, area) : 0;
                add(total, toFirstHearing, place(area, law, Stage.TO_FIRST_HEARING, layout, by), sums);
                add(total, amount - toFirstHearing, place(area, law, Stage.AFTER_FIRST_HEARING, layout, by), sums);
            }
        }
        return Optional.of(sums);
    }

    private static void add(Total total, long counted, long place, Map<Long, Sum> sums) {
        long amount = total.part.applyAsLong(counted);
        if (amount != 0) {
            sums.merge(place, new Sum(amount, null), Sum::plus);
        }
    }

    private boolean has(int day) {
        return (long) day - firstDay < days;
    }

    private long amount(Total total, Moment moment, int cell) {
        int at = of(looked(moment.last()), cell);
        int before = of(looked(moment.first() - 1), cell);
        return switch (total) {
            case OPEN_CASES, OPEN_CHILDREN -> open(at);
            case OPEN_CASES_52_WEEKS, OPEN_CHILDREN_52_WEEKS -> open52Weeks(at);
            case OPEN_CASES_100_WEEKS, OPEN_CHILDREN_100_WEEKS -> open100Weeks(at);
            case OPEN_DAYS -> openDays(at);
            case CASES_RECEIVED, CHILDREN_RECEIVED -> received(at) - received(before);
            case CASES_CLOSED, CHILDREN_CLOSED -> closed[at] - closed[before];
        };
    }

    private long toFirstHearing(Total total, Moment moment, int area) {
        int at = ofArea(looked(moment.last()), area);
        return switch (total) {
            case OPEN_CASES, OPEN_CHILDREN -> unheard[at];
            case OPEN_CASES_52_WEEKS, OPEN_CHILDREN_52_WEEKS -> unheard52Weeks[at];
            case OPEN_CASES_100_WEEKS, OPEN_CHILDREN_100_WEEKS -> unheard100Weeks[at];
            case OPEN_DAYS -> unheardDays[at];
            default -> throw new IllegalStateException(total.name());
        };
    }

    /* All totals of the days before the first are those of the first: 0. */
    private int looked(int day) {
        return Math.max(firstDay, day);
    }

    private long received(int at) {
        return open[at] + closed[at];
    }

    private long place(int area, Law law, Stage stage, Layout layout, Set<BreakdownKey> by) {
        long place = 0;
        for (BreakdownKey key : by) {
            int digit = switch (key) {
                case AREA -> area;
                case REGION -> columns.areas.region[area];
                case LAW -> law.ordinal();
                case STAGE -> stage.ordinal();
                default -> throw new IllegalStateException(key.code());
            };
            place += layout.place(key, digit);
        }
        return place;
    }

    // --------------------------------------------------------------------------

    /** What is open as at a day, or none where the totals end before it. */
    Optional<Snapshot> snapshot(int day) {
        return has(day) ? Optional.of(new Snapshot(columns, day, this, of(looked(day), 0))) : Optional.empty();
    }

    /** What is open as at a day, by a pass over the cases. */
    static Snapshot scanned(ExtractColumns columns, int day) {
        DailyTotals ofTheDay = new DailyTotals(columns, day, 0);
        for (int row : columns.cases.stays.on(day).each()) {
            ofTheDay.addOpen(row);
        }
        return new Snapshot(columns, day, ofTheDay, 0);
    }

    private void addOpen(int row) {
        int cell = cell(columns.cases.area[row], columns.cases.law[row]);
        long counted = counted(columns.children.ofCase(row));
        int age = firstDay - columns.cases.receivedOn[row];
        open[cell] += counted;
        openDays[cell] += age;
        open52Weeks[cell] += age >= Tallies.DAYS_OF_52_WEEKS ? counted : 0;
        open100Weeks[cell] += age >= Tallies.DAYS_OF_100_WEEKS ? counted : 0;
    }

    /** The cases and children that are open. */
    long open(int at) {
        return open[at];
    }

    /** Those that have been open for 52 weeks. */
    long open52Weeks(int at) {
        return open52Weeks[at];
    }

    /** Those that have been open for 100 weeks. */
    long open100Weeks(int at) {
        return open100Weeks[at];
    }

    /** The days for which the open cases have been open. */
    long openDays(int at) {
        return openDays[at];
    }
}
