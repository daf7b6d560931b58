package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identifier of a report: an opaque text of 1 to 64 characters, compared exactly.
 *
 * @param value the text as the case system exports it
 */
public record ReportId(@JsonValue String value) implements Identifier {
    /**
     * Makes a report identifier of its text.
     *
     * @throws IllegalArgumentException if the text is empty or longer than 64 characters
     */
    @JsonCreator
    public ReportId {
        Identifier.check(value, "report identifier");
    }
}
