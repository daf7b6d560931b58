package org.cafcass.report;

import java.util.List;
import java.util.Optional;

/**
 * Findings in words.
 *
 * @param title what they have in common
 * @param tone whether they are good or bad news
 * @param items one a finding
 */
record PackList(String title, Tone tone, List<Item> items) implements PackBlock {
    /** How a list is marked. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /**
     * A finding.
     *
     * @param lead what it is about
     * @param defined the name under which the definition of its figure stands, where it has one
     * @param text what was found
     */
    record Item(String lead, Optional<String> defined, String text) {}
}
