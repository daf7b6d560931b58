package org.cafcass.metrics;

/** The ages over which a case was under observation, packed into the amount that it adds to a tally. */
final class Observation {
    private static final int AGE_BITS = 31;
    private static final long AGE_MASK = (1L << AGE_BITS) - 1;

    private Observation() {}

    static long of(int entryAge, int exitAge, boolean closed) {
        return (long) entryAge << (AGE_BITS + 1) | (long) exitAge << 1 | (closed ? 1 : 0);
    }

    static int entryAge(long observation) {
        return (int) (observation >>> (AGE_BITS + 1));
    }

    static int exitAge(long observation) {
        return (int) (observation >>> 1 & AGE_MASK);
    }

    static boolean closed(long observation) {
        return (observation & 1) == 1;
    }
}
