package org.cafcass.model;

import static org.cafcass.model.Grade.GOOD;
import static org.cafcass.model.Grade.INADEQUATE;
import static org.cafcass.model.Grade.MET;
import static org.cafcass.model.Grade.OUTSTANDING;
import static org.cafcass.model.Grade.REQUIRES_IMPROVEMENT;

import java.util.List;

/** A scale of audit grades. */
public enum AuditScale implements Code {
    /** Inadequate, requires improvement, good, outstanding. */
    SINCE_2022(INADEQUATE, REQUIRES_IMPROVEMENT, GOOD, OUTSTANDING),
    /** Requires improvement, met, good, outstanding. */
    UNTIL_2022(REQUIRES_IMPROVEMENT, MET, GOOD, OUTSTANDING);

    private final List<Grade> grades;

    AuditScale(Grade... grades) {
        this.grades = List.of(grades);
    }

    /** The grades of this scale, from the lowest to the highest. */
    public List<Grade> grades() {
        return grades;
    }
}
