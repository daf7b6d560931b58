package org.cafcass.workload;

/**
 * Bad input to a workload question: a document with faults, a scheme that is not in effect, a case without a weight, a team without a
 * ceiling. The message is one line, fit for a user.
 */
public final class WorkloadException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Makes one of its message. */
    public WorkloadException(String message) {
        super(message);
    }
}
