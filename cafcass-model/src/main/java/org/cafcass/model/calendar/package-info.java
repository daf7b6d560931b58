/**
 * Working days: {@link org.cafcass.model.calendar.WorkingDayCalendar} counts them between two days, and finds the last day
 * on which a limit of some working days is kept. It refuses a day that its bank holidays don't reach, rather than guess.
 */
@NullMarked
package org.cafcass.model.calendar;

import org.jspecify.annotations.NullMarked;
