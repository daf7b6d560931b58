package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Answer;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.Check;
import org.cafcass.model.CheckKind;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases behind a figure are those that it counts: as many, of its cell, and found again in the cells of a finer breakdown. */
class CasesBehindTest {
    private static final int SAMPLES = 20;
    private static final List<String> OF_CASES = List.of("cases", "children", "reports");

    private static Stream<Sample> samples() {
        return LongStream.range(0, SAMPLES).mapToObj(RandomExtracts::sample);
    }

    private static ReportingPeriod days(Sample sample) {
        return new ReportingPeriod(new Period(sample.first(), sample.last()), sample.asAt());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thereAreAsManyAsTheFigureCounts(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        for (Measure measure : Measures.all()) {
            if (measure.unit().equals("cases") && !measure.equals(Measures.NET_CHANGE)) {
                for (BreakdownKey key : measure.keys()) {
                    assertThat(engine.figures(measure, days(sample), key))
                            .allSatisfy(figure -> assertThat(engine.casesBehind(figure))
                                    .as(figure.toString())
                                    .hasSize((int) figure.value().orElse(0)));
                }
            }
        }
    }

    /** Children and reports have a law and an area by their case. */
    @ParameterizedTest
    @MethodSource("samples")
    void theyAreOfTheFiguresCell(Sample sample) {
        MetricsEngine engine = MetricsEngine.of(sample.extract());
        Map<CaseId, ChildrensCase> cases = new HashMap<>();
        sample.extract().cases().forEach(row -> cases.put(row.caseId(), row));
        for (Measure measure : Measures.all()) {
            if (OF_CASES.contains(measure.unit())) {
                TreeSet<String> parts = new TreeSet<>();
                for (Figure figure : engine.figures(measure, days(sample), BreakdownKey.LAW, BreakdownKey.AREA)) {
                    for (CaseId id : engine.casesBehind(figure)) {
                        ChildrensCase row = cases.get(id);
                        assertThat(figure.breakdown().values())
                                .containsEntry(BreakdownKey.LAW, row.law().code())
                                .containsEntry(BreakdownKey.AREA, row.areaCode().value());
                        parts.add(id.value());
                    }
                }
                Figure whole = engine.figure(measure, days(sample));
                assertThat(engine.casesBehind(whole).stream().map(CaseId::value))
                        .as(measure.name())
                        .containsExactlyInAnyOrderElementsOf(parts);
            }
        }
    }

    /**
     * Of the cases a, b and c, b alone is closed. In the first quarter of 2025 b and c were audited, and an adviser without a case; c's
     * audit has an answer; a parent of c complained, of b complimented; an adviser joined. Checks of a and c were asked for on Thursday 2
     * January: that of c was returned two working days later, on Monday 6 January, that of a on the day after.
     */
    @Test
    void aRowLeadsToTheCaseThatItIsAbout() {
        Extract.Builder rows = Extract.builder()
                .add(Area.builder()
                        .areaCode(new AreaCode("N1"))
                        .name("N1")
                        .region("North")
                        .build())
                .add(Adviser.builder()
                        .adviserId(new AdviserId("adviser"))
                        .role(Role.FAMILY_COURT_ADVISER)
                        .employment(Employment.PERMANENT)
                        .team(Team.AFTER_FIRST_HEARING)
                        .areaCode(new AreaCode("N1"))
                        .fte(BigDecimal.ONE)
                        .startedOn(LocalDate.of(2025, 1, 6))
                        .build())
                .present(ExtractTable.CHILDREN)
                .add(aCase("a").build())
                .add(aCase("b").closedOn(LocalDate.of(2025, 3, 31)).build())
                .add(aCase("c").build())
                .add(audit("of c").caseId(new CaseId("c")).build())
                .add(audit("of b").caseId(new CaseId("b")).build())
                .add(audit("of no case").build())
                .add(Answer.builder()
                        .auditId(new AuditId("of c"))
                        .question("plan")
                        .answer(AnswerCode.YES)
                        .build())
                .add(feedback("complaint", FeedbackKind.COMPLAINT)
                        .caseId(new CaseId("c"))
                        .build())
                .add(feedback("compliment", FeedbackKind.COMPLIMENT)
                        .caseId(new CaseId("b"))
                        .build())
                .add(feedback("compliment of no case", FeedbackKind.COMPLIMENT).build())
                .add(check("a").returnedOn(LocalDate.of(2025, 1, 7)).build())
                .add(check("c").returnedOn(LocalDate.of(2025, 1, 6)).build());
        MetricsEngine engine = MetricsEngine.of(rows.build());

        assertThat(behind(engine, Measures.AUDITS_COMPLETED)).containsExactly("b", "c");
        assertThat(behind(engine, Measures.AUDIT_ANSWER_PERCENT)).containsExactly("c");
        assertThat(behind(engine, Measures.COMPLAINTS_RECEIVED)).containsExactly("c");
        assertThat(behind(engine, Measures.COMPLIMENTS_RECEIVED)).containsExactly("b");
        assertThat(behind(engine, Measures.POLICE_CHECKS_WITHIN_2_WORKING_DAYS_PERCENT))
                .containsExactly("c");
        assertThat(behind(engine, Measures.JOINERS)).isEmpty();
    }

    private static List<String> behind(MetricsEngine engine, Measure measure) {
        Figure figure = engine.figure(measure, ReportingPeriod.of(Period.parse("2025-01-01/2025-03-31")));
        return engine.casesBehind(figure).stream().map(CaseId::value).toList();
    }

    private static ChildrensCase.Builder aCase(String id) {
        return ChildrensCase.builder()
                .caseId(new CaseId(id))
                .law(Law.PRIVATE)
                .application(Application.S8_CHILD_ARRANGEMENTS)
                .areaCode(new AreaCode("N1"))
                .receivedOn(LocalDate.of(2024, 10, 1));
    }

    private static Audit.Builder audit(String id) {
        return Audit.builder()
                .auditId(new AuditId(id))
                .adviserId(new AdviserId("adviser"))
                .auditedOn(LocalDate.of(2025, 2, 3))
                .source(AuditSource.LOCAL)
                .scale(AuditScale.SINCE_2022);
    }

    private static Feedback.Builder feedback(String id, FeedbackKind kind) {
        return Feedback.builder()
                .feedbackId(new FeedbackId(id))
                .kind(kind)
                .source(FeedbackSource.ADULT)
                .receivedOn(LocalDate.of(2025, 2, 3));
    }

    private static Check.Builder check(String ofCase) {
        return Check.builder()
                .caseId(new CaseId(ofCase))
                .kind(CheckKind.POLICE_LEVEL_1)
                .requestedOn(LocalDate.of(2025, 1, 2));
    }
}
