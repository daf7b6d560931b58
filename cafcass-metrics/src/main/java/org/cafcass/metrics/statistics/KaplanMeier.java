package org.cafcass.metrics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Kaplan and Meier's estimate of the share {@code S(a)} that has had no event by the end of age {@code a}, of whom some
 * came under observation after age 0 (delayed entry) and some left it without an event (right censoring).
 *
 * <p>{@code S(a)} is the product over the ages up to {@code a} of {@code 1 - events / at risk}. At risk at an age are those
 * who entered at it or before and left at it or after, so that events come before censorings of the same age. Before the
 * first age at which anyone is at risk nothing is known, and {@code S} is 1: all of it is on condition of no event until
 * then. At an age at which nobody is at risk {@code S} doesn't change.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier, Nonparametric estimation from incomplete
 *     observations (1958)</a>
 */
public final class KaplanMeier {
    private static final double HALF_TOLERANCE = 1e-9;

    /*
     * Everything by age, from 0 to the last age at which anyone is at risk. greenwood[a] is the sum over the ages up to a
     * of events / (at risk (at risk - events)), the variance of log S; it is infinite once S is 0.
     */
    private final long[] atRisk;
    private final long[] events;
    private final double[] survival;
    private final double[] greenwood;

    private KaplanMeier(long[] atRisk, long[] events) {
        this.atRisk = atRisk;
        this.events = events;
        this.survival = new double[atRisk.length];
        this.greenwood = new double[atRisk.length];
        double share = 1;
        double variance = 0;
        for (int age = 0; age < atRisk.length; age++) {
            if (events[age] > 0) {
                double remaining = (double) atRisk[age] - events[age];
                share *= remaining / atRisk[age];
                variance += events[age] / (atRisk[age] * remaining);
            }
            survival[age] = share;
            greenwood[age] = variance;
        }
    }

    /** The estimate from counts; empty when nobody was observed. Later changes of the counts don't change it. */
    public static Optional<KaplanMeier> of(SurvivalCounts counts) {
        int ages = counts.ages();
        while (ages > 0 && counts.events(ages - 1) + counts.censorings(ages - 1) == 0) {
            ages--;
        }
        if (ages == 0) {
            return Optional.empty();
        }
        long[] atRisk = new long[ages];
        long[] events = new long[ages];
        long observed = 0;
        for (int age = 0; age < ages; age++) {
            observed += counts.entries(age);
            atRisk[age] = observed;
            events[age] = counts.events(age);
            observed -= counts.events(age) + counts.censorings(age);
        }
        return Optional.of(new KaplanMeier(atRisk, events));
    }

    /** The last age at which anyone was at risk. */
    public int lastAge() {
        return atRisk.length - 1;
    }

    /** How many were at risk at an age, 0 when nobody was. */
    public long atRisk(int age) {
        return age <= lastAge() ? atRisk[age] : 0;
    }

    /**
     * The share of those at risk at an age who had their event at it, {@code events / at risk}; empty when nobody was at
     * risk.
     */
    public OptionalDouble eventRate(int age) {
        return atRisk(age) == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) events[age] / atRisk[age]);
    }

    /**
     * The share without an event by the end of an age; empty after the {@linkplain #lastAge() last age}, unless the share
     * has fallen to 0.
     */
    public OptionalDouble survival(int age) {
        if (age <= lastAge()) {
            return OptionalDouble.of(survival[age]);
        }
        return survival[lastAge()] == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    /**
     * The log-log limits of the share without an event: {@code S^exp(z s / log S)} and {@code S^exp(-z s / log S)}, with
     * {@code s²} Greenwood's variance of {@code log S} and {@code z} the normal deviate of the level. Empty where the share
     * is 1 or 0 or has no value.
     *
     * @param level the level of confidence, above 0 and below 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Optional<ConfidenceInterval> limits(int age, double level) {
        double z = NormalDeviate.ofCentralProbability(level);
        if (age > lastAge() || survival[age] == 1 || survival[age] == 0) {
            return Optional.empty();
        }
        return Optional.of(new ConfidenceInterval(logLogLimit(age, -z), logLogLimit(age, z)));
    }

    /** The limit on the side of z; for a share strictly between 0 and 1. */
    private double logLogLimit(int age, double z) {
        double logShare = StrictMath.log(survival[age]);
        return StrictMath.exp(logShare * StrictMath.exp(z * Math.sqrt(greenwood[age]) / logShare));
    }

    /**
     * The age by which half have had their event: the first at which {@code S} is 0.5 or less. Where {@code S} is 0.5 (to
     * within 1e-9) over a stretch, it is the middle of the stretch from that age to the next event, or to the last age when
     * there is none. Empty when {@code S} stays above 0.5.
     */
    public OptionalDouble median() {
        int first = 0;
        while (first <= lastAge() && survival[first] > 0.5 + HALF_TOLERANCE) {
            first++;
        }
        if (first > lastAge()) {
            return OptionalDouble.empty();
        }
        int next = first;
        if (survival[first] >= 0.5 - HALF_TOLERANCE) {
            do {
                next++;
            } while (next < lastAge() && events[next] == 0);
        }
        return OptionalDouble.of((first + Math.min(next, lastAge())) / 2.0);
    }

    /**
     * The lower limit of the median: the first age at which the lower {@linkplain #limits limit} of {@code S} is 0.5 or
     * less; empty when there is none.
     *
     * @param level the level of confidence, above 0 and below 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public OptionalInt medianLowerLimit(double level) {
        return limitReachesHalf(-NormalDeviate.ofCentralProbability(level));
    }

    /**
     * The upper limit of the median: the first age at which the upper {@linkplain #limits limit} of {@code S} is 0.5 or
     * less; empty when there is none.
     *
     * @param level the level of confidence, above 0 and below 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public OptionalInt medianUpperLimit(double level) {
        return limitReachesHalf(NormalDeviate.ofCentralProbability(level));
    }

    private OptionalInt limitReachesHalf(double z) {
        for (int age = 0; age <= lastAge(); age++) {
            if (events[age] > 0 && survival[age] > 0 && logLogLimit(age, z) <= 0.5) {
                return OptionalInt.of(age);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The mean age at the event, of at most a horizon: the area under {@code S} from age 0 to the horizon. Empty when
     * {@code S} isn't known up to the horizon.
     *
     * @param horizon the age at which those without an event are counted, 0 or more
     * @throws IllegalArgumentException if the horizon is below 0
     */
    public OptionalDouble restrictedMean(int horizon) {
        if (horizon < 0) {
            throw new IllegalArgumentException("Invalid horizon: " + horizon);
        }
        if (horizon > lastAge() + 1 && survival[lastAge()] > 0) {
            return OptionalDouble.empty();
        }
        double area = 0;
        for (int age = 0; age < Math.min(horizon, atRisk.length); age++) {
            area += survival[age];
        }
        return OptionalDouble.of(area);
    }
}
