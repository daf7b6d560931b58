package org.cafcass.model.extract;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Distinct texts as UTF-8 bytes, each with a number: 0, 1, 2 ... in the order in which they came. */
final class Dictionary {
    /*
     * One pool of bytes and an open-addressing table of (hash << 32 | number + 1): a text that isn't there costs one
     * look at the table, one that is there the look at its bytes as well, and nothing is allocated for either.
     */
    private static final int FIRST_SLOTS = 64;

    private byte[] pool = new byte[256];
    private int[] ends = new int[16];
    private int size;
    private long[] slots = new long[FIRST_SLOTS];

    int size() {
        return size;
    }

    /** The number of the text, or -1. */
    int find(byte[] bytes, int from, int to) {
        int hash = Words.hash(bytes, from, to - from);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            long entry = slots[slot];
            if (entry == 0) {
                return -1;
            }
            if ((int) (entry >>> 32) == hash && is((int) entry - 1, bytes, from, to)) {
                return (int) entry - 1;
            }
        }
    }

    /** The number of the text, which is a new one if it wasn't there. */
    int intern(byte[] bytes, int from, int to) {
        int hash = Words.hash(bytes, from, to - from);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && is((int) entry - 1, bytes, from, to)) {
                return (int) entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        int number = append(bytes, from, to);
        slots[slot] = (long) hash << 32 | size;
        if (size > slots.length >> 1) {
            widen();
        }
        return number;
    }

    private int append(byte[] bytes, int from, int to) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        if (end > pool.length - Words.PADDING) {
            int doubled = pool.length > 1 << 30 ? Integer.MAX_VALUE - Words.PADDING : pool.length * 2;
            pool = Arrays.copyOf(pool, Math.max(Math.addExact(end, Words.PADDING), doubled));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Numbers.grown(size));
        }
        ends[size] = end;
        return size++;
    }

    private void widen() {
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (long entry : slots) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (wider[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = entry;
            }
        }
        slots = wider;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private boolean is(int number, byte[] bytes, int from, int to) {
        int start = start(number);
        return ends[number] - start == to - from && Words.equal(pool, start, bytes, from, to - from);
    }

    byte[] bytes() {
        return pool;
    }

    /** Where the text of the number begins in {@link #bytes()}. */
    int from(int number) {
        return start(number);
    }

    /** Where the text of the number ends in {@link #bytes()}. */
    int to(int number) {
        return ends[number];
    }

    String text(int number) {
        int start = start(number);
        return new String(pool, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    /** Lets go of what only finding and growing need. */
    void trim() {
        slots = new long[0];
        pool = Arrays.copyOf(pool, start(size) + Words.PADDING);
        ends = Arrays.copyOf(ends, size);
    }

    /** The texts by number. */
    List<String> texts() {
        return new Texts(this);
    }

    boolean sameTexts(Dictionary other) {
        return size == other.size
                && Arrays.equals(ends, 0, size, other.ends, 0, size)
                && Arrays.equals(pool, 0, start(size), other.pool, 0, start(size));
    }

    private static final class Texts extends AbstractList<String> implements RandomAccess {
        private final Dictionary dictionary;

        Texts(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        @Override
        public String get(int number) {
            return dictionary.text(Objects.checkIndex(number, dictionary.size));
        }

        @Override
        public int size() {
            return dictionary.size;
        }
    }
}
