package org.cafcass.benchmarks;

import static org.cafcass.benchmarks.SampleRecords.AREAS;
import static org.cafcass.benchmarks.SampleRecords.LAWS;
import static org.dflib.Exp.$int;
import static org.dflib.Exp.count;
import static tech.tablesaw.aggregate.AggregateFunctions.count;
import static tech.tablesaw.aggregate.AggregateFunctions.sum;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Snapshot;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.dflib.DataFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Open cases and children, those of 52 and 100 weeks, and mean age by area and law, at any day: 190 numbers.
 *
 * <pre>{@code bin/benchmark SnapshotBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class SnapshotBenchmark extends HotPath {
    private static final int CASES = 0;
    private static final int CHILDREN = 1;
    private static final int CASES_52_WEEKS = 2;
    private static final int CASES_100_WEEKS = 3;
    private static final int MEAN_AGE = 4;
    private static final int VALUES = 5;
    private static final int DAYS_OF_52_WEEKS = 364;
    private static final int DAYS_OF_100_WEEKS = 700;

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB", "TABLESAW", "DFLIB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one day. */
    @Benchmark
    public double[] snapshot() throws Exception {
        return nextAnswer();
    }

    @Override
    int[] days() {
        return SampleRecords.someDays(1);
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = Peers.engine(records);
                return day -> cafcass(engine, day);
            case STREAMS:
                Extract extract = Peers.extract(records);
                List<ChildrensCase> cases = List.copyOf(extract.cases());
                Map<CaseId, Integer> children = Peers.childrenByCase(extract.children());
                return day -> streams(cases, children, day);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(Peers.duckDb(records));
            case TABLESAW:
                Table table = Peers.tablesaw(records);
                return day -> tablesaw(table, day);
            case DFLIB:
                DataFrame frame = Peers.dflib(records);
                return day -> dflib(frame, day);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        double[] answer = new double[AREAS * LAWS * VALUES];
        long[] ages = new long[AREAS * LAWS];
        for (int row = 0; row < records.cases; row++) {
            if (records.receivedOn[row] <= day && day < records.closedOn[row]) {
                int cell = records.cell(row);
                int age = day - records.receivedOn[row];
                answer[cell * VALUES + CASES]++;
                answer[cell * VALUES + CHILDREN] += records.children[row];
                answer[cell * VALUES + CASES_52_WEEKS] += age >= DAYS_OF_52_WEEKS ? 1 : 0;
                answer[cell * VALUES + CASES_100_WEEKS] += age >= DAYS_OF_100_WEEKS ? 1 : 0;
                ages[cell] += age;
            }
        }
        for (int cell = 0; cell < ages.length; cell++) {
            answer[cell * VALUES + MEAN_AGE] = meanWeeks(ages[cell], answer[cell * VALUES + CASES]);
        }
        return answer;
    }

    private static double meanWeeks(double days, double cases) {
        return cases == 0 ? 0 : days / (cases * 7);
    }

    private static final Law[] BOTH_LAWS = Law.values();

    static double[] cafcass(MetricsEngine engine, int day) {
        Snapshot snapshot = engine.snapshot(LocalDate.ofEpochDay(day));
        double[] answer = new double[AREAS * LAWS * VALUES];
        int at = 0;
        for (int area = 0; area < AREAS; area++) {
            for (Law law : BOTH_LAWS) {
                answer[at + CASES] = snapshot.openCases(area, law);
                answer[at + CHILDREN] = snapshot.openChildren(area, law);
                answer[at + CASES_52_WEEKS] = snapshot.openCases52Weeks(area, law);
                answer[at + CASES_100_WEEKS] = snapshot.openCases100Weeks(area, law);
                answer[at + MEAN_AGE] = snapshot.openAgeMeanWeeks(area, law).orElse(0);
                at += VALUES;
            }
        }
        return answer;
    }

    private record Cell(String area, Law law) {}

    private static final class Totals {
        private int cases;
        private int children;
        private int cases52Weeks;
        private int cases100Weeks;
        private long days;

        private void add(int childrenOfCase, long age) {
            cases++;
            children += childrenOfCase;
            cases52Weeks += age >= DAYS_OF_52_WEEKS ? 1 : 0;
            cases100Weeks += age >= DAYS_OF_100_WEEKS ? 1 : 0;
            days += age;
        }

        private Totals plus(Totals other) {
            cases += other.cases;
            children += other.children;
            cases52Weeks += other.cases52Weeks;
            cases100Weeks += other.cases100Weeks;
            days += other.days;
            return this;
        }
    }

    private static double[] streams(List<ChildrensCase> cases, Map<CaseId, Integer> children, int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        double[] answer = new double[AREAS * LAWS * VALUES];
        cases.stream()
                .filter(one -> !one.receivedOn().isAfter(day)
                        && one.closedOn().map(day::isBefore).orElse(true))
                .collect(Collectors.groupingBy(
                        one -> new Cell(one.areaCode().value(), one.law()),
                        Collector.of(
                                Totals::new,
                                (totals, one) -> totals.add(
                                        children.getOrDefault(one.caseId(), 0),
                                        epochDay - one.receivedOn().toEpochDay()),
                                Totals::plus)))
                .forEach((cell, totals) -> {
                    int at = (Peers.area(cell.area()) * LAWS + cell.law().ordinal()) * VALUES;
                    answer[at + CASES] = totals.cases;
                    answer[at + CHILDREN] = totals.children;
                    answer[at + CASES_52_WEEKS] = totals.cases52Weeks;
                    answer[at + CASES_100_WEEKS] = totals.cases100Weeks;
                    answer[at + MEAN_AGE] = meanWeeks(totals.days, totals.cases);
                });
        return answer;
    }

    /* Only the rows that pass both tests are counted, and every count is one aggregate over them. */
    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(DuckDb duckDb) throws Exception {
            this.duckDb = duckDb;
            this.statement = duckDb.prepare("SELECT cell, count(*), sum(children), count(*) FILTER (received <= ?),"
                    + " count(*) FILTER (received <= ?), (count(*) * ?::BIGINT - sum(received)) / (7.0 * count(*))"
                    + " FROM cases WHERE received <= ? AND closed > ? GROUP BY cell");
        }

        @Override
        public double[] answer(int day) throws Exception {
            return DuckDb.ask(
                    statement, AREAS * LAWS, VALUES, day - DAYS_OF_52_WEEKS, day - DAYS_OF_100_WEEKS, day, day, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }

    private static double[] tablesaw(Table cases, int day) {
        Table open = cases.where(cases.intColumn("received")
                .isLessThanOrEqualTo(day)
                .and(cases.intColumn("closed").isGreaterThan(day)));
        double[] answer = new double[AREAS * LAWS * VALUES];
        for (Row row : open.summarize("children", "received", count, sum).by("cell")) {
            int at = row.getInt("cell") * VALUES;
            answer[at + CASES] = row.getDouble("Count [children]");
            answer[at + CHILDREN] = row.getDouble("Sum [children]");
            answer[at + MEAN_AGE] =
                    meanWeeks(answer[at + CASES] * day - row.getDouble("Sum [received]"), answer[at + CASES]);
        }
        countSince(open, day - DAYS_OF_52_WEEKS, answer, CASES_52_WEEKS);
        countSince(open, day - DAYS_OF_100_WEEKS, answer, CASES_100_WEEKS);
        return answer;
    }

    private static void countSince(Table open, int lastReceipt, double[] answer, int value) {
        Table old = open.where(open.intColumn("received").isLessThanOrEqualTo(lastReceipt));
        if (old.isEmpty()) {
            return;
        }
        for (Row row : old.summarize("received", count).by("cell")) {
            answer[row.getInt("cell") * VALUES + value] = row.getDouble("Count [received]");
        }
    }

    private static double[] dflib(DataFrame cases, int day) {
        DataFrame byCell = cases.rows(
                        $int("received").le(day).and($int("closed").gt(day)))
                .select()
                .group("cell")
                .agg(
                        $int("cell").first(),
                        count(),
                        $int("children").sum(),
                        count($int("received").le(day - DAYS_OF_52_WEEKS)),
                        count($int("received").le(day - DAYS_OF_100_WEEKS)),
                        $int("received").sum());
        double[] answer = new double[AREAS * LAWS * VALUES];
        byCell.forEach(row -> {
            int at = (int) number(row.get(0)) * VALUES;
            answer[at + CASES] = number(row.get(1));
            answer[at + CHILDREN] = number(row.get(2));
            answer[at + CASES_52_WEEKS] = number(row.get(3));
            answer[at + CASES_100_WEEKS] = number(row.get(4));
            answer[at + MEAN_AGE] = meanWeeks(answer[at + CASES] * day - number(row.get(5)), answer[at + CASES]);
        });
        return answer;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
