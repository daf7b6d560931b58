package org.cafcass.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;

/**
 * Shows how this library compares with each peer, all measured in turn in one run: rows of a Markdown table.
 *
 * <p>Arguments: the number of cases, the row order, and the benchmarks by name, all of them where none is named; after a name the
 * implementations may stand: {@code SnapshotBenchmark=CAFCASS,DUCKDB}. A row has the median cost of an answer, and how many times that of
 * the first implementation it is: the median of the rounds, the least and the greatest.
 */
public final class Ratios {
    private static final int WARM_UP_ROUNDS = 12;
    private static final int ROUNDS = 5;

    /** The benchmarks, one for each hot path. */
    static final List<Class<? extends HotPath>> HOT_PATHS = List.of(
            SnapshotBenchmark.class,
            SeriesBenchmark.class,
            AdHocSnapshotBenchmark.class,
            ClosedCasesBenchmark.class,
            WorkingDaysBenchmark.class,
            CaseloadBenchmark.class,
            WeightedCaseloadBenchmark.class,
            SaturationBenchmark.class,
            AllocationBenchmark.class,
            AuditBenchmark.class,
            PackBenchmark.class,
            EngineBenchmark.class,
            ReadingBenchmark.class);

    private Ratios() {}

    /** The implementations that a benchmark is measured with. */
    static List<Implementation> implementations(Class<? extends HotPath> hotPath) throws ReflectiveOperationException {
        return Arrays.stream(hotPath.getField("implementation")
                        .getAnnotation(Param.class)
                        .value())
                .map(Implementation::valueOf)
                .toList();
    }

    /** The benchmark of an implementation, prepared. */
    static HotPath prepared(Class<? extends HotPath> hotPath, Implementation implementation, int cases, RowOrder order)
            throws Exception {
        HotPath prepared = hotPath.getConstructor().newInstance();
        hotPath.getField("implementation").set(prepared, implementation);
        prepared.cases = cases;
        prepared.order = order;
        prepared.prepare();
        return prepared;
    }

    /** Measures and shows. */
    public static void main(String[] arguments) throws Exception {
        int cases = Integer.parseInt(arguments[0]);
        RowOrder order = RowOrder.valueOf(arguments[1]);
        List<String> asked = List.of(arguments).subList(2, arguments.length);
        for (Class<? extends HotPath> hotPath : HOT_PATHS) {
            if (asked.isEmpty()) {
                show(hotPath, implementations(hotPath), cases, order);
            }
            for (String one : asked) {
                String[] nameAndImplementations = one.split("=", 2);
                if (nameAndImplementations[0].equals(hotPath.getSimpleName())) {
                    List<Implementation> implementations = nameAndImplementations.length == 1
                            ? implementations(hotPath)
                            : Arrays.stream(nameAndImplementations[1].split(",", -1))
                                    .map(Implementation::valueOf)
                                    .toList();
                    show(hotPath, implementations, cases, order);
                }
            }
        }
    }

    private static void show(
            Class<? extends HotPath> hotPath, List<Implementation> implementations, int cases, RowOrder order)
            throws Exception {
        List<HotPath> prepared = new ArrayList<>();
        List<Cost.Operation> operations = new ArrayList<>();
        for (Implementation implementation : implementations) {
            HotPath one = prepared(hotPath, implementation, cases, order);
            prepared.add(one);
            operations.add(one::nextAnswer);
        }
        List<List<Cost>> costs = Cost.ofRounds(operations, WARM_UP_ROUNDS, ROUNDS);
        for (HotPath one : prepared) {
            one.close();
        }
        for (int i = 0; i < costs.size(); i++) {
            List<Cost> ofPeer = costs.get(i);
            List<Cost> ofFirst = costs.get(0);
            double[] ratios = IntStream.range(0, ROUNDS)
                    .mapToDouble(round ->
                            ofPeer.get(round).nanoseconds() / ofFirst.get(round).nanoseconds())
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d %s | %s | %,.3f us | %,.0f bytes | %.1f x (%.1f to %.1f) |%n",
                    hotPath.getSimpleName(),
                    cases,
                    order,
                    implementations.get(i),
                    median(ofPeer.stream().mapToDouble(Cost::nanoseconds)) / 1000,
                    median(ofPeer.stream().mapToDouble(Cost::bytes)),
                    ratios[ROUNDS / 2],
                    ratios[0],
                    ratios[ROUNDS - 1]);
        }
    }

    private static double median(DoubleStream values) {
        return values.sorted().toArray()[ROUNDS / 2];
    }
}
