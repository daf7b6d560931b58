package org.cafcass.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;

/**
 * Shows what each measure costs when it is asked for alone, by all the breakdowns of a pack, beside a whole pack's figures: rows of a
 * Markdown table, the dearest first. Argument: the number of cases.
 */
public final class PackShares {
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 3;
    private static final int SHOWN = 12;

    private PackShares() {}

    /** Measures and shows. */
    public static void main(String[] arguments) throws Exception {
        SampleRecords records = new SampleRecords(Integer.parseInt(arguments[0]), RowOrder.RANDOM);
        MetricsEngine engine = MetricsEngine.of(records.extract(PackBenchmark.TABLES));
        List<Measure> measures = Measures.all();
        List<Cost.Operation> operations = new ArrayList<>();
        operations.add(() -> PackBenchmark.figures(engine, measures));
        for (Measure measure : measures) {
            operations.add(() -> PackBenchmark.figures(engine, List.of(measure)));
        }
        List<Cost> costs = Cost.ofEach(operations, WARM_UP_ROUNDS, ROUNDS);
        double pack = costs.get(0).nanoseconds();
        System.out.printf(Locale.ROOT, "| all measures | %.2f ms | |%n", pack / 1e6);
        IntStream.range(0, measures.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -costs.get(i + 1).nanoseconds()))
                .limit(SHOWN)
                .forEach(i -> System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f ms | %.1f%% |%n",
                        measures.get(i).name(),
                        costs.get(i + 1).nanoseconds() / 1e6,
                        100 * costs.get(i + 1).nanoseconds() / pack));
    }
}
