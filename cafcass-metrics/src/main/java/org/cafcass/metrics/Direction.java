package org.cafcass.metrics;

/** Which way of a measure is better. */
public enum Direction {
    /** A higher value is better. */
    HIGHER_IS_BETTER,
    /** A lower value is better. */
    LOWER_IS_BETTER,
    /** Neither way is better in itself. */
    NEITHER
}
