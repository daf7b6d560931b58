package org.cafcass.metrics.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cafcass.metrics.disclosure.Moves.Change;

/**
 * Chooses what to hide of counts that hang together.
 *
 * <p>Cell by cell in need of protection it looks for changes of hidden counts alone that move the cell far enough: its proof, which
 * holds as long as all that it touches is hidden. Where there is none it takes the cheapest change of the table, a change of a shown
 * count costing and one of a hidden count not, and hides what the change touches. Then it shows again what turned out not to be
 * needed; and of small tables it tries all smaller choices.
 */
final class SuppressionSearch {
    private static final int WIDTH = LinkedCounts.LEAST_WIDTH;
    private static final long FAR = 1L << 40;
    private static final long COST = 10_000L;
    private static final int NONE = -1;
    private static final int MOST_CANDIDATES = 16;
    private static final int STEPS_OF_PROOF = 150;
    private static final int MOST_STEPS = 3_000;
    private static final int MOST_CHOICES = 1_000;

    /** The cells, and behind them a cell for the rest of each total that has one. */
    private final int cells;

    private final int published;
    private final long[] values;
    private final boolean[] known;
    private final Moves moves;
    private final boolean[] hidden;
    private final boolean[] small;
    private final boolean[] unprotectable;
    private final int[] rank;
    private final List<List<Change>> proofs = new ArrayList<>();

    /** By cell, the cells whose proofs touch it. */
    private final List<BitSet> provenBy = new ArrayList<>();

    /** By cell, the one that it was hidden for first. */
    private final int[] hiddenFor;

    /**
     * @param published how many of the values are published; those behind them are rests of totals, which no figure shows
     * @param known which cells the reader knows whatever is hidden
     */
    SuppressionSearch(long[] values, int published, boolean[] known, List<Moves.Equation> equations) {
        this.published = published;
        this.cells = values.length;
        this.values = values;
        this.known = known;
        for (int cell = 0; cell < cells; cell++) {
            proofs.add(List.of());
            provenBy.add(new BitSet());
        }
        moves = new Moves(
                equations, IntStream.range(0, cells).mapToLong(this::room).toArray());
        hidden = new boolean[cells];
        small = new boolean[cells];
        unprotectable = new boolean[cells];
        rank = new int[cells];
        hiddenFor = new int[cells];
        Arrays.fill(hiddenFor, NONE);
        int[] byValue = IntStream.range(0, published)
                .boxed()
                .sorted(Comparator.comparingLong(cell -> values[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < byValue.length; i++) {
            rank[byValue[i]] = i;
        }
    }

    void run() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int cell = 0; cell < cells; cell++) {
            small[cell] = !known[cell] && values[cell] >= 1 && values[cell] <= LinkedCounts.GREATEST_SMALL;
            hidden[cell] = small[cell] || cell >= published;
            if (small[cell]) {
                open.add(cell);
            }
        }
        while (!open.isEmpty()) {
            int cell = open.remove();
            if (proofs.get(cell).isEmpty() && !prove(cell, hidden)) {
                boolean[] before = hidden.clone();
                protect(cell);
                IntStream.range(0, published)
                        .filter(further -> hidden[further] && !before[further])
                        .forEach(further -> {
                            hiddenFor[further] = cell;
                            open.add(further);
                        });
            }
        }
        showAgain();
        tryFewer();
    }

    /** Whether a hidden cell can't be protected, whatever else is hidden. */
    boolean isExposed(int cell) {
        return unprotectable[cell];
    }

    boolean isHidden(int cell) {
        return hidden[cell];
    }

    /** What a reader can derive of a hidden cell. */
    DerivableRange derivable(int cell) {
        long up = furthest(cell, FAR, hidden, MOST_STEPS).of(cell);
        long down = furthest(cell, -FAR, hidden, MOST_STEPS).of(cell);
        return new DerivableRange(
                values[cell] + down, up >= FAR ? OptionalLong.empty() : OptionalLong.of(values[cell] + up));
    }

    private boolean needsProof(int cell) {
        return (cell < published ? hidden[cell] : small[cell]) && !unprotectable[cell];
    }

