package org.cafcass.model.synthetic;

import java.time.LocalDate;
import java.util.Collection;
import org.cafcass.model.calendar.WorkingDayCalendar;

/** Working days as epoch days, with a scenario's closure days. */
final class WorkingDays {
    private final int first;
    private final int[] before;
    private final int[] dayOf;

    WorkingDays(Collection<LocalDate> closures) {
        WorkingDayCalendar calendar = WorkingDayCalendar.englandAndWales().withClosures(closures);
        first = (int) calendar.firstDay().toEpochDay();
        int days = (int) calendar.lastDay().toEpochDay() - first + 1;
        before = new int[days + 1];
        int[] working = new int[days];
        for (int i = 0; i < days; i++) {
            boolean isWorking = calendar.isWorkingDay(LocalDate.ofEpochDay((long) first + i));
            if (isWorking) {
                working[before[i]] = first + i;
            }
            before[i + 1] = before[i] + (isWorking ? 1 : 0);
        }
        dayOf = working;
    }

    /** The working days in the half-open range. */
    int between(int fromDay, int toDay) {
        return toDay <= fromDay ? 0 : before[toDay - first] - before[fromDay - first];
    }

    /** The working day that has this many working days between it and the day. */
    int after(int day, int workingDays) {
        return dayOf[before[day - first] + workingDays];
    }

    /** The day, if it is a working day, else the next one. */
    int onOrAfter(int day) {
        return after(day, 0);
    }

    /** The last working day before the day. */
    int lastBefore(int day) {
        return dayOf[before[day - first] - 1];
    }

    /** A working day of the half-open range, each as likely. */
    int any(int fromDay, int toDay, Draw draw) {
        return after(fromDay, draw.below(between(fromDay, toDay)));
    }
}
