package org.cafcass.report.command;

/** Why a command cannot do what it was asked to, in one line for the user. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
