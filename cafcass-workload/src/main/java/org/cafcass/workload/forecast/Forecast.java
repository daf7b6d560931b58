package org.cafcass.workload.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.WorkloadException;

/**
 * Open cases and children in the months ahead of a day, as what was known by that day lets expect.
 *
 * <p>Cases are received as an {@link Inflow} says, and closed by the rates, age by age, that Kaplan and Meier's estimate gives for each law
 * over the observed days. The expected number adds up the chances of all cases, open and to come, to be open. The limits come from simulated
 * courses, the same for the same seed on every Java runtime: each draws its own flow, which varies from month to month as much as it did, on
 * a level that is known as well as the observed months tell, and then the fate of each case. They leave out what no past month shows.
 */
public final class Forecast {
    private static final int LAWS = Law.values().length;
    private static final int AGE_GROUP = 14;
    private static final double LEAST_SHARE = 1e-300;
    private static final int FURTHEST_DAYS = 3653;
    private static final double DAYS_A_MONTH = 365.25 / 12;

    private final Extract extract;
    private final LocalDate asAt;
    private final int day;
    private final Inflow inflow;
    private final CaseHistory history;
    private final int cells;
    private final ClosingRates[] rates = new ClosingRates[LAWS];
    private final double[] receivedPerDay;
    private final double[] childrenOfReceived;
    private final double[] childrenOfOpen;
    private final List<Group> groups;
    private final int[] ends;
    private final List<ForecastMonth> months;

    /** Cases of one cell and about one age that are open on the day. */
    private record Group(int cell, int age, int cases) {}

    private Forecast(Builder builder) {
        extract = builder.extract;
        asAt = builder.asAt;
        day = Math.toIntExact(asAt.toEpochDay());
        inflow = builder.inflow;
        history = builder.history;
        cells = LAWS * history.areas.size();
        int first = day - builder.observedDays + 1;
        if (history.open(day) > 0 && !history.moves(first, day)) {
            throw new WorkloadException("Cannot forecast: no case was received or closed in the " + builder.observedDays
                    + " days up to " + asAt);
        }
        for (int law = 0; law < LAWS; law++) {
            rates[law] = ClosingRates.of(history, law, first, day);
        }
        receivedPerDay = new double[cells];
        childrenOfReceived = new double[cells];
        childrenOfOpen = new double[cells];
        groups = readCells(first, builder.observedDays);
        ends = new int[builder.months];
        for (int month = 1; month <= builder.months; month++) {
            ends[month - 1] = Math.toIntExact(monthEnd(asAt, month).toEpochDay()) - day;
        }
        Variation[] received = new Variation[LAWS];
        Variation[] closed = new Variation[LAWS];
        for (int law = 0; law < LAWS; law++) {
            received[law] = Variation.ofReceived(history, law, first, day);
            closed[law] = Variation.ofClosed(history, rates[law], law, first, day);
        }
        months = List.copyOf(forecast(new Simulation(received, closed, builder.runs, builder.seed).run()));
    }

    /** The day so many months ahead; of a month's last day a month's last day. */
    static LocalDate monthEnd(LocalDate asAt, int months) {
        LocalDate end = asAt.plusMonths(months);
        return asAt.getDayOfMonth() == asAt.lengthOfMonth() ? end.withDayOfMonth(end.lengthOfMonth()) : end;
    }

    /* One cell for each law in each area. */
    private int cell(int row) {
        return history.law[row] * history.areas.size() + history.area[row];
    }

    private int lawOf(int cell) {
        return cell / history.areas.size();
    }

