package org.cafcass.metrics.statistics;

/** One side of a line on a chart; of a measure, the side on which it is better. */
public enum Side {
    /** Above the line, or rising. */
    HIGH,
    /** Below the line, or falling. */
    LOW
}
