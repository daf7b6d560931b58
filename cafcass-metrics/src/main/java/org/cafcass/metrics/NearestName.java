package org.cafcass.metrics;

import java.util.Collection;
import java.util.Comparator;

/** Error messages for names that nothing has, with the nearest name that something has. */
public final class NearestName {
    private NearestName() {}

    /**
     * {@code Unknown measure: open-case. Maybe open-cases?}, with the known name that fewest edits make of the other; none is near to an
     * empty name.
     *
     * @param thing what is named
     * @param name the name that nothing has
     * @param known the names that there are
     */
    public static String unknown(String thing, String name, Collection<String> known) {
        if (name.isEmpty()) {
            return "Unknown " + thing + ": an empty name";
        }
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> editDistance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(nearest -> "Unknown " + thing + ": " + name + ". Maybe " + nearest + "?")
                .orElse("Unknown " + thing + ": " + name);
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements of one character. */
    private static int editDistance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[to.length()];
    }
}
