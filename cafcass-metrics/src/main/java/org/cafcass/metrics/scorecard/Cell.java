package org.cafcass.metrics.scorecard;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.metrics.Breakdown;
import org.cafcass.model.Rating;

/**
 * The rating of an indicator for the nation, a region or an area.
 *
 * @param indicator what is rated
 * @param part the whole, a region or an area
 * @param status whether it is rated
 * @param colour its colour, where it is rated
 * @param judged the number that was rated, unrounded: a value, or a change in percent
 * @param why why it has its colour, or none
 * @param whatWouldChangeIt the numbers at which it would have another colour; empty where it isn't rated
 * @param inARow for how many readings in a row, this one with them, it has had its colour; 0 where it isn't rated
 * @param runRate what it takes to reach the target, where there is one and a value
 * @param entered the latest rating that a person has entered for it
 */
public record Cell(
        Indicator indicator,
        Breakdown part,
        CellStatus status,
        Optional<Colour> colour,
        OptionalDouble judged,
        String why,
        String whatWouldChangeIt,
        int inARow,
        Optional<RunRate> runRate,
        Optional<Rating> entered) {
    /** Whether the rating that a person has entered is another than the computed one; false where one of the two is missing. */
    public boolean disagrees() {
        Optional<Colour> byAPerson = entered.flatMap(Colour::of);
        return byAPerson.isPresent() && colour.isPresent() && !byAPerson.equals(colour);
    }

    Cell of(Breakdown otherPart, Optional<Rating> rating) {
        return new Cell(indicator, otherPart, status, colour, judged, why, whatWouldChangeIt, inARow, runRate, rating);
    }
}
