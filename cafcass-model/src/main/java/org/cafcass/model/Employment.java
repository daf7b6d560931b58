package org.cafcass.model;

/** How an adviser is employed. */
public enum Employment implements Code {
    /** On a permanent contract. */
    PERMANENT,
    /** Through an agency, for the time being. */
    LOCUM,
    /** Self-employed, by the case. */
    ASSOCIATE
}
