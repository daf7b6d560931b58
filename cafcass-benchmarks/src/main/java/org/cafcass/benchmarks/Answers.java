package org.cafcass.benchmarks;

/** Compares answers. */
final class Answers {
    private static final double TOLERANCE = 1e-9;

    private Answers() {}

    /** Fails unless two answers have the same numbers, to within a billionth. */
    static void requireEqual(String asked, double[] expected, double[] answer) {
        if (expected.length != answer.length) {
            throw new IllegalStateException(
                    "Cannot measure " + asked + ": " + answer.length + " numbers instead of " + expected.length);
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - answer[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
                throw new IllegalStateException("Cannot measure " + asked + ": number " + i + " is " + answer[i]
                        + " instead of " + expected[i]);
            }
        }
    }
}
