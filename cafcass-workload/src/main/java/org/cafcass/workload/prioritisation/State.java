package org.cafcass.workload.prioritisation;

import org.cafcass.model.Code;

/** How an area stands in a month. */
public enum State implements Code {
    /** Not prioritising, and not close to it. */
    NOT_NEEDED,
    /** Not prioritising, but a trigger holds, and what it takes to activate does too, or would with one trigger more. */
    FINELY_BALANCED,
    /** What it takes to activate has held for long enough: prioritisation begins with this month. */
    ACTIVATE,
    /** Prioritising since an earlier month. */
    ACTIVE,
    /** What it takes to deactivate has held for long enough: prioritisation ends with this month. */
    DEACTIVATE;

    /** Whether the area prioritises in the month. */
    public boolean isPrioritising() {
        return this == ACTIVATE || this == ACTIVE || this == DEACTIVATE;
    }
}
