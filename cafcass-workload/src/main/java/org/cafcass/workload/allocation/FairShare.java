package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/*
 * The problem. Advisers have a load b, a capacity c and room r for more (what the ceiling leaves; enough for everything when it may be passed). Cases come
 * most urgent first, each with a weight w, and perhaps an adviser who led the previous case. In this order:
 *
 *   1. the more urgent case is given out before any that is less urgent;
 *   2. the sum over advisers of (b + w given)^2 / c is least. With the sum of loads settled by 1, this is the spread of saturation, each
 *      adviser weighed by capacity: sum c (s - mean)^2 = sum load^2 / c - (sum load)^2 / sum c;
 *   3. most cases go to the adviser who led the previous case.
 *
 * Cases of one weight are interchangeable for 2, so a solution is a number of cases by adviser and weight.
 *
 * One weight. Room is a number of places, so 1 is a count, and 2 a separable convex problem on whole numbers: handing cases out one by one
 * where the sum rises least is optimal (Gross 1956; Ibaraki and Katoh, Resource Allocation Problems, 1988, ch. 4). Marginal costs of one
 * adviser rise strictly, so solutions differ only in who gets the last cases of equal marginal cost; those who led a previous case come
 * first. Nothing is left between such a solution and the best.
 *
 * Several weights. A case is given out when a packing of it and all more urgent ones is found: best fit, then best fit decreasing, then a
 * search in bounded steps; it is left over for certain when no packing can exist. Then: heaviest first where the sum rises least, moves and
 * exchanges while the sum falls, and for small problems a branch and bound. The best possible is bounded from below by letting cases be
 * split: loads fill up like water to one saturation.
 */
final class FairShare {
    private static final double TOLERANCE = 1e-9;
    private static final int PACKING_STEPS = 1_000;
    private static final int PACKING_STEPS_OF_SMALL = 100_000;
    private static final int SEARCH_STEPS = 300_000;
    private static final int SEARCHED_ITEMS = 12;
    private static final int SEARCHED_TAKERS = 8;
    private static final int NOBODY = -1;

    /** An adviser; {@code room} is what may be given on top of the load, below 0 for one who is past the ceiling. */
    record Taker(BigDecimal load, BigDecimal capacity, BigDecimal room) {}

    /** A case; {@code previous} is the number of the adviser who led the previous one, -1 for none. */
    record Item(BigDecimal weight, int previous) {}

    /**
     * Who gets what.
     *
     * @param takerOf by case, the number of its adviser; -1 for one that is left over
     * @param certain by case, whether a left-over one is so for certain
     * @param cost the sum over advisers of load^2 / capacity
     * @param bound what that sum is at least, with the same cases given out
     */
    record Result(int[] takerOf, boolean[] certain, double cost, double bound) {}

    private final List<Taker> takers;
    private final List<Item> items;
    private final BigDecimal[] weights;
    private final int[] classOf;
    private final double[] weight;
    private final double[] load;
    private final double[] capacity;
    private boolean searched;

    private FairShare(List<Taker> takers, List<Item> items) {
        this.takers = takers;
        this.items = items;
        TreeMap<BigDecimal, Integer> heaviestFirst = new TreeMap<>(Comparator.reverseOrder());
        items.forEach(item -> heaviestFirst.put(item.weight(), 0));
        weights = heaviestFirst.keySet().toArray(BigDecimal[]::new);
        for (int k = 0; k < weights.length; k++) {
            heaviestFirst.put(weights[k], k);
        }
        classOf = items.stream()
                .mapToInt(item -> heaviestFirst.getOrDefault(item.weight(), NOBODY))
                .toArray();
        weight = Arrays.stream(weights).mapToDouble(BigDecimal::doubleValue).toArray();
        load = takers.stream().mapToDouble(taker -> taker.load().doubleValue()).toArray();
        capacity = takers.stream()
                .mapToDouble(taker -> taker.capacity().doubleValue())
                .toArray();
    }

    /** Shares out cases, most urgent first, among advisers. */
    static Result of(List<Taker> takers, List<Item> items) {
        return new FairShare(takers, items).solve();
    }

