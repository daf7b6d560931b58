package org.cafcass.model.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How many times as many rows as the scenario says; at 1 every count is exact. */
record Scale(double factor) {
    /* Below it some counts of the papers would be 0, and there would be nothing to draw from. */
    private static final double LEAST = 0.01;

    Scale {
        if (!(factor >= LEAST && factor <= 1000)) {
            throw new IllegalArgumentException("Invalid scale: " + factor + " is not 0.01 to 1000");
        }
    }

    int of(int count) {
        return (int) Math.floor(count * factor + 0.5);
    }

    /** A part of a running total, so that many small parts still add up to the scaled whole. */
    int part(long before, int count) {
        return (int) (Math.floor((before + count) * factor + 0.5) - Math.floor(before * factor + 0.5));
    }

    /** Shares out a total in proportion to the weights: the whole parts first, then the largest remainders. */
    static int[] shareOut(int total, int... weights) {
        long sum = Math.max(1, Arrays.stream(weights).asLongStream().sum());
        int[] parts = Arrays.stream(weights)
                .map(weight -> (int) ((long) total * weight / sum))
                .toArray();
        int left = total - Arrays.stream(parts).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> Long.compare((long) total * weights[b] % sum, (long) total * weights[a] % sum))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
