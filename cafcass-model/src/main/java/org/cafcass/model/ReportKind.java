package org.cafcass.model;

/** The kind of a report to the court. */
public enum ReportKind implements Code {
    /** The safeguarding letter before the first hearing in private law. */
    SAFEGUARDING_LETTER,
    /** A welfare report under section 7 of the Children Act 1989. */
    SECTION_7,
    /** An addendum to a section 7 report. */
    SECTION_7_ADDENDUM,
    /** The guardian's case analysis in public law. */
    CASE_ANALYSIS,
    /** A child impact report of the pathfinder courts. */
    CHILD_IMPACT,
    /** A report of a guardian appointed under rule 16.4. */
    RULE_16_4,
    /** Any other report. */
    OTHER
}