    private List<Group> readCells(int first, int observedDays) {
        long[] received = new long[cells];
        long[] receivedChildren = new long[cells];
        long[] open = new long[cells];
        long[] openChildren = new long[cells];
        TreeMap<Long, long[]> byAge = new TreeMap<>();
        for (int row = 0; row < history.size; row++) {
            int cell = cell(row);
            if (history.receivedOn[row] >= first && history.receivedOn[row] <= day) {
                received[cell]++;
                receivedChildren[cell] += history.children[row];
            }
            if (history.isOpen(row, day)) {
                int age = day - history.receivedOn[row];
                open[cell]++;
                openChildren[cell] += history.children[row];
                long[] sums = byAge.computeIfAbsent((long) cell << 32 | age / AGE_GROUP, unused -> new long[2]);
                sums[0]++;
                sums[1] += age;
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            receivedPerDay[cell] = (double) received[cell] / observedDays;
            childrenOfReceived[cell] = received[cell] == 0 ? 0 : (double) receivedChildren[cell] / received[cell];
            childrenOfOpen[cell] = open[cell] == 0 ? 0 : (double) openChildren[cell] / open[cell];
        }
        List<Group> all = new ArrayList<>();
        byAge.forEach((key, sums) ->
                all.add(new Group((int) (key >> 32), (int) (sums[1] / sums[0]), Math.toIntExact(sums[0]))));
        return all;
    }

    private double inflowFactor(int month) {
        int days = ends[month] - (month == 0 ? 0 : ends[month - 1]);
        return inflow.factor(month + 1, days, Arrays.stream(receivedPerDay).sum());
    }

    // -------------------------------------------------------------------------- what is expected

    /** The mean share of the cases received over some days ahead, the first not in and the last in, that is open at the end of a later one. */
    private double shareOpen(int law, int afterDay, int untilDay, int later) {
        double sum = 0;
        for (int received = afterDay + 1; received <= untilDay; received++) {
            sum += StrictMath.exp(rates[law].logOpen(later - received));
        }
        return Math.max(LEAST_SHARE, sum / (untilDay - afterDay));
    }

    /* By cell, the cases expected to be open so many days ahead: those open now, and those to come. */
    private double[][] expected(int ahead) {
        double[][] expected = new double[2][cells];
        for (Group group : groups) {
            expected[0][group.cell()] += group.cases()
                    * StrictMath.exp(rates[lawOf(group.cell())].logStay(group.age(), group.age() + ahead));
        }
        int from = 0;
        for (int month = 0; from < ahead; month++) {
            boolean beyond = month >= ends.length;
            int to = beyond ? ahead : Math.min(ahead, ends[month]);
            double factor = inflowFactor(Math.min(month, ends.length - 1));
            for (int law = 0; law < LAWS; law++) {
                double open = shareOpen(law, from, to, ahead) * (to - from) * factor;
                for (int area = 0; area < history.areas.size(); area++) {
                    int cell = law * history.areas.size() + area;
                    expected[1][cell] += receivedPerDay[cell] * open;
                }
            }
            from = to;
        }
        return expected;
    }

    private double expected(Part part, int ahead) {
        double[][] byCell = expected(ahead);
        double sum = 0;
        for (int cell : cellsOf(part)) {
            sum += byCell[0][cell] + byCell[1][cell];
        }
        return sum;
    }

    private int[] cellsOf(Part part) {
        int areas = history.areas.size();
        int area = part.area().map(history.areas::indexOf).orElse(0);
        if (area < 0) {
            throw new WorkloadException(
                    "Unknown area: " + part.area().map(AreaCode::value).orElse(""));
        }
        return IntStream.range(0, cells)
                .filter(cell ->
                        part.law().map(law -> law.ordinal() == cell / areas).orElse(true))
                .filter(cell -> part.area().isEmpty() || cell % areas == area)
                .toArray();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.WHOLE);
        for (Law law : Law.values()) {
            parts.add(Part.of(law));
        }
        for (AreaCode area : history.areas) {
            parts.add(Part.of(area));
        }
        for (AreaCode area : history.areas) {
            for (Law law : Law.values()) {
                parts.add(Part.of(law, area));
            }
        }
        return parts;
    }

    // -------------------------------------------------------------------------- what is simulated

    /** Courses that the cases of all cells might take: by month, run and cell the open ones, of those open now and of those to come. */
    private final class Simulation {
        private final Variation[] received;
        private final Variation[] closed;
        private final int runs;
        private final Draws draws;
        private final double[][] logStay;
        private final double[][][] logStayOfReceived;

