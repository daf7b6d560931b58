package org.cafcass.metrics.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Chooses what to hide of counts that hang together.
 *
 * <p>Cell by cell in need of protection it looks for changes of hidden counts alone that move the cell far enough: its proof, which
 * holds as long as all that it touches is hidden. Where there is none it takes the cheapest change of the table, a change of a shown
 * count costing and one of a hidden count not, and hides what the change touches. Then it shows again what turned out not to be
 * needed; and of small tables it tries all smaller choices.
 *
 * <p>A change is looked for among the nearest counts, so that the work grows with the counts and not with their square; what is found
 * there holds for all of them, since the others don't change.
 */
final class SuppressionSearch {
    private static final int WIDTH = LinkedCounts.LEAST_WIDTH;
    private static final long FAR = 1L << 40;
    private static final long REWARD = 1_000_000_000L;
    private static final long COST = 10_000L;
    private static final int MOST_CANDIDATES = 16;
    private static final int MOST_CHOICES = 1_000;
    private static final int REACH = 3;
    private static final int[] NEAREST_HIDDEN = {60, LinkedCounts.NEAREST};
    private static final int[] NEAREST = {60, LinkedCounts.NEAREST, 4 * LinkedCounts.NEAREST};

    /**
     * What adds up to nothing: cells with their signs.
     *
     * @param cells the cells
     * @param signs 1 or -1 for each
     */
    record Equation(int[] cells, int[] signs) {
        int place(int cell) {
            int place = 0;
            while (cells[place] != cell) {
                place++;
            }
            return place;
        }
    }

    /** Changes under which all equations hold; what is in {@code cells} changes by what is at the same place of {@code by}. */
    private record Change(int[] cells, long[] by) {
        long of(int cell) {
            int place = Arrays.binarySearch(cells, cell);
            return place < 0 ? 0 : by[place];
        }
    }

    /** The cells, and behind them a cell for the rest of each total that has one. */
    private final int cells;

    private final int published;
    private final long[] values;
    private final boolean[] known;
    private final List<Equation> equations;
    private final List<List<Integer>> equationsOf = new ArrayList<>();
    private final boolean[] hidden;
    private final boolean[] small;
    private final boolean[] unprotectable;
    private final int[] rank;
    private final List<List<Change>> proofs = new ArrayList<>();

    /**
     * @param published how many of the values are published; those behind them are rests of totals, which no figure shows
     * @param known which cells the reader knows whatever is hidden
     */
    SuppressionSearch(long[] values, int published, boolean[] known, List<Equation> equations) {
        this.published = published;
        this.cells = values.length;
        this.values = values;
        this.known = known;
        this.equations = equations;
        for (int cell = 0; cell < cells; cell++) {
            equationsOf.add(new ArrayList<>());
            proofs.add(List.of());
        }
        for (int equation = 0; equation < equations.size(); equation++) {
            for (int cell : equations.get(equation).cells) {
                equationsOf.get(cell).add(equation);
            }
        }
        hidden = new boolean[cells];
        small = new boolean[cells];
        unprotectable = new boolean[cells];
        rank = new int[cells];
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
                        .forEach(open::add);
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
        Near near = new Near(cell, other -> hidden[other], cells, false);
        long up = near.furthest(FAR).of(cell);
        long down = near.furthest(-FAR).of(cell);
        return new DerivableRange(
                values[cell] + down, up >= FAR ? OptionalLong.empty() : OptionalLong.of(values[cell] + up));
    }

    private boolean needsProof(int cell) {
        return (cell < published ? hidden[cell] : small[cell]) && !unprotectable[cell];
    }

    /** Finds a proof that a cell can be far enough apart where a choice is hidden, and keeps it; false if there is none nearby. */
    private boolean prove(int cell, boolean[] choice) {
        for (int most : NEAREST_HIDDEN) {
            Near near = new Near(cell, other -> choice[other], most, false);
            Change up = near.furthest(WIDTH);
            if (up.of(cell) >= WIDTH) {
                keep(cell, List.of(up));
                return true;
            }
            Change down = near.furthest(-WIDTH);
            if (up.of(cell) - down.of(cell) >= WIDTH) {
                keep(cell, List.of(up, down));
                return true;
            }
            if (near.isAll()) {
                return false;
            }
        }
        return false;
    }

