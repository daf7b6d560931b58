package org.cafcass.model.synthetic;

import org.cafcass.model.AllocationKind;
import org.jspecify.annotations.Nullable;

/** Who holds a case on a day, and in what way; nobody holds a case that waits for its allocation. */
record Holder(@Nullable AllocationKind kind, @Nullable AdviserFile adviser) {
    static final Holder NOBODY = new Holder(null, null);

    static Holder lead(AdviserFile adviser) {
        return new Holder(AllocationKind.LEAD, adviser);
    }
}
