package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakdownKeyTest {
    /* EXTRACT.md lists the code words; a report may also be section_7_all, both kinds together. */
    @ParameterizedTest
    @CsvSource({
        "law, private",
        "application, s31_care",
        "rule_16_4, true",
        "stage, to_first_hearing",
        "holder, unallocated",
        "completion, at_first_hearing",
        "report, section_7_all",
        "source, thematic",
        "source, professional",
        "team, improvement",
        "role, service_manager",
        "employment, associate",
        "scale, until_2022",
        "grade, met",
        "area, any",
        "region, any",
        "reason, any",
        "question, any"
    })
    void valuesThatRowsMayHave(String key, String value) {
        assertThatCode(() -> BreakdownKey.of(key).check(value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "law, Private, private",
        "application, s31, s31_care",
        "rule_16_4, yes, false",
        "stage, after_hearing, after_first_hearing",
        "holder, managers, manager",
        "completion, first_hearing, at_first_hearing",
        "report, section_7s, section_7",
        "source, profesional, professional",
        "team, hubs, hub",
        "role, service_manger, service_manager",
        "employment, permenant, permanent",
        "scale, since_2023, since_2022",
        "grade, god, good"
    })
    void valuesThatNoRowCanHave(String key, String value, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BreakdownKey.of(key).check(value))
                .withMessage("Unknown " + key + ": " + value + ". Maybe " + nearest + "?");
    }
}
