package org.cafcass.workload.forecast;

import java.util.Optional;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Law;

/**
 * The cases that a number is about.
 *
 * @param law their law; empty for both
 * @param area their area; empty for all
 */
public record Part(Optional<Law> law, Optional<AreaCode> area) {
    /** All cases. */
    public static final Part WHOLE = new Part(Optional.empty(), Optional.empty());

    /** The cases of a law. */
    public static Part of(Law law) {
        return new Part(Optional.of(law), Optional.empty());
    }

    /** The cases of an area. */
    public static Part of(AreaCode area) {
        return new Part(Optional.empty(), Optional.of(area));
    }

    /** The cases of a law in an area. */
    public static Part of(Law law, AreaCode area) {
        return new Part(Optional.of(law), Optional.of(area));
    }
}
