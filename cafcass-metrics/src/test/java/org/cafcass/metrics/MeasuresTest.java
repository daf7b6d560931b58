package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void everyMeasureSaysWhatItIs() {
        assertThat(Measures.all()).allSatisfy(measure -> {
            assertThat(measure.title()).isNotBlank().doesNotEndWith(".");
            assertThat(measure.definition()).endsWith(".");
            assertThat(measure.unit()).isNotBlank();
            assertThat(measure.source()).isNotBlank();
            assertThat(measure.formula()).isNotBlank();
        });
        assertThat(Measures.all()).extracting(Measure::name).doesNotHaveDuplicates();
    }

    @Test
    void theyAreSortedByName() {
        assertThat(Measures.all()).extracting(Measure::name).isSorted();
    }
}
