package org.cafcass.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.extract.Extract;
import org.jspecify.annotations.Nullable;

/**
 * The load and the capacity of each adviser on any day, by a weighting scheme, as plain numbers: an extract's holdings are gone through
 * once, and a day then costs what is held on it, whatever the number of cases.
 *
 * <p>The numbers are those of {@link Workload}, which explains them. What it holds is immutable but for capacities that are worked out when
 * first asked for; safe for any number of threads.
 */
public final class WeightedCaseloads {
    private final Holdings holdings;
    private final WeightingScheme scheme;
    private final List<Adviser> advisers;
    private final boolean[] counted;
    private final int[] classOfKind;
    private final List<Weighed> classes = new ArrayList<>();
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

        String withoutPoints() {
            return points == null ? one.toString() : "";
        }
    }

    WeightedCaseloads(Base base, WeightingScheme scheme) {
        this.holdings = base.holdings();
        this.scheme = Objects.requireNonNull(scheme, "scheme");
        this.advisers = base.advisers();
        this.counted = new boolean[advisers.size()];
        this.capacities = new Capacities[advisers.size()];
        for (int row = 0; row < this.counted.length; row++) {
            this.counted[row] = base.counted().test(advisers.get(row));
            this.capacities[row] = new Capacities(advisers.get(row));
        }
        this.classOfKind = classify();
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
    private int[] classify() {
        TreeMap<Weighed, Integer> numbers = new TreeMap<>(Comparator.comparing(Weighed::order)
                .thenComparing(Weighed::isAsLead)
                .thenComparing(Weighed::withoutPoints));
        List<Weighed> ofKinds = new ArrayList<>();
        for (CaseKind kind : holdings.kinds()) {
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
        private final int[] counts;
        private final double[] loads = new double[advisers.size()];
        private final double[] capacity = new double[advisers.size()];

        private Day(int epochDay) {
            this.epochDay = epochDay;
            this.counts = holdings.count(epochDay, classOfKind, classes.size());
            double[] points = new double[classes.size()];
            for (int i = 0; i < points.length; i++) {
                BigDecimal exact = classes.get(i).points();
                points[i] = exact == null ? Double.NaN : exact.doubleValue();
            }
            for (int row = 0; row < loads.length; row++) {
                if (counted[row]) {
                    double load = 0;
                    for (int i = 0; i < points.length; i++) {
                        int count = counts[row * points.length + i];
                        if (count > 0) {
                            load += count * points[i];
                        }
                    }
                    loads[row] = Double.isNaN(load) ? fail(row) : load;
                    capacity[row] = capacities[row].on(epochDay).doubleValue();
                }
            }
        }

        private double fail(int row) {
            for (int i = 0; i < classes.size(); i++) {
                if (classes.get(i).points() == null && counts[row * classes.size() + i] > 0) {
                    throw scheme.withoutWeight(classes.get(i).one());
                }
            }
            throw new IllegalStateException("Cannot weigh: a load is not a number");
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
            for (int i = 0; i < classes.size(); i++) {
                cases += classes.get(i).isAsLead() && counted[row] ? counts[row * classes.size() + i] : 0;
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
            return counted[row] ? capacities[row].on(epochDay) : BigDecimal.ZERO;
        }

        private BigDecimal sum(int row, boolean asLeadOnly) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < classes.size(); i++) {
                int count = counts[row * classes.size() + i];
                Weighed weighed = classes.get(i);
                if (count > 0 && counted[row] && (weighed.isAsLead() || !asLeadOnly)) {
                    sum = sum.add(Objects.requireNonNull(weighed.points()).multiply(BigDecimal.valueOf(count)));
                }
            }
            return sum;
        }
    }

    /** What an adviser can hold, from one day on which it may change to the next. */
    private final class Capacities {
        private final Adviser adviser;
        private final int[] from;
        private final @Nullable BigDecimal[] points;

        Capacities(Adviser adviser) {
            this.adviser = adviser;
            TreeSet<Integer> days = new TreeSet<>();
            days.add(epochDay(adviser.startedOn()));
            adviser.leftOn().ifPresent(day -> days.add(epochDay(day)));
            for (Reduction reduction : scheme.reductions()) {
                reduction
                        .when()
                        .monthsInPostBelow()
                        .ifPresent(
                                months -> days.add(epochDay(adviser.startedOn().plusMonths(months))));
            }
            from = days.stream().mapToInt(Integer::intValue).toArray();
            points = new BigDecimal[from.length];
        }

        private static int epochDay(LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }

        boolean isEmployed(int day) {
            return WeightingScheme.isEmployed(adviser, LocalDate.ofEpochDay(day));
        }

        BigDecimal on(int day) {
            int i = Arrays.binarySearch(from, day);
            i = i < 0 ? -i - 2 : i;
            if (i < 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal known = points[i];
            if (known == null) {
                known = scheme.capacity(adviser, LocalDate.ofEpochDay(from[i])).points();
                points[i] = known;
            }
            return known;
        }
    }
}
