package org.cafcass.metrics.published;

import java.util.List;

/**
 * One piece of arithmetic that was tried.
 *
 * @param rows the figures that it rests on, by their places in the list that is checked
 * @param exact whether it compares for equality, rather than sets a bound
 * @param holds whether it holds
 * @param finding what it says
 */
public record Trial(List<Integer> rows, boolean exact, boolean holds, String finding) {
    /** Makes a trial. */
    public Trial {
        rows = List.copyOf(rows);
    }
}
