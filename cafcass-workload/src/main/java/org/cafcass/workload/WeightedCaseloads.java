package org.cafcass.workload;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cafcass.metrics.statistics.RunningCounts;
import org.cafcass.model.Adviser;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.extract.Extract;
import org.jspecify.annotations.Nullable;

/**
 * The load and the capacity of each adviser on any day, by a weighting scheme, as plain numbers: an extract's holdings are gone through
 * once, and a day then costs as many numbers as there are advisers and different weights, whatever the number of cases.
 *
 * <p>The numbers are those of {@link Workload}, which explains them. What it holds is immutable but for capacities that are worked out when
 * first asked for; safe for any number of threads.
 */
public final class WeightedCaseloads {
    private final WeightingScheme scheme;
    private final List<Adviser> advisers;
    private final boolean[] counted;
    private final List<Weighed> classes = new ArrayList<>();
    private final boolean[] isLead;
    private final double[] points;
    private final int scale;
    private final long[] units;
    private final RunningCounts counts;
    private final Capacities[] capacities;
    private final double near;
    private final double over;

    /** What an extract has of it, whatever the scheme. */
    record Base(Holdings holdings, List<Adviser> advisers, Predicate<Adviser> counted) {}

    /** Cases that weigh the same and are held as lead, or otherwise; or those of a kind that has no weight. */
    private record Weighed(@Nullable BigDecimal points, CaseKind one) {
        boolean isAsLead() {
            return one.allocation() == AllocationKind.LEAD;
        }

        BigDecimal order() {
            return points == null ? BigDecimal.ONE.negate() : points;
        }

        double plainPoints() {
            return points == null ? Double.NaN : points.doubleValue();
        }

        String withoutPoints() {
            return points == null ? one.toString() : "";
        }
    }

    WeightedCaseloads(Base base, WeightingScheme scheme) {
        this.scheme = Objects.requireNonNull(scheme, "scheme");
        this.advisers = base.advisers();
        this.counted = new boolean[advisers.size()];
        this.capacities = new Capacities[advisers.size()];
        for (int row = 0; row < this.counted.length; row++) {
            this.counted[row] = base.counted().test(advisers.get(row));
            this.capacities[row] = new Capacities(advisers.get(row));
        }
        int[] classOfKind = classify(base.holdings().kinds());
        this.points = classes.stream().mapToDouble(Weighed::plainPoints).toArray();
        this.isLead = new boolean[points.length];
        for (int i = 0; i < points.length; i++) {
            isLead[i] = classes.get(i).isAsLead();
        }
        this.scale = exactPoints().mapToInt(BigDecimal::scale).max().orElse(0);
        this.units = units();
        this.counts = base.holdings().counts(classOfKind, points.length, counted);
        this.near = scheme.bands().near().doubleValue();
        this.over = scheme.bands().over().doubleValue();
    }

    /**
     * The caseloads of some of an extract's advisers.
     *
     * @param extract the extract
     * @param scheme the scheme, whatever the day from which it counts
     * @param counted the advisers; the others have no load and no capacity here, and what they hold needs no weight
     */
    public static WeightedCaseloads of(Extract extract, WeightingScheme scheme, Predicate<Adviser> counted) {
        return new WeightedCaseloads(base(extract, counted), scheme);
    }

    static Base base(Extract extract, Predicate<Adviser> counted) {
        return new Base(Holdings.of(extract), List.copyOf(extract.advisers()), counted);
    }

    /* In the order of their points, so that sums don't depend on the order of rows. */
    private int[] classify(List<CaseKind> kinds) {
        TreeMap<Weighed, Integer> numbers = new TreeMap<>(Comparator.comparing(Weighed::order)
                .thenComparing(Weighed::isAsLead)
                .thenComparing(Weighed::withoutPoints));
        List<Weighed> ofKinds = new ArrayList<>();
        for (CaseKind kind : kinds) {
            Weighed weighed =
                    new Weighed(scheme.hasWeight(kind) ? scheme.points(kind).central() : null, kind);
            ofKinds.add(weighed);
            numbers.put(weighed, 0);
        }
        for (Map.Entry<Weighed, Integer> entry : numbers.entrySet()) {
            entry.setValue(classes.size());
            classes.add(entry.getKey());
        }
        return ofKinds.stream().mapToInt(one -> numbers.getOrDefault(one, 0)).toArray();
    }

    private Stream<BigDecimal> exactPoints() {
        return classes.stream().map(one -> Objects.requireNonNullElse(one.points(), BigDecimal.ZERO));
    }

    /* The points of each class as a whole number of the last decimal place; none where they don't fit, so that sums of them do. */
    private long[] units() {
        List<BigInteger> whole =
                exactPoints().map(one -> one.setScale(scale).unscaledValue()).toList();
        return whole.stream().allMatch(one -> one.bitLength() < Integer.SIZE)
                ? whole.stream().mapToLong(BigInteger::longValue).toArray()
                : new long[0];
    }

    /**
     * The caseloads on a day.
     *
     * @throws WorkloadException if the scheme has no weight for a case that a counted adviser holds on it, or no ceiling for the team of one
     *     employed on it with a personal ceiling
     */
    public Day on(LocalDate day) {
        return new Day(Math.toIntExact(day.toEpochDay()));
    }

