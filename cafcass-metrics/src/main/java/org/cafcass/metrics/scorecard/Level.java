package org.cafcass.metrics.scorecard;

import java.util.Set;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.model.Code;

/** What a cell is about: the nation, one region or one area. */
public enum Level implements Code {
    /** The nation: all areas together. */
    NATIONAL("the nation", Set.of()),
    /** One region. */
    REGION("one region", Set.of(BreakdownKey.REGION)),
    /** One service area. */
    AREA("one area", Set.of(BreakdownKey.AREA));

    private final String words;
    private final Set<BreakdownKey> keys;

    Level(String words, Set<BreakdownKey> keys) {
        this.words = words;
        this.keys = keys;
    }

    /** It in words: {@code one area}. */
    String words() {
        return words;
    }

    /** The keys of a part of this level. */
    Set<BreakdownKey> keys() {
        return keys;
    }

    /** The level of a part. */
    static Level of(Breakdown part) {
        return part.value(BreakdownKey.AREA).isPresent()
                ? AREA
                : part.value(BreakdownKey.REGION).isPresent() ? REGION : NATIONAL;
    }
}
