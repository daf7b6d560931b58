package org.cafcass.metrics.scorecard;

import java.util.Optional;
import org.cafcass.model.Code;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingCode;
import org.cafcass.model.RatingScale;

/** The colour of a cell; each is a rating of the scale {@link RatingScale#PROGRESS} too. The first is the best. */
public enum Colour implements Code {
    /** Good progress: on target. */
    GREEN(RatingCode.GOOD),
    /** Satisfactory progress: issues occur, action is in place. */
    AMBER(RatingCode.SATISFACTORY),
    /** Inadequate progress: not being met, remedial action is required. */
    RED(RatingCode.INADEQUATE);

    private final RatingCode progress;

    Colour(RatingCode progress) {
        this.progress = progress;
    }

    /** The rating on the scale of progress. */
    public RatingCode progress() {
        return progress;
    }

    /** The colour of a rating that a person has entered; empty for one that isn't of the scale of progress. */
    static Optional<Colour> of(Rating rating) {
        for (Colour colour : rating.scale() == RatingScale.PROGRESS ? values() : new Colour[0]) {
            if (colour.progress == rating.rating()) {
                return Optional.of(colour);
            }
        }
        return Optional.empty();
    }
}
