package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/*
 * The problem. Advisers have a load b, a capacity c and room r for more (what the ceiling leaves; enough for everything when it may be passed). Each case
 * has a weight w and perhaps an adviser who led the previous case. All are given out, as Packing found that they can be. In this order:
 *
 *   1. the sum over advisers of (b + w given)^2 / c is least. As the sum of loads is settled, this is the spread of saturation, each adviser weighed by
 *      capacity: sum c (s - mean)^2 = sum load^2 / c - (sum load)^2 / sum c;
 *   2. most cases go to the adviser who led the previous case.
 *
 * Cases of one weight are interchangeable for 1, so a solution is a number of cases by adviser and weight.
 *
 * One weight. Room is a number of places, and 1 a separable convex problem on whole numbers: handing cases out one by one where the sum
 * rises least is optimal (Gross 1956; Ibaraki and Katoh, Resource Allocation Problems, 1988, ch. 4). Marginal costs of one adviser rise
 * strictly, so solutions differ only in who gets the last cases of equal marginal cost; those who led a previous case come first. Nothing
 * is left between such a solution and the best.
 *
 * Several weights. Heaviest first where the sum rises least, or the given packing where that ends without room; then moves and exchanges while the
 * sum falls, and for small problems a branch and bound. The best possible is bounded from below by letting cases be split: loads fill up
 * like water to one saturation.
 */
final class FairShare {
    private static final double TOLERANCE = 1e-9;
    private static final int SEARCH_STEPS = 300_000;
    private static final int SEARCHED_ITEMS = 12;
    private static final int SEARCHED_TAKERS = 8;
    private static final int NOBODY = Packing.NOBODY;

    /**
     * An adviser.
     *
     * @param load what is held before any case is given
     * @param capacity what can be held
     * @param room what may be given on top of the load, below 0 for one who is past the ceiling
     * @param ending how much of the load might end if the adviser is given a case that it is for: the bound counts on it, the sum doesn't
     */
    record Taker(BigDecimal load, BigDecimal capacity, BigDecimal room, BigDecimal ending) {}

    /** A case; {@code previous} is the number of the adviser who led the previous one, -1 for none. */
    record Item(BigDecimal weight, int previous) {}

    /**
     * Who gets what.
     *
     * @param takerOf by case, the number of its adviser
     * @param cost the sum over advisers of load^2 / capacity
     * @param bound what that sum is at least
     */
    record Result(int[] takerOf, double cost, double bound) {}

    private final List<Taker> takers;
    private final List<Item> items;
    private final Weights weights;
    private final double[] weight;
    private final double[] load;
    private final double[] capacity;
    private boolean searched;

    private FairShare(List<Taker> takers, List<Item> items) {
        this.takers = takers;
        this.items = items;
        weights = new Weights(items.stream().map(Item::weight).toList());
        weight = new double[weights.size()];
        Arrays.setAll(weight, k -> weights.get(k).doubleValue());
        load = takers.stream().mapToDouble(taker -> taker.load().doubleValue()).toArray();
        capacity = takers.stream()
                .mapToDouble(taker -> taker.capacity().doubleValue())
                .toArray();
    }

    /**
     * Shares out cases among advisers.
     *
     * @param takers the advisers
     * @param items the cases
     * @param packed by case, the number of an adviser, so that all have room
     */
    static Result of(List<Taker> takers, List<Item> items, int[] packed) {
        return new FairShare(takers, items).solve(packed);
    }

    /** Whether a problem is so small that all its solutions are searched. */
    static boolean isSmall(int takers, int items) {
        return items <= SEARCHED_ITEMS && takers <= SEARCHED_TAKERS;
    }

