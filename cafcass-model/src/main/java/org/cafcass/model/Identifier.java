package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

/** An opaque text that names one row of an extract's table. */
public sealed interface Identifier permits AreaCode, AdviserId, CaseId, ChildId, ReportId, AuditId, FeedbackId {
    /** The most characters (Unicode code points) that an identifier has. */
    int MAXIMUM_LENGTH = 64;

    /** The text, as the case system exports it. */
    String value();

    /** Fails unless the text has 1 to 64 characters; the text itself stays out of the message. */
    static void check(String value, String thing) {
        int length = value.codePointCount(0, value.length());
        checkArgument(length >= 1 && length <= MAXIMUM_LENGTH, "Invalid %s: %s characters, not 1 to 64", thing, length);
    }
}
