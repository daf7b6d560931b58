package org.cafcass.metrics;

import org.cafcass.model.Code;

/** What stands behind the value of a {@link Figure}, or why there is none. */
public enum FigureStatus implements Code {
    /** There is a value. */
    OK,
    /** There is no value: nothing in the denominator, a median not reached, a kappa of 0/0. */
    EMPTY,
    /** A file that the measure needs is missing, or a day that it needs is outside the working-day calendar. */
    NOT_AVAILABLE,
    /** Hidden by disclosure control. */
    SUPPRESSED
}
