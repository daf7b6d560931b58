package org.cafcass.model.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/** Random draws of one part of an extract; a part's draws don't depend on how many another part made. */
final class Draw {
    private final SplittableRandom random;

    Draw(SplittableRandom random) {
        this.random = random;
    }

    /** A number from 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from the first to the last, both in; the first where the last is below it. */
    int between(int first, int last) {
        return last <= first ? first : first + random.nextInt(last - first + 1);
    }

    /** Whether an event of this probability happens. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    long bits() {
        return random.nextLong();
    }

    /** A positive number with this median and a long tail (log-logistic of power 4), from 0.35 to 4 times the median. */
    double aroundMedian(double median) {
        double share = random.nextDouble();
        double factor = Math.sqrt(Math.sqrt(share / (1 - share)));
        return median * Math.max(0.35, Math.min(4, factor));
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Puts the list in a random order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
    }
}
