package org.cafcass.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Caseloads of 1,300 advisers at any day: the mean, and how many of them hold more than 20, 25 and 40 cases.
 *
 * <pre>{@code bin/benchmark CaseloadBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class CaseloadBenchmark extends HotPath {
    private static final List<Measure> MEASURES = List.of(
            Measures.CASELOAD_MEAN,
            Measures.CASELOAD_ABOVE_20_PERCENT,
            Measures.CASELOAD_ABOVE_25_PERCENT,
            Measures.CASELOAD_ABOVE_40_PERCENT);
    private static final int[] ABOVE = {20, 25, 40};

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one day. */
    @Benchmark
    public double[] caseloads() throws Exception {
        return nextAnswer();
    }

    @Override
    Set<ExtractTable> tables() {
        return Set.of(ExtractTable.ALLOCATIONS);
    }

    @Override
    int[] days() {
        return SampleRecords.someDays(3);
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = MetricsEngine.of(records.extract(tables()));
                return day -> cafcass(engine, day);
            case STREAMS:
                Extract extract = records.extract(tables());
                Map<CaseId, ChildrensCase> cases =
                        extract.cases().stream().collect(Collectors.toMap(ChildrensCase::caseId, Function.identity()));
                List<Allocation> allocations = List.copyOf(extract.allocations());
                return day -> streams(allocations, cases, day);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(records);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        int[] loads = new int[records.advisers];
        for (int row = 0; row < records.allocations; row++) {
            int allocated = records.allocatedCase[row];
            if (records.allocatedFrom[row] <= day && day < records.closedOn[allocated]) {
                loads[records.allocatedAdviser[row]]++;
            }
        }
        return distribution(Arrays.stream(loads).filter(load -> load > 0).toArray());
    }

    private static double[] distribution(int[] loads) {
        double[] answer = new double[1 + ABOVE.length];
        answer[0] = Arrays.stream(loads).average().orElse(0);
        for (int i = 0; i < ABOVE.length; i++) {
            int limit = ABOVE[i];
            answer[i + 1] =
                    100.0 * Arrays.stream(loads).filter(load -> load > limit).count() / loads.length;
        }
        return answer;
    }

    private static double[] cafcass(MetricsEngine engine, int day) {
        double[] answer = new double[MEASURES.size()];
        ReportingPeriod reporting = ReportingPeriod.asAt(LocalDate.ofEpochDay(day));
        for (Figure figure : engine.figures(MEASURES, reporting, List.of(Set.of()))) {
            answer[MEASURES.indexOf(figure.measure())] = figure.value().orElse(0);
        }
        return answer;
    }

    private static double[] streams(List<Allocation> allocations, Map<CaseId, ChildrensCase> cases, int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        Map<AdviserId, Long> loads = allocations.stream()
                .filter(one -> one.kind() == AllocationKind.LEAD
                        && !one.from().isAfter(day)
                        && one.to().map(day::isBefore).orElse(true)
                        && Peers.of(cases, one.caseId())
                                .closedOn()
                                .map(day::isBefore)
                                .orElse(true))
                .collect(Collectors.groupingBy(one -> one.adviserId().orElseThrow(), Collectors.counting()));
        return distribution(loads.values().stream().mapToInt(Long::intValue).toArray());
    }

    /* When its case is closed stands in the allocation, so that nothing is joined. */
    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(SampleRecords records) throws Exception {
            Map<String, int[]> allocations = new LinkedHashMap<>();
            allocations.put("adviser", records.allocatedAdviser);
            allocations.put("since", records.allocatedFrom);
            allocations.put(
                    "until",
                    Arrays.stream(records.allocatedCase)
                            .map(row -> records.closedOn[row])
                            .toArray());
            duckDb = DuckDb.open().table("allocations", allocations);
            statement = duckDb.prepare("WITH loads AS (SELECT count(*) AS load FROM allocations"
                    + " WHERE since <= ? AND until > ? GROUP BY adviser)"
                    + " SELECT 0, avg(load), 100.0 * count(*) FILTER (load > 20) / count(*),"
                    + " 100.0 * count(*) FILTER (load > 25) / count(*),"
                    + " 100.0 * count(*) FILTER (load > 40) / count(*) FROM loads");
        }

        @Override
        public double[] answer(int day) throws Exception {
            return DuckDb.ask(statement, 1, 1 + ABOVE.length, day, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
