package org.cafcass.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Changes of a table's counts, in whole numbers, under which all its totals stay right.
 *
 * <p>A primal simplex method with bounds that starts at no change at all and takes whole steps on pivots of 1 and -1 only, so
 * that every change it finds is one of whole numbers. Where the totals form a network (tables by one or two dimensions,
 * hierarchies, further tables that share a total) all pivots are 1 or -1 and what it finds is the greatest change there is;
 * elsewhere it may find a lesser one, never one that is impossible. It takes the column of the greatest gain, and after many steps of no
 * length the first one, by Bland's rule, which keeps it from going round in circles.
 */
final class Moves {
    static final long NO_LIMIT = Long.MAX_VALUE / 4;
    private static final int NO_COLUMN = -1;

    private final int columns;
    private final long[] lower;
    private final long[] upper;
    private final long[] change;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> basicColumns = new ArrayList<>();
    private final boolean[] basic;
    private int standingStill;

    /**
     * @param equations each a coefficient for every column; the changes times the coefficients are 0 together
     * @param lower the least change of each column, at most 0
     * @param upper the greatest change of each column, at least 0
     */
    Moves(List<long[]> equations, long[] lower, long[] upper) {
        this.columns = lower.length;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.change = new long[columns];
        this.basic = new boolean[columns];
        for (long[] equation : equations) {
            rows.add(equation.clone());
            basicColumns.add(NO_COLUMN);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns; column++) {
                if (Math.abs(rows.get(row)[column]) == 1) {
                    pivot(row, column);
                    break;
                }
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
        long ownLower = lower[column];
        long ownUpper = upper[column];
        lower[column] = Math.max(ownLower, Math.min(limit, 0));
        upper[column] = Math.min(ownUpper, Math.max(limit, 0));
        Arrays.fill(change, 0);
        standingStill = 0;
        long[] gains = gains(objective);
        boolean[] blocked = new boolean[columns];
        while (step(gains, blocked)) {}
        lower[column] = ownLower;
        upper[column] = ownUpper;
        return change.clone();
    }

    /** Takes a step that improves the objective; false if there is none. */
    private boolean step(long[] gains, boolean[] blocked) {
        int best = NO_COLUMN;
        for (int column = 0; column < columns; column++) {
            int direction = Long.signum(gains[column]);
            boolean improves = !basic[column] && !blocked[column] && direction != 0 && room(column, direction) > 0;
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
        if (move(best, Long.signum(gains[best]), gains)) {
            Arrays.fill(blocked, false);
        } else {
            blocked[best] = true;
        }
        return true;
    }

    /** How much a step of 1 of each column, and all that follows from it, adds to the objective. */
    private long[] gains(long[] objective) {
        long[] gains = objective.clone();
        for (int row = 0; row < rows.size(); row++) {
            int inBasis = basicColumns.get(row);
            if (inBasis != NO_COLUMN && objective[inBasis] != 0) {
                subtract(gains, objective[inBasis], rows.get(row), filled(rows.get(row)));
            }
        }
        return gains;
    }

    private long room(int column, int direction) {
        return direction > 0 ? upper[column] - change[column] : change[column] - lower[column];
    }

    /** Moves a column as far as it goes and lets it into the basis where another stops it; false if neither can be done. */
    private boolean move(int column, int direction, long[] gains) {
        long step = room(column, direction);
        int stop = NO_COLUMN;
        for (int row = 0; row < rows.size(); row++) {
            long coefficient = rows.get(row)[column];
            if (coefficient == 0) {
                continue;
            }
            int inBasis = basicColumns.get(row);
            if (inBasis == NO_COLUMN) {
                return false;
            }
            long fits = room(inBasis, -Long.signum(coefficient) * direction) / Math.abs(coefficient);
            boolean better = fits < step || fits == step && stop != NO_COLUMN && isBefore(row, stop, column);
            if (better) {
                step = fits;
                stop = row;
            }
        }
        standingStill = step > 0 ? 0 : standingStill + 1;
        if (step > 0) {
            for (int row = 0; row < rows.size(); row++) {
                long coefficient = rows.get(row)[column];
                if (coefficient != 0) {
                    change[basicColumns.get(row)] -= coefficient * direction * step;
                }
            }
            change[column] += direction * step;
        }
        if (stop != NO_COLUMN && Math.abs(rows.get(stop)[column]) == 1) {
            pivot(stop, column);
            subtract(gains, gains[column], rows.get(stop), filled(rows.get(stop)));
            return true;
        }
        return step > 0;
    }

    /** Of two rows that stop a step alike: the one with a pivot of 1 or -1, then the one of the earlier column. */
    private boolean isBefore(int row, int other, int column) {
        boolean unit = Math.abs(rows.get(row)[column]) == 1;
        boolean otherUnit = Math.abs(rows.get(other)[column]) == 1;
        return unit != otherUnit ? unit : basicColumns.get(row) < basicColumns.get(other);
    }

    private void pivot(int row, int column) {
        long[] pivotRow = rows.get(row);
        if (pivotRow[column] < 0) {
            for (int i = 0; i < columns; i++) {
                pivotRow[i] = -pivotRow[i];
            }
        }
        int[] filled = filled(pivotRow);
        for (int other = 0; other < rows.size(); other++) {
            long[] otherRow = rows.get(other);
            if (other != row && otherRow[column] != 0) {
                subtract(otherRow, otherRow[column], pivotRow, filled);
            }
        }
        if (basicColumns.get(row) != NO_COLUMN) {
            basic[basicColumns.get(row)] = false;
        }
        basicColumns.set(row, column);
        basic[column] = true;
    }

    private static int[] filled(long[] row) {
        int count = 0;
        int[] filled = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                filled[count++] = i;
            }
        }
        return Arrays.copyOf(filled, count);
    }

    private static void subtract(long[] from, long factor, long[] row, int[] filled) {
        for (int i : filled) {
            from[i] = Math.subtractExact(from[i], Math.multiplyExact(factor, row[i]));
        }
    }
}
