package org.cafcass.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.extract.ExtractTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * The figures of a whole board pack: every measure for the whole, by each of its keys, and by area and law. At national size there are
 * 150,000 cases. There is no peer; one by one, each measure and breakdown is asked for alone.
 *
 * <pre>{@code bin/benchmark PackBenchmark -p cases=150000 -prof gc}</pre>
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PackBenchmark extends HotPath {
    static final Set<ExtractTable> TABLES = Set.of(ExtractTable.REPORTS, ExtractTable.ALLOCATIONS, ExtractTable.AUDITS);
    private static final ReportingPeriod REPORTING = ReportingPeriod.asAt(SampleRecords.LAST_DAY);

    /** How the figures are asked for. */
    @Param({"CAFCASS", "ONE_BY_ONE"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The figures. */
    @Benchmark
    public double[] figures() throws Exception {
        return nextAnswer();
    }

    @Override
    Set<ExtractTable> tables() {
        return TABLES;
    }

    @Override
    int[] days() {
        return new int[] {Peers.epochDay(SampleRecords.LAST_DAY)};
    }

    @Override
    Question question(SampleRecords records) {
        MetricsEngine engine = MetricsEngine.of(records.extract(tables()));
        switch (implementation) {
            case CAFCASS:
                return day -> figures(engine, Measures.all());
            case ONE_BY_ONE:
                return day -> oneByOne(engine);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    /** The figures of some measures by all the breakdowns of a pack. */
    static double[] figures(MetricsEngine engine, List<Measure> measures) {
        return values(engine.figures(measures, REPORTING, breakdowns()));
    }

    private static List<Set<BreakdownKey>> breakdowns() {
        List<Set<BreakdownKey>> breakdowns = new ArrayList<>();
        breakdowns.add(Set.of());
        for (BreakdownKey key : BreakdownKey.values()) {
            breakdowns.add(Set.of(key));
        }
        breakdowns.add(EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW));
        return breakdowns;
    }

    /* Another engine than the one that is measured, so that the two share nothing. */
    @Override
    double[] expected(SampleRecords records, int day) {
        return oneByOne(MetricsEngine.of(records.extract(tables())));
    }

    private static double[] oneByOne(MetricsEngine engine) {
        Set<Figure> figures = new LinkedHashSet<>();
        for (Measure measure : Measures.all()) {
            for (Set<BreakdownKey> by : breakdowns()) {
                if (measure.hasKeys(by)) {
                    figures.addAll(engine.figures(measure, REPORTING, by));
                }
            }
        }
        return values(figures.stream().sorted(Figure.ORDER).toList());
    }

    /* A figure that is empty stands as -1. */
    private static double[] values(List<Figure> figures) {
        return figures.stream().mapToDouble(figure -> figure.value().orElse(-1)).toArray();
    }
}
