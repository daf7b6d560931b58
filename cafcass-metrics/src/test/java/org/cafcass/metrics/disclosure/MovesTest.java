package org.cafcass.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.cafcass.metrics.disclosure.Moves.Change;
import org.cafcass.metrics.disclosure.Moves.Equation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {
    private static final int ENOUGH = 10_000;
    private static final long FAR = 1L << 40;

    /* A total, cell 0, of three parts. */
    private static final List<Equation> TOTAL = List.of(equation(1, 0, -1, 1, -1, 2, -1, 3));

    /**
     * Cell 1 upwards: part 2 goes down for 1 each as far as it can, then the total goes up for 3 each; part 3 costs 5 and is left alone.
     * Downwards: cell 1 itself can go down by 2, and part 2 goes up.
     */
    @ParameterizedTest
    @CsvSource({
        "4, '{1=4, 2=-4}'",
        "5, '{1=5, 2=-5}'",
        "7, '{0=2, 1=7, 2=-5}'",
        "-1, '{1=-1, 2=1}'",
        "-2, '{1=-2, 2=2}'",
        "-9, '{1=-2, 2=2}'",
        "0, '{}'"
    })
    void takesTheCheapestWayAndWhenThatIsUsedUpTheNext(long limit, String change) {
        Moves moves = new Moves(TOTAL, new long[] {9, 2, 5, 8});

        assertThat(shown(moves.furthest(1, limit, ENOUGH, costs(3, 1, 1, 5)))).isEqualTo(change);
    }

    /** Where no other cell can change there is no change, and none downwards of a cell that is as low as it goes. */
    @Test
    void findsNothingWhereThereIsNoChange() {
        Moves moves = new Moves(TOTAL, new long[] {9, 0, 5, 8});
        long barred = Moves.BARRED;

        assertThat(shown(moves.furthest(1, 4, ENOUGH, costs(barred, barred, barred, barred))))
                .isEqualTo("{}");
        assertThat(shown(moves.furthest(1, -4, ENOUGH, costs(1, 1, 1, 1)))).isEqualTo("{}");
        assertThat(shown(moves.furthest(1, FAR, ENOUGH, costs(barred, 1, 1, barred))))
                .isEqualTo("{1=5, 2=-5}");
        assertThat(moves.furthest(1, 4, ENOUGH, costs(barred, barred, barred, barred))
                        .of(1))
                .isZero();
    }

    /** With a total that may rise nothing keeps a part from rising: it goes to the limit, however far, to the last unit. */
    @ParameterizedTest
    @CsvSource({"1099511627776", "1099511627775", "999999999999"})
    void goesAsFarAsTheLimitWhereNothingElseHolds(long limit) {
        Moves moves = new Moves(TOTAL, new long[] {9, 2, 5, 8});

        assertThat(shown(moves.furthest(1, limit, ENOUGH, costs(1, 1, Moves.BARRED, Moves.BARRED))))
                .isEqualTo("{0=" + limit + ", 1=" + limit + "}");
    }

    /** A cell that stands in no equation moves by itself. */
    @Test
    void aCellWithoutATotalMovesAlone() {
        Moves moves = new Moves(TOTAL, new long[] {9, 2, 5, 8, 3});

        assertThat(shown(moves.furthest(4, 6, ENOUGH, costs(1, 1, 1, 1, 1)))).isEqualTo("{4=6}");
        assertThat(shown(moves.furthest(4, -6, ENOUGH, costs(1, 1, 1, 1, 1)))).isEqualTo("{4=-3}");
    }

    /** The four corners of a rectangle go up and down in turn; equations that say the same twice, or follow from others, change nothing. */
    @Test
    void setsRowsAndColumnsRightAlsoWhereTheySayTheSameTwice() {
        List<Equation> equations = new ArrayList<>(rowsAndColumns(2, 2));
        equations.addAll(rowsAndColumns(2, 2));
        Moves moves = new Moves(equations, new long[] {5, 3, 5, 5});

        assertThat(shown(moves.furthest(0, 4, ENOUGH, costs(1, 1, 1, 1)))).isEqualTo("{0=3, 1=-3, 2=-3, 3=3}");
        assertThat(shown(moves.furthest(0, -9, ENOUGH, costs(1, 1, 1, 1)))).isEqualTo("{0=-5, 1=5, 2=5, 3=-5}");
    }

    /**
     * All costs alike, and all rooms: every choice of the method is between equals, the case in which a simplex method can go round in
     * circles. Over the lines of a square the first cell can rise by all that another cell of its row, and one of its column, can fall.
     */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "6, 5", "12, 11", "25, 24"})
    void comesToAnEndWhereEveryChoiceIsBetweenEquals(int size, long furthest) {
        long[] room = new long[size * size];
        Arrays.fill(room, 1);
        Moves moves = new Moves(rowsAndColumns(size, size), room);

        Change change = moves.furthest(0, FAR, ENOUGH, cell -> 7);

        assertThat(change.of(0)).isEqualTo(furthest);
        assertThat(Arrays.stream(change.by()).map(Math::abs).sum()).isEqualTo(4 * furthest);
    }

    /**
     * Assignments of four to four are so degenerate that a simplex method can go round in circles on them (Gassner, Cycling in the
     * transportation problem, Naval Research Logistics Quarterly 11, 1964). The cheapest of this one is found by trying all 24.
     */
    @Test
    void findsTheCheapestAssignment() {
        long[][] costs = {{3, 5, 5, 11}, {9, 7, 9, 15}, {7, 7, 11, 13}, {13, 13, 13, 17}};
        /* Cell 0 asks each row and each column for one unit of the sixteen cells behind it. */
        List<Equation> equations = new ArrayList<>();
        for (int line = 0; line < 4; line++) {
            int[] row = {1, 0, -1, 0, -1, 0, -1, 0, -1, 0};
            int[] column = row.clone();
            for (int i = 0; i < 4; i++) {
                row[2 * i + 3] = 1 + 4 * line + i;
                column[2 * i + 3] = 1 + 4 * i + line;
            }
            equations.add(equation(row));
            equations.add(equation(column));
        }
        Moves moves = new Moves(equations, new long[17]);

        Change change = moves.furthest(0, 1, ENOUGH, cell -> cell == 0 ? 1 : costs[(cell - 1) / 4][(cell - 1) % 4]);

        long cheapest = Long.MAX_VALUE;
        for (int a = 0; a < 256; a++) {
            int[] to = {a & 3, a >> 2 & 3, a >> 4 & 3, a >> 6};
            if (Arrays.stream(to).distinct().count() == 4) {
                long cost =
                        IntStream.range(0, 4).mapToLong(i -> costs[i][to[i]]).sum();
                cheapest = Math.min(cheapest, cost);
            }
        }
        assertThat(change.of(0)).isEqualTo(1);
        assertThat(change.by()).containsOnly(1).hasSize(5);
        assertThat(Arrays.stream(change.cells())
                        .filter(cell -> cell > 0)
                        .mapToLong(cell -> costs[(cell - 1) / 4][(cell - 1) % 4])
                        .sum())
                .isEqualTo(cheapest);
    }

    /** Cell 0 is twice cell 1: there is no whole change by 3. What is told is then nothing, never half a case. */
    @Test
    void tellsNoChangeThatIsNotOfWholeNumbers() {
        Moves moves = new Moves(List.of(equation(1, 0, -1, 1, -1, 2), equation(1, 1, -1, 2)), new long[] {9, 9, 9});

        assertThat(shown(moves.furthest(0, 3, ENOUGH, costs(1, 1, 1)))).isEqualTo("{}");
        assertThat(shown(moves.furthest(0, 4, ENOUGH, costs(1, 1, 1)))).isEqualTo("{0=4, 1=2, 2=2}");
    }

    /** Three steps are needed, for three equations: with two it finds nothing, and is as good as new for the next question. */
    @Test
    void givesUpAfterTheMostSteps() {
        Moves moves = new Moves(
                List.of(equation(1, 0, -1, 1), equation(1, 1, -1, 2), equation(1, 2, -1, 3)), new long[] {9, 9, 9, 9});

        assertThat(shown(moves.furthest(0, 5, 2, costs(1, 1, 1, 1)))).isEqualTo("{}");
        assertThat(shown(moves.furthest(0, 5, 3, costs(1, 1, 1, 1)))).isEqualTo("{0=5, 1=5, 2=5, 3=5}");
        assertThat(shown(moves.furthest(3, -5, 3, costs(1, 1, 1, 1)))).isEqualTo("{0=-5, 1=-5, 2=-5, 3=-5}");
    }

    /** Tables by one and two dimensions with totals, some cells missing: the furthest and the cheapest, as another simplex has them. */
    @Property(tries = 400)
    void isAsFarAndAsCheapAsAnotherSimplexHasIt(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int rows,
            @ForAll @IntRange(min = 2, max = 6) int columns) {
        Random random = new Random(seed);
        List<Equation> equations = tableWithTotals(random, rows, columns);
        int cells = (rows + 1) * (columns + 1);
        long[] room = random.longs(cells, 0, 9).toArray();
        Moves moves = new Moves(equations, room);

        for (int question = 0; question < 4; question++) {
            long[] costs = IntStream.range(0, cells)
                    .mapToLong(cell ->
                            random.nextInt(4) == 0 ? Moves.BARRED : 1 + random.nextInt(random.nextBoolean() ? 3 : 50))
                    .toArray();
            int own = random.nextInt(cells);
            long limit = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(12));
            Change change = moves.furthest(own, limit, ENOUGH, cell -> costs[cell]);

            assertPossible(change, equations, room, costs, own, limit);
            OtherSimplex other = new OtherSimplex(equations, room, costs, own, limit);
            double furthest = other.furthest();
            assertThat((double) Math.abs(change.of(own))).isCloseTo(furthest, within(1e-6));
            assertThat((double) cost(change, costs, own)).isCloseTo(other.cheapest(furthest), within(1e-6));
        }
    }

    /** Where totals overlap in other ways what is found may be nothing or not the furthest, but is always possible. */
    @Property(tries = 400)
    void tellsOfPossibleChangesAloneWhereTotalsAreNoNetwork(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 9) int cells) {
        Random random = new Random(seed);
        List<Equation> equations = new ArrayList<>();
        for (int number = 0; number < 1 + cells / 2; number++) {
            int[] some = IntStream.range(0, cells)
                    .filter(cell -> random.nextInt(3) > 0)
                    .toArray();
            equations.add(new Equation(
                    some,
                    Arrays.stream(some)
                            .map(cell -> random.nextBoolean() ? 1 : -1)
                            .toArray()));
        }
        long[] room = random.longs(cells, 0, 9).toArray();
        long[] costs = random.longs(cells, 1, 9).toArray();
        int own = random.nextInt(cells);
        long limit = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(12));

        Change change = new Moves(equations, room).furthest(own, limit, ENOUGH, cell -> costs[cell]);

        assertPossible(change, equations, room, costs, own, limit);
    }

    private static void assertPossible(
            Change change, List<Equation> equations, long[] room, long[] costs, int own, long limit) {
        assertThat(change.cells()).isSorted();
        assertThat(change.of(own) * Long.signum(limit)).isBetween(0L, Math.abs(limit));
        for (int i = 0; i < change.cells().length; i++) {
            int cell = change.cells()[i];
            assertThat(change.by()[i]).isNotZero().isGreaterThanOrEqualTo(-room[cell]);
            assertThat(cell == own || costs[cell] != Moves.BARRED).isTrue();
        }
        assertThat(equations)
                .allSatisfy(equation -> assertThat(IntStream.range(0, equation.cells().length)
                                .mapToLong(i -> equation.signs()[i] * change.of(equation.cells()[i]))
                                .sum())
                        .isZero());
    }

    private static long cost(Change change, long[] costs, int own) {
        return Arrays.stream(change.cells())
                .filter(cell -> cell != own)
                .mapToLong(cell -> costs[cell] * Math.abs(change.of(cell)))
                .sum();
    }

    /** The same programme for another library's simplex: how far each cell goes up, then how far each goes down. */
    private record OtherSimplex(List<Equation> equations, long[] room, long[] costs, int own, long limit) {
        double furthest() {
            return optimum(new double[2 * room.length], 1, GoalType.MAXIMIZE, List.of());
        }

        double cheapest(double moved) {
            double[] cost = new double[2 * room.length];
            for (int cell = 0; cell < room.length; cell++) {
                cost[cell] = cell == own ? 0 : Math.max(0, costs[cell]);
                cost[room.length + cell] = cost[cell];
            }
            double[] itself = new double[2 * room.length];
            itself[ownColumn()] = 1;
            return optimum(
                    cost,
                    0,
                    GoalType.MINIMIZE,
                    List.of(new LinearConstraint(itself, Relationship.EQ, Math.rint(moved))));
        }

        private int ownColumn() {
            return limit > 0 ? own : room.length + own;
        }

        private double optimum(double[] goal, double ofOwn, GoalType type, List<LinearConstraint> further) {
            goal[ownColumn()] += ofOwn;
            List<LinearConstraint> constraints = new ArrayList<>(further);
            for (Equation equation : equations) {
                double[] sum = new double[2 * room.length];
                for (int i = 0; i < equation.cells().length; i++) {
                    sum[equation.cells()[i]] += equation.signs()[i];
                    sum[room.length + equation.cells()[i]] -= equation.signs()[i];
                }
                constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
            }
            for (int cell = 0; cell < room.length; cell++) {
                boolean mayMove = cell == own || costs[cell] != Moves.BARRED;
                boolean mayRise = mayMove && (cell != own || limit > 0);
                boolean mayFall = mayMove && (cell != own || limit < 0);
                double most = cell == own ? Math.abs(limit) : Double.POSITIVE_INFINITY;
                bound(constraints, cell, mayRise ? most : 0);
                bound(constraints, room.length + cell, mayFall ? Math.min(most, room[cell]) : 0);
            }
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(goal, 0),
                            new LinearConstraintSet(constraints),
                            type,
                            new NonNegativeConstraint(true))
                    .getValue();
        }

        private void bound(List<LinearConstraint> constraints, int column, double most) {
            if (most < Double.POSITIVE_INFINITY) {
                double[] one = new double[2 * room.length];
                one[column] = 1;
                constraints.add(new LinearConstraint(one, Relationship.LEQ, most));
            }
        }
    }

    /* The last row and the last column are the totals; a cell in five stands in no total, as if it were always 0. */
    private static List<Equation> tableWithTotals(Random random, int rows, int columns) {
        boolean[] missing = new boolean[(rows + 1) * (columns + 1)];
        for (int cell = 0; cell < missing.length; cell++) {
            boolean inner = cell / (columns + 1) < rows && cell % (columns + 1) < columns;
            missing[cell] = inner && random.nextInt(5) == 0;
        }
        List<Equation> equations = new ArrayList<>();
        for (int row = 0; row <= rows; row++) {
            int first = row * (columns + 1);
            equations.add(total(IntStream.rangeClosed(first, first + columns), missing));
        }
        for (int column = 0; column <= columns; column++) {
            int first = column;
            equations.add(total(IntStream.rangeClosed(0, rows).map(row -> first + row * (columns + 1)), missing));
        }
        return equations;
    }

    /* The last is the total of the others. */
    private static Equation total(IntStream line, boolean[] missing) {
        int[] cells = line.filter(cell -> !missing[cell]).toArray();
        int[] signs = new int[cells.length];
        Arrays.fill(signs, -1);
        signs[cells.length - 1] = 1;
        return new Equation(cells, signs);
    }

    /** Rows and columns that each add up to what they were. */
    private static List<Equation> rowsAndColumns(int rows, int columns) {
        List<Equation> equations = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            equations.add(sum(IntStream.range(first, first + columns)));
        }
        for (int column = 0; column < columns; column++) {
            int first = column;
            equations.add(sum(IntStream.range(0, rows).map(row -> first + row * columns)));
        }
        return equations;
    }

    private static Equation sum(IntStream line) {
        int[] cells = line.toArray();
        int[] signs = new int[cells.length];
        Arrays.fill(signs, 1);
        return new Equation(cells, signs);
    }

    /** An equation of signs, each before its cell. */
    private static Equation equation(int... signsAndCells) {
        int[] cells = new int[signsAndCells.length / 2];
        int[] signs = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            signs[i] = signsAndCells[2 * i];
            cells[i] = signsAndCells[2 * i + 1];
        }
        return new Equation(cells, signs);
    }

    private static IntToLongFunction costs(long... costs) {
        return cell -> costs[cell];
    }

    /** A change as {@code {cell=by, ...}}. */
    private static String shown(Change change) {
        return IntStream.range(0, change.cells().length)
                .mapToObj(i -> change.cells()[i] + "=" + change.by()[i])
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
