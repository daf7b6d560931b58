package org.cafcass.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a table's counts, in whole numbers, under which all its totals stay right.
 *
 * <p>A dual simplex method with bounds (Lemke, The dual method of solving the linear programming problem, Naval Research Logistics
 * Quarterly 1, 1954). It begins with the cell in question moved all the way and nothing else moved, which is as cheap as can be but upsets
 * the cell's totals, and sets one upset total right at a time by the cheapest means, undoing the move as far as nothing else helps. So it
 * looks no further than it must, and its work does not grow with the table: only what it touched is held, the inverse of its basis as a
 * product of the steps taken. It reckons in floating point; the totals of what it finds are checked exactly in whole numbers, so that
 * a change that it tells of is always possible. Where the totals form a network (tables by one or two dimensions, hierarchies,
 * further tables that share a total) all corners are whole and what it finds is the greatest change there is; elsewhere it may find a
 * lesser one or none.
 */
final class Moves {
    /** The cost of a cell that cannot change. */
    static final long BARRED = -1;

    private static final int NONE = -1;
    private static final double NO_LIMIT = Double.MAX_VALUE;
    private static final double NOTHING = 1e-7;
    private static final double REWARD = 1e9;
    private static final double PRECISION = 1e-13;

    /**
     * What adds up to nothing: cells with their signs.
     *
     * @param cells the cells
     * @param signs 1 or -1 for each
     */
    record Equation(int[] cells, int[] signs) {}

    /** Changes under which all equations hold; what is in {@code cells}, in ascending order, changes by what is at the same place. */
    record Change(int[] cells, long[] by) {
        private static final Change NOTHING = new Change(new int[0], new long[0]);

        long of(int cell) {
            int place = Arrays.binarySearch(cells, cell);
            return place < 0 ? 0 : by[place];
        }
    }

    /**
     * A step taken: a column that came into the basis for an equation, in terms of the basis before.
     *
     * @param others the other equations that the column stands in
     */
    private record Step(int equation, double pivot, int[] others, double[] factors) {}

    /* Each cell has two columns: the cell upwards at twice its number, and downwards at the next. */
    private final List<Equation> equations;
    private final int[][] equationsOf;
    private final int[][] signsOf;
    private final long[] room;

    private final SparseVector worth;
    private final SparseVector amounts;
    private final int[] basis;
    private final boolean[] isBasic;
    private final boolean[] isFull;
    private final List<Step> steps = new ArrayList<>();
    private final PlaceSet upset;
    private final double[] cost;
    private final int[] costOfCall;
    private int call;
    private final List<Integer> touched = new ArrayList<>();
    private final SparseVector row;
    private final SparseVector column;
    private final SparseVector rowOfCells;
    private final SparseVector changes;

    /**
     * @param equations the changes that are 0 together
     * @param room how far down each cell can go
     */
    Moves(List<Equation> equations, long[] room) {
        this.equations = equations;
        this.room = room;
        int cells = room.length;
        int[] uses = new int[cells];
        equations.forEach(equation -> Arrays.stream(equation.cells).forEach(cell -> uses[cell]++));
        equationsOf = new int[cells][];
        signsOf = new int[cells][];
        for (int cell = 0; cell < cells; cell++) {
            equationsOf[cell] = new int[uses[cell]];
            signsOf[cell] = new int[uses[cell]];
        }
        for (int number = equations.size() - 1; number >= 0; number--) {
            Equation equation = equations.get(number);
            for (int i = 0; i < equation.cells.length; i++) {
                int cell = equation.cells[i];
                equationsOf[cell][--uses[cell]] = number;
                signsOf[cell][uses[cell]] = equation.signs[i];
            }
        }
        worth = new SparseVector(cells);
        amounts = new SparseVector(equations.size());
        basis = new int[equations.size()];
        Arrays.fill(basis, NONE);
        isBasic = new boolean[2 * cells];
        isFull = new boolean[2 * cells];
        upset = new PlaceSet(equations.size());
        cost = new double[cells];
        costOfCall = new int[cells];
        row = new SparseVector(equations.size());
        column = new SparseVector(equations.size());
        rowOfCells = new SparseVector(cells);
        changes = new SparseVector(cells);
    }

    /** The equations that a cell stands in. */
    int[] equationsOf(int cell) {
        return equationsOf[cell];
    }

    /**
     * The change that moves a cell as far as it goes up to a limit, or down to it if the limit is below 0, and of those the cheapest.
     *
     * @param mostSteps how many totals are set right at most; where that is not enough nothing is found
     * @param costs what a change of each cell by 1 costs: more than 0, or {@link #BARRED}
     */
    Change furthest(int cell, long limit, int mostSteps, IntToLongFunction costs) {
        int own = 2 * cell + (limit < 0 ? 1 : 0);
        double ownLimit = limit < 0 ? Math.min(-limit, room[cell]) : limit;
        if (ownLimit == 0) {
            return Change.NOTHING;
        }
        call++;
        isFull[own] = true;
        touched.add(own);
        addTo(amounts, own, -ownLimit);
        Arrays.stream(equationsOf[cell]).forEach(upset::add);
        int equation = mostUpset(own, ownLimit);
        while (equation != NONE && steps.size() < mostSteps && setRight(equation, own, ownLimit, costs)) {
            equation = mostUpset(own, ownLimit);
        }
        Change change = equation == NONE ? change(own, ownLimit) : Change.NOTHING;
        forget();
        return change;
    }

