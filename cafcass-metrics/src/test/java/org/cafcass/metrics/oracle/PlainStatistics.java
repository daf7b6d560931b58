package org.cafcass.metrics.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Quantile, interval, agreement and survival, written down as their definitions read. */
final class PlainStatistics {
    /** R: {@code qnorm(0.975)}. */
    private static final double Z = 1.959963984540054;

    private PlainStatistics() {}

    /** Hyndman and Fan type 7: linear between the order statistics around {@code 1 + (n - 1) p}. */
    static OptionalDouble quantile(Collection<Double> values, double p) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        double place = (sorted.size() - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        return OptionalDouble.of(sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below)));
    }

    /** The Wilson score limits of a share, 0 to 1: {lower, upper}. */
    static double[] wilson(double successes, double trials) {
        double share = successes / trials;
        double centre = share + Z * Z / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4 * trials * trials));
        double scale = 1 + Z * Z / trials;
        return new double[] {(centre - half) / scale, (centre + half) / scale};
    }

    /** Kappa with the weights |i - j|: 1 less the weighted disagreement seen over that expected of the margins. */
    static OptionalDouble weightedKappa(List<int[]> pairs, int grades) {
        double[][] seen = new double[grades][grades];
        double[] first = new double[grades];
        double[] second = new double[grades];
        for (int[] pair : pairs) {
            seen[pair[0]][pair[1]]++;
            first[pair[0]]++;
            second[pair[1]]++;
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                observed += Math.abs(i - j) * seen[i][j];
                expected += Math.abs(i - j) * first[i] * second[j];
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed * pairs.size() / expected);
    }

    /**
     * A life under observation, in whole days of age.
     *
     * @param entry the first age at which it is at risk
     * @param exit the last one
     * @param ended whether it ended at that age; else its observation did
     */
    record Life(long entry, long exit, boolean ended) {}

    /** The median of a Kaplan-Meier curve and the ages at which the curve's limits reach one half. */
    record Median(OptionalDouble value, OptionalDouble lower, OptionalDouble upper) {}

    /** A step of the curve: from this age on the share that goes on, and its log-log limits, NaN where they aren't defined. */
    private record Step(double age, double survival, double low, double high) {}

    /**
     * The median time, Greenwood variance, log-log limits. In R: {@code quantile(survfit(Surv(entry - 0.5, exit, event) ~ 1,
     * conf.type = "log-log"), 0.5)}. The limits aren't defined where the curve is 1 or 0, and so don't reach one half there.
     */
    static Median medianTime(List<Life> lives) {
        TreeSet<Long> ages = new TreeSet<>();
        lives.stream().filter(Life::ended).forEach(life -> ages.add(life.exit()));
        List<Step> curve = new ArrayList<>();
        double survival = 1;
        double variance = 0;
        for (long age : ages) {
            double atRisk = lives.stream()
                    .filter(life -> life.entry() <= age && age <= life.exit())
                    .count();
            double ended = lives.stream()
                    .filter(life -> life.ended() && life.exit() == age)
                    .count();
            survival *= (atRisk - ended) / atRisk;
            variance += ended / (atRisk * (atRisk - ended));
            double low = Double.NaN;
            double high = Double.NaN;
            if (survival > 0) {
                double loglog = Math.log(-Math.log(survival));
                double width = Z * Math.sqrt(variance) / -Math.log(survival);
                low = Math.exp(-Math.exp(loglog + width));
                high = Math.exp(-Math.exp(loglog - width));
            }
            curve.add(new Step(age, survival, low, high));
        }
        double end = lives.stream().mapToLong(Life::exit).max().orElse(0);
        return new Median(
                halved(curve, Step::survival, end), halved(curve, Step::low, end), halved(curve, Step::high, end));
    }

    /**
     * The age at which a falling curve reaches one half; where it is one half over a stretch, the middle of the stretch, which
     * the next step ends or else the last age that anybody was seen at. So do R's {@code quantile} and {@code median} of a
     * {@code survfit}; its {@code print} gives the beginning of a stretch that no step ends.
     */
    private static OptionalDouble halved(List<Step> curve, ToDoubleFunction<Step> height, double end) {
        for (int i = 0; i < curve.size(); i++) {
            double here = height.applyAsDouble(curve.get(i));
            if (here < 0.5 - 1e-9) {
                return OptionalDouble.of(curve.get(i).age());
            }
            if (here <= 0.5 + 1e-9) {
                double next = i + 1 < curve.size() ? curve.get(i + 1).age() : end;
                return OptionalDouble.of((curve.get(i).age() + next) / 2);
            }
        }
        return OptionalDouble.empty();
    }
}
