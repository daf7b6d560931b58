package org.cafcass.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a reader with a linear programme makes of tables that are too large for trying every number: the least and the greatest number that
 * each hidden count can be, by another library's simplex.
 */
class LinearBoundsTest {
    /** A table: its inner counts, and the totals, each of some of them. */
    private static final class Table {
        private final Map<String, Long> counts = new LinkedHashMap<>();
        private final Map<String, List<String>> totals = new LinkedHashMap<>();

        private void total(String name, List<String> inner) {
            totals.put(name, inner);
            counts.put(name, inner.stream().mapToLong(counts::get).sum());
        }

        private Set<String> hidden() {
            LinkedCounts.Builder<String> builder = LinkedCounts.builder();
            counts.forEach(builder::count);
            totals.forEach(builder::total);
            Suppression<String> suppression = builder.build().suppress();
            assertThat(suppression.exposed()).isEmpty();
            return new LinkedHashSet<>(suppression.hidden());
        }

        /** How far apart the bounds of a hidden count are that follow from all that is shown; infinite without an upper one. */
        private double width(String cell, Set<String> hidden) {
            List<String> unknown = List.copyOf(hidden);
            List<LinearConstraint> shown = new ArrayList<>();
            totals.forEach((total, inner) -> {
                /* A hidden count is 1 or more: 1 and the variable. */
                double[] coefficients = new double[unknown.size()];
                double known = 0;
                for (String part : inner) {
                    if (hidden.contains(part)) {
                        coefficients[unknown.indexOf(part)] = 1;
                        known += 1;
                    } else {
                        known += counts.get(part);
                    }
                }
                if (hidden.contains(total)) {
                    coefficients[unknown.indexOf(total)] = -1;
                    known -= 1;
                } else {
                    known -= counts.get(total);
                }
                shown.add(new LinearConstraint(coefficients, Relationship.EQ, -known));
            });
            double[] itself = new double[unknown.size()];
            itself[unknown.indexOf(cell)] = 1;
            double least = bound(itself, shown, GoalType.MINIMIZE);
            double greatest = bound(itself, shown, GoalType.MAXIMIZE);
            assertThat(counts.get(cell) - 1.0).as(cell).isBetween(least - 1e-6, greatest + 1e-6);
            return greatest - least;
        }

        private static double bound(double[] itself, List<LinearConstraint> shown, GoalType goal) {
            try {
                return new SimplexSolver()
                        .optimize(
                                new MaxIter(10_000),
                                new LinearObjectiveFunction(itself, 0),
                                new LinearConstraintSet(shown),
                                goal,
                                new NonNegativeConstraint(true))
                        .getValue();
            } catch (UnboundedSolutionException unbounded) {
                return Double.POSITIVE_INFINITY;
            }
        }

        private boolean isSafe(Set<String> hidden) {
            return hidden.stream().allMatch(cell -> width(cell, hidden) >= 4 - 1e-6);
        }
    }

    @Property(tries = 60)
    void noHiddenCountOfALargerTableHasNarrowBounds(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 8) int rows,
            @ForAll @IntRange(min = 3, max = 6) int columns) {
        Table table = table(randomCells(new Random(seed), rows, columns));

        assertThat(table.isSafe(table.hidden())).isTrue();
    }

    @Property(tries = 60)
    void noHiddenCountOfLinkedTablesHasNarrowBounds(@ForAll long seed, @ForAll @IntRange(min = 4, max = 8) int rows) {
        Table table = table(randomCells(new Random(seed), rows, 3));
        /* The first half of the areas is a region, the others another, each by the same columns. */
        for (int region = 0; region < 2; region++) {
            List<String> areas = IntStream.range(region * (rows / 2), region == 0 ? rows / 2 : rows)
                    .mapToObj(row -> "r" + row)
                    .toList();
            for (int column = 0; column < 3; column++) {
                String end = "c" + column;
                table.total(
                        "region " + region + end,
                        areas.stream().map(area -> area + end).toList());
            }
            table.total(
                    "region " + region,
                    areas.stream()
                            .flatMap(area -> Stream.of(area + "c0", area + "c1", area + "c2"))
                            .toList());
        }

        assertThat(table.isSafe(table.hidden())).isTrue();
    }

    static Stream<long[][]> traps() {
        return Stream.of(
                // three ones that their total would give away
                new long[][] {{10, 1, 1, 1}},
                new long[][] {{10, 3, 1, 1}},
                // 0 = x + x + 0 would say that nothing was hidden
                new long[][] {{0, 0, 0}, {2, 0, 9}},
                // two gaps in every line that several lines together fill
                new long[][] {{3, 4, 20}, {30, 2, 5}, {20, 30, 20}});
    }

    @ParameterizedTest
    @MethodSource("traps")
    void noTrapIsSteppedInto(long[][] cells) {
        Table table = table(cells);

        assertThat(table.isSafe(table.hidden())).isTrue();
    }

    /** That this reader is worth asking: it sees what hiding small counts alone, or line by line, leaves open. */
    @ParameterizedTest
    @MethodSource("traps")
    void aReaderOfSmallCountsHiddenAloneSeesThroughThem(long[][] cells) {
        Table table = table(cells);
        Set<String> small = new LinkedHashSet<>(table.counts.keySet());
        small.removeIf(cell -> table.counts.get(cell) < 1 || table.counts.get(cell) > 5);

        assertThat(table.isSafe(small)).isFalse();
    }

    private static long[][] randomCells(Random random, int rows, int columns) {
        long[][] cells = new long[rows][columns];
        for (long[] row : cells) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(60);
            }
        }
        return cells;
    }

    private static Table table(long[][] cells) {
        Table table = new Table();
        List<String> all = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                table.counts.put("r" + row + "c" + column, cells[row][column]);
                all.add("r" + row + "c" + column);
            }
        }
        for (int row = 0; row < cells.length; row++) {
            String begin = "r" + row + "c";
            table.total(
                    "r" + row,
                    all.stream().filter(cell -> cell.startsWith(begin)).toList());
        }
        for (int column = 0; column < cells[0].length; column++) {
            String end = "c" + column;
            table.total(end, all.stream().filter(cell -> cell.endsWith(end)).toList());
        }
        table.total("all", all);
        return table;
    }
}
