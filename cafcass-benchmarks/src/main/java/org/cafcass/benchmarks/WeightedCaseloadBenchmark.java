package org.cafcass.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.Band;
import org.cafcass.workload.WeightedCaseloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Weighted caseloads of 1,300 advisers at any day: the mean by full-time equivalent, and how many advisers are within, near and over their
 * capacity. DuckDB has each case's days and children beside its allocation.
 *
 * <pre>{@code bin/benchmark WeightedCaseloadBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class WeightedCaseloadBenchmark extends HotPath {
    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one day. */
    @Benchmark
    public double[] weightedCaseloads() throws Exception {
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
                WeightedCaseloads caseloads =
                        WeightedCaseloads.of(records.extract(tables()), NationalService.BY_CHILDREN, adviser -> true);
                return day -> cafcass(records, caseloads.on(LocalDate.ofEpochDay(day)));
            case STREAMS:
                WeighedRecords.Values values = new WeighedRecords.Values(records.extract(tables()));
                return day -> distribution(records, values.loads(records, LocalDate.ofEpochDay(day)));
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
        return distribution(records, WeighedRecords.loads(records, day));
    }

    private static double[] distribution(SampleRecords records, long[] loads) {
        double[] answer = new double[4];
        long load = 0;
        long tenths = 0;
        for (int adviser = 0; adviser < loads.length; adviser++) {
            if (loads[adviser] > 0) {
                load += loads[adviser];
                tenths += records.tenthsOfFte[adviser];
                long percent = 100 * loads[adviser];
                long capacity = WeighedRecords.capacity(records, adviser);
                answer[percent > 100 * capacity ? 3 : percent >= 85 * capacity ? 2 : 1]++;
            }
        }
        answer[0] = load / 10.0 / tenths;
        return answer;
    }

    private static double[] cafcass(SampleRecords records, WeightedCaseloads.Day day) {
        double[] answer = new double[4];
        double load = 0;
        long tenths = 0;
        for (int adviser = 0; adviser < records.advisers; adviser++) {
            Band band = day.band(adviser);
            if (band != Band.NO_WORK) {
                load += day.load(adviser);
                tenths += records.tenthsOfFte[adviser];
                answer[band == Band.OVER ? 3 : band == Band.NEAR ? 2 : 1]++;
            }
        }
        answer[0] = 10 * load / tenths;
        return answer;
    }

    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(SampleRecords records) throws SQLException {
            duckDb = WeighedRecords.duckDb(records);
            statement = duckDb.prepare("WITH " + WeighedRecords.LOADS
                    + " SELECT 0, sum(load) / 10.0 / sum(tenths), count(*) FILTER (load < 850 * tenths),"
                    + " count(*) FILTER (load BETWEEN 850 * tenths AND 1000 * tenths), count(*) FILTER (load > 1000 * tenths)"
                    + " FROM loads JOIN advisers USING (adviser)");
        }

        @Override
        public double[] answer(int day) throws SQLException {
            return DuckDb.ask(statement, 1, 4, day, day, day, day, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
