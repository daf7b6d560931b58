package org.cafcass.model;

/** In what way a children's case is held. */
public enum AllocationKind implements Code {
    /** By the adviser who leads the case. */
    LEAD,
    /** By an adviser who supports the lead. */
    SUPPORT,
    /** Until it can be allocated, by the named manager or by nobody. */
    DUTY,
    /** In an allocation or post-assessment hub. */
    HUB
}
