package org.cafcass.metrics.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
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

    /** Counts that are together as many as others, but for a rest of the first. */
    private record Balance<K>(Set<K> one, Set<K> other, boolean always) {}

    private final Map<K, Long> counts;
    private final List<Balance<K>> balances;
    private final Set<K> published;

    private LinkedCounts(Builder<K> builder) {
        counts = new LinkedHashMap<>(builder.counts);
        balances = List.copyOf(builder.balances);
        published = new LinkedHashSet<>(builder.published);
    }

    /** A builder that has no count. */
    public static <K> Builder<K> builder() {
        return new Builder<>();
    }

    /** Counts that hang together, and the search for those of them to hide. */
    private record Linked<K>(List<K> cells, SuppressionSearch search) {}

    /**
     * Chooses the counts to hide by the rule of this package. Of counts that have nothing to do with each other it chooses side by side, on
     * the threads that the JVM keeps for such work; the choice does not depend on their number.
     */
    public Suppression<K> suppress() {
        Map<K, Supplier<DerivableRange>> hidden = new LinkedHashMap<>();
        Set<K> exposed = new LinkedHashSet<>();
        List<Linked<K>> all = new ArrayList<>();
        Set<K> seen = new LinkedHashSet<>();
        Map<K, List<Integer>> balancesOf = balancesOf();
        for (K cell : counts.keySet()) {
            if (isSmall(cell) && published.contains(cell)) {
                DerivableRange itself = new DerivableRange(value(cell), OptionalLong.of(value(cell)));
                hidden.put(cell, () -> itself);
                exposed.add(cell);
            } else if (!isKnown(cell) && !seen.contains(cell)) {
                List<K> cells = linked(cell, balancesOf);
                seen.addAll(cells);
                all.add(new Linked<>(cells, search(cells, balancesOf)));
            }
        }
        run(all);
        for (Linked<K> linked : all) {
            for (int i = 0; i < linked.cells.size(); i++) {
                int cell = i;
                if (linked.search.isHidden(cell)) {
                    hidden.put(linked.cells.get(cell), () -> linked.search.derivable(cell));
                }
                if (linked.search.isExposed(cell)) {
                    exposed.add(linked.cells.get(cell));
                }
            }
        }
        Map<K, Supplier<DerivableRange>> ordered = new LinkedHashMap<>();
        counts.keySet().stream().filter(hidden::containsKey).forEach(cell -> ordered.put(cell, hidden.get(cell)));
        return new Suppression<>(
                ordered, ordered.keySet().stream().filter(this::isSmall).toList(), exposed);
    }

    /* The greatest first, so that none of them is left for the end. */
    private void run(List<Linked<K>> all) {
        ForkJoinTask.invokeAll(all.stream()
                .sorted(Comparator.comparingInt(linked -> -linked.cells.size()))
                .map(linked -> ForkJoinTask.adapt(linked.search::run))
                .toList());
    }

    /** By count, the numbers of the balances that it stands in. */
    private Map<K, List<Integer>> balancesOf() {
        Map<K, List<Integer>> balancesOf = new LinkedHashMap<>();
        for (int number = 0; number < balances.size(); number++) {
            Balance<K> balance = balances.get(number);
            if (rest(balance) >= 0) {
                Set<K> cells = new LinkedHashSet<>(balance.one);
                cells.addAll(balance.other);
                for (K cell : cells) {
                    balancesOf.computeIfAbsent(cell, first -> new ArrayList<>()).add(number);
                }
            }
        }
        return balancesOf;
    }

    private long rest(Balance<K> balance) {
        return balance.one.stream().mapToLong(this::value).sum()
                - balance.other.stream().mapToLong(this::value).sum();
    }

    /** The counts that hang together with one; a count that the reader knows anyway passes nothing on. */
    private List<K> linked(K start, Map<K, List<Integer>> balancesOf) {
        Set<K> cells = new LinkedHashSet<>(List.of(start));
        Deque<K> open = new ArrayDeque<>(cells);
        while (!open.isEmpty()) {
            K cell = open.remove();
            if (isKnown(cell)) {
                continue;
            }
            for (int number : balancesOf.getOrDefault(cell, List.of())) {
                Balance<K> balance = balances.get(number);
                for (Set<K> side : List.of(balance.other, balance.one)) {
                    for (K other : side) {
                        if (cells.add(other)) {
                            open.add(other);
                        }
                    }
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

    private SuppressionSearch search(List<K> cells, Map<K, List<Integer>> balancesOf) {
        Map<K, Integer> index = new LinkedHashMap<>();
        cells.forEach(cell -> index.put(cell, index.size()));
        Set<Integer> linking = new LinkedHashSet<>();
        cells.stream()
                .filter(cell -> !isKnown(cell))
                .forEach(cell -> linking.addAll(balancesOf.getOrDefault(cell, List.of())));
        List<Long> values = new ArrayList<>();
        cells.forEach(cell -> values.add(value(cell)));
        List<Moves.Equation> equations = new ArrayList<>();
        for (int number : linking) {
            Balance<K> balance = balances.get(number);
            List<Integer> places = new ArrayList<>();
            balance.one.forEach(cell -> places.add(requireNonNull(index.get(cell))));
            balance.other.forEach(cell -> places.add(requireNonNull(index.get(cell))));
            if (rest(balance) > 0 || !balance.always) {
                places.add(values.size());
                values.add(rest(balance));
            }
            int[] signs = new int[places.size()];
            Arrays.fill(signs, -1);
            Arrays.fill(signs, 0, balance.one.size(), 1);
            equations.add(new Moves.Equation(
                    places.stream().mapToInt(Integer::intValue).toArray(), signs));
        }
        boolean[] known = new boolean[values.size()];
        for (int i = 0; i < cells.size(); i++) {
            known[i] = isKnown(cells.get(i));
        }
        return new SuppressionSearch(
                values.stream().mapToLong(Long::longValue).toArray(), cells.size(), known, equations);
    }

    /**
     * A builder of {@link LinkedCounts}.
     *
     * @param <K> the keys
     */
    public static final class Builder<K> {
        private final Map<K, Long> counts = new LinkedHashMap<>();
        private final Set<Balance<K>> balances = new LinkedHashSet<>();
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
         * is a count that no figure shows, and is protected where it is 1 to 5; where it is less, they overlap and nothing can be worked
         * out from the total.
         *
         * @throws IllegalArgumentException if one of the counts wasn't added, there are no parts, or the total is one of them
         */
        public Builder<K> total(K total, Collection<? extends K> parts) {
            return add(Set.of(total), parts, true);
        }

        /**
         * Says that a count is part of another. The reader doesn't know whether it is all of it; what it leaves over is
         * protected where it is 1 to 5.
         *
         * @throws IllegalArgumentException if one of the counts wasn't added, or they are the same
         */
        public Builder<K> within(K part, K whole) {
            return add(Set.of(whole), Set.of(part), false);
        }

        /**
         * Says that a count is at most as many as others together, which may overlap; how many they are over is protected where it is 1
         * to 5.
         *
         * @throws IllegalArgumentException if one of the counts wasn't added, there are no others, or the count is one of them
         */
        public Builder<K> union(K union, Collection<? extends K> parts) {
            return add(parts, Set.of(union), false);
        }

        /**
         * Says that some counts are together as many as others.
         *
         * @throws IllegalArgumentException if one of the counts wasn't added or stands on both sides, or a side has none
         */
        public Builder<K> balance(Collection<? extends K> one, Collection<? extends K> other) {
            return add(one, other, true);
        }

        private Builder<K> add(Collection<? extends K> one, Collection<? extends K> other, boolean always) {
            Balance<K> balance = new Balance<>(new LinkedHashSet<>(one), new LinkedHashSet<>(other), always);
            if (!counts.keySet().containsAll(balance.one) || !counts.keySet().containsAll(balance.other)) {
                throw new IllegalArgumentException("Invalid total: a count of it was not added");
            }
            if (balance.one.isEmpty()
                    || balance.other.isEmpty()
                    || balance.one.stream().anyMatch(balance.other::contains)) {
                throw new IllegalArgumentException("Invalid total: no parts, or itself among them");
            }
            balances.add(balance);
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
