package org.cafcass.model;

/** A pillar of the strategic plan. */
public enum Pillar implements Code {
    /** Practice. */
    PRACTICE,
    /** People. */
    PEOPLE,
    /** Partners. */
    PARTNERS
}
