package org.cafcass.workload.allocation;

import org.cafcass.model.Code;

/** What a plan may do that it otherwise never does. */
public enum Permission implements Code {
    /** Give a case to an adviser of another area. */
    OUT_OF_AREA,
    /** Give a case to an adviser of another team than its stage's. */
    OUT_OF_TEAM,
    /** Give an adviser more than the capacity. */
    PAST_CEILING
}
