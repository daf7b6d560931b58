package org.cafcass.model.extract;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Stretches of bytes, compared and hashed eight at a time. A short stretch is read together with what stands behind it,
 * so that arrays have {@link #PADDING} bytes to spare.
 */
final class Words {
    /** The bytes that an array has behind the last stretch in it. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Words() {}

    /** The eight bytes from a position on, the first of them lowest. */
    static long at(byte[] bytes, int position) {
        return (long) LONG.get(bytes, position);
    }

    /** The first of up to eight bytes, the rest 0. */
    private static long first(byte[] bytes, int from, int length) {
        return length == 0 ? 0 : at(bytes, from) & -1L >>> (Long.SIZE - Byte.SIZE * length);
    }

    static boolean equal(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        if (length <= Long.BYTES) {
            return first(a, aFrom, length) == first(b, bFrom, length);
        }
        int last = length - Long.BYTES;
        for (int i = 0; i < last; i += Long.BYTES) {
            if (at(a, aFrom + i) != at(b, bFrom + i)) {
                return false;
            }
        }
        return at(a, aFrom + last) == at(b, bFrom + last);
    }

    /** Copies a stretch, and may write over the bytes behind it. */
    static void copy(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        for (int i = 0; i < length; i += Long.BYTES) {
            LONG.set(b, bFrom + i, at(a, aFrom + i));
        }
    }

    static int hash(byte[] bytes, int from, int length) {
        long hash = length;
        if (length <= Long.BYTES) {
            hash = mix(hash ^ first(bytes, from, length));
        } else {
            int last = length - Long.BYTES;
            for (int i = 0; i < last; i += Long.BYTES) {
                hash = mix(hash ^ at(bytes, from + i));
            }
            hash = mix(hash ^ at(bytes, from + last));
        }
        return (int) (hash >>> 32);
    }

    private static long mix(long hash) {
        long product = hash * MULTIPLIER;
        return (product ^ product >>> 32) * MULTIPLIER;
    }
}
