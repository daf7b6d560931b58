package org.cafcass.model;

/** The kind of team that an adviser or a post belongs to. */
public enum Team implements Code {
    /** Work to first hearing in private law. */
    TO_FIRST_HEARING,
    /** Work after first hearing, public law included. */
    AFTER_FIRST_HEARING,
    /** An allocation or post-assessment hub. */
    HUB,
    /** The national improvement service. */
    IMPROVEMENT
}
