package org.cafcass.metrics.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The counts of a publication, and which of them add up to which: tables by one or more dimensions, and tables that share counts.
 *
 * <p>This class is immutable. Counts are told apart by keys of the caller's; what is hidden depends on the order in which they
 * were added only where two choices are equally good.
 *
 * @param <K> the keys
 */
public final class LinkedCounts<K> {
    /** The greatest count that is hidden for being small. */
    public static final int GREATEST_SMALL = 5;

    /** How far apart the least and the greatest number that a hidden count can be are at least: as far as 1 and 5. */
    public static final int LEAST_WIDTH = GREATEST_SMALL - 1;

    private record Total<K>(K total, Set<K> parts) {}

    private final Map<K, Long> counts;
    private final List<Total<K>> totals;
    private final Set<K> published;

    private LinkedCounts(Builder<K> builder) {
        counts = new LinkedHashMap<>(builder.counts);
        totals = List.copyOf(builder.totals);
        published = new LinkedHashSet<>(builder.published);
    }

    /** A builder that has no count. */
    public static <K> Builder<K> builder() {
        return new Builder<>();
    }

    /** Chooses the counts to hide by the rule of this package. */
    public Suppression<K> suppress() {
        Map<K, Supplier<DerivableRange>> hidden = new LinkedHashMap<>();
        Set<K> exposed = new LinkedHashSet<>();
        Set<K> seen = new LinkedHashSet<>();
        Map<K, List<Total<K>>> totalsOf = totalsOf();
        for (K cell : counts.keySet()) {
            if (isSmall(cell) && published.contains(cell)) {
                DerivableRange itself = new DerivableRange(value(cell), OptionalLong.of(value(cell)));
                hidden.put(cell, () -> itself);
                exposed.add(cell);
            } else if (isSmall(cell) && !seen.contains(cell)) {
                List<K> cells = linked(cell, totalsOf);
                seen.addAll(cells);
                suppress(cells, search(cells, totalsOf), hidden, exposed);
            }
        }
        Map<K, Supplier<DerivableRange>> ordered = new LinkedHashMap<>();
        counts.keySet().stream().filter(hidden::containsKey).forEach(cell -> ordered.put(cell, hidden.get(cell)));
        return new Suppression<>(
                ordered, ordered.keySet().stream().filter(this::isSmall).toList(), exposed);
    }

    private void suppress(
            List<K> cells, SuppressionSearch search, Map<K, Supplier<DerivableRange>> hidden, Set<K> exposed) {
        search.run();
        for (int i = 0; i < cells.size(); i++) {
            int cell = i;
            if (search.isHidden(cell)) {
                hidden.put(cells.get(cell), () -> search.derivable(cell));
            }
            if (search.isExposed(cell)) {
                exposed.add(cells.get(cell));
            }
        }
    }

    private Map<K, List<Total<K>>> totalsOf() {
        Map<K, List<Total<K>>> totalsOf = new LinkedHashMap<>();
        for (Total<K> total : totals) {
            totalsOf.computeIfAbsent(total.total, cell -> new ArrayList<>()).add(total);
            total.parts.forEach(part ->
                    totalsOf.computeIfAbsent(part, cell -> new ArrayList<>()).add(total));
        }
        return totalsOf;
    }

    /** The counts that hang together with one through totals; a count that the reader knows anyway passes nothing on. */
    private List<K> linked(K start, Map<K, List<Total<K>>> totalsOf) {
        Set<K> cells = new LinkedHashSet<>(List.of(start));
        Deque<K> open = new ArrayDeque<>(cells);
        while (!open.isEmpty()) {
            K cell = open.remove();
            if (isKnown(cell)) {
                continue;
            }
            for (Total<K> total : totalsOf.getOrDefault(cell, List.of())) {
                for (K other : total.parts) {
                    if (cells.add(other)) {
                        open.add(other);
                    }
                }
                if (cells.add(total.total)) {
                    open.add(total.total);
                }
            }
        }
        return List.copyOf(cells);
    }

    private boolean isKnown(K cell) {
        return value(cell) == 0 || published.contains(cell);
    }

    private boolean isSmall(K cell) {
        return value(cell) >= 1 && value(cell) <= GREATEST_SMALL;
    }

    private long value(K cell) {
        return requireNonNull(counts.get(cell), "count");
    }

    private SuppressionSearch search(List<K> cells, Map<K, List<Total<K>>> totalsOf) {
        Map<K, Integer> index = new LinkedHashMap<>();
        cells.forEach(cell -> index.put(cell, index.size()));
        Set<Total<K>> linking = new LinkedHashSet<>();
        cells.stream()
                .filter(cell -> !isKnown(cell))
                .forEach(cell -> linking.addAll(totalsOf.getOrDefault(cell, List.of())));
        List<long[]> equations = new ArrayList<>();
        List<Long> rests = new ArrayList<>();
        for (Total<K> total : linking) {
            long rest = value(total.total);
            long[] equation = new long[cells.size()];
            equation[requireNonNull(index.get(total.total))] = 1;
            for (K part : total.parts) {
                rest -= value(part);
                equation[requireNonNull(index.get(part))] = -1;
            }
            if (rest >= 0) {
                equations.add(equation);
                rests.add(rest);
            }
        }
        long[] values = cells.stream().mapToLong(this::value).toArray();
        boolean[] known = new boolean[values.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = isKnown(cells.get(i));
        }
        return new SuppressionSearch(values, known, equations, rests);
    }

    /**
     * A builder of {@link LinkedCounts}.
     *
     * @param <K> the keys
     */
    public static final class Builder<K> {
        private final Map<K, Long> counts = new LinkedHashMap<>();
        private final List<Total<K>> totals = new ArrayList<>();
        private final Set<K> published = new LinkedHashSet<>();

        private Builder() {}

        /**
         * Adds a count.
         *
         * @throws IllegalArgumentException if it is below 0, or was added with another number
         */
        public Builder<K> count(K cell, long value) {
            if (value < 0) {
                throw new IllegalArgumentException("Invalid count: " + value);
            }
            Long before = counts.putIfAbsent(cell, value);
            if (before != null && before != value) {
                throw new IllegalArgumentException("Invalid count: " + value + " and " + before + " of one cell");
            }
            return this;
        }

        /**
         * Says that a count is the total of others, all of them added before. Where it is more than they are together, the rest
         * is a count that isn't published; where it is less, they overlap and nothing can be worked out from the total.
         *
         * @throws IllegalArgumentException if one of the counts wasn't added, there are no parts, or the total is one of them
         */
        public Builder<K> total(K total, Collection<? extends K> parts) {
            Set<K> distinct = new LinkedHashSet<>(parts);
            if (!counts.containsKey(total) || !counts.keySet().containsAll(distinct)) {
                throw new IllegalArgumentException("Invalid total: a count of it was not added");
            }
            if (distinct.isEmpty() || distinct.contains(total)) {
                throw new IllegalArgumentException("Invalid total: no parts, or itself among them");
            }
            totals.add(new Total<>(total, distinct));
            return this;
        }

        /**
         * Says that an earlier publication shows a count, so that hiding it hides nothing.
         *
         * @throws IllegalArgumentException if the count wasn't added
         */
        public Builder<K> published(K cell) {
            if (!counts.containsKey(cell)) {
                throw new IllegalArgumentException("Invalid published count: it was not added");
            }
            published.add(cell);
            return this;
        }

        /** The counts added so far. */
        public LinkedCounts<K> build() {
            return new LinkedCounts<>(this);
        }
    }
}