    /** Finds a proof that a cell can be far enough apart where a choice is hidden, and keeps it; false if there is none. */
    private boolean prove(int cell, boolean[] choice) {
        Change up = furthest(cell, WIDTH, choice, STEPS_OF_PROOF);
        if (up.of(cell) >= WIDTH) {
            keep(cell, List.of(up));
            return true;
        }
        Change down = furthest(cell, -WIDTH, choice, STEPS_OF_PROOF);
        if (up.of(cell) - down.of(cell) >= WIDTH) {
            keep(cell, List.of(up, down));
            return true;
        }
        return false;
    }

    /** The change of hidden cells alone that moves a cell as far as it goes up to a limit. */
    private Change furthest(int cell, long limit, boolean[] choice, int mostSteps) {
        return moves.furthest(
                cell, limit, mostSteps, other -> choice[other] && !known[other] ? costOfHidden(other) : Moves.BARRED);
    }

    private int costOfHidden(int cell) {
        return moves.equationsOf(cell).length;
    }

    private void setProof(int cell, List<Change> proof) {
        proofs.get(cell)
                .forEach(change -> Arrays.stream(change.cells())
                        .forEach(touched -> provenBy.get(touched).clear(cell)));
        proofs.set(cell, proof);
        proof.forEach(change -> Arrays.stream(change.cells())
                .forEach(touched -> provenBy.get(touched).set(cell)));
    }

    /** Keeps the proof of a cell, and for others what it proves of them. */
    private void keep(int cell, List<Change> proof) {
        setProof(cell, proof);
        for (Change change : proof) {
            for (int i = 0; i < change.cells().length; i++) {
                if (proofs.get(change.cells()[i]).isEmpty() && Math.abs(change.by()[i]) >= WIDTH) {
                    setProof(change.cells()[i], List.of(change));
                }
            }
        }
    }

    /** Hides what the better of two plans hides: upwards first, or downwards first where the cell can go all the way down. */
    private void protect(int cell) {
        Optional<List<Change>> up = plan(cell, 1);
        Optional<List<Change>> down = up.isPresent() && room(cell) < WIDTH ? Optional.empty() : plan(cell, -1);
        Optional<List<Change>> better = up.isPresent() && down.isPresent()
                ? (cost(down.get()) < cost(up.get()) ? down : up)
                : up.or(() -> down);
        better.ifPresentOrElse(
                plan -> {
                    plan.forEach(change -> Arrays.stream(change.cells()).forEach(touched -> hidden[touched] = true));
                    keep(cell, plan);
                },
                () -> unprotectable[cell] = true);
    }

    private long cost(List<Change> plan) {
        return plan.stream()
                .flatMapToInt(change -> Arrays.stream(change.cells()))
                .distinct()
                .filter(cell -> !hidden[cell])
                .mapToLong(cell -> COST + rank[cell])
                .sum();
    }

    /** A cell moved one way as far as it goes, and the other way for the rest; empty if it can't be. */
    private Optional<List<Change>> plan(int cell, int direction) {
        boolean[] choice = hidden.clone();
        Change first = cheapest(cell, direction * (long) WIDTH, choice);
        long left = WIDTH - Math.abs(first.of(cell));
        if (left <= 0) {
            return Optional.of(List.of(first));
        }
        Arrays.stream(first.cells()).forEach(touched -> choice[touched] = true);
        Change second = cheapest(cell, -direction * left, choice);
        return Math.abs(second.of(cell)) < left ? Optional.empty() : Optional.of(List.of(first, second));
    }

    /** The change that moves a cell as far as it goes up to a limit, and of those the one that hides the least beside a choice. */
    private Change cheapest(int cell, long limit, boolean[] choice) {
        return moves.furthest(
                cell,
                limit,
                MOST_STEPS,
                other -> known[other] ? Moves.BARRED : choice[other] ? costOfHidden(other) : COST + rank[other]);
    }

    /** How far down a cell can be: a hidden one is 1 or more, the rest of a total 0 or more. */
    private long room(int cell) {
        return cell < published ? values[cell] - 1 : values[cell];
    }

