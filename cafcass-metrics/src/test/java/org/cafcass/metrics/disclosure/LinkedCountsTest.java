package org.cafcass.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkedCountsTest {
    /** A total and its parts, and which of them are shown: the number, or x. */
    static Stream<Arguments> lines() {
        return Stream.of(
                arguments(List.of(0, 0, 0), "0 = 0 + 0"),
                arguments(List.of(60, 20, 40), "60 = 20 + 40"),
                arguments(List.of(6, 6, 0), "6 = 6 + 0"),
                arguments(List.of(5, 5, 0), "x = x + 0"),
                // one small count needs another hidden beside it
                arguments(List.of(45, 3, 12, 30), "45 = x + x + 30"),
                arguments(List.of(33, 3, 0, 30), "33 = x + 0 + x"),
                // two that make 6 can each be 1 to 5
                arguments(List.of(26, 2, 4, 20), "26 = x + x + 20"),
                // two ones, and 3, are given away by their sum: 1 to 3 each
                arguments(List.of(15, 10, 3, 1, 1), "15 = x + x + x + x"),
                // three ones are given away by their total
                arguments(List.of(3, 1, 1, 1), "x = x + x + x"),
                arguments(List.of(13, 10, 1, 1, 1), "13 = x + x + x + x"),
                // two that make 5 can each be 1 to 4
                arguments(List.of(25, 1, 4, 20), "25 = x + x + x"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void hidesAsLittleOfALineAsProtectsIt(List<Integer> counts, String shown) {
        LinkedCounts.Builder<Integer> builder = LinkedCounts.builder();
        IntStream.range(0, counts.size()).forEach(cell -> builder.count(cell, counts.get(cell)));
        builder.total(0, IntStream.range(1, counts.size()).boxed().toList());

        Suppression<Integer> suppression = builder.build().suppress();

        List<String> texts = IntStream.range(0, counts.size())
                .mapToObj(cell -> suppression.hides(cell) ? "x" : String.valueOf(counts.get(cell)))
                .toList();
        assertThat(texts.get(0) + " = " + String.join(" + ", texts.subList(1, texts.size())))
                .isEqualTo(shown);
        assertThat(suppression.exposed()).isEmpty();
    }

    @Test
    void hidesNoCountAboveFiveThatStandsAlone() {
        LinkedCounts<String> counts = LinkedCounts.<String>builder()
                .count("none", 0)
                .count("one", 1)
                .count("five", 5)
                .count("six", 6)
                .build();

        Suppression<String> suppression = counts.suppress();

        assertThat(ranges(suppression))
                .containsExactly(
                        Map.entry("one", new DerivableRange(1, OptionalLong.empty())),
                        Map.entry("five", new DerivableRange(1, OptionalLong.empty())));
        assertThat(suppression.small()).containsExactly("one", "five");
    }

    @Test
    void tellsWhatAReaderCanDerive() {
        LinkedCounts<String> counts = LinkedCounts.<String>builder()
                .count("whole", 45)
                .count("a", 3)
                .count("b", 12)
                .count("c", 30)
                .total("whole", List.of("a", "b", "c"))
                .build();

        assertThat(ranges(counts.suppress()))
                .containsExactly(
                        Map.entry("a", new DerivableRange(1, OptionalLong.of(14))),
                        Map.entry("b", new DerivableRange(1, OptionalLong.of(14))));
    }

    /**
     * Every row and every column has two gaps, and yet row 1 and row 2 less columns 1 and 2 leave the cell in the third column
     * of the second row: what is hidden must not be chosen line by line.
     */
    @Test
    void seesACellThatSeveralLinesGiveAwayTogether() {
        Attacker table = table(new long[][] {{3, 4, 20}, {30, 2, 5}, {20, 30, 20}});

        Suppression<String> suppression = table.linked().suppress();

        assertThat(table.isSafe(suppression.hidden())).isTrue();
    }

    @Test
    void hidesARectangleAroundOneSmallCount() {
        Attacker table = table(new long[][] {{3, 40, 50}, {60, 70, 80}, {90, 100, 110}});

        assertThat(table.linked().suppress().hidden()).containsExactly("r0c0", "r0c1", "r1c0", "r1c1");
    }

    @Test
    void protectsAcrossTablesThatShareATotal() {
        Attacker tables =
                new Attacker().count("public", 40).count("private", 3).total("all", List.of("public", "private"));
        LinkedCounts.Builder<String> builder = LinkedCounts.<String>builder()
                .count("all", 43)
                .count("public", 40)
                .count("private", 3)
                .total("all", List.of("public", "private"))
                .count("care", 25)
                .count("other", 15)
                .total("public", List.of("care", "other"));

        Suppression<String> suppression = builder.build().suppress();

        // with public law hidden instead, its applications would add up to it
        assertThat(suppression.hidden()).containsExactly("all", "private");
    }

    @Test
    void takesTheRestOfATotalForUnknown() {
        Suppression<String> suppression = LinkedCounts.<String>builder()
                .count("whole", 50)
                .count("a", 3)
                .count("b", 40)
                .total("whole", List.of("a", "b"))
                .build()
                .suppress();

        assertThat(ranges(suppression)).containsExactly(Map.entry("a", new DerivableRange(1, OptionalLong.of(10))));
    }

    @Test
    void derivesNothingFromATotalOfOverlappingParts() {
        Suppression<String> suppression = LinkedCounts.<String>builder()
                .count("whole", 50)
                .count("a", 3)
                .count("b", 49)
                .total("whole", List.of("a", "b"))
                .build()
                .suppress();

        assertThat(suppression.hidden()).containsExactly("a");
    }

    @Test
    void hidesNothingThatAnEarlierPublicationShows() {
        LinkedCounts.Builder<String> builder = LinkedCounts.<String>builder()
                .count("whole", 85)
                .count("a", 3)
                .count("b", 12)
                .count("c", 30)
                .count("d", 40)
                .total("whole", List.of("a", "b", "c", "d"))
                .published("b")
                .published("whole");

        assertThat(builder.build().suppress().hidden()).containsExactly("a", "c");
    }

    @Test
    void saysWhatAnEarlierPublicationGivesAway() {
        LinkedCounts.Builder<String> builder = LinkedCounts.<String>builder()
                .count("whole", 15)
                .count("a", 3)
                .count("b", 12)
                .total("whole", List.of("a", "b"))
                .published("whole")
                .published("b");

        Suppression<String> suppression = builder.build().suppress();

        assertThat(ranges(suppression)).containsExactly(Map.entry("a", new DerivableRange(3, OptionalLong.of(3))));
        assertThat(suppression.exposed()).containsExactly("a");
        assertThat(builder.published("a").build().suppress().exposed()).containsExactly("a");
    }

    @Test
    void refusesWhatIsNoTable() {
        LinkedCounts.Builder<String> builder = LinkedCounts.<String>builder().count("a", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.count("b", -1))
                .withMessage("Invalid count: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.count("a", 2))
                .withMessage("Invalid count: 2 and 1 of one cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.total("whole", List.of("a")))
                .withMessage("Invalid total: a count of it was not added");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.total("a", List.of("a")))
                .withMessage("Invalid total: no parts, or itself among them");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LinkedCounts.<String>builder().build().suppress().derivable("a"))
                .withMessage("Cannot derive a range: the count is not hidden");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.published("b"))
                .withMessage("Invalid published count: it was not added");
    }

    /** A hundred tables of 19 areas in 8 regions by 2 laws, with all totals, of which many counts are small. */
    @Test
    void protectsANationalPublication() {
        Random random = new Random(42);
        List<LinkedCounts<String>> publication = new ArrayList<>();
        for (int table = 0; table < 100; table++) {
            publication.add(national(random, table % 2 == 0 ? 30 : 300));
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> publication.forEach(
                        counts -> assertThat(counts.suppress().exposed()).isEmpty()));
    }

    static LinkedCounts<String> national(Random random, int most) {
        LinkedCounts.Builder<String> builder = LinkedCounts.builder();
        List<String> laws = List.of("public", "private");
        long[][] cells = new long[19][2];
        for (long[] area : cells) {
            area[0] = random.nextInt(most);
            area[1] = random.nextInt(most);
        }
        long all = 0;
        for (int law = 0; law < 2; law++) {
            long total = 0;
            List<String> parts = new ArrayList<>();
            for (int area = 0; area < 19; area++) {
                builder.count("A" + area + laws.get(law), cells[area][law]);
                parts.add("A" + area + laws.get(law));
                total += cells[area][law];
            }
            builder.count(laws.get(law), total).total(laws.get(law), parts);
            all += total;
        }
        builder.count("all", all).total("all", laws);
        List<String> regions = new ArrayList<>();
        for (int region = 0; region < 8; region++) {
            long total = 0;
            List<String> parts = new ArrayList<>();
            for (int area = region; area < 19; area += 8) {
                long both = cells[area][0] + cells[area][1];
                builder.count("A" + area, both)
                        .total("A" + area, List.of("A" + area + "public", "A" + area + "private"));
                parts.add("A" + area);
                total += both;
            }
            builder.count("R" + region, total).total("R" + region, parts);
            regions.add("R" + region);
        }
        return builder.total("all", regions).build();
    }

    /** A table by rows and columns with all its totals. */
    static Attacker table(long[][] cells) {
        Attacker table = new Attacker();
        List<String> all = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                table.count("r" + row + "c" + column, cells[row][column]);
                all.add("r" + row + "c" + column);
            }
        }
        for (int row = 0; row < cells.length; row++) {
            String name = "r" + row;
            table.total(name, all.stream().filter(cell -> cell.startsWith(name)).toList());
        }
        for (int column = 0; column < cells[0].length; column++) {
            String name = "c" + column;
            table.total(name, all.stream().filter(cell -> cell.endsWith(name)).toList());
        }
        return table.total("all", all);
    }

    private static Map<String, DerivableRange> ranges(Suppression<String> suppression) {
        Map<String, DerivableRange> ranges = new LinkedHashMap<>();
        suppression.hidden().forEach(cell -> ranges.put(cell, suppression.derivable(cell)));
        return ranges;
    }
}