    private double limit(int of, int own, double ownLimit) {
        if (of >> 1 == own >> 1) {
            return of == own ? ownLimit : 0;
        }
        return (of & 1) == 0 ? NO_LIMIT : room[of >> 1];
    }

    /**
     * The equation whose column in the basis is furthest outside its bounds, of several the one touched last; an equation without one is
     * upset by any amount.
     */
    private int mostUpset(int own, double ownLimit) {
        int most = NONE;
        double furthest = 0;
        for (int i = upset.count() - 1; i >= 0; i--) {
            int equation = upset.place(i);
            double amount = amounts.get(equation);
            double limit = basis[equation] == NONE ? 0 : limit(basis[equation], own, ownLimit);
            double outside = Math.max(-amount, amount - limit);
            if (outside < NOTHING) {
                upset.remove(i);
            } else if (outside > furthest * (1 + NOTHING)
                    || outside >= furthest * (1 - NOTHING) && amounts.number(equation) > amounts.number(most)) {
                furthest = outside;
                most = equation;
            }
        }
        return most;
    }

    private double costOf(int cell, IntToLongFunction costs) {
        if (costOfCall[cell] != call) {
            costOfCall[cell] = call;
            cost[cell] = costs.applyAsLong(cell);
        }
        return cost[cell];
    }

    /**
     * Lets the cheapest column into the basis that sets an equation right; cheaper ones that don't do it alone go to their other bound.
     * False if there is none.
     */
    private boolean setRight(int equation, int own, double ownLimit, IntToLongFunction costs) {
        int leaving = basis[equation];
        double limit = leaving == NONE ? 0 : limit(leaving, own, ownLimit);
        boolean isOver = amounts.get(equation) > limit;
        double outside = isOver ? amounts.get(equation) - limit : -amounts.get(equation);
        rowOfInverse(equation, own >> 1, costs);
        Cheapest cheapest = cheapest(isOver, own, costs);
        while (cheapest != null) {
            int of = cheapest.column;
            double most = limit(of, own, ownLimit);
            outside -= cheapest.size * most;
            if (outside <= NOTHING) {
                break;
            }
            addTo(column, of, isFull[of] ? -most : most);
            isFull[of] = !isFull[of];
            touched.add(of);
            cheapest = cheapest(isOver, own, costs);
        }
        if (cheapest != null) {
            inTermsOfBasis(column);
            for (int i = 0; i < column.count(); i++) {
                amounts.add(column.place(i), -column.get(column.place(i)));
                upset.add(column.place(i));
            }
            column.clear();
            for (int i = 0; i < rowOfCells.count(); i++) {
                worth.add(rowOfCells.place(i), cheapest.price * rowOfCells.get(rowOfCells.place(i)));
            }
            enter(cheapest.column, equation, isOver ? limit : 0, limit(cheapest.column, own, ownLimit));
            if (leaving != NONE) {
                isFull[leaving] = isOver;
            }
        }
        column.clear();
        rowOfCells.clear();
        row.clear();
        return cheapest != null;
    }

    /**
     * A column that sets an equation right.
     *
     * @param size how much of it a change of the column by 1 sets right
     * @param price what the equation then costs
     */
    private record Cheapest(int column, double size, double price) {}

    private @Nullable Cheapest cheapest(boolean isOver, int own, IntToLongFunction costs) {
        int best = NONE;
        double bestRatio = 0;
        double bestSize = 0;
        double bestPrice = 0;
        for (int i = 0; i < rowOfCells.count(); i++) {
            int cell = rowOfCells.place(i);
            double size = Math.abs(rowOfCells.get(cell));
            if (size < NOTHING) {
                continue;
            }
            for (int of = 2 * cell; of <= 2 * cell + 1; of++) {
                double sign = (of & 1) == 0 ? 1 : -1;
                boolean isRising = sign * rowOfCells.get(cell) > 0 == isOver;
                if (isBasic[of] || isRising == isFull[of] || cell == own >> 1 && of != own) {
                    continue;
                }
                double price = (of == own ? -REWARD : costOf(cell, costs)) - sign * worth.get(cell);
                double ratio = Math.abs(price) / size;
                double margin = NOTHING + PRECISION * bestRatio;
                if (best == NONE
                        || ratio < bestRatio - margin
                        || ratio <= bestRatio + margin && size > bestSize + NOTHING) {
                    best = of;
                    bestRatio = ratio;
                    bestSize = size;
                    bestPrice = price / (sign * rowOfCells.get(cell));
                }
            }
        }
        return best == NONE ? null : new Cheapest(best, bestSize, bestPrice);
    }

