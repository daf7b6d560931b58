package org.cafcass.metrics.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * Changes of a table's counts, in whole numbers, under which all its totals stay right.
 *
 * <p>A primal simplex method with bounds that starts at no change at all. It reckons in floating point; of the corners that it
 * passes it keeps the furthest one of whole numbers, for which the totals are then checked exactly, so that a change that it tells of is
 * always possible. Where the totals form a network (tables by one or two dimensions, hierarchies, further tables that share a total) all
 * corners are whole and what it finds is the greatest change there is; elsewhere it may find a lesser one. It takes the column of the
 * greatest gain, and after many steps of no length the first one, by Bland's rule, which keeps it from going round in circles.
 */
final class Moves {
    static final long NO_LIMIT = Long.MAX_VALUE / 4;
    private static final int NO_COLUMN = -1;
    private static final double NOTHING = 1e-7;

    private final int columns;
    private final List<Row> equations;
    private final double[] lower;
    private final double[] upper;
    private final double[] change;
    private final double[][] rows;
    private final int[] basicColumns;
    private final boolean[] basic;
    private int standingStill;

    /**
     * Changes that are 0 together.
     *
     * @param columns the columns
     * @param signs 1 or -1 for each
     */
    record Row(int[] columns, int[] signs) {}

    /**
     * @param equations the changes that are 0 together
     * @param lower the least change of each column, at most 0
     * @param upper the greatest change of each column, at least 0
     */
    Moves(List<Row> equations, double[] lower, double[] upper) {
        this.columns = lower.length;
        this.equations = equations;
        this.lower = lower;
        this.upper = upper;
        this.change = new double[columns];
        this.basic = new boolean[columns];
        rows = new double[equations.size()][columns];
        basicColumns = new int[rows.length];
        Arrays.fill(basicColumns, NO_COLUMN);
        int[] uses = new int[columns];
        for (int row = 0; row < rows.length; row++) {
            Row equation = equations.get(row);
            for (int i = 0; i < equation.columns.length; i++) {
                rows[row][equation.columns[i]] = equation.signs[i];
                uses[equation.columns[i]]++;
            }
        }
        for (int row = 0; row < rows.length; row++) {
            for (int column : equations.get(row).columns) {
                if (uses[column] == 1 && basicColumns[row] == NO_COLUMN) {
                    enter(row, column);
                }
            }
        }
        for (int row = 0; row < rows.length; row++) {
            int fewest = NO_COLUMN;
            for (int column = 0; column < columns && basicColumns[row] == NO_COLUMN; column++) {
                if (rows[row][column] != 0 && (fewest == NO_COLUMN || uses[column] < uses[fewest])) {
                    fewest = column;
                }
            }
            if (fewest != NO_COLUMN) {
                pivot(row, fewest);
            }
        }
    }

    /** The greatest change of a column up to a limit, or the least down to it if the limit is below 0, and with it all others. */
    long[] towards(int column, long limit) {
        long[] objective = new long[columns];
        objective[column] = Long.signum(limit);
        return towards(column, limit, objective);
    }

    /** The change that maximises an objective, while a column's own change stays between 0 and a limit. */
    long[] towards(int column, long limit, long[] objective) {
        double ownLower = lower[column];
        double ownUpper = upper[column];
        lower[column] = Math.max(ownLower, Math.min(limit, 0));
        upper[column] = Math.min(ownUpper, Math.max(limit, 0));
        Arrays.fill(change, 0);
        standingStill = 0;
        double[] gains = gains(objective);
        long[] furthest = new long[columns];
        while (step(gains)) {
            if (standingStill == 0) {
                furthest = wholeOr(furthest);
            }
        }
        lower[column] = ownLower;
        upper[column] = ownUpper;
        return furthest;
    }

    /** The present change where it is one of whole numbers and all equations hold, else another one. */
    private long[] wholeOr(long[] other) {
        long[] whole = new long[columns];
        for (int column = 0; column < columns; column++) {
            whole[column] = Math.round(change[column]);
            if (Math.abs(whole[column] - change[column]) > NOTHING * Math.max(1, Math.abs(change[column]))
                    || whole[column] < lower[column]
                    || whole[column] > upper[column]) {
                return other;
            }
        }
        for (Row equation : equations) {
            long sum = 0;
            for (int i = 0; i < equation.columns.length; i++) {
                sum += equation.signs[i] * whole[equation.columns[i]];
            }
            if (sum != 0) {
                return other;
            }
        }
        return whole;
    }

