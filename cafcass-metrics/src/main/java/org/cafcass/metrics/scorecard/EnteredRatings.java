package org.cafcass.metrics.scorecard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.model.Pillar;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingScale;

/** The ratings of progress that people have entered up to a day; of several of one thing the latest counts. */
record EnteredRatings(List<Rating> ratings, LocalDate asAt) {
    /** The rating whose subject is an indicator's name or measure, for a part: its area, or none for the whole. */
    Optional<Rating> of(Indicator indicator, Breakdown part) {
        if (part.value(BreakdownKey.REGION).isPresent()) {
            return Optional.empty();
        }
        return latest(rating -> isOf(rating, part)
                && (rating.subject().equals(indicator.name())
                        || rating.subject().equals(indicator.measure())));
    }

    /** The rating of a pillar whose subject is the pillar, or the scorecard. */
    Optional<Rating> of(Scorecard scorecard, Pillar pillar) {
        return latest(rating -> isOf(rating, Breakdown.whole())
                && rating.pillar().equals(Optional.of(pillar))
                && (rating.subject().equals(pillar.code()) || rating.subject().equals(scorecard.name())));
    }

    private static boolean isOf(Rating rating, Breakdown part) {
        return rating.areaCode().map(area -> area.value()).equals(part.value(BreakdownKey.AREA));
    }

    private Optional<Rating> latest(Predicate<Rating> test) {
        return ratings.stream()
                .filter(rating -> rating.scale() == RatingScale.PROGRESS)
                .filter(rating -> !rating.ratedOn().isAfter(asAt))
                .filter(test)
                .max(Comparator.comparing(Rating::ratedOn).thenComparing(Rating::rating));
    }
}
