package org.cafcass.metrics;

import org.cafcass.model.Code;

/** Who holds an open case. */
enum Holder implements Code {
    /** A permanent family court adviser leads it. */
    PERMANENT_ADVISER,
    /** A locum family court adviser leads it. */
    LOCUM_ADVISER,
    /** An associate family court adviser leads it. */
    ASSOCIATE_ADVISER,
    /** A practice supervisor leads it. */
    SUPERVISOR,
    /** A service manager leads it. */
    MANAGER,
    /** Who leads it is not employed. */
    LEFT,
    /** It is held on duty. */
    DUTY,
    /** It is held in a hub. */
    HUB,
    /** Nobody holds it. */
    UNALLOCATED
}
