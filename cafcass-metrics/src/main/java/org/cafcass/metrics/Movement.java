package org.cafcass.metrics;

import org.cafcass.model.Code;

/** What became of a figure since another period, by the direction of its measure. */
public enum Movement implements Code {
    /** It moved the way that is better. */
    BETTER,
    /** It moved the other way. */
    WORSE,
    /** The two values are equal. */
    SAME
}
