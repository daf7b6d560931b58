package org.cafcass.model;

/** The kind of a piece of feedback. */
public enum FeedbackKind implements Code {
    /** A reflection on the service. */
    REFLECTION,
    /** A compliment. */
    COMPLIMENT,
    /** A complaint. */
    COMPLAINT
}
