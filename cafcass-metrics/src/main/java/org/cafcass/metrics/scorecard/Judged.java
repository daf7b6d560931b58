package org.cafcass.metrics.scorecard;

import org.cafcass.model.Code;

/** What of a measure an indicator rates. */
public enum Judged implements Code {
    /** Its value. */
    VALUE,
    /** Its change against an earlier value, in percent of that one's size. */
    CHANGE_PERCENT
}
