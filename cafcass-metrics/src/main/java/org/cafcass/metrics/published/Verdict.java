package org.cafcass.metrics.published;

import org.cafcass.model.Code;

/** What the check says of a published figure. */
public enum Verdict implements Code {
    /** At least one piece of arithmetic that could have failed holds, and none fails. */
    CONSISTENT,
    /** The numbers as printed cannot all be true: with themselves, or with another figure of the document. */
    INCONSISTENT,
    /** Possible, but far off what the document's other figures say of the same thing. */
    IMPLAUSIBLE,
    /** Nothing that is printed decides. */
    UNDETERMINED
}
