package org.cafcass.model.extract;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    static ExtractException cannotRead(String what, IOException cause) {
        return new ExtractException("Cannot read " + what + ": " + reason(cause), cause);
    }

    static ExtractException cannotWrite(String what, IOException cause) {
        return new ExtractException("Cannot write " + what + ": " + reason(cause), cause);
    }

    /** The path in one line. */
    static String name(Path path) {
        return oneLine(path.toString());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : oneLine(message);
    }
}
