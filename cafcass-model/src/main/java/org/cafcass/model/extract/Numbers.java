package org.cafcass.model.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/** The numbers of one column: bytes where the values are few, ints elsewhere; grows until it is trimmed. */
abstract sealed class Numbers {
    private static final int FIRST_CAPACITY = 64;

    int size;

    private Numbers() {}

    /** Numbers for the values of a column. */
    static Numbers of(ExtractColumn.Kind kind) {
        return switch (kind) {
            case CODE, BOOLEAN -> new Bytes();
            case IDENTIFIER, REFERENCE, TEXT, DATE, COUNT, DECIMAL -> new Ints();
        };
    }

    /** Numbers that are there already; the array is theirs from now on. */
    static Numbers of(int[] numbers) {
        Ints column = new Ints();
        column.values = numbers;
        column.size = numbers.length;
        return column;
    }

    abstract int get(int row);

    abstract void add(int number);

    /** Adds the first so many numbers. */
    abstract void add(int[] numbers, int count);

    abstract void set(int row, int number);

    abstract void reserve(int capacity);

    abstract int[] toArray();

    /** Puts another number in the place of each that isn't absent, in row order. */
    void replaceEach(IntUnaryOperator replacement) {
        for (int row = 0; row < size; row++) {
            if (get(row) != Columns.ABSENT) {
                set(row, replacement.applyAsInt(get(row)));
            }
        }
    }

    abstract void trim();

    /** Keeps the rows of the set, in their order. */
    void retain(BitSet rows) {
        Numbers kept = this instanceof Bytes ? new Bytes() : new Ints();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            kept.add(get(row));
        }
        become(kept);
    }

    abstract void become(Numbers other);

    static int grown(int capacity) {
        return Math.max(FIRST_CAPACITY, Math.addExact(capacity, capacity >> 1));
    }

    private static final class Ints extends Numbers {
        private int[] values = new int[0];

        @Override
        int get(int row) {
            return values[row];
        }

        @Override
        void add(int number) {
            ensure(1);
            values[size++] = number;
        }

        @Override
        void add(int[] numbers, int count) {
            ensure(count);
            System.arraycopy(numbers, 0, values, size, count);
            size += count;
        }

        private void ensure(int more) {
            if (values.length - size < more) {
                values = Arrays.copyOf(values, Math.max(size + more, grown(size)));
            }
        }

        @Override
        void set(int row, int number) {
            values[row] = number;
        }

        @Override
        void reserve(int capacity) {
            if (values.length < capacity) {
                values = Arrays.copyOf(values, capacity);
            }
        }

        @Override
        int[] toArray() {
            return Arrays.copyOf(values, size);
        }

        @Override
        void trim() {
            if (values.length - size > size >> 3) {
                values = toArray();
            }
        }

        @Override
        void become(Numbers other) {
            values = ((Ints) other).values;
            size = other.size;
        }
    }

    private static final class Bytes extends Numbers {
        private static final byte NONE = -1;

        private byte[] values = new byte[0];

        @Override
        int get(int row) {
            byte value = values[row];
            return value == NONE ? Columns.ABSENT : value;
        }

        @Override
        void add(int number) {
            ensure(1);
            values[size++] = number == Columns.ABSENT ? NONE : (byte) number;
        }

        @Override
        void add(int[] numbers, int count) {
            ensure(count);
            for (int i = 0; i < count; i++) {
                values[size + i] = numbers[i] == Columns.ABSENT ? NONE : (byte) numbers[i];
            }
            size += count;
        }

        private void ensure(int more) {
            if (values.length - size < more) {
                values = Arrays.copyOf(values, Math.max(size + more, grown(size)));
            }
        }

        @Override
        void set(int row, int number) {
            values[row] = (byte) number;
        }

        @Override
        void reserve(int capacity) {
            if (values.length < capacity) {
                values = Arrays.copyOf(values, capacity);
            }
        }

        @Override
        int[] toArray() {
            int[] numbers = new int[size];
            for (int row = 0; row < size; row++) {
                numbers[row] = get(row);
            }
            return numbers;
        }

        @Override
        void trim() {
            if (values.length - size > size >> 3) {
                values = Arrays.copyOf(values, size);
            }
        }

        @Override
        void become(Numbers other) {
            values = ((Bytes) other).values;
            size = other.size;
        }
    }
}
