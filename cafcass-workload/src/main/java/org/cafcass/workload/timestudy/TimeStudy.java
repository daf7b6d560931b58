package org.cafcass.workload.timestudy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cafcass.workload.CaseCondition;
import org.cafcass.workload.Points;
import org.cafcass.workload.Weight;
import org.cafcass.workload.WorkloadException;

/**
 * Estimates what kinds of case weigh from what advisers wrote down.
 *
 * <p>The minutes of a case a week are all minutes divided by all weeks of cases. An adviser's weeks are alike, so the limits rest on how
 * advisers differ: with {@code M} an adviser's minutes, {@code C} the adviser's weeks of cases, {@code R} the ratio of the sums and {@code n}
 * advisers, the variance is {@code n / (n - 1) x sum (M - R C)^2 / (sum C)^2}, and the 95% limits are {@code R} plus and minus Student's t with
 * {@code n - 1} degrees of freedom times its root, the lower one not below 0.
 *
 * @see <a href="https://doi.org/10.1002/9780470316535">Cochran, Sampling Techniques (1977), 6.3: the ratio estimate</a>
 */
public final class TimeStudy {
    private static final int DECIMALS = 3;
    private static final double LEVEL = 0.95;

    private final Map<CaseCondition, Map<String, double[]>> byKindAndAdviser = new LinkedHashMap<>();

    private TimeStudy() {}

    /** A study of some records, in whatever order. */
    public static TimeStudy of(Collection<TimeRecord> records) {
        TimeStudy study = new TimeStudy();
        for (TimeRecord record : records) {
            double[] sums = study.byKindAndAdviser
                    .computeIfAbsent(record.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(record.adviserId().value(), adviser -> new double[2]);
            sums[0] += record.minutes().doubleValue();
            sums[1] += record.cases();
        }
        return study;
    }

    /**
     * The minutes that a case of a kind takes a week.
     *
     * @param kind the kind
     * @param advisers how many advisers wrote down such cases
     * @param minutes the minutes
     * @param lower the lower 95% limit
     * @param upper the upper 95% limit
     */
    public record Estimate(CaseCondition kind, int advisers, double minutes, double lower, double upper) {}

    /**
     * The estimate for each kind, in the order of the records.
     *
     * @throws WorkloadException if only one adviser wrote down cases of a kind: then there are no limits
     */
    public List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        byKindAndAdviser.forEach((kind, byAdviser) -> estimates.add(estimate(kind, byAdviser.values())));
        return estimates;
    }

    private static Estimate estimate(CaseCondition kind, Collection<double[]> byAdviser) {
        int advisers = byAdviser.size();
        if (advisers < 2) {
            throw new WorkloadException(
                    "Cannot estimate the weight of " + kind + ": only one adviser's time is recorded");
        }
        double minutes = 0;
        double cases = 0;
        for (double[] sums : byAdviser) {
            minutes += sums[0];
            cases += sums[1];
        }
        double ratio = minutes / cases;
        double squares = 0;
        for (double[] sums : byAdviser) {
            double off = sums[0] - ratio * sums[1];
            squares += off * off;
        }
        double error = Math.sqrt(squares * advisers / (advisers - 1)) / cases;
        double reach = StudentsT.ofCentralProbability(LEVEL, advisers - 1) * error;
        return new Estimate(kind, advisers, ratio, Math.max(0, ratio - reach), ratio + reach);
    }

    /**
     * The weights for a scheme: what a case takes of the minutes that a full-time adviser has for cases in a week, in points, with the limits as
     * low and high, each rounded half up to three decimals.
     *
     * @param capacityPerFte the scheme's points per FTE
     * @param minutesPerFte the minutes that a full-time adviser has for cases in a week, above 0
     * @throws WorkloadException if only one adviser wrote down cases of a kind
     */
    public List<Weight> weights(BigDecimal capacityPerFte, BigDecimal minutesPerFte) {
        if (minutesPerFte.signum() <= 0) {
            throw new WorkloadException("Invalid minutes per FTE: " + minutesPerFte.toPlainString());
        }
        double pointsPerMinute = capacityPerFte.doubleValue() / minutesPerFte.doubleValue();
        return estimates().stream()
                .map(estimate -> new Weight(
                        estimate.kind(),
                        new Points(
                                rounded(estimate.lower() * pointsPerMinute),
                                rounded(estimate.minutes() * pointsPerMinute),
                                rounded(estimate.upper() * pointsPerMinute))))
                .toList();
    }

    private static BigDecimal rounded(double points) {
        BigDecimal exact = new BigDecimal(points).setScale(DECIMALS, RoundingMode.HALF_UP);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
}
