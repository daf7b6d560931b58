package org.cafcass.model.extract;

import org.cafcass.model.Code;

/** Why a row was set aside: a closed list, in the order in which the rules are tried; a row has one reason. */
public enum SetAsideReason implements Code {
    /** Not as many cells as the header. */
    CELL_COUNT,
    /** A required cell is empty; the adviser of a lead or support allocation too. */
    REQUIRED_AND_EMPTY,
    /** Not a day of the calendar written {@code yyyy-MM-dd}. */
    NOT_A_DATE,
    /** Not digits, with a point only between digits; for a count, not digits alone. */
    NOT_A_NUMBER,
    /** A number that the column does not allow. */
    OUT_OF_RANGE,
    /** Not a code word of the column; for a yes or no, neither {@code true} nor {@code false}. */
    UNKNOWN_CODE,
    /** An identifier of more than 64 characters. */
    TOO_LONG,
    /** The application is not of the case's law. */
    APPLICATION_NOT_OF_LAW,
    /** A grade or rating is not of its scale. */
    GRADE_NOT_OF_SCALE,
    /** A case closed before it was received. */
    CLOSED_BEFORE_RECEIVED,
    /** A first hearing before the case was received. */
    FIRST_HEARING_BEFORE_RECEIVED,
    /** A report filed before it was ordered. */
    FILED_BEFORE_ORDERED,
    /** A range that ends before it begins. */
    TO_BEFORE_FROM,
    /** A hearing vacated before it was listed. */
    VACATED_BEFORE_LISTED,
    /** An adviser who left before starting. */
    LEFT_BEFORE_STARTED,
    /** Feedback answered before it was received. */
    RESPONDED_BEFORE_RECEIVED,
    /** A check returned before it was requested. */
    RETURNED_BEFORE_REQUESTED,
    /** Not agreed at most responses at most invited. */
    SURVEY_COUNTS,
    /** A lead, duty or hub allocation that begins before its case was received. */
    ALLOCATION_BEFORE_RECEIVED,
    /** It refers to a row that was itself set aside. */
    REFERS_TO_ROW_SET_ASIDE,
    /** It refers to a row that is not there, or to a table that was not given. */
    REFERS_TO_NOTHING,
    /** An earlier row that was read has the same identifier. */
    REPEATED_IDENTIFIER,
    /** It overlaps another lead, duty or hub allocation of the same case. */
    OVERLAP
}
