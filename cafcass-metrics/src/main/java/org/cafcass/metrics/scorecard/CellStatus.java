package org.cafcass.metrics.scorecard;

import org.cafcass.model.Code;

/** Whether a cell is rated, or why it isn't. */
public enum CellStatus implements Code {
    /** It has a colour. */
    RATED,
    /** The thresholds are for other levels or regions than that of the cell. */
    NOT_APPLICABLE,
    /** There is no value, or none to count a change from. */
    MISSING,
    /** The change is counted from the as-at day or a later one, so that there is none yet. */
    NOT_BEGUN,
    /** The value rests on fewer than the indicator asks for. */
    TOO_SMALL,
    /** The value is hidden by disclosure control. */
    HIDDEN
}