    /**
     * Shows each further cell again that isn't needed, the greatest first, until all are needed. A cell that is needed for another stays
     * needed while the other is hidden, whatever else is shown. The one that it was hidden for is asked first, as the likeliest to need it.
     */
    private void showAgain() {
        int[] neededFor = new int[cells];
        Arrays.fill(neededFor, NONE);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int cell : further()) {
                if (neededFor[cell] == NONE || !hidden[neededFor[cell]]) {
                    neededFor[cell] = showAgain(cell);
                    changed |= neededFor[cell] == NONE;
                }
            }
        }
    }

    /** Shows a cell again if all others that need a proof have one without it; else tells one that has none. */
    private int showAgain(int shown) {
        hidden[shown] = false;
        List<Change> ofShown = proofs.get(shown);
        setProof(shown, List.of());
        int[] unproven = provenBy.get(shown).stream().toArray();
        List<List<Change>> before = new ArrayList<>();
        for (int cell : unproven) {
            before.add(proofs.get(cell));
            setProof(cell, List.of());
        }
        IntStream likeliest = Arrays.stream(unproven).filter(cell -> cell == hiddenFor[shown]);
        int needing = IntStream.concat(likeliest, Arrays.stream(unproven))
                .filter(cell -> !isProven(cell))
                .findFirst()
                .orElse(NONE);
        if (needing != NONE) {
            hidden[shown] = true;
            for (int i = 0; i < unproven.length; i++) {
                if (proofs.get(unproven[i]).isEmpty()) {
                    setProof(unproven[i], before.get(i));
                }
            }
            setProof(shown, ofShown);
        }
        return needing;
    }

    /** Whether a cell has a proof, or one is found, or it needs none. */
    private boolean isProven(int cell) {
        return !needsProof(cell) || !proofs.get(cell).isEmpty() || prove(cell, hidden);
    }

    /** Tries all smaller choices, fewest first, where they are few enough. */
    private void tryFewer() {
        int[] candidates = IntStream.range(0, published)
                .filter(cell -> !known[cell] && !small[cell])
                .boxed()
                .sorted(Comparator.comparingInt(cell -> rank[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        int most = further().length - 1;
        if (candidates.length > MOST_CANDIDATES) {
            return;
        }
        int tried = 0;
        for (int size = 0; size <= most; size++) {
            for (int set = (1 << size) - 1; set < 1 << candidates.length; set = nextOfSameSize(set)) {
                if (++tried > MOST_CHOICES || take(choice(candidates, set)) || set == 0) {
                    break;
                }
            }
            if (further().length <= size || tried > MOST_CHOICES) {
                return;
            }
        }
    }

    private boolean[] choice(int[] candidates, int set) {
        boolean[] choice = small.clone();
        Arrays.fill(choice, published, cells, true);
        for (int i = 0; i < candidates.length; i++) {
            choice[candidates[i]] |= (set >> i & 1) == 1;
        }
        return choice;
    }

    /** The next greater number with as many bits set (Gosper). */
    private static int nextOfSameSize(int set) {
        int lowest = set & -set;
        int ripple = set + lowest;
        return (set ^ ripple) / lowest >> 2 | ripple;
    }

    /** The cells that are hidden without being small, the greatest first. */
    private int[] further() {
        return IntStream.range(0, published)
                .filter(cell -> hidden[cell] && !small[cell])
                .boxed()
                .sorted(Comparator.comparingInt(cell -> -rank[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Makes a choice the one that stands if it protects every hidden cell that can be protected. */
    private boolean take(boolean[] choice) {
        boolean[] hiddenBefore = hidden.clone();
        List<List<Change>> proofsBefore = new ArrayList<>(proofs);
        System.arraycopy(choice, 0, hidden, 0, cells);
        for (int cell = 0; cell < cells; cell++) {
            boolean holds = proofs.get(cell).stream()
                    .allMatch(change -> Arrays.stream(change.cells()).allMatch(touched -> choice[touched]));
            if (!holds || cell < published && !choice[cell]) {
                setProof(cell, List.of());
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            if (!isProven(cell)) {
                System.arraycopy(hiddenBefore, 0, hidden, 0, cells);
                for (int i = 0; i < cells; i++) {
                    setProof(i, proofsBefore.get(i));
                }
                return false;
            }
        }
        return true;
    }
}
