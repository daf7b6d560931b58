package org.cafcass.metrics.statistics;

/** The mean of a Poisson distribution, found from a probability. */
final class PoissonMean {
    private PoissonMean() {}

    /** The mean with which at most {@code count} events have the probability; both are above 0 and the latter below 1. */
    static double ofProbabilityUpTo(int count, double probability) {
        double low = 0;
        double high = 1;
        while (probabilityUpTo(count, high) > probability) {
            low = high;
            high *= 2;
        }
        // the probability falls as the mean rises: halve until no number is left between the two
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (probabilityUpTo(count, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double probabilityUpTo(int count, double mean) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        for (int events = 1; events <= count; events++) {
            term *= mean / events;
            sum += term;
        }
        return sum;
    }
}
