package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
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
    void unitsStandWhereTheNameDoesNotTellThem() {
        assertThat(Shown.named("Open cases", Measures.OPEN_CASES)).isEqualTo("Open cases");
        assertThat(Shown.named("Mean duration", Measures.DURATION_MEAN_WEEKS)).isEqualTo("Mean duration (weeks)");
        assertThat(Shown.named("Vacancies", Measures.VACANCY_RATE_PERCENT)).isEqualTo("Vacancies (%)");
        assertThat(Shown.named("Working days to allocation", Measures.ALLOCATION_MEAN_WORKING_DAYS))
                .isEqualTo("Working days to allocation");
        assertThat(Shown.withUnit(Measures.OPEN_CASES, 27529)).isEqualTo("27,529");
        assertThat(Shown.withUnit(Measures.DURATION_MEAN_WEEKS, 27)).isEqualTo("27.0 weeks");
        assertThat(Shown.withUnit(Measures.VACANCY_RATE_PERCENT, -1.46)).isEqualTo("-1.5%");
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

    /** 3.16 and 3.24 are both shown as 3.2, and their change of 0.08 as +0.1: a reader sees no change, so none is told in words. */
    @Test
    void whatIsShownAsTheSameHasHardlyChanged() {
        Extract.Builder extract = Extract.builder()
                .add(Area.builder()
                        .areaCode(new AreaCode("A1"))
                        .name("A1")
                        .region("North")
                        .build());
        for (int i = 0; i < 3; i++) {
            extract.add(adviser("D" + i, "0.81", "2020-01-01").build());
        }
        extract.add(adviser("D3", "0.73", "2020-01-01")
                .leftOn(LocalDate.of(2025, 1, 1))
                .build());
        extract.add(adviser("D4", "0.81", "2025-01-01").build());
        MetricsEngine engine = MetricsEngine.of(extract.build());
        Comparison comparison = new Comparison(
                engine.figure(Measures.FTE, ReportingPeriod.asAt(LocalDate.of(2025, 3, 31))),
                engine.figure(Measures.FTE, ReportingPeriod.asAt(LocalDate.of(2024, 3, 31))));

        assertThat(Shown.value(comparison.figure())).isEqualTo("3.2");
        assertThat(Shown.value(comparison.previous())).isEqualTo("3.2");
        assertThat(Shown.signed(comparison.change().orElseThrow(), 1)).isEqualTo("+0.1");
        assertThat(Shown.direction(comparison)).isEqualTo("hardly changed");
    }

    private static Adviser.Builder adviser(String id, String fte, String startedOn) {
        return Adviser.builder()
                .adviserId(new AdviserId(id))
                .areaCode(new AreaCode("A1"))
                .team(Team.AFTER_FIRST_HEARING)
                .role(Role.FAMILY_COURT_ADVISER)
                .employment(Employment.PERMANENT)
                .fte(new BigDecimal(fte))
                .startedOn(LocalDate.parse(startedOn));
    }
}
