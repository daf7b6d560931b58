package org.cafcass.model.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cafcass.model.Code;

/** The code words of a column, found by the bytes of a cell. */
final class CodeWords {
    /*
     * Words in lower case, as nearly all are, are found by a hash; a miss compares with each word, whatever the case.
     */
    private static final int SLOTS = 64;

    private final byte[][] words;
    private final byte[] slots = new byte[SLOTS];

    CodeWords(List<? extends Code> codes) {
        words = codes.stream()
                .map(code -> code.code().getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        Arrays.fill(slots, (byte) -1);
        for (int i = words.length - 1; i >= 0; i--) {
            slots[slot(words[i], 0, words[i].length)] = (byte) i;
        }
    }

    /** The ordinal of the code, or {@link CellParser#INVALID}. */
    int find(byte[] bytes, int from, int to) {
        int guess = slots[slot(bytes, from, to)];
        if (guess >= 0 && Arrays.equals(words[guess], 0, words[guess].length, bytes, from, to)) {
            return guess;
        }
        for (int i = 0; i < words.length; i++) {
            if (CellParser.equalsIgnoreCase(bytes, from, to, words[i])) {
                return i;
            }
        }
        return CellParser.INVALID;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        int hash = length * 31 + bytes[from] * 7 + bytes[from + (length >> 1)] * 17 + bytes[to - 1] * 3;
        return (hash ^ hash >>> 6) & SLOTS - 1;
    }
}
