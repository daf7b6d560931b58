package org.cafcass.metrics.disclosure;

/** Numbers most of which are 0; it can be gone through, and be made 0 again, at the cost of those that are not. */
final class SparseVector {
    private final double[] values;
    private final boolean[] touched;
    private final int[] places;
    private int count;

    SparseVector(int size) {
        values = new double[size];
        touched = new boolean[size];
        places = new int[size];
    }

    double get(int place) {
        return values[place];
    }

    void set(int place, double value) {
        if (!touched[place]) {
            touched[place] = true;
            places[count++] = place;
        }
        values[place] = value;
    }

    void add(int place, double value) {
        set(place, values[place] + value);
    }

    /** How many places were ever set since it was cleared. */
    int count() {
        return count;
    }

    /** One of the places that were set, in the order in which they were. */
    int place(int number) {
        return places[number];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            values[places[i]] = 0;
            touched[places[i]] = false;
        }
        count = 0;
    }
}
