package org.cafcass.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a hot path may cost: a row of {@code guard.csv}.
 *
 * @param benchmark the benchmark's name
 * @param peer the implementation that it is measured beside
 * @param leastRatio how many times the library's processor time the peer's must be at least: far less than is expected
 * @param mostBytes the most bytes that the library may allocate for one answer
 */
record Bound(String benchmark, Implementation peer, double leastRatio, double mostBytes) {
    /** The bounds of the guard, in the order of their file. */
    static List<Bound> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Bound.class.getResourceAsStream("guard.csv")), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Bound::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bound of(String line) {
        String[] cells = line.split(",", -1);
        return new Bound(
                cells[0], Implementation.valueOf(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    }

    /** Whether the library's lead over the peer is as great as it must be. */
    boolean isKept(Cost library, Cost ofPeer) {
        return ofPeer.nanoseconds() / library.nanoseconds() >= leastRatio;
    }

    /** What is wrong with the costs of the library and of the peer, empty if nothing is. */
    Optional<String> breach(Cost library, Cost ofPeer) {
        if (library.bytes() > mostBytes) {
            return Optional.of(String.format(
                    Locale.ROOT, "%s allocates %,.0f bytes, more than %,.0f", benchmark, library.bytes(), mostBytes));
        }
        return isKept(library, ofPeer)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s is %.2f times as quick as %s, less than %.2f",
                        benchmark,
                        ofPeer.nanoseconds() / library.nanoseconds(),
                        peer,
                        leastRatio));
    }
}
