package org.cafcass.model;

/** The grade of a case file audit, from the lowest to the highest; each {@link AuditScale} has four of them. */
public enum Grade implements Code {
    /** Inadequate safeguarding for children; of the scale since 2022 only. */
    INADEQUATE,
    /** Requires improvement (to be good). */
    REQUIRES_IMPROVEMENT,
    /** Met the standard; of the scale until 2022 only. */
    MET,
    /** Good. */
    GOOD,
    /** Outstanding. */
    OUTSTANDING
}
