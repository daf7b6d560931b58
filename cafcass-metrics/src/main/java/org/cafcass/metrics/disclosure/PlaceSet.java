package org.cafcass.metrics.disclosure;

/** Some places, each once. */
final class PlaceSet {
    private final boolean[] isIn;
    private final int[] places;
    private int count;

    PlaceSet(int size) {
        isIn = new boolean[size];
        places = new int[size];
    }

    void add(int place) {
        if (!isIn[place]) {
            isIn[place] = true;
            places[count++] = place;
        }
    }

    int count() {
        return count;
    }

    int place(int number) {
        return places[number];
    }

    /** Takes one out; the last one takes its number. */
    void remove(int number) {
        isIn[places[number]] = false;
        places[number] = places[--count];
    }

    void clear() {
        while (count > 0) {
            remove(count - 1);
        }
    }
}
