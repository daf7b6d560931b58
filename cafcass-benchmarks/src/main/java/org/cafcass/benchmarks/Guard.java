package org.cafcass.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Fails when a hot path has lost its lead over a peer that is measured beside it in the same run, or allocates more than its
 * bound; no absolute time counts. The lead is a ratio of processor times, round by round in turn; the allocation is JMH's {@code
 * gc.alloc.rate.norm}.
 *
 * <p>Arguments: the folder to write what was measured to: {@code benchmark-guard.json} the leads, {@code benchmark-guard-jmh.json} JMH's
 * own results. The exit status is 0, or 1 where a bound is broken.
 */
public final class Guard {
    private static final int CASES = 100_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 4;
    private static final int MORE_TRIES = 4;

    private Guard() {}

    /** Measures every hot path that has a bound. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Map<String, Double> allocated = allocated(folder.resolve("benchmark-guard-jmh.json"));
        List<String> measured = new ArrayList<>();
        List<String> breaches = new ArrayList<>();
        for (Bound bound : Bound.all()) {
            List<Cost> costs = costs(bound);
            Cost library = new Cost(
                    costs.get(0).nanoseconds(),
                    Objects.requireNonNull(allocated.get(bound.benchmark()), bound.benchmark()));
            Cost peer = costs.get(1);
            Optional<String> breach = bound.breach(library, peer);
            breach.ifPresent(breaches::add);
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %-25s %10.2f x %-10s (at least %.2f) %,12.0f bytes (at most %,.0f)%n",
                    breach.isPresent() ? "BROKEN" : "ok",
                    bound.benchmark(),
                    peer.nanoseconds() / library.nanoseconds(),
                    bound.peer(),
                    bound.leastRatio(),
                    library.bytes(),
                    bound.mostBytes());
            measured.add(json(bound, library, peer));
        }
        write(folder.resolve("benchmark-guard.json"), measured);
        breaches.forEach(System.out::println);
        System.exit(breaches.isEmpty() ? 0 : 1);
    }

    /** By benchmark, the bytes that the library allocates for one answer, by JMH, whose results are written to a file. */
    private static Map<String, Double> allocated(Path file) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .param("implementation", Implementation.CAFCASS.name())
                .param("cases", Integer.toString(CASES))
                .param("order", RowOrder.RANDOM.name())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(300))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(file.toString());
        Bound.all().forEach(bound -> options.include("\\." + bound.benchmark() + "\\."));
        Map<String, Double> bytes = new HashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String method = result.getParams().getBenchmark();
            String benchmark = method.substring(0, method.lastIndexOf('.'));
            bytes.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1),
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                            .getScore());
        }
        return bytes;
    }

    private static List<Cost> costs(Bound bound) throws Exception {
        Class<? extends HotPath> hotPath = Ratios.HOT_PATHS.stream()
                .filter(one -> one.getSimpleName().equals(bound.benchmark()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid benchmark: " + bound.benchmark()));
        HotPath library = Ratios.prepared(hotPath, Implementation.CAFCASS, CASES, RowOrder.RANDOM);
        HotPath peer = Ratios.prepared(hotPath, bound.peer(), CASES, RowOrder.RANDOM);
        List<Cost.Operation> operations = List.of(library::nextAnswer, peer::nextAnswer);
        List<Cost> costs = Cost.ofEach(operations, WARM_UP_ROUNDS, ROUNDS);
        /* On a busy machine the compilers come late: what is as quick as it will ever be stays below its bound. */
        for (int more = 0; more < MORE_TRIES && !bound.isKept(costs.get(0), costs.get(1)); more++) {
            costs = Cost.ofEach(operations, WARM_UP_ROUNDS, ROUNDS);
        }
        library.close();
        peer.close();
        return costs;
    }

    private static String json(Bound bound, Cost library, Cost peer) {
        return String.format(
                Locale.ROOT,
                "  {\"benchmark\": \"%s\", \"peer\": \"%s\", \"nanoseconds\": %.1f, \"peerNanoseconds\": %.1f, \"bytes\": %.0f}",
                bound.benchmark(),
                bound.peer(),
                library.nanoseconds(),
                peer.nanoseconds(),
                library.bytes());
    }

    private static void write(Path file, List<String> measured) throws IOException {
        Files.writeString(file, "[\n" + String.join(",\n", measured) + "\n]\n");
    }
}
