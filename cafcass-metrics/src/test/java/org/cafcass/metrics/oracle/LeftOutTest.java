package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a figure counts and what it leaves out are together the population that another measure counts, in every cell. */
class LeftOutTest {
    private static final int SAMPLES = 40;

    private static final Map<Measure, Measure> POPULATIONS = Map.ofEntries(
            Map.entry(Measures.FILING_EXTENDED_PERCENT, Measures.REPORTS_FILED),
            Map.entry(Measures.FILING_BY_AGREED_DATE_PERCENT, Measures.REPORTS_FILED),
            Map.entry(Measures.AUDIT_SIGNIFICANT_LEARNING_PERCENT, Measures.AUDITS_COMPLETED),
            Map.entry(Measures.AUDIT_INTRODUCTION_LETTER_PERCENT, Measures.AUDITS_COMPLETED),
            Map.entry(Measures.AUDIT_RECOMMENDATIONS_SHARED_PERCENT, Measures.AUDITS_COMPLETED),
            Map.entry(Measures.AUDIT_FEEDBACK_PERCENT, Measures.AUDITS_COMPLETED),
            Map.entry(Measures.ENGAGEMENT_RECORDED_PERCENT, Measures.OPEN_CHILDREN),
            Map.entry(Measures.FEEDBACK_POSITIVE_PERCENT, Measures.FEEDBACK_RECEIVED),
            Map.entry(Measures.COMPLAINTS_ANSWERED_WITHIN_10_WORKING_DAYS_PERCENT, Measures.COMPLAINTS_RECEIVED),
            Map.entry(Measures.COMPLAINTS_ANSWERED_WITHIN_15_WORKING_DAYS_PERCENT, Measures.COMPLAINTS_RECEIVED),
            Map.entry(Measures.COMPLAINTS_ANSWERED_WITHIN_20_WORKING_DAYS_PERCENT, Measures.COMPLAINTS_RECEIVED));

    private static Stream<Sample> samples() {
        return LongStream.range(0, SAMPLES).mapToObj(RandomExtracts::sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countedAndLeftOutAreTheWholePopulation(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        ReportingPeriod period = new ReportingPeriod(new Period(sample.first(), sample.last()), sample.asAt());
        POPULATIONS.forEach((measure, population) -> {
            for (Collection<BreakdownKey> keys : breakdowns(population)) {
                List<Figure> whole = engine.figures(population, period, keys);
                for (Figure figure : engine.figures(measure, period, keys)) {
                    if (figure.status() != FigureStatus.NOT_AVAILABLE) {
                        assertThat(figure.denominator().orElseThrow() + leftOut(engine, figure))
                                .as(figure.toString())
                                .isEqualTo(value(whole, figure.breakdown()));
                    }
                }
            }
        });
    }

    /** Children with a record and those left out are the eligible ones. */
    @ParameterizedTest
    @MethodSource("samples")
    void childrenWithoutARecordAreTheEligibleOnesThatAreLeft(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        ReportingPeriod period = new ReportingPeriod(new Period(sample.first(), sample.last()), sample.asAt());
        Figure eligible = engine.figure(Measures.ENGAGEMENT_RECORDED_PERCENT, period);
        Figure recorded = engine.figure(Measures.ENGAGEMENT_IN_PERSON_PERCENT, period);

        assertThat(recorded.denominator().orElseThrow() + leftOut(engine, recorded))
                .isEqualTo(eligible.denominator().orElseThrow());
    }

    private static Set<Collection<BreakdownKey>> breakdowns(Measure population) {
        Set<Collection<BreakdownKey>> breakdowns = new LinkedHashSet<>();
        breakdowns.add(Set.of());
        population.keys().forEach(key -> breakdowns.add(Set.of(key)));
        breakdowns.add(Set.of(BreakdownKey.LAW, BreakdownKey.AREA));
        return breakdowns;
    }

    private static long leftOut(MetricsEngine engine, Figure figure) {
        return engine.leftOut(figure).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static double value(List<Figure> figures, Breakdown cell) {
        return figures.stream()
                .filter(figure -> figure.breakdown().equals(cell))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }
}
