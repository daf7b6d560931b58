package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cafcass.model.calendar.WorkingDayCalendar;

/**
 * Running totals a day, by some keys, of a {@linkplain Tally#steadyBy steady} tally: what it adds up to over some days is the total up to
 * the last of them less that up to the day before the first, whatever the number of rows. They are worth their making for periods about
 * as long as the records.
 */
final class RunningTotals {
    private static final long MOST_TOTALS = 1 << 20;
    private static final int PARTS_OF_THE_RECORDS = 4;

    /* What a row has of these keys depends on the day that a figure is about. */
    private static final Set<BreakdownKey> UNSTEADY =
            EnumSet.of(BreakdownKey.RULE_16_4, BreakdownKey.STAGE, BreakdownKey.HOLDER);

    private final long[] cells;
    private final int firstDay;
    private final int days;
    private final int[] counts;
    private final long[] amounts;

    private RunningTotals(
            Contributions counted, Layout.Grouping grouping, int[] numbers, int[] dayOfRow, int firstDay, int days) {
        this.firstDay = firstDay;
        this.days = days;
        cells = new long[numbers.length];
        int[] placeOf = new int[grouping.numbers()];
        for (int place = 0; place < numbers.length; place++) {
            cells[place] = grouping.cell(numbers[place]);
            placeOf[numbers[place]] = place;
        }
        counts = new int[(days + 1) * cells.length];
        amounts = new long[counts.length];
        counted.counted().forEach(i -> {
            int at = (dayOfRow[counted.row(i)] - firstDay + 1) * cells.length + placeOf[grouping.number(i)];
            counts[at]++;
            amounts[at] += counted.amount(i);
        });
        for (int at = cells.length; at < counts.length; at++) {
            counts[at] += counts[at - cells.length];
            amounts[at] += amounts[at - cells.length];
        }
    }

    /** Whether a question about some days is one for running totals: the keys are steady, and the days many of those that rows have. */
    static boolean serve(int[] ascendingDays, Set<BreakdownKey> by, Moment moment) {
        int rows = DayOrder.firstFrom(ascendingDays, NEVER);
        if (rows == 0 || by.stream().anyMatch(UNSTEADY::contains)) {
            return false;
        }
        int daysOfRecords = ascendingDays[rows - 1] - ascendingDays[0] + 1;
        return (long) (moment.last() - moment.first() + 1) * PARTS_OF_THE_RECORDS >= daysOfRecords;
    }

    /** The totals of a tally; none where they are more than is worth totalling, or a day that they need is outside the calendar. */
    static Optional<RunningTotals> of(
            Tally tally,
            int[] ascendingDays,
            Layout layout,
            Set<BreakdownKey> by,
            ExtractColumns columns,
            WorkingDayCalendar calendar) {
        int firstDay = ascendingDays[0];
        int lastDay = ascendingDays[DayOrder.firstFrom(ascendingDays, NEVER) - 1];
        Moment always = new Moment(
                columns,
                calendar,
                Conventions.DEFAULT,
                new Period(LocalDate.ofEpochDay(firstDay), LocalDate.ofEpochDay(lastDay)));
        try {
            Contributions counted = always.counted(tally, by.stream().anyMatch(tally::givesItself));
            Layout.Grouping grouping = layout.group(tally, counted, by, always);
            int[] counts = counted.counts(grouping);
            int[] numbers = IntStream.range(0, counts.length)
                    .filter(number -> counts[number] > 0)
                    .toArray();
            int days = lastDay - firstDay + 1;
            return (days + 1L) * numbers.length > MOST_TOTALS
                    ? Optional.empty()
                    : Optional.of(new RunningTotals(counted, grouping, numbers, ascendingDays, firstDay, days));
        } catch (DateTimeException outsideCalendar) {
            return Optional.empty();
        }
    }

    /** The sums over the days of a moment. */
    Map<Long, Sum> sums(Moment moment) {
        int last = at(moment.last());
        int before = at(moment.first() - 1);
        Map<Long, Sum> sums = new HashMap<>();
        for (int place = 0; place < cells.length; place++) {
            if (counts[last + place] > counts[before + place]) {
                sums.put(cells[place], new Sum(amounts[last + place] - amounts[before + place], null));
            }
        }
        return sums;
    }

    /* Where the totals up to a day begin. */
    private int at(int day) {
        return Math.max(0, Math.min(day - firstDay + 1, days)) * cells.length;
    }
}
