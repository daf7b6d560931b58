package org.cafcass.metrics;

import java.util.Comparator;

/** The order of texts by Unicode code point, which is not that of {@link String#compareTo} beyond the basic plane. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean bothBasic = !Character.isSurrogate(l) && !Character.isSurrogate(r);
                boolean bothSurrogate = Character.isSurrogate(l) && Character.isSurrogate(r);
                return bothBasic || bothSurrogate ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
