package org.cafcass.model;

/** The two kinds of family law proceedings. */
public enum Law implements Code {
    /** Public law: a local authority has brought the proceedings. */
    PUBLIC,
    /** Private law: a parent or relative has. */
    PRIVATE
}
