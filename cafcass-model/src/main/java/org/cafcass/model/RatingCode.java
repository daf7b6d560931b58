package org.cafcass.model;

/** A rating that a person has entered; each {@link RatingScale} has its own of them. */
public enum RatingCode implements Code {
    /** Outstanding. */
    OUTSTANDING,
    /** Good. */
    GOOD,
    /** Satisfactory. */
    SATISFACTORY,
    /** Requires improvement. */
    REQUIRES_IMPROVEMENT,
    /** Inadequate. */
    INADEQUATE,
    /** Low. */
    LOW,
    /** Medium. */
    MEDIUM,
    /** High. */
    HIGH,
    /** Very high. */
    VERY_HIGH,
    /** Reasonable. */
    REASONABLE,
    /** Limited. */
    LIMITED,
    /** Very limited. */
    VERY_LIMITED
}
