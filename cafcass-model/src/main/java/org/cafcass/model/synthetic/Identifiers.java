package org.cafcass.model.synthetic;

/** Opaque identifiers: a letter and eight characters that tell nothing of the order they were made in; none comes twice. */
final class Identifiers {
    private static final char[] SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final long MASK = (1L << 40) - 1;
    private static final long ODD = 0x9E3779B97F4A7C15L & MASK;

    private final char letter;
    private final long key;
    private long made;

    Identifiers(char letter, Draw draw) {
        this.letter = letter;
        this.key = draw.bits() & MASK;
    }

    String next() {
        // each step can be undone on 40 bits, so that different numbers stay different
        long x = (made++ + key) & MASK;
        x = (x * ODD) & MASK;
        x ^= x >>> 19;
        x = (x * ODD) & MASK;
        x ^= x >>> 21;
        char[] text = new char[9];
        text[0] = letter;
        for (int i = 1; i < text.length; i++) {
            text[i] = SYMBOLS[(int) (x & 31)];
            x >>>= 5;
        }
        return new String(text);
    }
}
