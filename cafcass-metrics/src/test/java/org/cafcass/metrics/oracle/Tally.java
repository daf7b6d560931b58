package org.cafcass.metrics.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The rows that a measure counts, in its numerator or its denominator, and what the rows of one cell are worth.
 *
 * @param counted the rows
 * @param carried the values of the keys that the measure always carries, a map for each; one empty map where it carries none
 * @param worth what the rows of a cell are worth
 */
record Tally<T>(
        List<Counted<T>> counted,
        List<Map<String, String>> carried,
        BiFunction<List<T>, Map<String, String>, Worth> worth) {

    /**
     * A row that a measure counts.
     *
     * @param row the row
     * @param values the values that it has of each key; with several of one key it counts under each
     * @param blindTo the keys under whose every value it counts
     */
    record Counted<T>(T row, Map<String, Set<String>> values, Set<String> blindTo) {
        boolean isIn(Map<String, String> cell) {
            return cell.entrySet().stream()
                    .allMatch(pair -> blindTo.contains(pair.getKey())
                            || values.getOrDefault(pair.getKey(), Set.of()).contains(pair.getValue()));
        }
    }

    /** One cell of a breakdown. */
    record Cell(SortedMap<String, String> breakdown, Worth worth) {}

    static <T> Tally<T> of(List<T> rows, Function<T, Map<String, Set<String>>> values, Function<List<T>, Worth> worth) {
        return new Tally<>(
                rows.stream()
                        .map(row -> new Counted<>(row, values.apply(row), Set.of()))
                        .toList(),
                List.of(Map.of()),
                (cell, keys) -> worth.apply(cell));
    }

    /** The same for a measure that always carries a key: with every value of it that a counted row has. */
    Tally<T> carrying(String key) {
        Set<String> values = new TreeSet<>();
        counted.forEach(row -> values.addAll(row.values().get(key)));
        List<Map<String, String>> each =
                values.stream().map(value -> Map.of(key, value)).toList();
        return new Tally<>(counted, each, worth);
    }

    /**
     * The cells of a breakdown by some keys, by the rules of MEASURES.md, 'Breakdowns':
     *
     * <ul>
     *   <li>A value appears when a counted row has it, a combination when a counted row has all of its values.
     *   <li>Area, region and law are filled up to all of theirs. This is taken at its word: beside each combination of the
     *       other keys stands every area with every region and both laws, a region that isn't the area's too. A counted row
     *       brings the combination of the other keys' values that it has, whether it has a law and an area itself or not.
     *   <li>Beside a key that is always carried the others appear as they would without it: each combination of theirs
     *       stands beside each carried value, also where no row has both.
     *   <li>Where nothing was counted a measure that always carries a key gives the whole alone.
     * </ul>
     *
     * @param keys the keys asked for, without those that are always carried
     * @param filled all the values of area, region and law
     */
    List<Cell> by(Set<String> keys, Map<String, Set<String>> filled) {
        if (carried.isEmpty()) {
            return List.of(new Cell(new TreeMap<>(), worth.apply(List.of(), Map.of())));
        }
        List<String> others =
                keys.stream().filter(key -> !filled.containsKey(key)).toList();
        Set<Map<String, String>> cells = new LinkedHashSet<>();
        if (others.isEmpty()) {
            cells.add(Map.of());
        }
        for (Counted<T> row : counted) {
            if (!others.isEmpty() && row.values().keySet().containsAll(others)) {
                Set<Map<String, String>> ofRow = Set.of(Map.of());
                for (String key : others) {
                    ofRow = withEach(ofRow, key, row.values().get(key));
                }
                cells.addAll(ofRow);
            }
        }
        for (String key : keys) {
            if (filled.containsKey(key)) {
                cells = withEach(cells, key, filled.get(key));
            }
        }
        List<Cell> figures = new ArrayList<>();
        for (Map<String, String> cell : cells) {
            for (Map<String, String> always : carried) {
                TreeMap<String, String> breakdown = new TreeMap<>(cell);
                breakdown.putAll(always);
                List<T> rows = counted.stream()
                        .filter(row -> row.isIn(breakdown))
                        .map(Counted::row)
                        .toList();
                figures.add(new Cell(breakdown, worth.apply(rows, breakdown)));
            }
        }
        return figures;
    }

    private static Set<Map<String, String>> withEach(Set<Map<String, String>> cells, String key, Set<String> values) {
        Set<Map<String, String>> more = new LinkedHashSet<>();
        for (Map<String, String> cell : cells) {
            for (String value : values) {
                Map<String, String> with = new TreeMap<>(cell);
                with.put(key, value);
                more.add(with);
            }
        }
        return more;
    }
}