        Simulation(Variation[] received, Variation[] closed, int runs, long seed) {
            this.received = received;
            this.closed = closed;
            this.runs = runs;
            this.draws = new Draws(seed);
            this.logStay = new double[groups.size()][ends.length];
            this.logStayOfReceived = new double[LAWS][ends.length][ends.length];
            for (int g = 0; g < logStay.length; g++) {
                Group group = groups.get(g);
                for (int month = 0; month < ends.length; month++) {
                    int from = group.age() + (month == 0 ? 0 : ends[month - 1]);
                    logStay[g][month] = rates[lawOf(group.cell())].logStay(from, group.age() + ends[month]);
                }
            }
            for (int law = 0; law < LAWS; law++) {
                for (int cohort = 0; cohort < ends.length; cohort++) {
                    double before = 0;
                    for (int month = cohort; month < ends.length; month++) {
                        double log = StrictMath.log(
                                shareOpen(law, cohort == 0 ? 0 : ends[cohort - 1], ends[cohort], ends[month]));
                        logStayOfReceived[law][cohort][month] = log - before;
                        before = log;
                    }
                }
            }
        }

        /** By month, run, then those open now and those to come: the open cases by cell. */
        int[][][][] run() {
            int[][][][] open = new int[ends.length][runs][2][cells];
            double[] inflowFactors = new double[ends.length];
            for (int month = 0; month < ends.length; month++) {
                inflowFactors[month] = inflowFactor(month);
            }
            for (int run = 0; run < runs; run++) {
                long[] left = groups.stream().mapToLong(Group::cases).toArray();
                long[][] come = new long[cells][ends.length];
                double[] receivedLevel = new double[LAWS];
                double[] closedLevel = new double[LAWS];
                double[] receivedOfMonth = new double[LAWS];
                double[] closedOfMonth = new double[LAWS];
                for (int law = 0; law < LAWS; law++) {
                    double stretch = draws.stretch(received[law].degrees());
                    receivedLevel[law] = draws.factor(received[law].ofLevel() * stretch);
                    receivedOfMonth[law] = received[law].ofMonth() * stretch;
                    stretch = draws.stretch(closed[law].degrees());
                    closedLevel[law] = draws.factor(closed[law].ofLevel() * stretch);
                    closedOfMonth[law] = closed[law].ofMonth() * stretch;
                }
                for (int month = 0; month < ends.length; month++) {
                    int days = ends[month] - (month == 0 ? 0 : ends[month - 1]);
                    double[] pace = new double[LAWS];
                    double[] comePerDay = new double[LAWS];
                    for (int law = 0; law < LAWS; law++) {
                        pace[law] = closedLevel[law] * draws.factor(closedOfMonth[law]);
                        comePerDay[law] =
                                receivedLevel[law] * draws.factor(receivedOfMonth[law]) * inflowFactors[month] * days;
                    }
                    int[][] now = open[month][run];
                    for (int g = 0; g < left.length; g++) {
                        int cell = groups.get(g).cell();
                        left[g] = draws.binomial(left[g], StrictMath.exp(pace[lawOf(cell)] * logStay[g][month]));
                        now[0][cell] += (int) left[g];
                    }
                    for (int cell = 0; cell < cells; cell++) {
                        int law = lawOf(cell);
                        come[cell][month] = draws.poisson(receivedPerDay[cell] * comePerDay[law]);
                        for (int cohort = 0; cohort <= month; cohort++) {
                            come[cell][cohort] = draws.binomial(
                                    come[cell][cohort],
                                    StrictMath.exp(pace[law] * logStayOfReceived[law][cohort][month]));
                            now[1][cell] += (int) come[cell][cohort];
                        }
                    }
                }
            }
            return open;
        }
    }

