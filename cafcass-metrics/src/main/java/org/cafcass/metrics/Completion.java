package org.cafcass.metrics;

import org.cafcass.model.Code;

/** Where a private law case came to its end. */
enum Completion implements Code {
    /** At the first hearing. */
    AT_FIRST_HEARING,
    /** After it: further work had been ordered by the closing. */
    AFTER_FIRST_HEARING
}