    private Result solve() {
        boolean[] given = new boolean[items.size()];
        boolean[] certain = new boolean[items.size()];
        Arrays.fill(certain, true);
        int[][] shares = weights.length <= 1 ? shareOneWeight(given) : shareSeveralWeights(given, certain);
        double cost = cost(shares);
        double bound = weights.length <= 1 || searched ? cost : Math.min(cost, waterLevelCost(given));
        return new Result(handOut(shares, given), certain, cost, bound);
    }

    // -------------------------------------------------------------------------- one weight

    /** The next case that an adviser might get. */
    private final class Place implements Comparable<Place> {
        private final int taker;
        private final BigDecimal rise;
        private final boolean continues;

        Place(int taker, int number, boolean continues) {
            this.taker = taker;
            this.continues = continues;
            BigDecimal w = weights[0];
            BigDecimal then = takers.get(taker).load().add(w.multiply(BigDecimal.valueOf(number)));
            rise = w.multiply(then.multiply(BigDecimal.valueOf(2)).add(w));
        }

        /* By marginal cost w (2 (b + n w) + w) / c, compared exactly, then by who led a previous case. */
        @Override
        public int compareTo(Place other) {
            int byCost = rise.multiply(takers.get(other.taker).capacity())
                    .compareTo(other.rise.multiply(takers.get(taker).capacity()));
            if (byCost != 0) {
                return byCost;
            }
            int byContinuity = Boolean.compare(other.continues, continues);
            return byContinuity != 0 ? byContinuity : Integer.compare(taker, other.taker);
        }
    }

    private int[][] shareOneWeight(boolean[] given) {
        int[][] shares = new int[takers.size()][1];
        if (items.isEmpty()) {
            return shares;
        }
        int[] places =
                takers.stream().mapToInt(taker -> placesOf(taker, weights[0])).toArray();
        int number = (int) Math.min(Arrays.stream(places).asLongStream().sum(), items.size());
        Arrays.fill(given, 0, number, true);
        int[] previous = new int[takers.size()];
        for (int i = 0; i < number; i++) {
            if (items.get(i).previous() != NOBODY) {
                previous[items.get(i).previous()]++;
            }
        }
        PriorityQueue<Place> next = new PriorityQueue<>();
        for (int taker = 0; taker < takers.size(); taker++) {
            if (places[taker] > 0) {
                next.add(new Place(taker, 0, previous[taker] > 0));
            }
        }
        for (int i = 0; i < number; i++) {
            int taker = next.remove().taker;
            int has = ++shares[taker][0];
            if (has < places[taker]) {
                next.add(new Place(taker, has, previous[taker] > has));
            }
        }
        return shares;
    }

    /* How many cases of a weight an adviser has room for, of those that there are. */
    private int placesOf(Taker taker, BigDecimal w) {
        if (taker.room().signum() < 0) {
            return 0;
        }
        return w.signum() == 0
                ? items.size()
                : taker.room()
                        .divideToIntegralValue(w)
                        .min(BigDecimal.valueOf(items.size()))
                        .intValueExact();
    }

    // -------------------------------------------------------------------------- several weights

    private int[][] shareSeveralWeights(boolean[] given, boolean[] certain) {
        int[][] shares = new int[takers.size()][weights.length];
        BigDecimal[] room = rooms();
        int[] wanted = new int[weights.length];
        int lightestFailed = NOBODY;
        boolean failedForCertain = true;
        for (int i = 0; i < items.size(); i++) {
            int k = classOf[i];
            int taker = tightest(room, k);
            wanted[k]++;
            if (taker != NOBODY) {
                put(shares, room, taker, k, 1);
                given[i] = true;
            } else if (k > lightestFailed) {
                Packing packing = new Packing(wanted);
                given[i] = packing.find();
                if (given[i]) {
                    shares = packing.shares;
                    room = packing.room;
                } else {
                    // what is as heavy or heavier fails from now on, as what has been given out only grows
                    lightestFailed = k;
                    failedForCertain &= packing.isExhausted();
                }
            }
            if (!given[i]) {
                wanted[k]--;
                certain[i] = failedForCertain;
            }
        }
        shares = heaviestFirst(wanted).orElse(shares);
        improve(shares);
        if (!isSmall()) {
            return shares;
        }
        Search search = new Search(wanted, continuing(given), shares);
        searched = search.run();
        return search.best;
    }

