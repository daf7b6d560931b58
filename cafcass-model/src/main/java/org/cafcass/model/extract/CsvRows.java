package org.cafcass.model.extract;

/** The rows of a CSV file. */
final class CsvRows {
    /** The most bytes that a row has, without the line's end. */
    static final int MAXIMUM_ROW_BYTES = 1 << 20;

    private CsvRows() {}
}
