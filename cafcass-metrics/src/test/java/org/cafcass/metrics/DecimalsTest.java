package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecimalsTest {
    static Stream<Arguments> shortest() {
        return Stream.of(
                arguments(0.0, "0"),
                arguments(-0.0, "0"),
                arguments(2.0, "2"),
                arguments(0.1, "0.1"),
                arguments(0.1 + 0.2, "0.30000000000000004"),
                arguments(1e7, "10000000"),
                arguments(1e23, "100000000000000000000000"),
                arguments(1e-7, "0.0000001"),
                arguments(100.0 / 3, "33.333333333333336"),
                // Double.toString before Java 19 writes a digit too many: 2.0E-3 and 1.0E23 among others
                arguments(2e-3, "0.002"),
                arguments(-12.5, "-12.5"));
    }

    @ParameterizedTest
    @MethodSource("shortest")
    void shortestDecimalReadsBack(double value, String text) {
        assertThat(Decimals.shortest(value).toPlainString()).isEqualTo(text);
    }

    @Property
    void everyDecimalReadsBackAndNoneWithADigitLessDoes(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        BigDecimal shortest = Decimals.shortest(value);

        assertThat(shortest.doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
        assertThat(shortest.precision()).isLessThanOrEqualTo(17);
        if (shortest.scale() > 0 && shortest.precision() > 2) {
            BigDecimal below = shortest.setScale(shortest.scale() - 1, RoundingMode.DOWN);
            BigDecimal above = shortest.setScale(shortest.scale() - 1, RoundingMode.UP);
            assertThat(below.doubleValue()).isNotEqualTo(value);
            assertThat(above.doubleValue()).isNotEqualTo(value);
        }
    }

    static Stream<Arguments> rounded() {
        return Stream.of(
                arguments(20.85, 1, "20.9"),
                arguments(20.849999, 1, "20.8"),
                arguments(0.285, 2, "0.29"),
                arguments(0.5, 0, "1"),
                arguments(1.5, 0, "2"),
                arguments(-0.5, 0, "-1"),
                arguments(-0.04, 1, "0.0"),
                arguments(7, 1, "7.0"));
    }

    @ParameterizedTest
    @MethodSource("rounded")
    void valuesAreShownRoundedHalfUp(double value, int decimals, String text) {
        assertThat(Decimals.rounded(value, decimals).toPlainString()).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberHasNoDecimal() {
        assertThatThrownBy(() -> Decimals.shortest(Double.NaN)).isInstanceOf(NumberFormatException.class);
    }
}