    private BigDecimal[] rooms() {
        return takers.stream().map(Taker::room).toArray(BigDecimal[]::new);
    }

    private boolean isSmall() {
        return items.size() <= SEARCHED_ITEMS && takers.size() <= SEARCHED_TAKERS;
    }

    private boolean fits(BigDecimal room, int k) {
        return room.compareTo(weights[k]) >= 0;
    }

    private void put(int[][] shares, BigDecimal[] room, int taker, int k, int number) {
        shares[taker][k] += number;
        room[taker] = room[taker].subtract(weights[k].multiply(BigDecimal.valueOf(number)));
    }

    /* The adviser with the least room that is enough. */
    private int tightest(BigDecimal[] room, int k) {
        int best = NOBODY;
        for (int taker = 0; taker < room.length; taker++) {
            if (fits(room[taker], k) && (best == NOBODY || room[taker].compareTo(room[best]) < 0)) {
                best = taker;
            }
        }
        return best;
    }

    /** Looks for a packing of some numbers of cases by weight. */
    private final class Packing {
        private final int[] wanted;
        private final int allowed = isSmall() ? PACKING_STEPS_OF_SMALL : PACKING_STEPS;
        private int steps;
        private int[][] shares = new int[takers.size()][weights.length];
        private BigDecimal[] room = rooms();

        Packing(int[] wanted) {
            this.wanted = wanted.clone();
        }

        boolean find() {
            if (!mayExist()) {
                return false;
            }
            if (bestFitDecreasing()) {
                return true;
            }
            shares = new int[takers.size()][weights.length];
            room = rooms();
            return place(0, 0, 0);
        }

        /** Whether, when nothing was found, there is nothing. */
        boolean isExhausted() {
            return steps <= allowed;
        }

        /* For each weight: the cases of at least that weight have as many places, and together with all room enough. */
        private boolean mayExist() {
            BigDecimal all = BigDecimal.ZERO;
            long heavier = 0;
            for (int k = 0; k < weights.length; k++) {
                heavier += wanted[k];
                all = all.add(weights[k].multiply(BigDecimal.valueOf(wanted[k])));
                long places = 0;
                BigDecimal usable = BigDecimal.ZERO;
                for (Taker taker : takers) {
                    places += placesOf(taker, weights[k]);
                    usable = taker.room().signum() > 0 ? usable.add(taker.room()) : usable;
                }
                if (heavier > places || all.compareTo(usable) > 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean bestFitDecreasing() {
            for (int k = 0; k < weights.length; k++) {
                for (int i = 0; i < wanted[k]; i++) {
                    int taker = tightest(room, k);
                    if (taker == NOBODY) {
                        return false;
                    }
                    put(shares, room, taker, k, 1);
                }
            }
            return true;
        }

        /* The cases of a weight go to advisers in ascending order: which of two equal cases goes where makes no difference. */
        private boolean place(int k, int placed, int from) {
            if (k == weights.length) {
                return true;
            }
            if (placed == wanted[k]) {
                return place(k + 1, 0, 0);
            }
            if (++steps > allowed) {
                return false;
            }
            for (int taker = from; taker < takers.size(); taker++) {
                if (fits(room[taker], k)) {
                    put(shares, room, taker, k, 1);
                    if (place(k, placed + 1, taker)) {
                        return true;
                    }
                    put(shares, room, taker, k, -1);
                }
            }
            return false;
        }
    }

    private Optional<int[][]> heaviestFirst(int[] wanted) {
        int[][] shares = new int[takers.size()][weights.length];
        BigDecimal[] room = rooms();
        double[] now = load.clone();
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < wanted[k]; i++) {
                int best = NOBODY;
                double least = Double.POSITIVE_INFINITY;
                for (int taker = 0; taker < takers.size(); taker++) {
                    double rise = (2 * now[taker] + weight[k]) / capacity[taker];
                    if (rise < least && fits(room[taker], k)) {
                        best = taker;
                        least = rise;
                    }
                }
                if (best == NOBODY) {
                    return Optional.empty();
                }
                put(shares, room, best, k, 1);
                now[best] += weight[k];
            }
        }
        return Optional.of(shares);
    }

