package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A value of a closed list, written in an extract as a code word: {@code after_first_hearing}. */
public interface Code {
    /** The constant's name. */
    String name();

    /** The code word: the constant's name in lower case. */
    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
