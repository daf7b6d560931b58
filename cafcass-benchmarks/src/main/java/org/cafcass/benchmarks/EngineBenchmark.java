package org.cafcass.benchmarks;

import static org.cafcass.benchmarks.SampleRecords.AREAS;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Snapshot;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * Building the engine over an extract that was read: its columns and its daily totals, and asking it for the open cases of a day.
 * The loop answers the same without building anything.
 *
 * <pre>{@code bin/benchmark EngineBenchmark -p cases=1000000 -prof gc}</pre>
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark extends HotPath {
    /** What answers. */
    @Param({"CAFCASS", "LOOP"})
    public Implementation implementation = Implementation.CAFCASS;

    /** Builds the engine and asks it once. */
    @Benchmark
    public double[] buildAndAsk() throws Exception {
        return nextAnswer();
    }

    @Override
    int[] days() {
        return new int[] {Peers.epochDay(SampleRecords.LAST_DAY)};
    }

    @Override
    Question question(SampleRecords records) {
        switch (implementation) {
            case CAFCASS:
                Extract extract = Peers.extract(records);
                return day -> cafcass(extract, day);
            case LOOP:
                return day -> expected(records, day);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        double[] answer = new double[AREAS];
        for (int row = 0; row < records.cases; row++) {
            if (records.receivedOn[row] <= day && day < records.closedOn[row]) {
                answer[records.area[row]]++;
            }
        }
        return answer;
    }

    private static double[] cafcass(Extract extract, int day) {
        Snapshot snapshot = MetricsEngine.of(extract).snapshot(LocalDate.ofEpochDay(day));
        double[] answer = new double[AREAS];
        for (int area = 0; area < AREAS; area++) {
            answer[area] = snapshot.openCases(area, Law.PUBLIC) + snapshot.openCases(area, Law.PRIVATE);
        }
        return answer;
    }
}
