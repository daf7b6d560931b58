package org.cafcass.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one count of a publication is of.
 *
 * @param counted the name of the tally
 * @param period the days that it is about
 * @param part the part of the population
 */
record CountedPart(String counted, Period period, Map<BreakdownKey, String> part) {
    CountedPart {
        part = Collections.unmodifiableMap(new TreeMap<>(part));
    }

    CountedPart of(String other) {
        return new CountedPart(other, period, part);
    }

    CountedPart over(Period other) {
        return new CountedPart(counted, other, part);
    }

    CountedPart without(BreakdownKey key) {
        Map<BreakdownKey, String> less = new TreeMap<>(part);
        less.remove(key);
        return new CountedPart(counted, period, less);
    }

    CountedPart with(BreakdownKey key, String value) {
        Map<BreakdownKey, String> more = new TreeMap<>(part);
        more.put(key, value);
        return new CountedPart(counted, period, more);
    }

    Optional<String> value(BreakdownKey key) {
        return Optional.ofNullable(part.get(key));
    }
}
