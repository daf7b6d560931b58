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
     * look at the table, one that is there the look at its bytes as well, and nothing is allocated for either. A text's
     * place in the table goes by the highest bits of its hash, so that texts taken by those bits touch the table from
     * one end to the other: a look into a large table at random waits for memory, and the more so on virtual machines.
     */
    private static final int FIRST_SLOTS = 64;
    private static final int PART_BITS = 8;

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
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
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
        int slot = slot(hash);
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

    /** Adds a text to a line: unseen, not to be found, also one that is empty or there already. */
    int append(byte[] bytes, int from, int to) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        if (end > pool.length - Words.PADDING) {
            int doubled = pool.length > 1 << 30 ? Integer.MAX_VALUE - Words.PADDING : pool.length * 2;
            pool = Arrays.copyOf(pool, Math.max(Math.addExact(end, Words.PADDING), doubled));
        }
        Words.copy(bytes, from, pool, start, to - from);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Numbers.grown(size));
        }
        ends[size] = end;
        return size++;
    }

    private int slot(int hash) {
        return hash >>> Integer.numberOfLeadingZeros(slots.length) + 1;
    }

    /**
     * Makes this dictionary, which has no texts yet, that of the texts of a line; empty ones are absent. The line is used
     * up.
     *
     * @return the number of each text of the line, or {@link Columns#ABSENT}
     */
    int[] takeLine(Dictionary line) {
        int[] first = line.firstOfEach();
        int[] numbers = new int[line.size];
        int distinct = 0;
        for (int i = 0; i < line.size; i++) {
            numbers[i] = first[i] == i ? distinct++ : first[i] < 0 ? Columns.ABSENT : numbers[first[i]];
        }
        slots = line.slots;
        if (distinct == line.size) {
            pool = line.pool;
            ends = line.ends;
            size = line.size;
            return numbers;
        }
        for (int i = 0; i < line.size; i++) {
            if (first[i] == i) {
                append(line.pool, line.start(i), line.ends[i]);
            }
        }
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0) {
                slots[slot] = slots[slot] >>> 32 << 32 | numbers[(int) slots[slot] - 1] + 1;
            }
        }
        return numbers;
    }

    /* Of each text of this line the position of the first that is equal, -1 for an empty one; makes the table of those. */
    private int[] firstOfEach() {
        slots = new long[slotsFor(size)];
        int mask = slots.length - 1;
        int[] first = new int[size];
        Arrays.setAll(first, i -> start(i) == ends[i] ? -1 : i);
        for (long hashed : inOrderOfHighestBits()) {
            int i = (int) hashed;
            int hash = (int) (hashed >>> 32);
            int slot = slot(hash);
            for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
                if ((int) (entry >>> 32) == hash && is((int) entry - 1, pool, start(i), ends[i])) {
                    first[i] = (int) entry - 1;
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                slots[slot] = hashed + 1;
            }
        }
        return first;
    }

    /* Of each text that isn't empty (hash << 32 | position), by the highest bits of the hash, then by position. */
    private long[] inOrderOfHighestBits() {
        int[] hashes = new int[size];
        int[] next = new int[(1 << PART_BITS) + 1];
        int start = 0;
        for (int i = 0; i < size; i++) {
            int end = ends[i];
            if (start < end) {
                hashes[i] = Words.hash(pool, start, end - start);
                next[(hashes[i] >>> Integer.SIZE - PART_BITS) + 1]++;
            }
            start = end;
        }
        for (int part = 0; part < 1 << PART_BITS; part++) {
            next[part + 1] += next[part];
        }
        long[] order = new long[next[1 << PART_BITS]];
        for (int i = 0; i < size; i++) {
            if (start(i) < ends[i]) {
                order[next[hashes[i] >>> Integer.SIZE - PART_BITS]++] = (long) hashes[i] << 32 | i;
            }
        }
        return order;
    }

    private static int slotsFor(int texts) {
        int least = Math.max(FIRST_SLOTS, texts > 1 << 29 ? 1 << 30 : texts * 2);
        return Integer.highestOneBit(least - 1) * 2;
    }

    /** Makes room for so many texts in a line. */
    void reserve(int texts) {
        if (texts > ends.length) {
            ends = Arrays.copyOf(ends, texts);
        }
    }

    private void widen() {
        long[] narrow = slots;
        slots = new long[narrow.length * 2];
        int mask = slots.length - 1;
        for (long entry : narrow) {
            if (entry != 0) {
                int slot = slot((int) (entry >>> 32));
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
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
