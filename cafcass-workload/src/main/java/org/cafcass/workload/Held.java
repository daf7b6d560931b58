package org.cafcass.workload;

import java.util.Arrays;

/** The open cases that one adviser holds: their rows, and the numbers of their kinds. */
final class Held {
    private int size;
    private int[] rows = new int[16];
    private int[] kinds = new int[16];

    void add(int row, int kind) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        rows[size] = row;
        kinds[size++] = kind;
    }

    int size() {
        return size;
    }

    int row(int index) {
        return rows[index];
    }

    int kind(int index) {
        return kinds[index];
    }
}
