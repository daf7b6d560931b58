package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTest {
    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(0, 0, "0"),
                arguments(999.5, 0, "1,000"),
                arguments(35211, 0, "35,211"),
                arguments(1234567.25, 1, "1,234,567.3"),
                arguments(-4954, 0, "-4,954"),
                arguments(-999, 0, "-999"),
                arguments(-0.04, 1, "0.0"),
                arguments(20.85, 1, "20.9"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void thousandsStandApart(double number, int decimals, String text) {
        assertThat(Shown.decimal(number, decimals)).isEqualTo(text);
    }

    @Test
    void valuesHaveTheDecimalsOfTheirMeasure() {
        assertThat(Shown.value(Measures.OPEN_CASES, 27529)).isEqualTo("27,529");
        assertThat(Shown.value(Measures.DURATION_MEAN_WEEKS, 27)).isEqualTo("27.0");
    }

    @Test
    void daysAreWordsWhateverTheLocale() {
        assertThat(Shown.days(Period.parse("2024-25"))).isEqualTo("1 April 2024 to 31 March 2025");
        assertThat(Shown.days(Period.parse("2025-03-31/2025-03-31"))).isEqualTo("31 March 2025");
        assertThat(Shown.month(LocalDate.of(2024, 9, 30))).isEqualTo("Sep 2024");
    }

    @Test
    void textsStayOnTheirLine() {
        assertThat(Shown.onOneLine("a\nb\u001b[2Jc\u202Ed\u2028e")).isEqualTo("a?b?[2Jc?d?e");
    }
}
