package org.cafcass.model;

/** The kind of a hearing. */
public enum HearingKind implements Code {
    /** The first hearing. */
    FIRST_HEARING,
    /** A case management hearing. */
    CASE_MANAGEMENT,
    /** A dispute resolution appointment. */
    DISPUTE_RESOLUTION,
    /** An issues resolution hearing. */
    ISSUES_RESOLUTION,
    /** The final hearing. */
    FINAL,
    /** Any other hearing. */
    OTHER
}
