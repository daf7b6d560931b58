package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identifier of a children's case: an opaque text of 1 to 64 characters, compared exactly.
 *
 * @param value the text as the case system exports it
 */
public record CaseId(@JsonValue String value) implements Identifier {
    /**
     * Makes a children's case identifier of its text.
     *
     * @throws IllegalArgumentException if the text is empty or longer than 64 characters
     */
    @JsonCreator
    public CaseId {
        Identifier.check(value, "children's case identifier");
    }
}
