package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases behind a figure are those that it counts: as many, of its cell, and found again in the cells of a finer breakdown. */
class CasesBehindTest {
    private static final int SAMPLES = 20;
    private static final List<String> OF_CASES = List.of("cases", "children", "reports");

    private static Stream<Sample> samples() {
        return LongStream.range(0, SAMPLES).mapToObj(RandomExtracts::sample);
    }

    private static ReportingPeriod days(Sample sample) {
        return new ReportingPeriod(new Period(sample.first(), sample.last()), sample.asAt());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thereAreAsManyAsTheFigureCounts(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        for (Measure measure : Measures.all()) {
            if (measure.unit().equals("cases") && !measure.equals(Measures.NET_CHANGE)) {
                for (BreakdownKey key : measure.keys()) {
                    assertThat(engine.figures(measure, days(sample), key))
                            .allSatisfy(figure -> assertThat(engine.casesBehind(figure))
                                    .as(figure.toString())
                                    .hasSize((int) figure.value().orElse(0)));
                }
            }
        }
    }

    /** Children and reports have a law and an area by their case. */
    @ParameterizedTest
    @MethodSource("samples")
    void theyAreOfTheFiguresCell(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        Map<CaseId, ChildrensCase> cases = new HashMap<>();
        sample.extract().cases().forEach(row -> cases.put(row.caseId(), row));
        for (Measure measure : Measures.all()) {
            if (OF_CASES.contains(measure.unit())) {
                TreeSet<String> parts = new TreeSet<>();
                for (Figure figure : engine.figures(measure, days(sample), BreakdownKey.LAW, BreakdownKey.AREA)) {
                    for (CaseId id : engine.casesBehind(figure)) {
                        ChildrensCase row = cases.get(id);
                        assertThat(figure.breakdown().values())
                                .containsEntry(BreakdownKey.LAW, row.law().code())
                                .containsEntry(BreakdownKey.AREA, row.areaCode().value());
                        parts.add(id.value());
                    }
                }
                Figure whole = engine.figure(measure, days(sample));
                assertThat(engine.casesBehind(whole).stream().map(CaseId::value))
                        .as(measure.name())
                        .containsExactlyInAnyOrderElementsOf(parts);
            }
        }
    }

    /** On some sample there are cases behind the figures of each kind of row. */
    @Test
    void everyKindOfRowLeadsToCases() {
        for (Measure measure : List.of(
                Measures.OPEN_CHILDREN,
                Measures.REPORTS_ORDERED,
                Measures.AUDITS_COMPLETED,
                Measures.FEEDBACK_RECEIVED,
                Measures.COMPLAINTS_RECEIVED,
                Measures.POLICE_CHECKS_WITHIN_2_WORKING_DAYS_PERCENT)) {
            assertThat(LongStream.range(0, 200).mapToObj(RandomExtracts::sample).anyMatch(sample -> {
                        MetricsEngine engine = MetricsEngine.of(sample.extract());
                        return !engine.casesBehind(engine.figure(measure, days(sample)))
                                .isEmpty();
                    }))
                    .as(measure.name())
                    .isTrue();
        }
    }
}
