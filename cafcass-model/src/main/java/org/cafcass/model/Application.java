package org.cafcass.model;

import static org.cafcass.model.Law.PRIVATE;
import static org.cafcass.model.Law.PUBLIC;

/** The kind of application that opens a children's case; each belongs to one law. */
public enum Application implements Code {
    /** Care order, Children Act 1989 section 31. */
    S31_CARE(PUBLIC),
    /** Supervision order, Children Act 1989 section 31. */
    S31_SUPERVISION(PUBLIC),
    /** Discharge of a care order. */
    DISCHARGE_OF_CARE_ORDER(PUBLIC),
    /** Emergency protection order. */
    EMERGENCY_PROTECTION(PUBLIC),
    /** Placement order. */
    PLACEMENT_ORDER(PUBLIC),
    /** Adoption order. */
    ADOPTION(PUBLIC),
    /** Secure accommodation order. */
    SECURE_ACCOMMODATION(PUBLIC),
    /** Deprivation of liberty. */
    DEPRIVATION_OF_LIBERTY(PUBLIC),
    /** Any other public law application. */
    OTHER_PUBLIC(PUBLIC),
    /** Child arrangements order, Children Act 1989 section 8. */
    S8_CHILD_ARRANGEMENTS(PRIVATE),
    /** Specific issue order, Children Act 1989 section 8. */
    S8_SPECIFIC_ISSUE(PRIVATE),
    /** Prohibited steps order, Children Act 1989 section 8. */
    S8_PROHIBITED_STEPS(PRIVATE),
    /** Special guardianship order. */
    SPECIAL_GUARDIANSHIP(PRIVATE),
    /** Enforcement of a child arrangements order. */
    ENFORCEMENT(PRIVATE),
    /** Parental order. */
    PARENTAL_ORDER(PRIVATE),
    /** Any other private law application. */
    OTHER_PRIVATE(PRIVATE);

    private final Law law;

    Application(Law law) {
        this.law = law;
    }

    /** The law that this application belongs to. */
    public Law law() {
        return law;
    }
}
