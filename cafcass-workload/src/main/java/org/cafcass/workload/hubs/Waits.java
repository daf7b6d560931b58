package org.cafcass.workload.hubs;

import org.cafcass.model.Code;

/** How a case waits. */
public enum Waits implements Code {
    /** In an allocation or post-assessment hub. */
    IN_HUB,
    /** On duty, with a manager or with nobody. */
    ON_DUTY,
    /** Held in no way at all. */
    UNALLOCATED
}
