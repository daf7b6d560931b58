package org.cafcass.metrics.scorecard;

import org.cafcass.model.Code;

/** What a process-control chart tells of the last month. */
public enum Variation implements Code {
    /** Chance alone explains it. */
    COMMON_CAUSE,
    /** A special cause, the better way. */
    IMPROVEMENT,
    /** A special cause, the worse way. */
    CONCERN
}
