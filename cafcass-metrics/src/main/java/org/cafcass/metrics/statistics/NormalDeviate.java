package org.cafcass.metrics.statistics;

/** How many standard deviations on either side of the mean of a normal distribution hold a probability: 1.96 hold 95%. */
final class NormalDeviate {
    /*
     * The probability within z is 2 φ(z) (z + z³/3 + z⁵/(3·5) + …), all of whose terms are positive [1]. As a function of z
     * it rises ever more slowly, so Newton's steps from 0 rise to the root and never pass it: they end where they would no
     * longer rise. StrictMath, since Math.exp may differ in its last bit from machine to machine.
     *
     * [1] Marsaglia, Evaluating the normal distribution, Journal of Statistical Software 11(4), 2004.
     */
    private NormalDeviate() {}

    /**
     * The deviate of a central probability.
     *
     * @throws IllegalArgumentException if the probability is not above 0 and below 1
     */
    static double ofCentralProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("Invalid confidence level: " + probability);
        }
        double z = 0;
        while (true) {
            double density = Math.sqrt(2 / Math.PI) * StrictMath.exp(-z * z / 2);
            double next = z + (probability / density - sumWithin(z));
            if (next <= z) {
                return z;
            }
            z = next;
        }
    }

    private static double sumWithin(double z) {
        double term = z;
        double sum = 0;
        for (int odd = 3; sum + term != sum; odd += 2) {
            sum += term;
            term *= z * z / odd;
        }
        return sum;
    }
}
