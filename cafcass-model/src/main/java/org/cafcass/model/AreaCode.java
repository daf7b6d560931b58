package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The code of an operational service area: an opaque text of 1 to 64 characters, compared exactly.
 *
 * @param value the text as the case system exports it
 */
public record AreaCode(@JsonValue String value) implements Identifier {
    /**
     * Makes an area code of its text.
     *
     * @throws IllegalArgumentException if the text is empty or longer than 64 characters
     */
    @JsonCreator
    public AreaCode {
        Identifier.check(value, "area code");
    }
}
