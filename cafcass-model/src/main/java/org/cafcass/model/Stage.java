package org.cafcass.model;

/** How far a children's case has come: private law cases are to first hearing until one is held or further work is ordered; every other case, public law included, is after first hearing. */
public enum Stage implements Code {
    /** No first hearing held yet, and no further work ordered. */
    TO_FIRST_HEARING,
    /** Every other case. */
    AFTER_FIRST_HEARING
}
