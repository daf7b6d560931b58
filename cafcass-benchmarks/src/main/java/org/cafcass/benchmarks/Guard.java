package org.cafcass.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fails when a hot path has lost its lead over a peer that is measured beside it in the same run, or allocates more than its
 * bound; no absolute time counts. What was measured is written as JSON, for whoever wants to see how it moves.
 *
 * <p>Arguments: the file to write. The exit status is 0, or 1 where a bound is broken.
 */
public final class Guard {
    private static final int CASES = 100_000;
    private static final int WARM_UP_ROUNDS = 8;
    private static final int ROUNDS = 4;

    private Guard() {}

    /** Measures every hot path that has a bound. */
    public static void main(String[] arguments) throws Exception {
        List<String> measured = new ArrayList<>();
        List<String> breaches = new ArrayList<>();
        for (Bound bound : Bound.all()) {
            List<Cost> costs = costs(bound);
            Cost library = costs.get(0);
            Cost peer = costs.get(1);
            Optional<String> breach = bound.breach(library, peer);
            breach.ifPresent(breaches::add);
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %-24s %10.2f x %-10s (at least %.2f) %,12.0f bytes (at most %,.0f)%n",
                    breach.isPresent() ? "BROKEN" : "ok",
                    bound.benchmark(),
                    peer.nanoseconds() / library.nanoseconds(),
                    bound.peer(),
                    bound.leastRatio(),
                    library.bytes(),
                    bound.mostBytes());
            measured.add(json(bound, library, peer));
        }
        write(Path.of(arguments[0]), measured);
        breaches.forEach(System.out::println);
        System.exit(breaches.isEmpty() ? 0 : 1);
    }

    private static List<Cost> costs(Bound bound) throws Exception {
        Class<? extends HotPath> hotPath = Ratios.HOT_PATHS.stream()
                .filter(one -> one.getSimpleName().equals(bound.benchmark()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid benchmark: " + bound.benchmark()));
        HotPath library = Ratios.prepared(hotPath, Implementation.CAFCASS, CASES, RowOrder.RANDOM);
        HotPath peer = Ratios.prepared(hotPath, bound.peer(), CASES, RowOrder.RANDOM);
        List<Cost> costs = Cost.ofEach(List.of(library::nextAnswer, peer::nextAnswer), WARM_UP_ROUNDS, ROUNDS);
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
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, "[\n" + String.join(",\n", measured) + "\n]\n");
    }
}
