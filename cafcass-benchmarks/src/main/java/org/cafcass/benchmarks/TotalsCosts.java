package org.cafcass.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.model.extract.Extract;

/**
 * Shows what the daily totals cost: the first snapshot of an engine, which makes them, beside one pass of a plain loop over the
 * records, which answers for one day. Both are measured in turn, round after round: processor time of the asking thread.
 *
 * <p>Arguments: the number of cases, the row order, and how many rounds are measured.
 */
public final class TotalsCosts {
    private static final int WARM_UP_ROUNDS = 15;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private TotalsCosts() {}

    /** Measures and shows. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        SampleRecords records = new SampleRecords(Integer.parseInt(arguments[0]), RowOrder.valueOf(arguments[1]));
        Extract extract = Peers.extract(records);
        SnapshotBenchmark loop = new SnapshotBenchmark();
        int[] days = loop.days();
        double[] totals = new double[rounds];
        double[] megabytes = new double[rounds];
        double[] passes = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            int day = days[round + WARM_UP_ROUNDS];
            MetricsEngine engine = MetricsEngine.of(extract);
            System.gc();
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long begin = THREADS.getCurrentThreadCpuTime();
            double[] answer = SnapshotBenchmark.cafcass(engine, day);
            double first = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            begin = THREADS.getCurrentThreadCpuTime();
            double[] expected = loop.expected(records, day);
            double pass = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
            Answers.requireEqual("daily totals", expected, answer);
            if (round >= 0) {
                totals[round] = first;
                megabytes[round] = bytes / 1e6;
                passes[round] = pass;
                ratios[round] = first / pass;
            }
        }
        System.out.println("| daily totals, ms | MB | a plain pass for one day, ms | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        System.out.printf("| %s | %s | %s | %s |%n", shown(totals), shown(megabytes), shown(passes), shown(ratios));
    }

    private static String shown(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT, "%,.1f (%,.1f to %,.1f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
