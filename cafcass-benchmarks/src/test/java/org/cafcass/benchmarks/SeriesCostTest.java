package org.cafcass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series of what the daily totals hold costs its length, whatever the number of cases: by the bytes that it allocates, not by time. */
class SeriesCostTest {
    private static final List<ReportingPeriod> MONTHS = Period.parse("2023-04-01/2025-03-31").byMonth().stream()
            .map(ReportingPeriod::of)
            .toList();

    private final MetricsEngine small = engine(0.01);
    private final MetricsEngine large = engine(0.16);

    private static MetricsEngine engine(double scale) {
        return MetricsEngine.of(
                SyntheticExtract.scenario("national-2025").scale(scale).extract());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-cases", "open-children", "open-cases-52-weeks", "cases-received", "net-change"})
    void seriesCostsItsLengthAndNotThatTimesTheData(String name) {
        Measure measure = Measures.named(name);

        assertThat(bytes(large, measure, MONTHS)).isLessThan(bytes(small, measure, MONTHS) * 3 / 2);
        assertThat(bytes(large, measure, MONTHS)).isGreaterThan(bytes(large, measure, MONTHS.subList(0, 12)) * 3 / 2);
    }

    /* The least of a few: the first ones load classes. */
    private static long bytes(MetricsEngine engine, Measure measure, List<ReportingPeriod> months) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(engine.series(measure, months, List.of(BreakdownKey.AREA)))
                    .hasSizeGreaterThanOrEqualTo(months.size());
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
