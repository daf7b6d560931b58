package org.cafcass.model.extract;

/** What a well-formed character beyond ASCII looks like in UTF-8 (Unicode standard, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /** The number of bytes of the character that begins at the position with a negative byte; 0 if it isn't one. */
    static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        if (first < 0xE0) {
            return continues(bytes, at + 1, 0x80, 0xBF) ? 2 : 0;
        }
        if (first < 0xF0) {
            int least = first == 0xE0 ? 0xA0 : 0x80;
            int most = first == 0xED ? 0x9F : 0xBF;
            return continues(bytes, at + 1, least, most) && continues(bytes, at + 2, 0x80, 0xBF) ? 3 : 0;
        }
        int least = first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xF4 ? 0x8F : 0xBF;
        return continues(bytes, at + 1, least, most)
                        && continues(bytes, at + 2, 0x80, 0xBF)
                        && continues(bytes, at + 3, 0x80, 0xBF)
                ? 4
                : 0;
    }

    private static boolean continues(byte[] bytes, int at, int least, int most) {
        int b = bytes[at] & 0xFF;
        return b >= least && b <= most;
    }
}
