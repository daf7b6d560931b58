package org.cafcass.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Application;
import org.cafcass.model.ChildrensCase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Open cases and their mean age by application and rule 16.4, at any day: a breakdown that no index serves.
 *
 * <pre>{@code bin/benchmark AdHocSnapshotBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class AdHocSnapshotBenchmark extends HotPath {
    private static final int CELLS = Application.values().length * 2;
    private static final int CASES = 0;
    private static final int MEAN_AGE = 1;
    private static final int VALUES = 2;
    private static final Set<BreakdownKey> BY = EnumSet.of(BreakdownKey.APPLICATION, BreakdownKey.RULE_16_4);

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one day. */
    @Benchmark
    public double[] snapshot() throws Exception {
        return nextAnswer();
    }

    @Override
    int[] days() {
        return SampleRecords.someDays(2);
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = Peers.engine(records);
                return day -> cafcass(engine, day);
            case STREAMS:
                List<ChildrensCase> cases = List.copyOf(Peers.extract(records).cases());
                return day -> streams(cases, day);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(Peers.duckDb(records));
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        double[] answer = new double[CELLS * VALUES];
        for (int row = 0; row < records.cases; row++) {
            if (records.receivedOn[row] <= day && day < records.closedOn[row]) {
                int at = (records.application[row] * 2 + (records.rule164On[row] <= day ? 1 : 0)) * VALUES;
                answer[at + CASES]++;
                answer[at + MEAN_AGE] += day - records.receivedOn[row];
            }
        }
        for (int at = 0; at < answer.length; at += VALUES) {
            answer[at + MEAN_AGE] = answer[at + CASES] == 0 ? 0 : answer[at + MEAN_AGE] / (7 * answer[at + CASES]);
        }
        return answer;
    }

    private static double[] cafcass(MetricsEngine engine, int day) {
        double[] answer = new double[CELLS * VALUES];
        ReportingPeriod reporting = ReportingPeriod.asAt(LocalDate.ofEpochDay(day));
        for (Figure figure :
                engine.figures(List.of(Measures.OPEN_CASES, Measures.OPEN_AGE_MEAN_WEEKS), reporting, List.of(BY))) {
            String application =
                    figure.breakdown().value(BreakdownKey.APPLICATION).orElseThrow();
            boolean rule = figure.breakdown()
                    .value(BreakdownKey.RULE_16_4)
                    .orElseThrow()
                    .equals("true");
            int value = figure.measure() == Measures.OPEN_CASES ? CASES : MEAN_AGE;
            answer[cell(Application.valueOf(application.toUpperCase(Locale.ROOT)), rule) * VALUES + value] =
                    figure.value().orElse(0);
        }
        return answer;
    }

    private static int cell(Application application, boolean rule) {
        return application.ordinal() * 2 + (rule ? 1 : 0);
    }

    private record Kind(Application application, boolean rule) {}

    private static double[] streams(List<ChildrensCase> cases, int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        double[] answer = new double[CELLS * VALUES];
        cases.stream()
                .filter(one -> !one.receivedOn().isAfter(day)
                        && one.closedOn().map(day::isBefore).orElse(true))
                .collect(Collectors.groupingBy(
                        one -> new Kind(
                                one.application(),
                                one.rule164On().map(on -> !on.isAfter(day)).orElse(false)),
                        Collectors.summarizingLong(
                                one -> epochDay - one.receivedOn().toEpochDay())))
                .forEach((kind, ages) -> {
                    int at = cell(kind.application(), kind.rule()) * VALUES;
                    answer[at + CASES] = ages.getCount();
                    answer[at + MEAN_AGE] = ages.getSum() / (7.0 * ages.getCount());
                });
        return answer;
    }

    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(DuckDb duckDb) throws Exception {
            this.duckDb = duckDb;
            this.statement = duckDb.prepare("SELECT application * 2 + (rule_16_4 <= ?)::INTEGER AS kind, count(*),"
                    + " (count(*) * ?::BIGINT - sum(received)) / (7.0 * count(*))"
                    + " FROM cases WHERE received <= ? AND closed > ? GROUP BY kind");
        }

        @Override
        public double[] answer(int day) throws Exception {
            return DuckDb.ask(statement, CELLS, VALUES, day, day, day, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