    /** Keeps the proof of a cell, and for others what it proves of them. */
    private void keep(int cell, List<Change> proof) {
        proofs.set(cell, proof);
        for (Change change : proof) {
            for (int i = 0; i < change.cells.length; i++) {
                if (proofs.get(change.cells[i]).isEmpty() && Math.abs(change.by[i]) >= WIDTH) {
                    proofs.set(change.cells[i], List.of(change));
                }
            }
        }
    }

    /** Hides what the better of two plans hides: upwards first, or downwards first where the cell can go all the way down. */
    private void protect(int cell) {
        for (int most : NEAREST) {
            Optional<List<Change>> up = plan(cell, 1, most);
            Optional<List<Change>> down =
                    up.isPresent() && room(cell) < WIDTH ? Optional.empty() : plan(cell, -1, most);
            Optional<List<Change>> better = up.isPresent() && down.isPresent()
                    ? (cost(down.get()) < cost(up.get()) ? down : up)
                    : up.or(() -> down);
            if (better.isPresent()) {
                better.get().forEach(change -> Arrays.stream(change.cells).forEach(touched -> hidden[touched] = true));
                keep(cell, better.get());
                return;
            }
        }
        unprotectable[cell] = true;
    }

    private long cost(List<Change> plan) {
        return plan.stream()
                .flatMapToInt(change -> Arrays.stream(change.cells))
                .distinct()
                .filter(cell -> !hidden[cell])
                .mapToLong(cell -> COST + rank[cell])
                .sum();
    }

    /** A cell moved one way as far as it goes, and the other way for the rest; empty if it can't be. */
    private Optional<List<Change>> plan(int cell, int direction, int most) {
        boolean[] choice = hidden.clone();
        Change first = cheapest(cell, direction * (long) WIDTH, choice, most);
        long left = WIDTH - Math.abs(first.of(cell));
        if (left <= 0) {
            return Optional.of(List.of(first));
        }
        Arrays.stream(first.cells).forEach(touched -> choice[touched] = true);
        Change second = cheapest(cell, -direction * left, choice, most);
        return Math.abs(second.of(cell)) < left ? Optional.empty() : Optional.of(List.of(first, second));
    }

    /** The change that moves a cell as far as it goes up to a limit, and of those the one that hides the least beside a choice. */
    private Change cheapest(int cell, long limit, boolean[] choice, int most) {
        Near near = new Near(cell, other -> !known[other], most, true, choice);
        return near.furthest(limit);
    }

    /** How far down a cell can be: a hidden one is 1 or more, the rest of a total 0 or more. */
    private long room(int cell) {
        return cell < published ? values[cell] - 1 : values[cell];
    }