    /* Moves a case, or exchanges two of different weight, as long as the sum falls. */
    private void improve(int[][] shares) {
        BigDecimal[] room = rooms();
        double[] now = load.clone();
        for (int taker = 0; taker < takers.size(); taker++) {
            for (int k = 0; k < weights.length; k++) {
                room[taker] = room[taker].subtract(weights[k].multiply(BigDecimal.valueOf(shares[taker][k])));
                now[taker] += weight[k] * shares[taker][k];
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int from = 0; from < takers.size(); from++) {
                for (int to = 0; to < takers.size(); to++) {
                    for (int k = 0; from != to && k < weights.length; k++) {
                        for (int back = NOBODY; shares[from][k] > 0 && back < weights.length; back++) {
                            better |= back != k && exchange(shares, room, now, from, k, to, back);
                        }
                    }
                }
            }
        }
    }

    private boolean exchange(int[][] shares, BigDecimal[] room, double[] now, int from, int k, int to, int back) {
        if (back != NOBODY && shares[to][back] == 0) {
            return false;
        }
        double moved = weight[k] - (back == NOBODY ? 0 : weight[back]);
        double fall = moved * ((2 * now[from] - moved) / capacity[from] - (2 * now[to] + moved) / capacity[to]);
        if (fall <= TOLERANCE * (1 + now[from] * now[from] / capacity[from])) {
            return false;
        }
        BigDecimal exact = back == NOBODY ? weights[k] : weights[k].subtract(weights[back]);
        if (room[to].compareTo(exact) < 0 || room[from].add(exact).signum() < 0) {
            return false;
        }
        put(shares, room, from, k, -1);
        put(shares, room, to, k, 1);
        if (back != NOBODY) {
            put(shares, room, to, back, -1);
            put(shares, room, from, back, 1);
        }
        now[from] -= moved;
        now[to] += moved;
        return true;
    }

    /** Branch and bound from a good solution, in bounded steps. */
    private final class Search {
        private final int[] wanted;
        private final int[][] continuing;
        private final int[][] shares = new int[takers.size()][weights.length];
        private final BigDecimal[] room = rooms();
        private final double[] now = load.clone();
        private final double[] left;
        private int[][] best;
        private double bestCost;
        private int bestContinued;
        private int steps;

        Search(int[] wanted, int[][] continuing, int[][] start) {
            this.wanted = wanted;
            this.continuing = continuing;
            this.best = start;
            this.bestCost = cost(start);
            this.bestContinued = continued(start);
            this.left = new double[weights.length + 1];
            for (int k = weights.length - 1; k >= 0; k--) {
                left[k] = left[k + 1] + weight[k] * wanted[k];
            }
        }

        /** Whether all was searched: then nothing is better. */
        boolean run() {
            place(0, 0, 0);
            return steps <= SEARCH_STEPS;
        }

        private void place(int k, int placed, int from) {
            if (k == weights.length) {
                keepIfBetter();
                return;
            }
            if (placed == wanted[k]) {
                place(k + 1, 0, 0);
                return;
            }
            if (++steps > SEARCH_STEPS
                    || waterLevelCost(now, room, left[k] - placed * weight[k]) > bestCost * (1 + TOLERANCE)) {
                return;
            }
            for (int taker = from; taker < takers.size(); taker++) {
                if (fits(room[taker], k)) {
                    put(shares, room, taker, k, 1);
                    now[taker] += weight[k];
                    place(k, placed + 1, taker);
                    now[taker] -= weight[k];
                    put(shares, room, taker, k, -1);
                }
            }
        }

        private void keepIfBetter() {
            double cost = cost(shares);
            int continued = continued(shares);
            boolean better = cost < bestCost * (1 - TOLERANCE)
                    || cost <= bestCost * (1 + TOLERANCE) && continued > bestContinued;
            if (better) {
                best = Arrays.stream(shares).map(int[]::clone).toArray(int[][]::new);
                bestCost = cost;
                bestContinued = continued;
            }
        }

