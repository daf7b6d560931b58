package org.cafcass.metrics.published;

/** One of the numbers of a figure that add up over its parts. */
enum Side {
    VALUE("value"),
    PREVIOUS("previous"),
    CHANGE("change");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
