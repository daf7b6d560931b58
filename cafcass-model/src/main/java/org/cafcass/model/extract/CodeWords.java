package org.cafcass.model.extract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cafcass.model.Code;

/** The words that the cells of a column may hold, found by their bytes, in any case. */
final class CodeWords {
    /** Not one of the words. */
    static final int NONE = -1;

    private final Dictionary lowerCase = new Dictionary();
    private final byte[][] words;

    private CodeWords(Stream<String> words) {
        this.words = words.map(CodeWords::bytes).toArray(byte[][]::new);
        for (byte[] word : this.words) {
            lowerCase.intern(word, 0, length(word));
        }
    }

    /** The code words; what is found is the code's ordinal. */
    static CodeWords of(List<? extends Code> codes) {
        return new CodeWords(codes.stream().map(Code::code));
    }

    /** {@code false}, found as 0, and {@code true}, found as 1. */
    static CodeWords ofTruth() {
        return new CodeWords(Stream.of("false", "true"));
    }

    private static byte[] bytes(String word) {
        return Arrays.copyOf(word.getBytes(StandardCharsets.US_ASCII), word.length() + Words.PADDING);
    }

    private static int length(byte[] word) {
        return word.length - Words.PADDING;
    }

    /** The position of the word, or {@link #NONE}. */
    int find(byte[] bytes, int from, int to) {
        int word = lowerCase.find(bytes, from, to);
        for (int i = 0; word < 0 && i < words.length; i++) {
            if (length(words[i]) == to - from && equalsIgnoreCase(bytes, from, words[i])) {
                word = i;
            }
        }
        return word;
    }

    /* Only A to Z have a case here. */
    private static boolean equalsIgnoreCase(byte[] bytes, int from, byte[] word) {
        for (int i = 0; i < length(word); i++) {
            int b = bytes[from + i];
            if (b != word[i] && (b < 'A' || b > 'Z' || b + ('a' - 'A') != word[i])) {
                return false;
            }
        }
        return true;
    }
}
