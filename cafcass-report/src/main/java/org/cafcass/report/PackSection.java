package org.cafcass.report;

import java.util.List;

/**
 * A section of a board pack.
 *
 * @param id the name by which it is linked to
 * @param title the title
 * @param introduction what to know before reading it; empty for nothing
 * @param blocks what it is made of, in order
 */
record PackSection(String id, String title, String introduction, List<PackBlock> blocks) {
    PackSection {
        blocks = List.copyOf(blocks);
    }
}