    /** Takes a step that improves the objective; false if there is none. */
    private boolean step(double[] gains) {
        int best = NO_COLUMN;
        for (int column = 0; column < columns; column++) {
            boolean improves = !basic[column]
                    && Math.abs(gains[column]) > NOTHING
                    && room(column, Math.signum(gains[column])) > NOTHING;
            if (improves && (best == NO_COLUMN || Math.abs(gains[column]) > Math.abs(gains[best]))) {
                best = column;
                if (standingStill > columns) {
                    break;
                }
            }
        }
        if (best == NO_COLUMN) {
            return false;
        }
        move(best, Math.signum(gains[best]), gains);
        return standingStill <= 4 * columns;
    }

    /** How much a step of 1 of each column, and all that follows from it, adds to the objective. */
    private double[] gains(long[] objective) {
        double[] gains = Arrays.stream(objective).asDoubleStream().toArray();
        for (int row = 0; row < rows.length; row++) {
            int inBasis = basicColumns[row];
            if (inBasis != NO_COLUMN && objective[inBasis] != 0) {
                subtract(gains, objective[inBasis], rows[row], filled(rows[row]));
            }
        }
        return gains;
    }

    private double room(int column, double direction) {
        return direction > 0 ? upper[column] - change[column] : change[column] - lower[column];
    }

    /** Moves a column as far as it goes and lets it into the basis where another stops it. */
    private void move(int column, double direction, double[] gains) {
        double step = room(column, direction);
        int stop = NO_COLUMN;
        for (int row = 0; row < rows.length; row++) {
            double coefficient = rows[row][column];
            if (coefficient == 0) {
                continue;
            }
            double fits =
                    Math.max(0, room(basicColumns[row], -Math.signum(coefficient) * direction)) / Math.abs(coefficient);
            boolean nearer = fits < step - NOTHING;
            boolean alike = Math.abs(fits - step) <= NOTHING && stop != NO_COLUMN && isBefore(row, stop, column);
            if (nearer || alike) {
                step = Math.min(step, fits);
                stop = row;
            }
        }
        standingStill = step > NOTHING ? 0 : standingStill + 1;
        change[column] += direction * step;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row][column] != 0) {
                change[basicColumns[row]] -= rows[row][column] * direction * step;
            }
        }
        if (stop != NO_COLUMN) {
            pivot(stop, column);
            subtract(gains, gains[column], rows[stop], filled(rows[stop]));
        }
    }

    /** Of two rows that stop a step alike: the one with the greater pivot, then the one of the earlier column. */
    private boolean isBefore(int row, int other, int column) {
        double size = Math.abs(rows[row][column]) - Math.abs(rows[other][column]);
        return Math.abs(size) > NOTHING && standingStill <= columns
                ? size > 0
                : basicColumns[row] < basicColumns[other];
    }

    private void pivot(int row, int column) {
        int[] filled = enter(row, column);
        for (int other = 0; other < rows.length; other++) {
            if (other != row && rows[other][column] != 0) {
                subtract(rows[other], rows[other][column], rows[row], filled);
                rows[other][column] = 0;
            }
        }
    }

    /** Lets a column into the basis for a row, and tells what of the row is filled. */
    private int[] enter(int row, int column) {
        double[] pivotRow = rows[row];
        double pivot = pivotRow[column];
        int[] filled = filled(pivotRow);
        for (int i : filled) {
            pivotRow[i] /= pivot;
        }
        if (basicColumns[row] != NO_COLUMN) {
            basic[basicColumns[row]] = false;
        }
        basicColumns[row] = column;
        basic[column] = true;
        return filled;
    }

    private static int[] filled(double[] row) {
        int count = 0;
        int[] filled = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                filled[count++] = i;
            }
        }
        return Arrays.copyOf(filled, count);
    }

    private static void subtract(double[] from, double factor, double[] row, int[] filled) {
        for (int i : filled) {
            double left = from[i] - factor * row[i];
            from[i] = Math.abs(left) < NOTHING ? 0 : left;
        }
    }
}
