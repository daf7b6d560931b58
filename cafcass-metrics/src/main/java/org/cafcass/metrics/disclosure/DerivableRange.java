package org.cafcass.metrics.disclosure;

import java.util.OptionalLong;

/**
 * The numbers that a reader can tell a hidden count to be among.
 *
 * @param least the least, in
 * @param greatest the greatest, in; empty where nothing limits it
 */
public record DerivableRange(long least, OptionalLong greatest) {
    /** Whether the range holds at least as many numbers as 1 to 5. */
    public boolean isProtecting() {
        return greatest.isEmpty() || greatest.getAsLong() - least >= LinkedCounts.LEAST_WIDTH;
    }
}
