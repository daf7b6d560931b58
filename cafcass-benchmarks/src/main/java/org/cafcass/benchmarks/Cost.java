package org.cafcass.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation costs the thread that asks: processor time, which other work on the machine disturbs far less than elapsed time,
 * and bytes allocated, which it doesn't disturb at all.
 *
 * @param nanoseconds processor time of an operation
 * @param bytes bytes allocated by an operation
 */
record Cost(double nanoseconds, double bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long NANOSECONDS_OF_A_ROUND = 150_000_000;
    private static final long NANOSECONDS_OF_A_BATCH = 1_000_000;

    /** An operation. */
    @FunctionalInterface
    interface Operation {
        double[] run() throws Exception;
    }

    /** The costs of several operations, as by {@link #ofRounds}: of each the least of its rounds. */
    static List<Cost> ofEach(List<Operation> operations, int warmUpRounds, int rounds) throws Exception {
        return ofRounds(operations, warmUpRounds, rounds).stream()
                .map(ofRounds -> ofRounds.stream().reduce(Cost::least).orElseThrow())
                .toList();
    }

    /**
     * The costs of several operations by round, measured in turn, round after round, so that what disturbs one disturbs all. The rounds of
     * warming up are left out.
     */
    static List<List<Cost>> ofRounds(List<Operation> operations, int warmUpRounds, int rounds) throws Exception {
        List<List<Cost>> costs =
                operations.stream().<List<Cost>>map(one -> new ArrayList<>()).toList();
        for (int round = -warmUpRounds; round < rounds; round++) {
            for (int i = 0; i < operations.size(); i++) {
                Cost cost = ofARound(operations.get(i));
                if (round >= 0) {
                    costs.get(i).add(cost);
                }
            }
        }
        return costs;
    }

    /* The clock is read once a batch; a batch grows until reading the clock is nothing beside it. */
    private static Cost ofARound(Operation operation) throws Exception {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long begin = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        long count = 0;
        long batch = 1;
        double consumed = 0;
        while (spent < NANOSECONDS_OF_A_ROUND) {
            for (long i = 0; i < batch; i++) {
                consumed += operation.run()[0];
            }
            count += batch;
            long now = THREADS.getCurrentThreadCpuTime() - begin;
            if (now - spent < NANOSECONDS_OF_A_BATCH) {
                batch *= 2;
            }
            spent = now;
        }
        bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
        if (Double.isNaN(consumed)) {
            throw new IllegalStateException("Cannot measure: an answer is not a number");
        }
        return new Cost((double) spent / count, (double) bytes / count);
    }

    private Cost least(Cost other) {
        return new Cost(Math.min(nanoseconds, other.nanoseconds), Math.min(bytes, other.bytes));
    }
}
