package org.cafcass.model;

/** How a child was engaged. */
public enum EngagementMode implements Code {
    /** Seen in person. */
    IN_PERSON,
    /** By telephone or video. */
    REMOTE
}