    /** Works out a row of the basis' inverse, and what it is for each cell that can change. */
    private void rowOfInverse(int equation, int own, IntToLongFunction costs) {
        row.set(equation, 1);
        for (int number = steps.size() - 1; number >= 0; number--) {
            Step step = steps.get(number);
            double sum = row.get(step.equation);
            for (int i = 0; i < step.others.length; i++) {
                sum -= row.get(step.others[i]) * step.factors[i];
            }
            if (sum != 0 || row.get(step.equation) != 0) {
                row.set(step.equation, sum / step.pivot);
            }
        }
        for (int i = 0; i < row.count(); i++) {
            int place = row.place(i);
            double factor = row.get(place);
            if (Math.abs(factor) > NOTHING) {
                Equation totals = equations.get(place);
                for (int j = 0; j < totals.cells.length; j++) {
                    int cell = totals.cells[j];
                    if (cell == own || costOf(cell, costs) != BARRED) {
                        rowOfCells.add(cell, factor * totals.signs[j]);
                    }
                }
            }
        }
    }

    private void addTo(SparseVector sum, int of, double amount) {
        int cell = of >> 1;
        double upwards = (of & 1) == 0 ? amount : -amount;
        for (int i = 0; i < equationsOf[cell].length; i++) {
            sum.add(equationsOf[cell][i], upwards * signsOf[cell][i]);
        }
    }

    private void inTermsOfBasis(SparseVector sum) {
        for (Step step : steps) {
            double value = sum.get(step.equation);
            if (value != 0) {
                double inBasis = value / step.pivot;
                sum.set(step.equation, inBasis);
                for (int i = 0; i < step.others.length; i++) {
                    sum.add(step.others[i], -step.factors[i] * inBasis);
                }
            }
        }
    }

    /** Lets a column into the basis, and what it takes the place of go to a bound. */
    private void enter(int entering, int equation, double bound, double enteringLimit) {
        addTo(column, entering, 1);
        inTermsOfBasis(column);
        double pivot = column.get(equation);
        double by = (amounts.get(equation) - bound) / pivot;
        int[] others = new int[column.count()];
        double[] factors = new double[column.count()];
        int count = 0;
        for (int i = 0; i < column.count(); i++) {
            int place = column.place(i);
            double factor = column.get(place);
            if (place != equation && Math.abs(factor) > NOTHING) {
                others[count] = place;
                factors[count++] = factor;
                amounts.add(place, -by * factor);
                upset.add(place);
            }
        }
        column.clear();
        steps.add(new Step(equation, pivot, Arrays.copyOf(others, count), Arrays.copyOf(factors, count)));
        amounts.set(equation, (isFull[entering] ? enteringLimit : 0) + by);
        upset.add(equation);
        isFull[entering] = false;
        if (basis[equation] != NONE) {
            isBasic[basis[equation]] = false;
        }
        isBasic[entering] = true;
        touched.add(entering);
        basis[equation] = entering;
    }

    /** The present change where it is one of whole numbers and all equations hold, else none. */
    private Change change(int own, double ownLimit) {
        for (int i = 0; i < amounts.count(); i++) {
            int equation = amounts.place(i);
            if (basis[equation] != NONE) {
                addChange(basis[equation], amounts.get(equation));
            }
        }
        touched.forEach(of -> addFull(of, own, ownLimit));
        int[] cells = IntStream.range(0, changes.count())
                .map(changes::place)
                .filter(cell -> Math.abs(changes.get(cell)) > NOTHING)
                .sorted()
                .toArray();
        long[] by = Arrays.stream(cells)
                .mapToLong(cell -> Math.round(changes.get(cell)))
                .toArray();
        boolean isWhole = IntStream.range(0, cells.length)
                .allMatch(i -> by[i] != 0
                        && by[i] >= -room[cells[i]]
                        && Math.abs(by[i] - changes.get(cells[i])) <= NOTHING * Math.max(1, Math.abs(by[i])));
        changes.clear();
        Change change = new Change(cells, by);
        return isWhole && holds(change) ? change : Change.NOTHING;
    }

    private void addFull(int of, int own, double ownLimit) {
        if (isFull[of]) {
            addChange(of, limit(of, own, ownLimit));
            isFull[of] = false;
        }
    }

    private void addChange(int of, double amount) {
        changes.add(of >> 1, (of & 1) == 0 ? amount : -amount);
    }

    private boolean holds(Change change) {
        return Arrays.stream(change.cells)
                .flatMap(cell -> Arrays.stream(equationsOf[cell]))
                .distinct()
                .mapToObj(equations::get)
                .allMatch(equation -> IntStream.range(0, equation.cells.length)
                                .mapToLong(i -> equation.signs[i] * change.of(equation.cells[i]))
                                .sum()
                        == 0);
    }

    private void forget() {
        for (int of : touched) {
            isFull[of] = false;
            isBasic[of] = false;
        }
        touched.clear();
        steps.forEach(step -> basis[step.equation] = NONE);
        steps.clear();
        worth.clear();
        upset.clear();
        amounts.clear();
    }
}
