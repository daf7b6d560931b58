package org.cafcass.metrics;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalDouble;
import org.cafcass.model.Law;

/**
 * What is open as at a day, by area and law, as plain numbers: the same as the figures of the measures {@code open-cases}, {@code
 * open-children}, those of 52 and 100 weeks and {@code open-age-mean-weeks}, for a caller who asks for many days.
 *
 * <p>An area is named by its row in the extract's areas. Where the engine has its daily totals, taking a snapshot and each of its
 * numbers cost a look-up, whatever the number of cases. This class is immutable and safe for any number of threads.
 */
public final class Snapshot {
    private static final int DAYS_OF_A_WEEK = 7;

    private final ExtractColumns columns;
    private final int asAt;
    private final DailyTotals totals;
    private final int begin;

    /* Where the totals of the day begin. */
    Snapshot(ExtractColumns columns, int asAt, DailyTotals totals, int begin) {
        this.columns = columns;
        this.asAt = asAt;
        this.totals = totals;
        this.begin = begin;
    }

    /** The day: D. */
    public LocalDate asAt() {
        return LocalDate.ofEpochDay(asAt);
    }

    /** The number of areas of the extract. */
    public int areas() {
        return columns.areas.size;
    }

    /**
     * Cases open as at D.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openCases(int area, Law law) {
        return DailyTotals.cases(totals.open(at(area, law)));
    }

    /**
     * Children rows of the cases open as at D.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openChildren(int area, Law law) {
        return DailyTotals.children(totals.open(at(area, law)));
    }

    /**
     * Cases open as at D for 364 days or more.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openCases52Weeks(int area, Law law) {
        return DailyTotals.cases(totals.open52Weeks(at(area, law)));
    }

    /**
     * Children rows of the cases open as at D for 364 days or more.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openChildren52Weeks(int area, Law law) {
        return DailyTotals.children(totals.open52Weeks(at(area, law)));
    }

    /**
     * Cases open as at D for 700 days or more.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openCases100Weeks(int area, Law law) {
        return DailyTotals.cases(totals.open100Weeks(at(area, law)));
    }

    /**
     * Children rows of the cases open as at D for 700 days or more.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public int openChildren100Weeks(int area, Law law) {
        return DailyTotals.children(totals.open100Weeks(at(area, law)));
    }

    /**
     * The mean age of the cases open as at D, in days / 7; empty where none is.
     *
     * @throws IndexOutOfBoundsException if there is no such area
     */
    public OptionalDouble openAgeMeanWeeks(int area, Law law) {
        int cases = openCases(area, law);
        return cases == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) totals.openDays(at(area, law)) / ((long) cases * DAYS_OF_A_WEEK));
    }

    private int at(int area, Law law) {
        return begin + DailyTotals.cell(Objects.checkIndex(area, areas()), law.ordinal());
    }
}
