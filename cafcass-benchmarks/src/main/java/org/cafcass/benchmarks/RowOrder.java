package org.cafcass.benchmarks;

/** The order in which the rows of {@code cases} lie. */
public enum RowOrder {
    /** No order at all. */
    RANDOM,
    /** As the cases were received. */
    RECEIVED
}
