package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table of an extract as columns of ints, in row order.
 *
 * <p>What the number in a column says goes by its {@link ExtractColumn#kind() kind}:
 *
 * <ul>
 *   <li>date: the epoch day;
 *   <li>code: the ordinal of the enum constant;
 *   <li>yes or no: 1 or 0;
 *   <li>count: the number itself;
 *   <li>reference: the row in the referenced table;
 *   <li>identifier, text: the position of the value in {@link #texts}; decimal: in {@link #decimals}. Equal values have
 *       equal numbers, 0 to one less than there are distinct values.
 * </ul>
 *
 * <p>An absent value is {@link #ABSENT}; an absent {@code high_risk} is 0, as the format has it mean false. Decimals are
 * equal when value and decimal places are. Immutable.
 */
public final class Columns {
    /** Stands for a value that is absent. */
    public static final int ABSENT = Integer.MIN_VALUE;

    private final ExtractTable table;
    private final int size;
    private final Numbers[] numbers;
    private final @Nullable Dictionary[] dictionaries;
    private final List<@Nullable List<BigDecimal>> decimals;

    Columns(
            ExtractTable table,
            int size,
            Numbers[] numbers,
            @Nullable Dictionary[] dictionaries,
            List<@Nullable List<BigDecimal>> decimals) {
        this.table = table;
        this.size = size;
        this.numbers = numbers;
        this.dictionaries = dictionaries;
        this.decimals = decimals;
    }

    ExtractTable table() {
        return table;
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /**
     * The numbers of a column, one a row: a fresh copy.
     *
     * @throws IllegalArgumentException if the table has no column of the name
     */
    public int[] toArray(String column) {
        return numbers[table.indexOf(column)].toArray();
    }

    /**
     * The number of a column in a row.
     *
     * @throws IllegalArgumentException if the table has no column of the name
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int get(String column, int row) {
        return number(table.indexOf(column), Objects.checkIndex(row, size));
    }

    /**
     * The text behind each number of an identifier or text column; each call of {@code get} on it makes a string.
     *
     * @throws IllegalArgumentException if the table has no such column of identifiers or texts
     */
    public List<String> texts(String column) {
        Dictionary dictionary = dictionaries[table.indexOf(column)];
        if (dictionary == null) {
            throw new IllegalArgumentException("Invalid text column of " + table.fileName() + ": " + column);
        }
        return dictionary.texts();
    }

    /**
     * The decimal behind each number of a decimal column.
     *
     * @throws IllegalArgumentException if the table has no such column of decimals
     */
    public List<BigDecimal> decimals(String column) {
        List<BigDecimal> values = decimals.get(table.indexOf(column));
        if (values == null) {
            throw new IllegalArgumentException("Invalid decimal column of " + table.fileName() + ": " + column);
        }
        return values;
    }

    int number(int column, int row) {
        return numbers[column].get(row);
    }

    Dictionary dictionary(int column) {
        return Objects.requireNonNull(dictionaries[column]);
    }

    BigDecimal decimal(int column, int row) {
        return Objects.requireNonNull(decimals.get(column)).get(number(column, row));
    }

    /** Whether the object is the same table with the same values in the same rows. */
    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof Columns other) || table != other.table || size != other.size) {
            return false;
        }
        for (int column = 0; column < numbers.length; column++) {
            if (!sameValues(other, column)) {
                return false;
            }
        }
        return true;
    }

    /* Values are numbered in row order, so that equal columns have equal numbers. */
    private boolean sameValues(Columns other, int column) {
        for (int row = 0; row < size; row++) {
            if (number(column, row) != other.number(column, row)) {
                return false;
            }
        }
        Dictionary texts = dictionaries[column];
        return (texts == null || texts.sameTexts(other.dictionary(column)))
                && Objects.equals(decimals.get(column), other.decimals.get(column));
    }

    @Override
    public int hashCode() {
        int hash = table.fileName().hashCode() * 31 + size;
        for (Numbers column : numbers) {
            for (int row = 0; row < size; row++) {
                hash = hash * 31 + column.get(row);
            }
        }
        return hash;
    }

    /** Returns the table's name and its number of rows. */
    @Override
    public String toString() {
        return table.fileName() + "[" + size + " rows]";
    }
}
