package org.cafcass.metrics.scorecard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.model.Pillar;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingScale;

/** The ratings that people have entered up to a day: of several of one thing the latest, of several of its day the worst. */
public final class EnteredRatings {
    private static final Comparator<Rating> LATEST =
            Comparator.comparing(Rating::ratedOn).thenComparing(Rating::rating);

    private final List<Rating> latest;

    private EnteredRatings(Collection<Rating> latest) {
        this.latest = List.copyOf(latest);
    }

    /**
     * The ratings among some that count on a day.
     *
     * @param ratings the ratings that were entered, in any order
     * @param asAt the last day on which one counts
     */
    public static EnteredRatings of(Collection<Rating> ratings, LocalDate asAt) {
        Map<List<Object>, Rating> latest = new LinkedHashMap<>();
        for (Rating rating : ratings) {
            if (!rating.ratedOn().isAfter(asAt)) {
                latest.merge(
                        List.of(rating.scale(), rating.subject(), rating.pillar(), rating.areaCode()),
                        rating,
                        BinaryOperator.maxBy(LATEST));
            }
        }
        return new EnteredRatings(latest.values());
    }

    /** One of each subject on each scale, of each pillar and area: the latest. */
    public List<Rating> latest() {
        return latest;
    }

    /** The rating of progress whose subject is an indicator's name or measure, for a part: its area, or none for the whole. */
    Optional<Rating> of(Indicator indicator, Breakdown part) {
        if (part.value(BreakdownKey.REGION).isPresent()) {
            return Optional.empty();
        }
        return progress(
                        part,
                        rating -> rating.subject().equals(indicator.name())
                                || rating.subject().equals(indicator.measure()))
                .stream()
                .max(LATEST);
    }

    /** The rating of progress of a pillar: the one whose subject is the pillar or the scorecard, without one the worst that is of the pillar. */
    Optional<Rating> of(Scorecard scorecard, Pillar pillar) {
        List<Rating> ofPillar =
                progress(Breakdown.whole(), rating -> rating.pillar().equals(Optional.of(pillar)));
        Optional<Rating> itself = ofPillar.stream()
                .filter(rating -> rating.subject().equals(pillar.code())
                        || rating.subject().equals(scorecard.name()))
                .max(LATEST);
        return itself.isPresent()
                ? itself
                : ofPillar.stream()
                        .max(Comparator.comparing(Rating::rating)
                                .thenComparing(Rating::ratedOn)
                                .thenComparing(Rating::subject));
    }

    private List<Rating> progress(Breakdown part, Predicate<Rating> test) {
        return latest.stream()
                .filter(rating -> rating.scale() == RatingScale.PROGRESS)
                .filter(rating -> rating.areaCode().map(area -> area.value()).equals(part.value(BreakdownKey.AREA)))
                .filter(test)
                .toList();
    }
}