        private int continued(int[][] some) {
            int continued = 0;
            for (int taker = 0; taker < takers.size(); taker++) {
                for (int k = 0; k < weights.length; k++) {
                    continued += Math.min(some[taker][k], continuing[taker][k]);
                }
            }
            return continued;
        }
    }

    /* By adviser and weight, the cases given out whose previous case the adviser led. */
    private int[][] continuing(boolean[] given) {
        int[][] continuing = new int[takers.size()][weights.length];
        for (int i = 0; i < items.size(); i++) {
            if (given[i] && items.get(i).previous() != NOBODY) {
                continuing[items.get(i).previous()][classOf[i]]++;
            }
        }
        return continuing;
    }

    // -------------------------------------------------------------------------- the sum and its bound

    private double cost(int[][] shares) {
        double cost = 0;
        for (int taker = 0; taker < takers.size(); taker++) {
            double has = load[taker];
            for (int k = 0; k < weights.length; k++) {
                has += weight[k] * shares[taker][k];
            }
            cost += has * has / capacity[taker];
        }
        return cost;
    }

    private double waterLevelCost(boolean[] given) {
        double volume = 0;
        for (int i = 0; i < items.size(); i++) {
            volume += given[i] ? weight[classOf[i]] : 0;
        }
        return waterLevelCost(load, rooms(), volume);
    }

    /*
     * The least sum when a volume may be split at will: each adviser between the load now and that with all room filled takes what brings
     * saturation to one level. Where a level step lies is found by going through the levels at which an adviser begins or ends to fill.
     */
    private double waterLevelCost(double[] now, BigDecimal[] room, double volume) {
        int size = takers.size();
        double[] top = new double[size];
        List<double[]> turns = new ArrayList<>();
        for (int taker = 0; taker < size; taker++) {
            top[taker] = now[taker] + Math.max(0, room[taker].doubleValue());
            turns.add(new double[] {now[taker] / capacity[taker], capacity[taker]});
            turns.add(new double[] {top[taker] / capacity[taker], -capacity[taker]});
        }
        turns.sort(Comparator.comparingDouble(turn -> turn[0]));
        double width = 0;
        double level = turns.isEmpty() ? 0 : turns.get(0)[0];
        double still = volume;
        for (double[] turn : turns) {
            double step = width * (turn[0] - level);
            if (step >= still) {
                break;
            }
            still -= step;
            level = turn[0];
            width += turn[1];
        }
        level += width > TOLERANCE ? still / width : 0;
        double cost = 0;
        for (int taker = 0; taker < size; taker++) {
            double has = Math.max(now[taker], Math.min(top[taker], level * capacity[taker]));
            cost += has * has / capacity[taker];
        }
        return cost;
    }

    // -------------------------------------------------------------------------- which case goes to whom

    /* First those who led a previous case, then the most urgent case to the least saturated. */
    private int[] handOut(int[][] shares, boolean[] given) {
        int[] takerOf = new int[items.size()];
        Arrays.fill(takerOf, NOBODY);
        for (int i = 0; i < items.size(); i++) {
            int previous = items.get(i).previous();
            if (given[i] && previous != NOBODY && shares[previous][classOf[i]] > 0) {
                shares[previous][classOf[i]]--;
                takerOf[i] = previous;
            }
        }
        List<Integer> leastSaturatedFirst = new ArrayList<>();
        for (int taker = 0; taker < takers.size(); taker++) {
            leastSaturatedFirst.add(taker);
        }
        leastSaturatedFirst.sort(Comparator.comparingDouble((Integer taker) -> load[taker] / capacity[taker])
                .thenComparing(Comparator.naturalOrder()));
        int[] next = new int[weights.length];
        for (int i = 0; i < items.size(); i++) {
            if (given[i] && takerOf[i] == NOBODY) {
                int k = classOf[i];
                while (shares[leastSaturatedFirst.get(next[k])][k] == 0) {
                    next[k]++;
                }
                takerOf[i] = leastSaturatedFirst.get(next[k]);
                shares[takerOf[i]][k]--;
            }
        }
        return takerOf;
    }
}
