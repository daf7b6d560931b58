package org.cafcass.metrics.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cafcass.metrics.Breakdown;
import org.cafcass.model.Pillar;
import org.cafcass.model.Rating;

/** A scorecard with its cells. */
public final class RatedScorecard {
    private final Scorecard scorecard;
    private final List<Cell> cells;
    private final EnteredRatings entered;

    RatedScorecard(Scorecard scorecard, List<Cell> cells, EnteredRatings entered) {
        this.scorecard = scorecard;
        this.cells = List.copyOf(cells);
        this.entered = entered;
    }

    /** The scorecard. */
    public Scorecard scorecard() {
        return scorecard;
    }

    /** The cells by indicator, each for the whole, then the regions, then the areas; a whole or region without a figure before all. */
    public List<Cell> cells() {
        return cells;
    }

    /** The cells of a part: the whole, a region or an area. */
    public List<Cell> cells(Breakdown part) {
        return cells.stream().filter(cell -> cell.part().equals(part)).toList();
    }

    /** The cells where the rating that a person has entered is another than the computed one. */
    public List<Cell> disagreements() {
        return cells.stream().filter(Cell::disagrees).toList();
    }

    /** The colour of a pillar: the worst of its indicators for the whole; empty where none is rated. */
    public Optional<Colour> colour(Pillar pillar) {
        return cells(Breakdown.whole()).stream()
                .filter(cell -> cell.indicator().pillar().equals(Optional.of(pillar)))
                .flatMap(cell -> cell.colour().stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * The rating of a pillar that a person has entered: the latest whose subject is the pillar or the scorecard; without one the worst of
     * those of the pillar, of each subject the latest.
     */
    public Optional<Rating> entered(Pillar pillar) {
        return entered.of(scorecard, pillar);
    }

    /** Whether the rating of a pillar that a person has entered is another than the computed one; false where one is missing. */
    public boolean disagrees(Pillar pillar) {
        Optional<Colour> byAPerson = entered(pillar).flatMap(Colour::of);
        return byAPerson.isPresent() && colour(pillar).isPresent() && !byAPerson.equals(colour(pillar));
    }
}
