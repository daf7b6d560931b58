package org.cafcass.workload;

import java.math.BigDecimal;

/**
 * One step of an explanation: what was done, and what stands after it.
 *
 * @param words what was done
 * @param points the points that stand after it
 */
public record Step(String words, BigDecimal points) {
    /** The step on one line: {@code rule 16.4: x 1.2 = 4.8}. */
    @Override
    public String toString() {
        return words + " = " + points.stripTrailingZeros().toPlainString();
    }
}
