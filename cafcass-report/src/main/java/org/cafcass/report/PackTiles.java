package org.cafcass.report;

import java.util.List;
import java.util.Optional;
import org.cafcass.metrics.Figure;
import org.cafcass.report.PackTable.Was;

/**
 * Figures that stand out; each also stands in a table.
 *
 * @param tiles the figures
 */
record PackTiles(List<Tile> tiles) implements PackBlock {
    /**
     * A figure that stands out.
     *
     * @param figure the figure
     * @param title what it is
     * @param was what it was, where it is compared
     */
    record Tile(Figure figure, String title, Optional<Was> was) {}
}
