package org.cafcass.workload.hubs;

import org.cafcass.model.Code;

/** A clock that runs while a case waits; of two with as many days left the first binds. */
public enum Clock implements Code {
    /** A case that may not wait is due on the first day of its wait. */
    NOT_TO_WAIT,
    /** A case is allocated 8 weeks before its report is due: 56 days before the agreed date of the earliest unfiled report. */
    BEFORE_FILING,
    /** A case waits at most 20 weeks: it is due 140 days after the first day of its wait. */
    LONGEST_WAIT,
    /**
     * A waiting case is reviewed every 14 days. An extract has no reviews: each is taken as held on its day, and the next one not before
     * the as-at day is due.
     */
    REVIEW
}
