package org.cafcass.workload.forecast;

import java.util.SplittableRandom;

/*
 * Random numbers that are the same on every Java runtime: by StrictMath from uniform ones. Binomial and Poisson numbers are drawn by
 * inversion where the mean is small and from the normal distribution where it isn't.
 */
final class Draws {
    private static final double SMALL = 20;

    private final SplittableRandom random;
    private double spare = Double.NaN;

    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** By Marsaglia's polar method. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        while (true) {
            double x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
                spare = y * scale;
                return x * scale;
            }
        }
    }

    /** A factor about 1 with a relative standard deviation; never below a twentieth. */
    double factor(double deviation) {
        return deviation == 0 ? 1 : Math.max(0.05, 1 + deviation * normal());
    }

    /** How much greater a standard deviation might be than it was found with some degrees of freedom: the root of those by chi-square. */
    double stretch(int degrees) {
        double squares = 0;
        for (int i = 0; i < degrees; i++) {
            double one = normal();
            squares += one * one;
        }
        return degrees == 0 ? 1 : Math.sqrt(degrees / squares);
    }

    long poisson(double mean) {
        if (mean > SMALL) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
        }
        double left = random.nextDouble();
        double chance = StrictMath.exp(-mean);
        long number = 0;
        while (left > chance && number < 1000) {
            left -= chance;
            number++;
            chance *= mean / number;
        }
        return number;
    }

    long binomial(long trials, double chance) {
        if (trials == 0 || chance <= 0) {
            return 0;
        }
        if (chance >= 1) {
            return trials;
        }
        if (chance > 0.5) {
            return trials - binomial(trials, 1 - chance);
        }
        double mean = trials * chance;
        if (mean > SMALL) {
            long number = Math.round(mean + Math.sqrt(mean * (1 - chance)) * normal());
            return Math.max(0, Math.min(trials, number));
        }
        double odds = chance / (1 - chance);
        double left = random.nextDouble();
        double term = StrictMath.exp(trials * StrictMath.log1p(-chance));
        long number = 0;
        while (left > term && number < trials) {
            left -= term;
            number++;
            term *= odds * (trials - number + 1) / number;
        }
        return number;
    }
}
