package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class PackContentsTest {
    @Test
    void aMonthThatIsNotOverIsNoMonthOfATrend() {
        LocalDate firstOfApril = LocalDate.of(2022, 4, 1);

        assertThat(PackContents.months(firstOfApril))
                .hasSize(24)
                .isEqualTo(PackContents.months(LocalDate.of(2022, 4, 29)))
                .isEqualTo(PackContents.months(LocalDate.of(2022, 3, 31)))
                .last()
                .extracting(ReportingPeriod::asAt)
                .isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(PackContents.months(LocalDate.of(2022, 4, 30)))
                .last()
                .extracting(ReportingPeriod::asAt)
                .isEqualTo(LocalDate.of(2022, 4, 30));
        assertThat(PackPrioritisation.months(firstOfApril))
                .hasSize(24)
                .startsWith(YearMonth.of(2020, 4))
                .endsWith(YearMonth.of(2022, 3));
        assertThat(PackPrioritisation.months(LocalDate.of(2024, 2, 29)))
                .hasSize(24)
                .startsWith(YearMonth.of(2022, 3))
                .endsWith(YearMonth.of(2024, 2));
    }

    /** Where one area has public law alone and another private, it is not chance that they differ, nor is it cause for concern. */
    @Test
    void areasOfOneLawAreComparedWithThatLawAlone() {
        extract.add(area("P")).add(area("Q")).add(area("R"));
        closed("P", Application.S31_CARE, 160, 240);
        closed("Q", Application.S8_CHILD_ARRANGEMENTS, 320, 80);
        closed("R", Application.S31_CARE, 160, 240);

        String pack = pack();

        assertThat(pack)
                .contains(
                        "### Closed within 26 weeks, public law\n\nAll areas: 40.0%. 2 of 2 areas are within the 95% limits.\n")
                .contains(
                        "### Closed within 26 weeks, private law\n\nAll areas: 80.0%. 1 of 1 areas are within the 95% limits.\n")
                .doesNotContain("### Closed within 26 weeks\n")
                .doesNotContain("- Closed within 26 weeks");
    }

    @Test
    void anAreaThatDiffersFromItsLawIsAConcern() {
        extract.add(area("P")).add(area("Q")).add(area("R"));
        closed("P", Application.S31_CARE, 100, 300);
        closed("Q", Application.S8_CHILD_ARRANGEMENTS, 320, 80);
        closed("R", Application.S31_CARE, 220, 180);

        assertThat(pack())
                .contains("- Closed within 26 weeks, public law: below the 99.8% limit in P, 25.0%\n")
                .contains("Above the 99.8% limit (better): R, 55.0%. Below the 99.8% limit (worse): P, 25.0%.");
    }

    private final Extract.Builder extract = Extract.builder();
    private int cases;

    private String pack() {
        return BoardPack.builder(MetricsEngine.of(extract.build()), ReportingPeriod.asAt(LocalDate.of(2025, 3, 31)))
                .build()
                .markdown();
    }

    private static Area area(String code) {
        return Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region("North")
                .build();
    }

    private void closed(String area, Application application, int inTime, int late) {
        LocalDate closedOn = LocalDate.of(2025, 1, 31);
        for (int i = 0; i < inTime + late; i++) {
            extract.add(ChildrensCase.builder()
                    .caseId(new CaseId("C" + ++cases))
                    .law(application.law())
                    .application(application)
                    .areaCode(new AreaCode(area))
                    .receivedOn(closedOn.minusDays(i < inTime ? 182 : 183))
                    .closedOn(closedOn)
                    .build());
        }
    }
}
