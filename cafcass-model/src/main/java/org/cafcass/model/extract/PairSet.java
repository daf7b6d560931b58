package org.cafcass.model.extract;

/** A set of pairs of numbers, 0 or more each. */
final class PairSet {
    private static final int FIRST_SLOTS = 64;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[FIRST_SLOTS];
    private int size;

    /** Adds a pair; returns whether it is new. */
    boolean add(int first, int second) {
        long pair = ((long) first << 32 | second) + 1;
        if (!put(slots, pair)) {
            return false;
        }
        if (++size > slots.length >> 1) {
            long[] wider = new long[slots.length * 2];
            for (long each : slots) {
                if (each != 0) {
                    put(wider, each);
                }
            }
            slots = wider;
        }
        return true;
    }

    private static boolean put(long[] slots, long pair) {
        int mask = slots.length - 1;
        int slot = (int) (pair * MULTIPLIER >>> 32) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (slots[slot] == pair) {
                return false;
            }
        }
        slots[slot] = pair;
        return true;
    }
}
