package org.cafcass.model.extract;

import org.jspecify.annotations.Nullable;

/** An extract that cannot be read or written; the message is one line, fit for a user, and tells nothing of a child. */
public final class ExtractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExtractException(String message) {
        super(message);
    }

    ExtractException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
