package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cafcass.metrics.MetricsEngine;
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

    @Test
    void everyMeasureIsWorkedByHand() {
        Set<String> worked = examples().stream()
                .flatMap(example -> example.expectations().stream())
                .map(HandWorkedExample.Expectation::measure)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(worked).isEqualTo(Oracle.measures());
    }
}
