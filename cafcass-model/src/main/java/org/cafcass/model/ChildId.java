package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identifier of a child: an opaque text of 1 to 64 characters, compared exactly.
 *
 * @param value the text as the case system exports it
 */
public record ChildId(@JsonValue String value) implements Identifier {
    /**
     * Makes a child identifier of its text.
     *
     * @throws IllegalArgumentException if the text is empty or longer than 64 characters
     */
    @JsonCreator
    public ChildId {
        Identifier.check(value, "child identifier");
    }

    /** Returns a text without the identifier, so that a child's identity reaches no log. */
    @Override
    public String toString() {
        return "ChildId[withheld]";
    }
}
