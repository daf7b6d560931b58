package org.cafcass.metrics.scorecard;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Movement;
import org.cafcass.model.Rating;

/**
 * The rating of an indicator for the nation, a region or an area.
 *
 * @param indicator what is rated
 * @param part the whole, a region or an area
 * @param reading what it is rated on: the measure's value, unrounded, with what is beside it
 * @param status whether it is rated
 * @param colour its colour, where it is rated
 * @param judged the number that was rated, unrounded: a value, or a change in percent
 * @param why why it has its colour, or none
 * @param whatWouldChangeIt the numbers at which it would have another colour; empty where it isn't rated
 * @param trend what the months up to it tell
 * @param runRate what it takes to reach the target, where there is one and a value
 * @param entered the latest rating that a person has entered for it
 */
public record Cell(
        Indicator indicator,
        Breakdown part,
        Reading reading,
        CellStatus status,
        Optional<Colour> colour,
        OptionalDouble judged,
        String why,
        String whatWouldChangeIt,
        Trend trend,
        Optional<RunRate> runRate,
        Optional<Rating> entered) {
    /**
     * The measure's value less its previous one, unrounded, in the measure's unit (points where that is percent); empty where one of the
     * two is missing.
     */
    public OptionalDouble change() {
        if (reading.value().isEmpty() || reading.previous().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                reading.value().getAsDouble() - reading.previous().getAsDouble());
    }

    /** Whether the measure's value got better or worse since the previous one, by the indicator's direction; empty as the change. */
    public Optional<Movement> movement() {
        OptionalDouble change = change();
        if (change.isEmpty()) {
            return Optional.empty();
        }
        if (change.getAsDouble() == 0) {
            return Optional.of(Movement.SAME);
        }
        boolean rose = change.getAsDouble() > 0;
        return Optional.of(
                rose == (indicator.better() == Direction.HIGHER_IS_BETTER) ? Movement.BETTER : Movement.WORSE);
    }

    /** Whether the rating that a person has entered is another than the computed one; false where one of the two is missing. */
    public boolean disagrees() {
        Optional<Colour> byAPerson = entered.flatMap(Colour::of);
        return byAPerson.isPresent() && colour.isPresent() && !byAPerson.equals(colour);
    }

    Cell with(Optional<Rating> rating) {
        return new Cell(
                indicator, part, reading, status, colour, judged, why, whatWouldChangeIt, trend, runRate, rating);
    }
}
