package org.cafcass.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticExtractTest {
    static java.util.List<String> scenarios() {
        return SyntheticExtract.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isTheSameForTheSameSeed(String scenario) {
        SyntheticExtract synthetic = SyntheticExtract.scenario(scenario).seed(7).scale(0.01);
        assertThat(synthetic.extract()).isEqualTo(synthetic.extract());
        assertThat(synthetic.extract()).isNotEqualTo(synthetic.seed(8).extract());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 2})
    void hasAsManyTimesTheRows(double scale) {
        SyntheticExtract synthetic = SyntheticExtract.scenario("national-2025");
        Extract whole = synthetic.extract();
        Extract scaled = synthetic.scale(scale).extract();
        for (ExtractTable table : new ExtractTable[] {ExtractTable.CASES, ExtractTable.CHILDREN}) {
            assertThat((double) scaled.count(table)).isCloseTo(whole.count(table) * scale, within(30.0));
        }
        assertThat(scaled.count(ExtractTable.AREAS)).isEqualTo(19);
    }

    @Test
    void namesTheScenariosWhenThereIsNone() {
        assertThatThrownBy(() -> SyntheticExtract.scenario("national-1999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid scenario: national-1999 is not one of " + String.join(", ", scenarios()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.003, 0.0099, 1001, Double.NaN})
    void refusesAScaleOutOfRange(double scale) {
        assertThatThrownBy(() -> SyntheticExtract.scenario("national-2025").scale(scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid scale: " + scale + " is not 0.01 to 1000");
    }
}
