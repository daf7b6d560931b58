package org.cafcass.report;

import java.util.List;

/**
 * A section of a board pack.
 *
 * @param id the name by which it is linked to
 * @param title the title
 * @param introduction what to know before reading it; empty for nothing
 * @param charts its charts
 * @param tables its tables
 */
record PackSection(String id, String title, String introduction, List<PackChart> charts, List<PackTable> tables) {
    static PackSection of(String id, String title, String introduction, List<PackTable> tables) {
        return new PackSection(id, title, introduction, List.of(), tables);
    }
}