    private List<ForecastMonth> forecast(int[][][][] simulated) {
        List<ForecastMonth> all = new ArrayList<>();
        for (int month = 0; month < ends.length; month++) {
            double[][] expected = expected(ends[month]);
            for (Part part : parts()) {
                int[] those = cellsOf(part);
                int runs = simulated[month].length;
                double[] cases = new double[runs];
                double[] children = new double[runs];
                for (int run = 0; run < runs; run++) {
                    for (int cell : those) {
                        int now = simulated[month][run][0][cell];
                        int come = simulated[month][run][1][cell];
                        cases[run] += now + come;
                        children[run] += now * childrenOfOpen[cell] + come * childrenOfReceived[cell];
                    }
                }
                double expectedCases = 0;
                double expectedChildren = 0;
                for (int cell : those) {
                    expectedCases += expected[0][cell] + expected[1][cell];
                    expectedChildren +=
                            expected[0][cell] * childrenOfOpen[cell] + expected[1][cell] * childrenOfReceived[cell];
                }
                all.add(new ForecastMonth(
                        part,
                        month + 1,
                        asAt.plusDays(ends[month]),
                        limits(expectedCases, cases),
                        limits(expectedChildren, children)));
            }
        }
        return all;
    }

    private static Expected limits(double value, double[] simulated) {
        Arrays.sort(simulated);
        return new Expected(
                value,
                quantile(simulated, 0.1),
                quantile(simulated, 0.9),
                quantile(simulated, 0.025),
                quantile(simulated, 0.975));
    }

    /* Hyndman and Fan's type 7. */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    // -------------------------------------------------------------------------- answers

    /** The day from which it looks ahead. */
    public LocalDate asAt() {
        return asAt;
    }

    /** Every part in every month ahead: by month, then the whole, the laws, the areas, and the laws in each area. */
    public List<ForecastMonth> months() {
        return months;
    }

    /** A part, month by month. */
    public List<ForecastMonth> months(Part part) {
        return months.stream().filter(month -> month.part().equals(part)).toList();
    }

    /** The cases of a part that are open on the as-at day. */
    public long openNow(Part part) {
        long open = 0;
        boolean[] in = new boolean[cells];
        for (int cell : cellsOf(part)) {
            in[cell] = true;
        }
        for (Group group : groups) {
            open += in[group.cell()] ? group.cases() : 0;
        }
        return open;
    }

    /**
     * The first day, from the as-at day on, on which no more than some cases are expected to be open; after the last month ahead the inflow
     * stays as in it. Empty when there is none within ten years: not at this pace.
     */
    public Optional<LocalDate> dayMet(Part part, double target) {
        if (openNow(part) <= target) {
            return Optional.of(asAt);
        }
        return IntStream.rangeClosed(1, FURTHEST_DAYS)
                .filter(ahead -> expected(part, ahead) <= target)
                .mapToObj(asAt::plusDays)
                .findFirst();
    }

    /**
     * What it takes to have no more than some cases open by a day.
     *
     * @throws WorkloadException if the day is not within ten years after the as-at day, or nothing is expected to be closed until then
     */
    public Clearance clearance(Part part, double target, LocalDate by) {
        long ahead = by.toEpochDay() - day;
        if (ahead < 1 || ahead > FURTHEST_DAYS) {
            throw new WorkloadException("Cannot forecast " + by + ": not within ten years after " + asAt);
        }
        double open = expected(part, (int) ahead);
        double closings = openNow(part) + receivedUntil(part, (int) ahead) - open;
        if (closings <= 0) {
            throw new WorkloadException("Cannot tell what it takes by " + by + ": no case is expected to be closed");
        }
        double extra = Math.max(0, open - target);
        return new Clearance(
                target,
                by,
                open,
                extra,
                extra / (ahead / DAYS_A_MONTH),
                100 * extra / closings,
                fte(part) * extra / closings);
    }

    private double receivedUntil(Part part, int ahead) {
        double perDay = 0;
        for (int cell : cellsOf(part)) {
            perDay += receivedPerDay[cell];
        }
        double received = 0;
        int from = 0;
        for (int month = 0; from < ahead; month++) {
            int to = month >= ends.length ? ahead : Math.min(ahead, ends[month]);
            received += perDay * (to - from) * inflowFactor(Math.min(month, ends.length - 1));
            from = to;
        }
        return received;
    }

