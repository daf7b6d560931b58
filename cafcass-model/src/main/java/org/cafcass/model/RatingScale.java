package org.cafcass.model;

import java.util.List;

/** A scale of ratings, in the order in which the extract's format lists them. */
public enum RatingScale implements Code {
    /** Progress: good, satisfactory, inadequate. */
    PROGRESS(RatingCode.GOOD, RatingCode.SATISFACTORY, RatingCode.INADEQUATE),
    /** Inspection: outstanding, good, requires improvement, inadequate. */
    INSPECTION(RatingCode.OUTSTANDING, RatingCode.GOOD, RatingCode.REQUIRES_IMPROVEMENT, RatingCode.INADEQUATE),
    /** Assurance: high, reasonable, limited, very limited. */
    ASSURANCE(RatingCode.HIGH, RatingCode.REASONABLE, RatingCode.LIMITED, RatingCode.VERY_LIMITED),
    /** Risk: low, medium, high, very high. */
    RISK(RatingCode.LOW, RatingCode.MEDIUM, RatingCode.HIGH, RatingCode.VERY_HIGH);

    private final List<RatingCode> ratings;

    RatingScale(RatingCode... ratings) {
        this.ratings = List.of(ratings);
    }

    /** The ratings of this scale. */
    public List<RatingCode> ratings() {
        return ratings;
    }
}
