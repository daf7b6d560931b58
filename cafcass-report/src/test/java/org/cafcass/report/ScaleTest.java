package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {
    static Stream<Arguments> ticks() {
        return Stream.of(
                arguments(0, 100, List.of("0", "20", "40", "60", "80", "100")),
                arguments(0, 0.9, List.of("0.0", "0.2", "0.4", "0.6", "0.8")),
                arguments(27000, 34700, List.of("28000", "30000", "32000", "34000")),
                arguments(-8.3, 5.4, List.of("-5", "0", "5")),
                arguments(7.31, 8.02, List.of("7.4", "7.6", "7.8", "8.0")));
    }

    @ParameterizedTest
    @MethodSource("ticks")
    void ticksAreRoundNumbersOfEqualDecimals(double from, double to, List<String> ticks) {
        assertThat(new Scale(from, to, 0, 1).ticks(5))
                .extracting(BigDecimal::toPlainString)
                .isEqualTo(ticks);
    }

    @Test
    void valuesAreInProportion() {
        Scale scale = new Scale(10, 20, 200, 100);

        assertThat(scale.at(10)).isEqualTo(200);
        assertThat(scale.at(20)).isEqualTo(100);
        assertThat(scale.at(13)).isEqualTo(170);
    }

    @Test
    void thereIsRoomButNoneBelowNoughtWhereNoValueIs() {
        assertThat(Scale.of(1, 101, 0, 1)).isEqualTo(new Scale(0, 107, 0, 1));
        assertThat(Scale.of(-50, 50, 0, 1)).isEqualTo(new Scale(-56, 56, 0, 1));
        assertThat(Scale.of(30, 30, 0, 1)).isEqualTo(new Scale(27, 33, 0, 1));
        assertThat(Scale.of(0, 0, 0, 1)).isEqualTo(new Scale(0, 1, 0, 1));
    }
}
