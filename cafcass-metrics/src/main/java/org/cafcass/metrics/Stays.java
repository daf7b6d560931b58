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
    private final int[] firstBeginOfBlock;

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
        firstBeginOfBlock = new int[blocks + 1];
        for (int block = 0; block <= blocks; block++) {
            firstBeginOfBlock[block] = from(block) == to(block) ? NEVER : begin[from(block)];
        }
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
    Rows on(int day) {
        return endingAfterAndBegunBy(day, day);
    }

    /** The rows that end after a day and begin on or before another. */
    Rows endingAfterAndBegunBy(int endAfter, int beginBy) {
        int mixed = DayOrder.firstFrom(lastEndOfBlock, 0, blocks, endAfter + 1);
        int[] singles = new int[BLOCK];
        int count = 0;
        if (mixed < blocks) {
            int begun = begun(mixed, beginBy);
            for (int row = from(mixed); row < begun; row++) {
                if (end[row] > endAfter) {
                    singles[count++] = row;
                }
            }
        }
        int[] runs = new int[2 * (blocks + 1 - mixed)];
        int length = 0;
        for (int block = Math.min(mixed + 1, blocks); block <= blocks; block++) {
            int begun = begun(block, beginBy);
            if (begun > from(block)) {
                runs[length++] = from(block);
                runs[length++] = begun;
            }
        }
        return new Rows(Arrays.copyOf(singles, count), Arrays.copyOf(runs, length));
    }

    /* The end of those rows of a block that have begun by a day. */
    private int begun(int block, int day) {
        return firstBeginOfBlock[block] > day
                ? from(block)
                : DayOrder.firstFrom(begin, from(block), to(block), day + 1);
    }

    /** The rows that end on some days, both in. */
    Rows endingBetween(int first, int last) {
        if (first > last) {
            return Rows.between(0, 0);
        }
        int firstBlock = DayOrder.firstFrom(lastEndOfBlock, 0, blocks, first);
        int lastBlock = Math.min(blocks - 1, DayOrder.firstFrom(lastEndOfBlock, 0, blocks, last + 1));
        int[] singles = new int[2 * BLOCK];
        int count = 0;
        for (int block = firstBlock; block <= lastBlock; block += Math.max(1, lastBlock - firstBlock)) {
            for (int row = from(block); row < to(block); row++) {
                if (first <= end[row] && end[row] <= last) {
                    singles[count++] = row;
                }
            }
        }
        int[] run = firstBlock + 1 < lastBlock ? new int[] {to(firstBlock), from(lastBlock)} : new int[0];
        return new Rows(Arrays.copyOf(singles, count), run);
    }
}
