package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.Arrays;

/**
 * The rows of a table that each hold from one day until another, kept in an order in which those that hold on a day, and those that end
 * over some days, lie in stretches that are found without a pass over the others.
 *
 * <p>Ranges are half-open: a row holds on its first day, and no longer on the day on which it ends; one that never ends, ends on {@link
 * ExtractColumns#NEVER}.
 */
final class Stays {
    /*
     * The rows are in blocks by their end, and in a block in order of their beginning. Of a block whose rows all end after a day, those
     * that have begun by it are the first ones; only the one block in which rows end both before and after the day takes a look at each
     * of these. The rows that never end are the last block.
     */
    private static final int BLOCK = 1024;

    private final int[] begin;
    private final int[] end;
    private final int blocks;
    private final int neverEnding;
    private final int[] lastEndOfBlock;

    /** Rows that are in {@linkplain #order order}. */
    Stays(int[] begin, int[] end) {
        this.begin = begin;
        this.end = end;
        int ending = 0;
        while (ending < end.length && end[ending] != NEVER) {
            ending++;
        }
        neverEnding = ending;
        blocks = (ending + BLOCK - 1) / BLOCK;
        lastEndOfBlock = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            int last = end[from(block)];
            for (int row = from(block); row < to(block); row++) {
                last = Math.max(last, end[row]);
            }
            lastEndOfBlock[block] = last;
        }
    }

    /** The order in which rows are kept. */
    static int[] order(int[] begin, int[] end) {
        int[] order = DayOrder.of(end);
        int ending = 0;
        while (ending < order.length && end[order[ending]] != NEVER) {
            ending++;
        }
        for (int from = 0; from < ending; from += BLOCK) {
            DayOrder.sort(order, from, Math.min(ending, from + BLOCK), begin);
        }
        DayOrder.sort(order, ending, order.length, begin);
        return order;
    }

    private int from(int block) {
        return block == blocks ? neverEnding : block * BLOCK;
    }

    private int to(int block) {
        return block == blocks ? begin.length : Math.min(neverEnding, (block + 1) * BLOCK);
    }

    /** The rows that hold on a day. */
    int[] on(int day) {
        return endingAfterAndBegunBy(day, day);
    }

    /** The rows that end after a day and begin on or before another. */
    int[] endingAfterAndBegunBy(int endAfter, int beginBy) {
        int mixed = firstFrom(lastEndOfBlock, 0, blocks, endAfter + 1);
        int[] begunOfBlock = new int[blocks + 1 - mixed];
        int begun = 0;
        for (int block = mixed; block <= blocks; block++) {
            begunOfBlock[block - mixed] = begun(block, beginBy) - from(block);
            begun += begunOfBlock[block - mixed];
        }
        int[] rows = new int[begun];
        int count = 0;
        if (mixed < blocks) {
            for (int row = from(mixed); row < from(mixed) + begunOfBlock[0]; row++) {
                if (end[row] > endAfter) {
                    rows[count++] = row;
                }
            }
        }
        for (int block = Math.min(mixed + 1, blocks); block <= blocks; block++) {
            count = add(rows, count, from(block), from(block) + begunOfBlock[block - mixed]);
        }
        return count == rows.length ? rows : Arrays.copyOf(rows, count);
    }

    /* The end of those rows of a block that have begun by a day. */
    private int begun(int block, int day) {
        int from = from(block);
        int to = to(block);
        return from == to || begin[from] > day ? from : firstFrom(begin, from, to, day + 1);
    }

    /** The rows that end on some days, both in. */
    int[] endingBetween(int first, int last) {
        int firstBlock = firstFrom(lastEndOfBlock, 0, blocks, first);
        int[] rows = new int[BLOCK];
        int count = 0;
        for (int block = firstBlock; block < blocks; block++) {
            if (count + BLOCK > rows.length) {
                rows = Arrays.copyOf(rows, rows.length * 2);
            }
            boolean all = block > firstBlock && lastEndOfBlock[block] <= last;
            if (all) {
                count = add(rows, count, from(block), to(block));
            } else {
                for (int row = from(block); row < to(block); row++) {
                    if (first <= end[row] && end[row] <= last) {
                        rows[count++] = row;
                    }
                }
            }
            if (lastEndOfBlock[block] > last) {
                break;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static int add(int[] rows, int counted, int from, int to) {
        int count = counted;
        for (int row = from; row < to; row++) {
            rows[count++] = row;
        }
        return count;
    }

    /** The first place of ascending days whose day is not before one; their number where all are. */
    static int firstFrom(int[] days, int day) {
        return firstFrom(days, 0, days.length, day);
    }

    private static int firstFrom(int[] days, int from, int to, int day) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
