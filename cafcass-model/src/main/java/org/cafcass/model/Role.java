package org.cafcass.model;

/** The role of an adviser. */
public enum Role implements Code {
    /** A family court adviser (FCA). */
    FAMILY_COURT_ADVISER,
    /** A practice supervisor. */
    PRACTICE_SUPERVISOR,
    /** A service manager. */
    SERVICE_MANAGER
}
