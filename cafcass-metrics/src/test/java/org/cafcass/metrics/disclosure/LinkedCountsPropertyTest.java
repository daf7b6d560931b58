package org.cafcass.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What an independent reader makes of random tables. */
class LinkedCountsPropertyTest {
    @Property(tries = 300)
    void leavesNoHiddenCountOfATableToBeDerived(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int rows,
            @ForAll @IntRange(min = 2, max = 3) int columns) {
        Random random = new Random(seed);
        Attacker table = table(random, rows, columns, 14);

        Suppression<String> suppression = table.linked().suppress();

        assertThat(suppression.exposed()).isEmpty();
        assertProtected(table, suppression);
    }

    @Property(tries = 200)
    void leavesNoHiddenCountOfLinkedTablesToBeDerived(@ForAll long seed) {
        Random random = new Random(seed);
        Attacker tables = table(random, 2, 2, 14);
        // a third dimension's totals share the first table's cells
        tables.total("diagonal", List.of("r0c0", "r1c1")).total("rest", List.of("r0c1", "r1c0"));

        Suppression<String> suppression = tables.linked().suppress();

        assertProtected(tables, suppression);
    }

    @Property(tries = 200)
    void leavesNothingToBeDerivedWithAnEarlierPublication(@ForAll long seed) {
        Random random = new Random(seed);
        Attacker table = table(random, 2, 3, 14);
        table.counts().keySet().forEach(cell -> {
            if (random.nextInt(4) == 0) {
                table.published(cell);
            }
        });

        Suppression<String> suppression = table.linked().suppress();

        Set<String> hidden = suppression.hidden();
        hidden.forEach(cell -> assertThat(
                        table.isProtected(cell, hidden) || suppression.exposed().contains(cell))
                .as(cell)
                .isTrue());
    }

    @Property(tries = 150)
    void hidesNoFurtherCountThatCouldBeShown(@ForAll long seed) {
        Random random = new Random(seed);
        Attacker table = table(random, 2, 3, 14);

        Suppression<String> suppression = table.linked().suppress();

        for (String further : suppression.hidden()) {
            if (!suppression.small().contains(further)) {
                Set<String> less = new LinkedHashSet<>(suppression.hidden());
                less.remove(further);
                assertThat(table.isSafe(less)).as("without " + further).isFalse();
            }
        }
    }

    @Property(tries = 60)
    void hidesTheFewestCountsOfSmallTables(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int rows) {
        Random random = new Random(seed);
        Attacker table = table(random, rows, 2, 14);

        assertThat(table.linked().suppress().hidden()).hasSize(table.fewest());
    }

    @Property(tries = 100)
    void derivesRangesThatTheReaderReaches(@ForAll long seed) {
        Random random = new Random(seed);
        Attacker table = table(random, 2, 3, 14);
        Suppression<String> suppression = table.linked().suppress();

        suppression.hidden().forEach(cell -> {
            DerivableRange range = suppression.derivable(cell);
            assertThat(range.least()).isBetween(1L, table.counts().get(cell));
            range.greatest()
                    .ifPresent(greatest -> assertThat(greatest)
                            .isGreaterThanOrEqualTo(table.counts().get(cell)));
            assertThat(range.isProtecting()).isTrue();
        });
    }

    @Property(tries = 50)
    void choosesTheSameEveryTime(@ForAll long seed) {
        List<Set<String>> choices = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            choices.add(table(new Random(seed), 3, 3, 14).linked().suppress().hidden());
        }

        assertThat(choices.get(0)).containsExactlyElementsOf(choices.get(1));
    }

    private static void assertProtected(Attacker table, Suppression<String> suppression) {
        Set<String> hidden = suppression.hidden();
        table.counts()
                .forEach((cell, count) -> assertThat(hidden.contains(cell) || count == 0 || count > 5)
                        .as(cell + " is " + count)
                        .isTrue());
        hidden.forEach(cell -> assertThat(table.isProtected(cell, hidden))
                .as(cell + " of " + hidden)
                .isTrue());
        hidden.forEach(cell -> assertThat(table.counts().get(cell)).isPositive());
    }

    private static Attacker table(Random random, int rows, int columns, int most) {
        long[][] cells = new long[rows][columns];
        for (long[] row : cells) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(4) == 0 ? 0 : random.nextInt(most);
            }
        }
        return LinkedCountsTest.table(cells);
    }
}
