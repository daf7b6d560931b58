package org.cafcass.workload;

import org.cafcass.model.Code;

/** How an adviser's or a team's load stands to its capacity. */
public enum Band implements Code {
    /** A load without capacity: never 0%. */
    NO_CAPACITY,
    /** No load. */
    NO_WORK,
    /** Below the near level. */
    WITHIN,
    /** From the near level to the over level, both in. */
    NEAR,
    /** Above the over level. */
    OVER
}