    /** The caseloads on one day, by row of {@code advisers}. */
    public final class Day {
        private final int epochDay;
        private final int[] held;
        private final double[] loads = new double[advisers.size()];
        private final double[] capacity = new double[advisers.size()];

        private Day(int epochDay) {
            this.epochDay = epochDay;
            this.held = counts.on(epochDay);
            for (int i = 0; i < points.length; i++) {
                addLoads(i);
            }
            for (int row = 0; row < capacity.length; row++) {
                if (counted[row]) {
                    capacity[row] = capacities[row].plain(epochDay);
                }
            }
        }

        private void addLoads(int of) {
            int first = of * loads.length;
            double each = points[of];
            if (Double.isNaN(each)) {
                for (int row = 0; row < loads.length; row++) {
                    if (held[first + row] > 0) {
                        throw scheme.withoutWeight(classes.get(of).one());
                    }
                }
            } else {
                for (int row = 0; row < loads.length; row++) {
                    loads[row] += held[first + row] * each;
                }
            }
        }

        /** The advisers, by row. */
        public List<Adviser> advisers() {
            return advisers;
        }

        /** Whether an adviser counts and is employed on the day. */
        public boolean isEmployed(int row) {
            return counted[row] && capacities[row].isEmployed(epochDay);
        }

        /** The load of an adviser in points. */
        public double load(int row) {
            return loads[row];
        }

        /** The capacity of an adviser in points; 0 for one who isn't employed on the day. */
        public double capacity(int row) {
            return capacity[row];
        }

        /** How an adviser's load stands to the capacity, exactly. */
        public Band band(int row) {
            double percent = 100 * loads[row] / capacity[row];
            boolean isClear = loads[row] > 0 && capacity[row] > 0 && off(percent, near) && off(percent, over);
            return isClear
                    ? percent > over ? Band.OVER : percent > near ? Band.NEAR : Band.WITHIN
                    : scheme.bands().of(exactLoad(row), exactCapacity(row));
        }

        private static boolean off(double percent, double level) {
            return Math.abs(percent - level) > 1e-6;
        }

        /** How many cases an adviser holds as lead. */
        public int leadCases(int row) {
            int cases = 0;
            for (int i = 0; i < points.length; i++) {
                cases += isLead[i] ? held[i * loads.length + row] : 0;
            }
            return cases;
        }

        /** The exact load of an adviser. */
        public BigDecimal exactLoad(int row) {
            return sum(row, false);
        }

        /** The exact load of the cases that an adviser holds as lead. */
        public BigDecimal exactLeadLoad(int row) {
            return sum(row, true);
        }

        /** The exact capacity of an adviser. */
        public BigDecimal exactCapacity(int row) {
            return counted[row] ? capacities[row].exact(epochDay) : BigDecimal.ZERO;
        }

        private BigDecimal sum(int row, boolean asLeadOnly) {
            long whole = 0;
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < points.length; i++) {
                int count = held[i * loads.length + row];
                if (count > 0 && (isLead[i] || !asLeadOnly)) {
                    if (units.length > 0) {
                        whole += count * units[i];
                    } else {
                        sum = sum.add(
                                Objects.requireNonNull(classes.get(i).points()).multiply(BigDecimal.valueOf(count)));
                    }
                }
            }
            return units.length > 0 ? BigDecimal.valueOf(whole, scale) : sum;
        }
    }

    /** What an adviser can hold, from one day on which it may change to the next. */
    private final class Capacities {
        private final Adviser adviser;
        private final int startedOn;
        private final int leftOn;
        private final int[] from;
        private final @Nullable Known[] known;

        private record Known(BigDecimal exact, double plain) {}

        Capacities(Adviser adviser) {
            this.adviser = adviser;
            startedOn = epochDay(adviser.startedOn());
            leftOn = adviser.leftOn().map(Capacities::epochDay).orElse(Integer.MAX_VALUE);
            TreeSet<Integer> days = new TreeSet<>(List.of(startedOn, leftOn));
            for (Reduction reduction : scheme.reductions()) {
                reduction
                        .when()
                        .monthsInPostBelow()
                        .ifPresent(
                                months -> days.add(epochDay(adviser.startedOn().plusMonths(months))));
            }
            from = days.stream().mapToInt(Integer::intValue).toArray();
            known = new Known[from.length];
        }

        private static int epochDay(LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }

        boolean isEmployed(int day) {
            return startedOn <= day && day < leftOn;
        }

        BigDecimal exact(int day) {
            return isEmployed(day) ? on(day).exact() : BigDecimal.ZERO;
        }

        double plain(int day) {
            return isEmployed(day) ? on(day).plain() : 0;
        }

        private Known on(int day) {
            int i = 0;
            while (from[i + 1] <= day) {
                i++;
            }
            Known one = known[i];
            if (one == null) {
                BigDecimal exact =
                        scheme.capacity(adviser, LocalDate.ofEpochDay(from[i])).points();
                one = new Known(exact, exact.doubleValue());
                known[i] = one;
            }
            return one;
        }
    }
}
