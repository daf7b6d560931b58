package org.cafcass.model;

/** Who made a case file audit. */
public enum AuditSource implements Code {
    /** The local manager. */
    LOCAL,
    /** The national improvement service. */
    NATIONAL,
    /** A thematic audit. */
    THEMATIC
}
