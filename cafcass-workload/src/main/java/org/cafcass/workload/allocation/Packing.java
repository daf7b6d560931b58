package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/*
 * Which cases can be given out together: those for which advisers have room. A case is given out when a packing of it and all that were given
 * out before is found: into the least room that is enough as things lie, or all anew by best fit decreasing, or by a search in bounded
 * steps. It is refused for certain when no packing can exist.
 *
 * Giving a case out can free room. What was refused then has another chance; until then it stays refused, as what is given out only grows.
 */
final class Packing {
    static final int NOBODY = -1;
    private static final int STEPS = 1_000;
    private static final int STEPS_OF_SMALL = 100_000;

    private final BigDecimal[] room;
    private final Weights weights;
    private final int items;
    private final boolean small;
    private final int[] wanted;
    private final boolean[] given;
    private final boolean[] certain;
    private final int[] refusedAt;
    private int growths = 1;
    private int lightestRefused = NOBODY;
    private boolean allRefusedForCertain = true;
    private Filling filling;

    /**
     * Begins with nothing given out.
     *
     * @param room by adviser, what may be given, below 0 for one who is past the ceiling
     * @param cases the weights of the cases
     */
    Packing(List<BigDecimal> room, List<BigDecimal> cases) {
        this.room = room.toArray(BigDecimal[]::new);
        this.weights = new Weights(cases);
        this.items = cases.size();
        this.small = FairShare.isSmall(room.size(), items);
        this.wanted = new int[weights.size()];
        this.given = new boolean[items];
        this.certain = new boolean[items];
        this.refusedAt = new int[items];
        this.filling = new Filling();
    }

    /**
     * Gives a case out, if there is room for it beside those given out before.
     *
     * @param freed by adviser, the room that giving it out frees
     */
    boolean give(int item, Map<Integer, BigDecimal> freed) {
        int k = weights.of(item);
        if (refusedAt[item] == growths || freed.isEmpty() && k <= lightestRefused) {
            refuse(item);
            return false;
        }
        freed.forEach(this::grow);
        wanted[k]++;
        if (filling.addBestFit(k) || fillAnew()) {
            given[item] = true;
            if (!freed.isEmpty()) {
                forgive();
            }
            return true;
        }
        wanted[k]--;
        freed.forEach((taker, points) -> grow(taker, points.negate()));
        lightestRefused = Math.max(lightestRefused, k);
        refuse(item);
        return false;
    }

    /** Adds room of an adviser. */
    void free(int taker, BigDecimal points) {
        grow(taker, points);
        forgive();
    }

    private void grow(int taker, BigDecimal points) {
        room[taker] = room[taker].add(points);
        filling.left[taker] = filling.left[taker].add(points);
    }

    private void forgive() {
        growths++;
        lightestRefused = NOBODY;
        allRefusedForCertain = true;
    }

    private void refuse(int item) {
        refusedAt[item] = growths;
        certain[item] = allRefusedForCertain;
    }

    private boolean fillAnew() {
        if (!mayBeFilled()) {
            return false;
        }
        Filling anew = new Filling();
        if (!anew.addAllBestFitDecreasing()) {
            anew = new Filling();
            if (!anew.search()) {
                allRefusedForCertain &= anew.isExhausted();
                return false;
            }
        }
        filling = anew;
        return true;
    }

    /* For each weight: the cases of at least that weight have as many places, and together with all heavier ones room enough. */
    private boolean mayBeFilled() {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal usable = BigDecimal.ZERO;
        for (BigDecimal one : room) {
            usable = one.signum() > 0 ? usable.add(one) : usable;
        }
        long heavier = 0;
        for (int k = 0; k < wanted.length; k++) {
            heavier += wanted[k];
            all = all.add(weights.get(k).multiply(BigDecimal.valueOf(wanted[k])));
            long places = 0;
            for (BigDecimal one : room) {
                places += weights.places(one, k, items);
            }
            if (heavier > places || all.compareTo(usable) > 0) {
                return false;
            }
        }
        return true;
    }

    /** What an adviser may be given in all. */
    BigDecimal room(int taker) {
        return room[taker];
    }

    /** Whether a case that was refused was so for certain. */
    boolean isCertain(int item) {
        return certain[item];
    }

    /** By case, an adviser, so that all that are given out find room; {@link #NOBODY} for one that was refused. */
    int[] takerOf() {
        int[][] shares = Arrays.stream(filling.shares).map(int[]::clone).toArray(int[][]::new);
        int[] takerOf = new int[items];
        for (int item = 0; item < items; item++) {
            int taker = given[item] ? 0 : NOBODY;
            while (taker != NOBODY && shares[taker][weights.of(item)] == 0) {
                taker++;
            }
            if (taker != NOBODY) {
                shares[taker][weights.of(item)]--;
            }
            takerOf[item] = taker;
        }
        return takerOf;
    }

    /** How many cases of each weight each adviser gets. */
    private final class Filling {
        private final int[][] shares = new int[room.length][weights.size()];
        private final BigDecimal[] left = room.clone();
        private final int allowed = small ? STEPS_OF_SMALL : STEPS;
        private int steps;

        boolean addBestFit(int k) {
            int best = NOBODY;
            for (int taker = 0; taker < left.length; taker++) {
                if (weights.fits(left[taker], k) && (best == NOBODY || left[taker].compareTo(left[best]) < 0)) {
                    best = taker;
                }
            }
            if (best != NOBODY) {
                put(best, k, 1);
            }
            return best != NOBODY;
        }

        boolean addAllBestFitDecreasing() {
            for (int k = 0; k < wanted.length; k++) {
                for (int i = 0; i < wanted[k]; i++) {
                    if (!addBestFit(k)) {
                        return false;
                    }
                }
            }
            return true;
        }

        boolean search() {
            return place(0, 0, 0);
        }

        /** Whether, when the search found nothing, there is nothing. */
        boolean isExhausted() {
            return steps <= allowed;
        }

        /* The cases of a weight go to advisers in ascending order: which of two equal cases goes where makes no difference. */
        private boolean place(int k, int placed, int from) {
            if (k == wanted.length) {
                return true;
            }
            if (placed == wanted[k]) {
                return place(k + 1, 0, 0);
            }
            if (++steps > allowed) {
                return false;
            }
            for (int taker = from; taker < left.length; taker++) {
                if (weights.fits(left[taker], k)) {
                    put(taker, k, 1);
                    if (place(k, placed + 1, taker)) {
                        return true;
                    }
                    put(taker, k, -1);
                }
            }
            return false;
        }

        private void put(int taker, int k, int number) {
            shares[taker][k] += number;
            left[taker] = left[taker].subtract(weights.get(k).multiply(BigDecimal.valueOf(number)));
        }
    }
}
