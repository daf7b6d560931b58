package org.cafcass.model;

/** The kind of a safeguarding check. */
public enum CheckKind implements Code {
    /** A level 1 check with the police. */
    POLICE_LEVEL_1,
    /** A level 2 check with the police. */
    POLICE_LEVEL_2,
    /** A check with the local authority. */
    LOCAL_AUTHORITY
}
