package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;

class MetricsEngineTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-25"));

    private final MetricsEngine engine = MetricsEngine.of(Extract.builder()
            .add(area("N1", "North"))
            .add(area("S1", "South"))
            .present(ExtractTable.ADVISERS)
            .present(ExtractTable.CHILDREN)
            .add(publicLaw("open-364-days", "N1", MON_2025_03_31.minusDays(364)).build())
            .add(publicLaw("open-363-days", "N1", MON_2025_03_31.minusDays(363)).build())
            .add(publicLaw("closed-182-days", "S1", LocalDate.of(2024, 5, 1))
                    .closedOn(LocalDate.of(2024, 5, 1).plusDays(182))
                    .build())
            .add(publicLaw("closed-183-days", "S1", LocalDate.of(2024, 5, 1))
                    .closedOn(LocalDate.of(2024, 5, 1).plusDays(183))
                    .build())
            .build());

    private static Area area(String code, String region) {
        return Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(region)
                .build();
    }

    private static ChildrensCase.Builder publicLaw(String id, String area, LocalDate receivedOn) {
        return ChildrensCase.builder()
                .caseId(new CaseId(id))
                .law(Law.PUBLIC)
                .application(Application.S31_CARE)
                .areaCode(new AreaCode(area))
                .receivedOn(receivedOn);
    }

    @Test
    void openCasesAreAsAtTheDay() {
        Figure open = engine.figure(Measures.OPEN_CASES, YEAR);

        assertThat(open.value()).hasValue(2);
        assertThat(open.period()).isEqualTo(new Period(MON_2025_03_31, MON_2025_03_31));
        assertThat(open.numerator()).isEmpty();
        assertThat(engine.figure(Measures.OPEN_CASES_52_WEEKS, YEAR).value()).hasValue(1);
    }

    @Test
    void casesClosedInHalfAYearAreWithin26Weeks() {
        Figure within = engine.figure(Measures.WITHIN_26_WEEKS_PERCENT, YEAR);

        assertThat(within.value()).hasValue(50);
        assertThat(within.numerator()).hasValue(1);
        assertThat(within.denominator()).hasValue(2);
        assertThat(engine.figure(Measures.DURATION_MEAN_WEEKS, YEAR).value()).hasValue(365.0 / 14);
    }

    @Test
    void everyAreaAppearsAndWhatHasNoDenominatorIsEmpty() {
        List<Figure> byArea = engine.figures(Measures.WITHIN_26_WEEKS_PERCENT, YEAR, BreakdownKey.AREA);

        assertThat(byArea).extracting(figure -> figure.breakdown().toString()).containsExactly("area=N1", "area=S1");
        assertThat(byArea).extracting(Figure::status).containsExactly(FigureStatus.EMPTY, FigureStatus.OK);
        assertThat(byArea.get(0).numerator()).hasValue(0);
        assertThat(byArea.get(0).denominator()).hasValue(0);
    }

    @Test
    void whatNeedsAMissingFileIsNotAvailable() {
        List<Figure> byLaw = engine.figures(Measures.REPORTS_ORDERED, YEAR, BreakdownKey.LAW);

        assertThat(byLaw).hasSize(1);
        assertThat(byLaw.get(0).status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(byLaw.get(0).breakdown().isWhole()).isTrue();
        assertThat(byLaw.get(0).explanation()).hasValue("missing: reports");
        assertThat(engine.figures(Measures.OPEN_CASES, YEAR, BreakdownKey.HOLDER))
                .isEmpty();
    }

    @Test
    void aSeriesIsTheFiguresOfEachPeriodInTheirOrder() {
        ReportingPeriod before = ReportingPeriod.of(Period.parse("2023-24"));

        assertThat(engine.series(Measures.OPEN_CASES, List.of(YEAR, before), List.of(BreakdownKey.AREA)))
                .containsExactly(
                        engine.figures(Measures.OPEN_CASES, YEAR, BreakdownKey.AREA)
                                .get(0),
                        engine.figures(Measures.OPEN_CASES, YEAR, BreakdownKey.AREA)
                                .get(1),
                        engine.figures(Measures.OPEN_CASES, before, BreakdownKey.AREA)
                                .get(0),
                        engine.figures(Measures.OPEN_CASES, before, BreakdownKey.AREA)
                                .get(1));
    }

    @Test
    void whatItsDenominatorNeedsAMeasureNeeds() {
        Measure casesByPost = Measure.named("cases-by-post")
                .title("Cases by post")
                .unit("cases per post")
                .definition("All cases / posts.")
                .source("a test")
                .ratio(
                        Tally.ofCases("cases", (one, period) -> true),
                        Tally.ofAdvisers("posts", (extract, day) -> List.of(), ExtractTable.POSTS));

        Figure figure = engine.figure(casesByPost, YEAR);

        assertThat(figure.status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(figure.explanation()).hasValue("missing: posts");
    }

    /** A report was filed in 2024-25, in a case under rule 16.4 from 1 June 2025 on; a later one makes the records go on to 2026. */
    @Test
    void whatComesAfterTheAsAtDayDoesNotChangeAPart() {
        MetricsEngine filed = MetricsEngine.of(Extract.builder()
                .add(area("N1", "North"))
                .present(ExtractTable.ADVISERS)
                .present(ExtractTable.CHILDREN)
                .add(publicLaw("one", "N1", LocalDate.of(2024, 4, 2))
                        .rule164On(LocalDate.of(2025, 6, 1))
                        .build())
                .add(filed("first", LocalDate.of(2024, 5, 1)))
                .add(filed("second", LocalDate.of(2026, 1, 5)))
                .build());

        assertThat(filed.figures(Measures.REPORTS_FILED, YEAR, BreakdownKey.RULE_16_4))
                .extracting(figure -> figure.breakdown() + " " + figure.value().orElseThrow())
                .containsExactly("rule_16_4=false 1.0");
        assertThat(filed.figures(
                        Measures.REPORTS_FILED,
                        ReportingPeriod.of(Period.parse("2024-04-01/2026-03-31")),
                        BreakdownKey.RULE_16_4))
                .extracting(figure -> figure.breakdown() + " " + figure.value().orElseThrow())
                .containsExactly("rule_16_4=true 2.0");
    }

    private static Report filed(String id, LocalDate filedOn) {
        return Report.builder()
                .reportId(new ReportId(id))
                .caseId(new CaseId("one"))
                .kind(ReportKind.SECTION_7)
                .orderedOn(LocalDate.of(2024, 4, 2))
                .filedOn(filedOn)
                .build();
    }

    @Test
    void casesBehindAFigureAreThoseThatItCounts() {
        Figure old = engine.figures(Measures.OPEN_CASES_52_WEEKS, YEAR, BreakdownKey.AREA)
                .get(0);

        assertThat(engine.casesBehind(old)).containsExactly(new CaseId("open-364-days"));
    }

    @Test
    void noCasesAreBehindAFigureThatIsNotAvailable() {
        assertThat(engine.casesBehind(engine.figure(Measures.REPORTS_ORDERED, YEAR)))
                .isEmpty();
    }

    @Test
    void whatWasLeftOutIsCountedByReason() {
        MetricsEngine audited = MetricsEngine.of(Extract.builder()
                .add(area("N1", "North"))
                .present(ExtractTable.CHILDREN)
                .present(ExtractTable.CASES)
                .add(Adviser.builder()
                        .adviserId(new AdviserId("adviser-1"))
                        .role(Role.FAMILY_COURT_ADVISER)
                        .employment(Employment.PERMANENT)
                        .team(Team.AFTER_FIRST_HEARING)
                        .areaCode(new AreaCode("N1"))
                        .fte(BigDecimal.ONE)
                        .startedOn(LocalDate.of(2020, 1, 1))
                        .build())
                .add(audit("graded").grade(Grade.GOOD).build())
                .add(audit("not-graded-1").build())
                .add(audit("not-graded-2").build())
                .build());
        Figure share = audited.figures(Measures.AUDIT_GRADE_PERCENT, YEAR).get(0);

        assertThat(share.breakdown().toString()).isEqualTo("grade=good;scale=since_2022");
        assertThat(share.value()).hasValue(100);
        assertThat(audited.leftOut(share)).containsExactly(Map.entry("not graded", 2L));
        /* None is about a case, and so none has a law. */
        assertThat(audited.figures(Measures.AUDITS_COMPLETED, YEAR, BreakdownKey.LAW))
                .extracting(figure -> figure.value().orElseThrow())
                .containsExactly(0.0, 0.0);
    }

    private static Audit.Builder audit(String id) {
        return Audit.builder()
                .auditId(new AuditId(id))
                .adviserId(new AdviserId("adviser-1"))
                .auditedOn(MON_2025_03_31)
                .source(AuditSource.LOCAL)
                .scale(AuditScale.SINCE_2022);
    }

    @Test
    void unknownNamesSuggestTheNearest() {
        assertThatThrownBy(() -> Measures.named("open-case"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown measure: open-case. Maybe open-cases?");
        assertThatThrownBy(() -> BreakdownKey.of("aera"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown breakdown: aera. Maybe area?");
        assertThatThrownBy(() -> BreakdownKey.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown breakdown: an empty name");
        assertThatThrownBy(() -> engine.figures(Measures.NET_CHANGE, YEAR, BreakdownKey.STAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot break down net-change by stage: it has application, area, law, region");
        assertThatThrownBy(() -> engine.figures(Measures.NET_CHANGE, YEAR, BreakdownKey.LAW, BreakdownKey.STAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot break down net-change by stage: it has application, area, law, region");
    }
}
