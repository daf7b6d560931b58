package org.cafcass.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.WeightingSchemes;
import org.cafcass.workload.WorkloadMeasures;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Saturation by area at any day, as the figures of the measure {@code saturation-percent}.
 *
 * <pre>{@code bin/benchmark SaturationBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class SaturationBenchmark extends HotPath {
    private static final Measure SATURATION = Measures.named(
            "saturation-percent",
            WorkloadMeasures.of(
                    WeightingSchemes.of(List.of(NationalService.BY_CHILDREN)), NationalService.BY_CHILDREN.name()));

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one day. */
    @Benchmark
    public double[] saturationByArea() throws Exception {
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
                return day -> cafcass(engine, LocalDate.ofEpochDay(day));
            case STREAMS:
                WeighedRecords.Values values = new WeighedRecords.Values(records.extract(tables()));
                return day -> byArea(records, values.loads(records, LocalDate.ofEpochDay(day)));
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
        return byArea(records, WeighedRecords.loads(records, day));
    }

    private static double[] byArea(SampleRecords records, long[] loads) {
        double[] answer = new double[SampleRecords.AREAS];
        long[] capacity = new long[SampleRecords.AREAS];
        for (int adviser = 0; adviser < loads.length; adviser++) {
            int area = records.areaOfAdviser(adviser);
            answer[area] += loads[adviser];
            capacity[area] += WeighedRecords.capacity(records, adviser);
        }
        for (int area = 0; area < answer.length; area++) {
            answer[area] *= 100.0 / capacity[area];
        }
        return answer;
    }

    private static double[] cafcass(MetricsEngine engine, LocalDate day) {
        double[] answer = new double[SampleRecords.AREAS];
        for (Figure figure : engine.figures(SATURATION, ReportingPeriod.asAt(day), BreakdownKey.AREA)) {
            answer[Peers.area(figure.breakdown().value(BreakdownKey.AREA).orElseThrow())] =
                    figure.value().orElseThrow();
        }
        return answer;
    }

    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(SampleRecords records) throws SQLException {
            duckDb = WeighedRecords.duckDb(records);
            statement = duckDb.prepare("WITH " + WeighedRecords.LOADS
                    + " SELECT area, sum(coalesce(load, 0)) / 10.0 / sum(tenths)"
                    + " FROM advisers LEFT JOIN loads USING (adviser) GROUP BY area");
        }

        @Override
        public double[] answer(int day) throws SQLException {
            return DuckDb.ask(statement, SampleRecords.AREAS, 1, day, day, day, day, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
