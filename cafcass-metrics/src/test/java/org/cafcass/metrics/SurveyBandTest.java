package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyBandTest {
    private static final LocalDate SUN_2024_12_15 = LocalDate.of(2024, 12, 15);

    /** Of 1,000 answers; 74.5 percent is rounded to 75, 50.5 to 51. */
    @ParameterizedTest
    @CsvSource({
        "1000, GOOD",
        "939, GOOD",
        "750, GOOD",
        "745, GOOD",
        "744, MODERATE",
        "510, MODERATE",
        "505, MODERATE",
        "504, POOR",
        "500, POOR",
        "0, POOR"
    })
    void theBandIsThatOfTheWholePercent(int agreed, SurveyBand band) {
        assertThat(SurveyBand.of(figure(Measures.SURVEY_AGREED_PERCENT, 1000, agreed)))
                .contains(band);
    }

    @Test
    void whatHasNoValueOrIsNoAgreementHasNoBand() {
        assertThat(SurveyBand.of(figure(Measures.SURVEY_AGREED_PERCENT, 0, 0))).isEmpty();
        assertThat(SurveyBand.of(figure(Measures.SURVEY_RESPONSE_PERCENT, 1000, 800)))
                .isEmpty();
    }

    private static Figure figure(Measure measure, int responses, int agreed) {
        return MetricsEngine.of(Extract.builder()
                        .present(ExtractTable.AREAS)
                        .present(ExtractTable.ADVISERS)
                        .present(ExtractTable.CASES)
                        .present(ExtractTable.CHILDREN)
                        .add(SurveyQuestion.builder()
                                .survey("2024")
                                .question("valued")
                                .closedOn(SUN_2024_12_15)
                                .invited(1416)
                                .responses(responses)
                                .agreed(agreed)
                                .build())
                        .build())
                .figure(measure, ReportingPeriod.of(Period.parse("2024-25")));
    }
}
