package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandWorkedExamplesTest {
    static List<HandWorkedExample> examples() {
        return HandWorkedExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void oracle(HandWorkedExample example) {
        WorkingDayCalendar calendar = WorkingDayCalendar.englandAndWales();
        example.hold((extract, measure, keys, first, last, asAt) ->
                Oracle.figures(extract, calendar::isWorkingDay, measure, keys, first, last, asAt));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void engine(HandWorkedExample example) {
        example.hold((extract, measure, keys, first, last, asAt) ->
                EngineAgainstOracle.figures(MetricsEngine.of(extract), measure, keys, first, last, asAt));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leftOut(HandWorkedExample example) {
        MetricsEngine engine = MetricsEngine.of(example.extract());
        ReportingPeriod period = ReportingPeriod.of(new Period(example.first(), example.last()));
        for (HandWorkedExample.LeftOut expected : example.leftOut()) {
            Measure measure = Measures.named(expected.measure());
            List<BreakdownKey> keys = Stream.of(expected.breakdown().split(";"))
                    .filter(value -> !value.isEmpty())
                    .map(value -> BreakdownKey.of(value.substring(0, value.indexOf('='))))
                    .toList();
            assertThat(engine.figures(measure, period, keys))
                    .filteredOn(figure -> figure.breakdown().toString().equals(expected.breakdown()))
                    .singleElement()
                    .satisfies(figure -> assertThat(engine.leftOut(figure))
                            .as(expected.toString())
                            .containsExactly(Map.entry(expected.reason(), expected.rows())));
        }
    }

    @Test
    void everyMeasureThatLeavesRowsOutIsWorkedByHand() {
        assertThat(examples().stream()
                        .flatMap(example -> example.leftOut().stream())
                        .map(HandWorkedExample.LeftOut::measure))
                .containsAll(Measures.all().stream()
                        .filter(measure -> !measure.leftOutReasons().isEmpty())
                        .map(Measure::name)
                        .filter(name -> !name.startsWith("caseload"))
                        .toList());
    }

    @Test
    void everyMeasureIsWorkedByHand() {
        Set<String> worked = examples().stream()
                .flatMap(example -> example.expectations().stream())
                .map(HandWorkedExample.Expectation::measure)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(worked).isEqualTo(Oracle.measures());
    }
}
