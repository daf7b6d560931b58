package org.cafcass.metrics.disclosure;

/** Numbers most of which are 0; it can be gone through, and be made 0 again, at the cost of those that are not. */
final class SparseVector {
    private final double[] values;
    private final int[] numbers;
    private final int[] places;
    private int count;

    SparseVector(int size) {
        values = new double[size];
        numbers = new int[size];
        places = new int[size];
    }

    double get(int place) {
        return values[place];
    }

    void set(int place, double value) {
        if (numbers[place] == 0) {
            places[count++] = place;
            numbers[place] = count;
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

    /** The number of a place in the order in which they were set, from 1; 0 if it was not. */
    int number(int place) {
        return numbers[place];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            values[places[i]] = 0;
            numbers[places[i]] = 0;
        }
        count = 0;
    }
}
