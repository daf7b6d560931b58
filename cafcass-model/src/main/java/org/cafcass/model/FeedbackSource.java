package org.cafcass.model;

/** Who gave a piece of feedback. */
public enum FeedbackSource implements Code {
    /** A child. */
    CHILD,
    /** An adult family member. */
    ADULT,
    /** A professional. */
    PROFESSIONAL
}
