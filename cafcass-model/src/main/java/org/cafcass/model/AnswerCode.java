package org.cafcass.model;

/** The answer to an audit question. */
public enum AnswerCode implements Code {
    /** Yes. */
    YES,
    /** Partly. */
    PARTLY,
    /** No. */
    NO,
    /** The question does not apply to the case. */
    NOT_APPLICABLE
}
