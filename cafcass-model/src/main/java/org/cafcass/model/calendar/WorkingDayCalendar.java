package org.cafcass.model.calendar;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working days of a range of days for which the bank holidays are known.
 *
 * <p>A working day is a Monday to Friday that is no bank holiday and no closure day of the organisation. Working days
 * from A to B are counted in the half-open range [A, B): A counts, B doesn't. A working week is 5 working days.
 *
 * <p>Nothing is assumed about a day outside the known range: a count that needs one fails. The day after the
 * {@linkplain #lastDay() last known day} may still end a count, since a count's end isn't in it.
 *
 * <p>Every count takes the same time, however far apart its days. This class is immutable and thread-safe.
 */
public final class WorkingDayCalendar {
    private static final WorkingDayCalendar ENGLAND_AND_WALES = of(BankHolidays.englandAndWales());

    /*
     * Days are offsets from the first known day. workingDaysBefore[i] counts the working days in [0, i), so that a count
     * is one subtraction; dayOf[k] is the working day that has k working days before it, so that a limit is one look-up.
     */
    private final int firstEpochDay;
    private final BitSet working;
    private final int[] workingDaysBefore;
    private final int[] dayOf;

    private final List<LocalDate> closures;

    private WorkingDayCalendar(int firstEpochDay, int days, BitSet working, List<LocalDate> closures) {
        this.closures = closures;
        this.firstEpochDay = firstEpochDay;
        this.working = working;
        this.dayOf = working.stream().toArray();
        this.workingDaysBefore = new int[days + 1];
        for (int day = 0; day < days; day++) {
            workingDaysBefore[day + 1] = workingDaysBefore[day] + (working.get(day) ? 1 : 0);
        }
    }

    private static WorkingDayCalendar of(BankHolidays bankHolidays) {
        int first = epochDay(bankHolidays.firstDay());
        int days = epochDay(bankHolidays.lastDay()) - first + 1;
        BitSet working = new BitSet(days);
        for (int day = 0; day < days; day++) {
            DayOfWeek weekday = LocalDate.ofEpochDay((long) first + day).getDayOfWeek();
            working.set(day, weekday.compareTo(DayOfWeek.FRIDAY) <= 0);
        }
        bankHolidays.days().forEach(holiday -> working.clear(epochDay(holiday) - first));
        return new WorkingDayCalendar(first, days, working, List.of());
    }

    /**
     * The calendar of England and Wales, known from 1 January 1995 to 31 December 2028, without closures.
     *
     * <p>From 2011 its bank holidays are those published on GOV.UK (Contains public sector information licensed under the
     * Open Government Licence v3.0); before 2011 they follow from the Banking and Financial Dealings Act 1971 and the
     * proclamations made under it.
     *
     * @see <a href="https://www.gov.uk/bank-holidays">UK bank holidays</a>
     */
    public static WorkingDayCalendar englandAndWales() {
        return ENGLAND_AND_WALES;
    }

    /**
     * This calendar with further days on which the organisation is closed.
     *
     * <p>A closure on a day that is no working day changes nothing, nor does one outside the known range: no count
     * reaches it.
     *
     * @param closures the days of closure, in any order
     */
    public WorkingDayCalendar withClosures(Collection<LocalDate> closures) {
        BitSet remaining = (BitSet) working.clone();
        for (LocalDate closure : closures) {
            if (!closure.isBefore(firstDay()) && !closure.isAfter(lastDay())) {
                remaining.clear(epochDay(closure) - firstEpochDay);
            }
        }
        List<LocalDate> closed = working.stream()
                .filter(day -> !remaining.get(day))
                .mapToObj(day -> LocalDate.ofEpochDay((long) firstEpochDay + day))
                .toList();
        List<LocalDate> all =
                Stream.concat(this.closures.stream(), closed.stream()).sorted().toList();
        return new WorkingDayCalendar(firstEpochDay, days(), remaining, all);
    }

    /** The closures that would be working days else, in order. */
    public List<LocalDate> closures() {
        return closures;
    }

    /** The first day of the known range. */
    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(firstEpochDay);
    }

    /** The last day of the known range, which is in it. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay((long) firstEpochDay + days() - 1);
    }

    /**
     * Whether a day is a working day.
     *
     * @throws DateTimeException if the day is outside the known range
     */
    public boolean isWorkingDay(LocalDate day) {
        long offset = day.toEpochDay() - firstEpochDay;
        if (offset < 0 || offset >= days()) {
            throw new DateTimeException("Cannot count working days on " + day + known());
        }
        return working.get((int) offset);
    }

    /**
     * The number of working days from one day to another; 0 when the end isn't after the start, wherever the two are.
     *
     * @param startInclusive the first day that may count
     * @param endExclusive the day after the last that may count; at most the day after the last known day
     * @throws DateTimeException if the end is after the start and a day between them is outside the known range
     */
    public int workingDaysBetween(LocalDate startInclusive, LocalDate endExclusive) {
        return between(startInclusive.toEpochDay(), endExclusive.toEpochDay());
    }

    /**
     * The number of working days from one day to another, both as days since 1970-01-01, otherwise as {@link
     * #workingDaysBetween(LocalDate, LocalDate)}.
     *
     * @param startEpochDay the first day that may count
     * @param endEpochDay the day after the last that may count
     * @throws DateTimeException if the end is after the start and a day between them is outside the known range
     */
    public int workingDaysBetween(int startEpochDay, int endEpochDay) {
        return between(startEpochDay, endEpochDay);
    }

    /**
     * The last day on which a limit of some working days is kept: the latest day to which there are at most that many
     * working days. It is always a working day; with 10 working days from Monday 3 March 2025 it is Monday 17 March.
     *
     * @param day the day from which the limit runs; it counts itself when it is a working day
     * @param workingDays the limit, 0 or more
     * @throws DateTimeException if the day, or the one that is sought, is outside the known range
     * @throws IllegalArgumentException if the limit is below 0
     */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        checkArgument(workingDays >= 0, "Invalid limit of working days: %s", workingDays);
        long offset = day.toEpochDay() - firstEpochDay;
        if (offset >= 0 && offset < days()) {
            long index = (long) workingDaysBefore[(int) offset] + workingDays;
            if (index < dayOf.length) {
                return LocalDate.ofEpochDay((long) firstEpochDay + dayOf[(int) index]);
            }
        }
        throw new DateTimeException(
                "Cannot count working days from " + day + " to a limit of " + workingDays + known());
    }

    private int between(long startEpochDay, long endEpochDay) {
        if (endEpochDay <= startEpochDay) {
            return 0;
        }
        long start = startEpochDay - firstEpochDay;
        long end = endEpochDay - firstEpochDay;
        if (start < 0 || end > days()) {
            throw new DateTimeException("Cannot count working days from " + LocalDate.ofEpochDay(startEpochDay) + " to "
                    + LocalDate.ofEpochDay(endEpochDay) + known());
        }
        return workingDaysBefore[(int) end] - workingDaysBefore[(int) start];
    }

    private int days() {
        return workingDaysBefore.length - 1;
    }

    private String known() {
        return ": known from " + firstDay() + " to " + lastDay();
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