    /** Shows each further cell again that isn't needed, the greatest first, until all are needed. */
    private void showAgain() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int cell : further()) {
                boolean[] choice = hidden.clone();
                choice[cell] = false;
                changed |= take(choice);
            }
        }
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
                    .allMatch(change -> Arrays.stream(change.cells).allMatch(touched -> choice[touched]));
            if (!holds || cell < published && !choice[cell]) {
                proofs.set(cell, List.of());
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            if (needsProof(cell) && proofs.get(cell).isEmpty() && !prove(cell, choice)) {
                System.arraycopy(hiddenBefore, 0, hidden, 0, cells);
                for (int i = 0; i < cells; i++) {
                    proofs.set(i, proofsBefore.get(i));
                }
                return false;
            }
        }
        return true;
    }

    /** The cells nearest to one, and how they can change while all others stay. */
    private final class Near {
        private final int cell;
        private final int[] nearest;
        private final boolean all;
        private final int[] columns;
        private final int[] signs;
        private final long[] objective;
        private final Moves moves;

        Near(int cell, IntPredicate changing, int most, boolean costing) {
            this(cell, changing, most, costing, hidden);
        }

        /**
         * @param changing which cells can change
         * @param most how many at most
         * @param costing whether cells outside a choice can change too, at a cost
         */
        Near(int cell, IntPredicate changing, int most, boolean costing, boolean[] choice) {
            this.cell = cell;
            List<Integer> reached = new ArrayList<>(List.of(cell));
            boolean[] seen = new boolean[cells];
            seen[cell] = true;
            boolean cut = false;
            for (int next = 0; next < reached.size() && !cut; next++) {
                for (int number : equationsOf.get(reached.get(next))) {
                    Equation equation = equations.get(number);
                    int place = equation.place(reached.get(next));
                    for (int i = 0; i < equation.cells.length; i++) {
                        int other = equation.cells[i];
                        boolean close = i == 0 || Math.abs(i - place) <= REACH || choice[other];
                        if (!seen[other] && !known[other] && changing.test(other) && close) {
                            seen[other] = true;
                            reached.add(other);
                        }
                    }
                }
                cut = reached.size() > most;
            }
            all = !cut;
            nearest = reached.stream().mapToInt(Integer::intValue).sorted().toArray();
            int width = nearest.length;
            for (int other : nearest) {
                width += costing && !choice[other] ? 1 : 0;
            }
            columns = new int[width];
            signs = new int[width];
            objective = new long[width];
            double[] lower = new double[width];
            double[] upper = new double[width];
            int[] columnOf = new int[cells];
            Arrays.fill(columnOf, -1);
            int column = 0;
            for (int other : nearest) {
                columnOf[other] = column;
                boolean twice = costing && !choice[other];
                columns[column] = other;
                signs[column] = 1;
                lower[column] = twice ? 0 : -room(other);
                upper[column] = Moves.NO_LIMIT;
                objective[column++] = twice ? -(COST + rank[other]) : 0;
                if (twice) {
                    columns[column] = other;
                    signs[column] = -1;
                    upper[column] = room(other);
                    objective[column++] = -(COST + rank[other]);
                }
            }
            List<Moves.Row> rows = new ArrayList<>();
            boolean[] taken = new boolean[equations.size()];
            for (int other : nearest) {
                for (int equation : equationsOf.get(other)) {
                    if (!taken[equation]) {
                        taken[equation] = true;
                        rows.add(row(equations.get(equation), columnOf));
                    }
                }
            }
            moves = new Moves(rows, lower, upper);
        }

        private Moves.Row row(Equation equation, int[] columnOf) {
            int count = 0;
            int[] among = new int[2 * equation.cells.length];
            int[] signsOf = new int[2 * equation.cells.length];
            for (int i = 0; i < equation.cells.length; i++) {
                for (int column = columnOf[equation.cells[i]];
                        column >= 0 && column < columns.length && columns[column] == equation.cells[i];
                        column++) {
                    among[count] = column;
                    signsOf[count++] = equation.signs[i] * signs[column];
                }
            }
            return new Moves.Row(Arrays.copyOf(among, count), Arrays.copyOf(signsOf, count));
        }

        /** Whether no cell further away can change. */
        boolean isAll() {
            return all;
        }

        /** A change that moves the cell as far as it goes up to a limit, at the least cost. */
        Change furthest(long limit) {
            int own = 0;
            while (columns[own] != cell) {
                own++;
            }
            long[] gains = objective.clone();
            gains[own] = Long.signum(limit) * REWARD;
            long[] change = moves.towards(own, limit, gains);
            long[] by = new long[nearest.length];
            for (int column = 0, place = 0; column < columns.length; column++) {
                place += columns[column] == nearest[place] ? 0 : 1;
                by[place] += signs[column] * change[column];
            }
            int[] changed =
                    IntStream.range(0, nearest.length).filter(i -> by[i] != 0).toArray();
            return new Change(
                    Arrays.stream(changed).map(i -> nearest[i]).toArray(),
                    Arrays.stream(changed).mapToLong(i -> by[i]).toArray());
        }
    }
}
