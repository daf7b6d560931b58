package org.cafcass.workload.forecast;

import org.cafcass.metrics.statistics.KaplanMeier;
import org.cafcass.metrics.statistics.SurvivalCounts;

/*
 * The chance to be closed at each age, for cases of one law: Kaplan and Meier's over the observed days, with delayed entry, smoothed over
 * ages. Neighbouring ages are taken together until they have 25 closings, and the last such stretch goes on for ever.
 */
final class ClosingRates {
    private static final int CLOSINGS = 25;
    private static final double MOST = 0.999;

    /* By age, the logarithm of the share still open at the end of that age. */
    private final double[] logOpen;
    private final double tail;

    private ClosingRates(double[] logOpen, double tail) {
        this.logOpen = logOpen;
        this.tail = tail;
    }

    /** The rates of the cases of a law over the days from a first to a last one, both in. */
    static ClosingRates of(CaseHistory history, int law, int first, int last) {
        SurvivalCounts counts = new SurvivalCounts();
        for (int row = 0; row < history.size; row++) {
            int received = history.receivedOn[row];
            int closed = history.closedOn[row];
            if (history.law[row] == law && received <= last && closed >= first) {
                int entry = Math.max(0, first - received);
                if (closed <= last) {
                    counts.addEvent(entry, closed - received);
                } else {
                    counts.addCensored(entry, last - received);
                }
            }
        }
        return KaplanMeier.of(counts).map(ClosingRates::of).orElse(new ClosingRates(new double[0], 0));
    }

    private static ClosingRates of(KaplanMeier estimate) {
        double[] logOpen = new double[estimate.lastAge() + 1];
        double log = 0;
        double rate = 0;
        int from = 0;
        while (from < logOpen.length) {
            int to = endOfStretch(estimate, from);
            if (to < logOpen.length && closings(estimate, to, logOpen.length) < CLOSINGS) {
                to = logOpen.length;
            }
            double atRisk = 0;
            for (int age = from; age < to; age++) {
                atRisk += estimate.atRisk(age);
            }
            rate = StrictMath.log1p(-Math.min(MOST, closings(estimate, from, to) / Math.max(1, atRisk)));
            for (int age = from; age < to; age++) {
                log += rate;
                logOpen[age] = log;
            }
            from = to;
        }
        return new ClosingRates(logOpen, rate);
    }

    /* The first age by which there have been enough closings from an age on; the number of ages when there never have. */
    private static int endOfStretch(KaplanMeier estimate, int from) {
        double closings = 0;
        int age = from;
        while (age <= estimate.lastAge() && closings < CLOSINGS - 0.5) {
            closings += closings(estimate, age, age + 1);
            age++;
        }
        return age;
    }

    private static double closings(KaplanMeier estimate, int from, int to) {
        double closings = 0;
        for (int age = from; age < to; age++) {
            closings += estimate.eventRate(age).orElse(0) * estimate.atRisk(age);
        }
        return Math.rint(closings);
    }

    /** The logarithm of the share still open at the end of an age; 0 before age 0. */
    double logOpen(int age) {
        if (age < 0) {
            return 0;
        }
        if (age < logOpen.length) {
            return logOpen[age];
        }
        double last = logOpen.length == 0 ? 0 : logOpen[logOpen.length - 1];
        return last + tail * (age - logOpen.length + 1);
    }

    /** The logarithm of the chance that a case open at the end of one age is open at the end of a later one. */
    double logStay(int age, int later) {
        return logOpen(later) - logOpen(age);
    }
}
