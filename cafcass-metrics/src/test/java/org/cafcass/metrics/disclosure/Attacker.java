package org.cafcass.metrics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A reader who tries every table: assigns whole numbers of 1 or more to the hidden inner cells, one by one, and keeps what agrees
 * with all that is shown. Shares nothing with the code under test.
 */
final class Attacker {
    private static final long MOST = 12;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Set<String>> totals = new LinkedHashMap<>();
    private final Set<String> published = new LinkedHashSet<>();

    Attacker count(String cell, long value) {
        counts.put(cell, value);
        return this;
    }

    /** A total of inner cells. */
    Attacker total(String total, List<String> inner) {
        totals.put(total, new LinkedHashSet<>(inner));
        counts.put(total, inner.stream().mapToLong(counts::get).sum());
        return this;
    }

    Attacker published(String cell) {
        published.add(cell);
        return this;
    }

    Map<String, Long> counts() {
        return counts;
    }

    LinkedCounts<String> linked() {
        LinkedCounts.Builder<String> builder = LinkedCounts.builder();
        counts.forEach(builder::count);
        totals.forEach(builder::total);
        published.forEach(builder::published);
        return builder.build();
    }

    /** Whether, for all that the reader can tell, a hidden cell can be at least five numbers, the least and greatest 4 apart. */
    boolean isProtected(String cell, Set<String> hidden) {
        if (published.contains(cell)) {
            return false;
        }
        long truth = counts.get(cell);
        for (long least = Math.max(1, truth - 4); least <= truth; least++) {
            if (canBe(cell, least, hidden)) {
                for (long greatest = least + 4; greatest <= truth + 4; greatest++) {
                    if (canBe(cell, greatest, hidden)) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    boolean isSafe(Set<String> hidden) {
        return hidden.stream().allMatch(cell -> isProtected(cell, hidden));
    }

    /** The fewest cells that are hidden in any safe choice; the number of cells plus one if none is safe. */
    int fewest() {
        List<String> cells = new ArrayList<>(counts.keySet());
        List<String> others = cells.stream()
                .filter(cell -> counts.get(cell) > 5 && !published.contains(cell))
                .toList();
        Set<String> small = new LinkedHashSet<>(cells);
        small.removeIf(cell -> counts.get(cell) < 1 || counts.get(cell) > 5);
        int fewest = cells.size() + 1;
        for (int set = 0; set < 1 << others.size(); set++) {
            if (small.size() + Integer.bitCount(set) < fewest) {
                Set<String> hidden = new LinkedHashSet<>(small);
                for (int i = 0; i < others.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        hidden.add(others.get(i));
                    }
                }
                if (isSafe(hidden)) {
                    fewest = hidden.size();
                }
            }
        }
        return fewest;
    }

    private boolean canBe(String cell, long value, Set<String> hidden) {
        List<String> inner = new ArrayList<>(counts.keySet());
        inner.removeAll(totals.keySet());
        Map<String, Long> assigned = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (String each : inner) {
            if (!hidden.contains(each) || published.contains(each)) {
                assigned.put(each, counts.get(each));
            } else {
                open.add(each);
            }
        }
        Map<String, Long> shown = new HashMap<>();
        totals.keySet().forEach(total -> {
            if (!hidden.contains(total) || published.contains(total)) {
                shown.put(total, counts.get(total));
            }
        });
        if (assigned.containsKey(cell) || shown.containsKey(cell)) {
            return counts.get(cell) == value;
        }
        if (open.remove(cell)) {
            assigned.put(cell, value);
        } else {
            shown.put(cell, value);
        }
        return assign(open, 0, assigned, shown);
    }

    private boolean assign(List<String> open, int next, Map<String, Long> assigned, Map<String, Long> shown) {
        for (Map.Entry<String, Long> total : shown.entrySet()) {
            long sum = 0;
            long missing = 0;
            for (String part : totals.get(total.getKey())) {
                Long value = assigned.get(part);
                sum += value == null ? 0 : value;
                missing += value == null ? 1 : 0;
            }
            if (missing == 0 ? sum != total.getValue() : sum + missing > total.getValue()) {
                return false;
            }
        }
        if (next == open.size()) {
            return true;
        }
        String cell = open.get(next);
        long truth = counts.get(cell);
        List<Long> tries = LongStream.rangeClosed(1, truth + MOST)
                .boxed()
                .sorted(Comparator.comparingLong(value -> Math.abs(value - truth)))
                .toList();
        for (long value : tries) {
            assigned.put(cell, value);
            if (assign(open, next + 1, assigned, shown)) {
                return true;
            }
        }
        assigned.remove(cell);
        return false;
    }
}