    private Result solve(int[] packed) {
        int[][] shares = weights.size() <= 1 ? shareOneWeight() : shareSeveralWeights(packed);
        double cost = cost(shares);
        boolean best = (weights.size() <= 1 || searched)
                && takers.stream().allMatch(taker -> taker.ending().signum() == 0);
        return new Result(handOut(shares), cost, best ? cost : Math.min(cost, waterLevelCost()));
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
            BigDecimal w = weights.get(0);
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

    private int[][] shareOneWeight() {
        int[][] shares = new int[takers.size()][weights.size()];
        if (items.isEmpty()) {
            return shares;
        }
        int[] places = takers.stream()
                .mapToInt(taker -> weights.places(taker.room(), 0, items.size()))
                .toArray();
        int[][] continuing = continuing();
        PriorityQueue<Place> next = new PriorityQueue<>();
        for (int taker = 0; taker < takers.size(); taker++) {
            if (places[taker] > 0) {
                next.add(new Place(taker, 0, continuing[taker][0] > 0));
            }
        }
        for (int i = 0; i < items.size(); i++) {
            int taker = next.remove().taker;
            int has = ++shares[taker][0];
            if (has < places[taker]) {
                next.add(new Place(taker, has, continuing[taker][0] > has));
            }
        }
        return shares;
    }

    // -------------------------------------------------------------------------- several weights

    private int[][] shareSeveralWeights(int[] packed) {
        int[] wanted = new int[weights.size()];
        int[][] packing = new int[takers.size()][weights.size()];
        for (int i = 0; i < packed.length; i++) {
            wanted[weights.of(i)]++;
            packing[packed[i]][weights.of(i)]++;
        }
        int[][] shares = heaviestFirst(wanted).orElse(packing);
        improve(shares);
        if (!isSmall(takers.size(), items.size())) {
            return shares;
        }
        Search search = new Search(wanted, continuing(), shares);
        searched = search.run();
        return search.best;
    }

    private BigDecimal[] rooms() {
        return takers.stream().map(Taker::room).toArray(BigDecimal[]::new);
    }

    private void put(int[][] shares, BigDecimal[] room, int taker, int k, int number) {
        shares[taker][k] += number;
        room[taker] = room[taker].subtract(weights.get(k).multiply(BigDecimal.valueOf(number)));
    }

    private Optional<int[][]> heaviestFirst(int[] wanted) {
        int[][] shares = new int[takers.size()][weights.size()];
        BigDecimal[] room = rooms();
        double[] now = load.clone();
        for (int k = 0; k < weights.size(); k++) {
            for (int i = 0; i < wanted[k]; i++) {
                int best = NOBODY;
                double least = Double.POSITIVE_INFINITY;
                for (int taker = 0; taker < takers.size(); taker++) {
                    double rise = (2 * now[taker] + weight[k]) / capacity[taker];
                    if (rise < least && weights.fits(room[taker], k)) {
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
            for (int k = 0; k < weights.size(); k++) {
                room[taker] = room[taker].subtract(weights.get(k).multiply(BigDecimal.valueOf(shares[taker][k])));
                now[taker] += weight[k] * shares[taker][k];
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int from = 0; from < takers.size(); from++) {
                for (int to = 0; to < takers.size(); to++) {
                    for (int k = 0; from != to && k < weights.size(); k++) {
                        for (int back = NOBODY; shares[from][k] > 0 && back < weights.size(); back++) {
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
        BigDecimal exact = back == NOBODY ? weights.get(k) : weights.get(k).subtract(weights.get(back));
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
        private final int[][] shares = new int[takers.size()][weights.size()];
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
            this.left = new double[weights.size() + 1];
            for (int k = weights.size() - 1; k >= 0; k--) {
                left[k] = left[k + 1] + weight[k] * wanted[k];
            }
        }

        /** Whether all was searched: then nothing is better. */
        boolean run() {
            place(0, 0, 0);
            return steps <= SEARCH_STEPS;
        }

        private void place(int k, int placed, int from) {
            if (k == weights.size()) {
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
                if (weights.fits(room[taker], k)) {
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
                for (int k = 0; k < weights.size(); k++) {
                    continued += Math.min(some[taker][k], continuing[taker][k]);
                }
            }
            return continued;
        }
    }

    /* By adviser and weight, the cases whose previous case the adviser led. */
    private int[][] continuing() {
        int[][] continuing = new int[takers.size()][weights.size()];
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).previous() != NOBODY) {
                continuing[items.get(i).previous()][weights.of(i)]++;
            }
        }
        return continuing;
    }

    // -------------------------------------------------------------------------- the sum and its bound

    private double cost(int[][] shares) {
        double cost = 0;
        for (int taker = 0; taker < takers.size(); taker++) {
            double has = load[taker];
            for (int k = 0; k < weights.size(); k++) {
                has += weight[k] * shares[taker][k];
            }
            cost += has * has / capacity[taker];
        }
        return cost;
    }

    /* What ends makes as much more room. */
    private double waterLevelCost() {
        double[] least = load.clone();
        BigDecimal[] room = rooms();
        for (int taker = 0; taker < least.length; taker++) {
            BigDecimal ending = takers.get(taker).ending();
            least[taker] -= ending.doubleValue();
            room[taker] = room[taker].add(ending);
        }
        return waterLevelCost(
                least,
                room,
                items.stream().mapToDouble(item -> item.weight().doubleValue()).sum());
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
    private int[] handOut(int[][] shares) {
        int[] takerOf = new int[items.size()];
        Arrays.fill(takerOf, NOBODY);
        for (int i = 0; i < items.size(); i++) {
            int previous = items.get(i).previous();
            if (previous != NOBODY && shares[previous][weights.of(i)] > 0) {
                shares[previous][weights.of(i)]--;
                takerOf[i] = previous;
            }
        }
        List<Integer> leastSaturatedFirst = new ArrayList<>();
        for (int taker = 0; taker < takers.size(); taker++) {
            leastSaturatedFirst.add(taker);
        }
        leastSaturatedFirst.sort(Comparator.comparingDouble((Integer taker) -> load[taker] / capacity[taker])
                .thenComparing(Comparator.naturalOrder()));
        int[] next = new int[weights.size()];
        for (int i = 0; i < items.size(); i++) {
            if (takerOf[i] == NOBODY) {
                int k = weights.of(i);
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
