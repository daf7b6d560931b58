package org.cafcass.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@link ReadingBenchmark} costs each implementation: rows of a Markdown table with processor time of the whole process (the
 * garbage collector's, which objects keep busy, is part of the cost), elapsed time, bytes allocated by the thread that reads, and the
 * ratio of the first. Implementations are measured in turn, round after round; shown is the median with the least and the most.
 *
 * <p>Arguments: the number of cases, and how many rounds are measured.
 */
public final class ReadingCosts {
    private static final int WARM_UP_ROUNDS = 6;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadingCosts() {}

    /** Measures and shows. */
    public static void main(String[] arguments) throws Exception {
        int cases = Integer.parseInt(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        List<Implementation> implementations = Ratios.implementations(ReadingBenchmark.class);
        List<HotPath> prepared = new ArrayList<>();
        for (Implementation implementation : implementations) {
            prepared.add(Ratios.prepared(ReadingBenchmark.class, implementation, cases, RowOrder.RANDOM));
        }
        double[][] processor = new double[prepared.size()][rounds];
        double[][] elapsed = new double[prepared.size()][rounds];
        double[][] allocated = new double[prepared.size()][rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int i = 0; i < prepared.size(); i++) {
                System.gc();
                long bytes = THREADS.getCurrentThreadAllocatedBytes();
                long begin = System.nanoTime();
                long spent = PROCESS.getProcessCpuTime();
                prepared.get(i).nextAnswer();
                if (round >= 0) {
                    processor[i][round] = (PROCESS.getProcessCpuTime() - spent) / 1e6;
                    elapsed[i][round] = (System.nanoTime() - begin) / 1e6;
                    allocated[i][round] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6;
                }
            }
        }
        for (HotPath one : prepared) {
            one.close();
        }
        System.out.println("| reader | processor time, ms | elapsed, ms | allocated, MB | ratio |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int i = 0; i < prepared.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.1f |%n",
                    implementations.get(i),
                    shown(processor[i]),
                    shown(elapsed[i]),
                    shown(allocated[i]),
                    median(processor[i]) / median(processor[0]));
        }
    }

    private static String shown(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%,.0f (%,.0f to %,.0f)", median(values), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
