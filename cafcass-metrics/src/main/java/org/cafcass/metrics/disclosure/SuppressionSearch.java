package org.cafcass.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Chooses what to hide of counts that hang together.
 *
 * <p>Cell by cell in need of protection it takes the cheapest change of the whole table that moves the cell far enough, a change
 * of a shown count costing and one of a hidden count not, and hides what the change touches; then it shows again what turned
 * out not to be needed; and of small tables it tries all smaller choices. A change found stays a proof as long as all that it
 * touches is hidden, so proofs are kept.
 */
final class SuppressionSearch {
    private static final int WIDTH = LinkedCounts.LEAST_WIDTH;
    private static final long FAR = 1L << 40;
    private static final long REWARD = 1_000_000_000L;
    private static final long COST = 10_000L;
    private static final int MOST_CANDIDATES = 16;
    private static final int MOST_CHOICES = 1_000;

    /** The cells, and behind them a cell for the rest of each total that has one. */
    private final int cells;

    private final int published;
    private final long[] values;
    private final boolean[] known;
    private final List<long[]> equations;
    private final boolean[] hidden;
    private final boolean[] small;
    private final boolean[] unprotectable;
    private final int[] rank;
    private List<long[]> proofs = new ArrayList<>();

    SuppressionSearch(long[] values, boolean[] known, List<long[]> equations, List<Long> rests) {
        published = values.length;
        int withRest = (int) rests.stream().filter(rest -> rest > 0).count();
        cells = published + withRest;
        this.values = Arrays.copyOf(values, cells);
        this.known = Arrays.copyOf(known, cells);
        this.equations = new ArrayList<>();
        int rest = published;
        for (int i = 0; i < equations.size(); i++) {
            long[] equation = Arrays.copyOf(equations.get(i), cells);
            if (rests.get(i) > 0) {
                this.values[rest] = rests.get(i);
                equation[rest] = -1;
                rest++;
            }
            this.equations.add(equation);
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
        for (int cell = 0; cell < published; cell++) {
            small[cell] = !known[cell] && values[cell] <= LinkedCounts.GREATEST_SMALL;
            hidden[cell] = small[cell];
        }
        for (int cell = published; cell < cells; cell++) {
            hidden[cell] = true;
        }
        for (int cell = unproven(); cell >= 0; cell = unproven()) {
            protect(cell);
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
        Reader reader = new Reader(hidden);
        long up = reader.furthest(cell, FAR)[cell];
        long down = reader.furthest(cell, -FAR)[cell];
        return new DerivableRange(
                values[cell] + down, up >= FAR ? OptionalLong.empty() : OptionalLong.of(values[cell] + up));
    }

    /** The first cell in need of protection, or -1. */
    private int unproven() {
        Optional<Reader> reader = Optional.empty();
        for (int cell = 0; cell < published; cell++) {
            if (hidden[cell] && !unprotectable[cell] && width(cell) < WIDTH) {
                reader = reader.or(() -> Optional.of(new Reader(hidden)));
                if (!prove(cell, reader.get(), proofs)) {
                    return cell;
                }
            }
        }
        return -1;
    }

    private long width(int cell) {
        return width(cell, proofs);
    }

    private static long width(int cell, List<long[]> proofs) {
        long least = 0;
        long greatest = 0;
        for (long[] proof : proofs) {
            least = Math.min(least, proof[cell]);
            greatest = Math.max(greatest, proof[cell]);
        }
        return greatest - least;
    }

    /** Adds the proofs that a cell can be far enough apart, and says whether it can. */
    private static boolean prove(int cell, Reader reader, List<long[]> proofs) {
        if (width(cell, proofs) >= WIDTH) {
            return true;
        }
        proofs.add(reader.furthest(cell, WIDTH));
        if (width(cell, proofs) >= WIDTH) {
            return true;
        }
        proofs.add(reader.furthest(cell, -WIDTH));
        return width(cell, proofs) >= WIDTH;
    }

    /** Hides what the better of two plans hides: upwards first, or downwards first where the cell can go all the way down. */
    private void protect(int cell) {
        Optional<boolean[]> up = plan(cell, 1);
        Optional<boolean[]> down = up.isPresent() && room(cell) < WIDTH ? Optional.empty() : plan(cell, -1);
        Optional<boolean[]> better = up.isPresent() && down.isPresent()
                ? (cost(down.get()) < cost(up.get()) ? down : up)
                : up.or(() -> down);
        if (better.isEmpty()) {
            unprotectable[cell] = true;
            return;
        }
        System.arraycopy(better.get(), 0, hidden, 0, cells);
    }

    private long cost(boolean[] choice) {
        return IntStream.range(0, published)
                .filter(cell -> choice[cell])
                .mapToLong(cell -> COST + rank[cell])
                .sum();
    }

    /** What is hidden when a cell is moved one way as far as it goes, and the other way for the rest; empty if it can't be. */
    private Optional<boolean[]> plan(int cell, int direction) {
        boolean[] choice = hidden.clone();
        long first = hideTowards(cell, direction * (long) WIDTH, choice);
        long left = WIDTH - Math.abs(first);
        if (left > 0) {
            long second = hideTowards(cell, -direction * left, choice);
            if (Math.abs(second) < left) {
                return Optional.empty();
            }
        }
        return Optional.of(choice);
    }

    /** Hides what the cheapest change touches that moves a cell as far as it goes up to a limit, and tells how far that is. */
    private long hideTowards(int cell, long limit, boolean[] choice) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            if (!known[i]) {
                columns.add(i);
                signs.add(1);
                if (!choice[i]) {
                    columns.add(i);
                    signs.add(-1);
                }
            }
        }
        int width = columns.size();
        long[] lower = new long[width];
        long[] upper = new long[width];
        long[] objective = new long[width];
        int own = -1;
        for (int column = 0; column < width; column++) {
            int i = columns.get(column);
            upper[column] = signs.get(column) > 0 ? Moves.NO_LIMIT : room(i);
            lower[column] = choice[i] ? -room(i) : 0;
            objective[column] = choice[i] ? 0 : -(COST + rank[i]);
            if (i == cell) {
                own = column;
                objective[column] = Long.signum(limit) * REWARD;
            }
        }
        List<long[]> rows = new ArrayList<>();
        for (long[] equation : equations) {
            long[] row = new long[width];
            for (int column = 0; column < width; column++) {
                row[column] = equation[columns.get(column)] * signs.get(column);
            }
            rows.add(row);
        }
        long[] change = new Moves(rows, lower, upper).towards(own, limit, objective);
        for (int column = 0; column < width; column++) {
            if (change[column] != 0) {
                choice[columns.get(column)] = true;
            }
        }
        return change[own];
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
        List<long[]> valid = new ArrayList<>();
        for (long[] proof : proofs) {
            if (IntStream.range(0, cells).allMatch(cell -> proof[cell] == 0 || choice[cell])) {
                valid.add(proof);
            }
        }
        Optional<Reader> reader = Optional.empty();
        for (int cell = 0; cell < published; cell++) {
            if (choice[cell] && !unprotectable[cell] && width(cell, valid) < WIDTH) {
                reader = reader.or(() -> Optional.of(new Reader(choice)));
                if (!prove(cell, reader.get(), valid)) {
                    return false;
                }
            }
        }
        System.arraycopy(choice, 0, hidden, 0, cells);
        proofs = valid;
        return true;
    }

    /** What a reader can do who sees all but the hidden cells. */
    private final class Reader {
        private final int[] columns;
        private final int[] columnOf = new int[cells];
        private final Moves moves;

        Reader(boolean[] choice) {
            columns = IntStream.range(0, cells)
                    .filter(cell -> choice[cell] && !known[cell])
                    .toArray();
            long[] lower = new long[columns.length];
            long[] upper = new long[columns.length];
            for (int column = 0; column < columns.length; column++) {
                columnOf[columns[column]] = column;
                lower[column] = -room(columns[column]);
                upper[column] = Moves.NO_LIMIT;
            }
            List<long[]> rows = new ArrayList<>();
            for (long[] equation : equations) {
                rows.add(
                        Arrays.stream(columns).mapToLong(cell -> equation[cell]).toArray());
            }
            moves = new Moves(rows, lower, upper);
        }

        /** A change of the hidden cells that moves one as far as it goes up to a limit. */
        long[] furthest(int cell, long limit) {
            long[] change = new long[cells];
            long[] ofColumns = moves.towards(columnOf[cell], limit);
            for (int column = 0; column < columns.length; column++) {
                change[columns[column]] = ofColumns[column];
            }
            return change;
        }
    }
}