    private double fte(Part part) {
        return extract.advisers().stream()
                .filter(adviser -> adviser.role() == Role.FAMILY_COURT_ADVISER
                        && !asAt.isBefore(adviser.startedOn())
                        && adviser.leftOn().map(asAt::isBefore).orElse(true)
                        && part.area().map(adviser.areaCode()::equals).orElse(true))
                .map(adviser -> adviser.fte())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    /** The open cases that pass 26, 52 or 100 weeks in the weeks ahead, by day, age and identifier. */
    public List<Passing> passings(int weeks) {
        Map<Integer, Integer> passesAt = new LinkedHashMap<>();
        passesAt.put(26, 183);
        passesAt.put(52, 364);
        passesAt.put(100, 700);
        List<String> ids = extract.columns(ExtractTable.CASES).texts("case_id");
        int[] id = extract.columns(ExtractTable.CASES).toArray("case_id");
        List<Passing> passings = new ArrayList<>();
        for (int row = 0; row < history.size; row++) {
            if (history.isOpen(row, day)) {
                int age = day - history.receivedOn[row];
                for (Map.Entry<Integer, Integer> one : passesAt.entrySet()) {
                    int ahead = one.getValue() - age;
                    if (ahead >= 1 && ahead <= 7 * weeks) {
                        double chance = StrictMath.exp(rates[history.law[row]].logStay(age, one.getValue()));
                        passings.add(new Passing(
                                new CaseId(ids.get(id[row])),
                                one.getKey(),
                                asAt.plusDays(ahead),
                                (ahead + 6) / 7,
                                chance));
                    }
                }
            }
        }
        passings.sort(Comparator.comparing(Passing::passesOn)
                .thenComparing(Passing::weeks)
                .thenComparing(passing -> passing.caseId().value()));
        return List.copyOf(passings);
    }

    /** Begins a forecast from what was known of an extract's cases by a day. */
    public static Builder of(Extract extract, LocalDate asAt) {
        return new Builder(extract, asAt, new CaseHistory(extract));
    }

    /** A forecast in the making. */
    public static final class Builder {
        private final Extract extract;
        private final LocalDate asAt;
        private final CaseHistory history;
        private int months = 12;
        private Inflow inflow = Inflow.flat();
        private int observedDays = 365;
        private int runs = 500;
        private long seed = 1;

        Builder(Extract extract, LocalDate asAt, CaseHistory history) {
            this.extract = extract;
            this.asAt = Objects.requireNonNull(asAt, "asAt");
            this.history = history;
        }

        /** How many months ahead, 1 to 60; 12 unless said. */
        public Builder months(int number) {
            months = within("months ahead", number, 1, 60);
            return this;
        }

        /** The inflow; flat unless said. */
        public Builder inflow(Inflow scenario) {
            inflow = Objects.requireNonNull(scenario, "scenario");
            return this;
        }

        /** Over how many days up to the as-at day flow is observed, 60 to 3,650; 365 unless said. */
        public Builder observedDays(int number) {
            observedDays = within("observed days", number, 60, 3650);
            return this;
        }

        /** How many courses are simulated, 100 to 5,000; 500 unless said. */
        public Builder runs(int number) {
            runs = within("runs", number, 100, 5_000);
            return this;
        }

        /** The seed of the simulation; 1 unless said. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        private static int within(String thing, int number, int least, int most) {
            if (number < least || number > most) {
                throw new WorkloadException(
                        "Invalid number of " + thing + ": " + number + " is not from " + least + " to " + most);
            }
            return number;
        }

        /**
         * Makes the forecast.
         *
         * @throws WorkloadException if the inflow does not have all months, if it is given and no case was received over the days that are
         *     observed, or if cases are open and none was received or closed over those days
         */
        public Forecast make() {
            return new Forecast(this);
        }
    }
}
