package org.cafcass.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueChecksTest {
    private static final LocalDate WED_2024_01_03 = LocalDate.of(2024, 1, 3);
    private static final LocalDate TUE_2024_01_02 = LocalDate.of(2024, 1, 2);

    private static Adviser.Builder adviser(String fte) {
        return Adviser.builder()
                .adviserId(new AdviserId("V1"))
                .role(Role.SERVICE_MANAGER)
                .employment(Employment.LOCUM)
                .team(Team.HUB)
                .areaCode(new AreaCode("A1"))
                .fte(new BigDecimal(fte))
                .startedOn(WED_2024_01_03);
    }

    private static ChildrensCase.Builder childrensCase(Application application) {
        return ChildrensCase.builder()
                .caseId(new CaseId("C1"))
                .law(Law.PRIVATE)
                .application(application)
                .areaCode(new AreaCode("A1"))
                .receivedOn(WED_2024_01_03);
    }

    private static Allocation.Builder allocation(AllocationKind kind) {
        return Allocation.builder().caseId(new CaseId("C1")).kind(kind).from(WED_2024_01_03);
    }

    private static Audit.Builder audit(AuditScale scale) {
        return Audit.builder()
                .auditId(new AuditId("U1"))
                .adviserId(new AdviserId("V1"))
                .auditedOn(WED_2024_01_03)
                .source(AuditSource.LOCAL)
                .scale(scale);
    }

    private static SurveyQuestion.Builder survey(int invited, int responses, int agreed) {
        return SurveyQuestion.builder()
                .survey("staff 2024")
                .question("workload")
                .closedOn(WED_2024_01_03)
                .invited(invited)
                .responses(responses)
                .agreed(agreed);
    }

    private static Post.Builder post(String fte) {
        return Post.builder()
                .areaCode(new AreaCode("A1"))
                .role(Role.SERVICE_MANAGER)
                .team(Team.HUB)
                .fte(new BigDecimal(fte))
                .from(WED_2024_01_03);
    }

    private static Rating.Builder rating(RatingScale scale) {
        return Rating.builder()
                .subject("workload")
                .scale(scale)
                .rating(RatingCode.INADEQUATE)
                .ratedOn(WED_2024_01_03);
    }

    private static Hearing.Builder hearing() {
        return Hearing.builder()
                .caseId(new CaseId("C1"))
                .kind(HearingKind.FINAL)
                .listedOn(WED_2024_01_03)
                .hearingOn(TUE_2024_01_02);
    }

    private static Report.Builder report() {
        return Report.builder()
                .reportId(new ReportId("R1"))
                .caseId(new CaseId("C1"))
                .kind(ReportKind.SECTION_7)
                .orderedOn(WED_2024_01_03);
    }

    private static Feedback.Builder feedback() {
        return Feedback.builder()
                .feedbackId(new FeedbackId("F1"))
                .kind(FeedbackKind.COMPLAINT)
                .source(FeedbackSource.ADULT)
                .receivedOn(WED_2024_01_03);
    }

    private static Absence.Builder absence() {
        return Absence.builder().adviserId(new AdviserId("V1")).from(WED_2024_01_03);
    }

    private static Check.Builder check() {
        return Check.builder()
                .caseId(new CaseId("C1"))
                .kind(CheckKind.LOCAL_AUTHORITY)
                .requestedOn(WED_2024_01_03);
    }

    private static Arguments broken(String message, ThrowingCallable making) {
        return arguments(message, making);
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken(
                        "Invalid adviser: fte 0.0 is not above 0 and at most 1.5",
                        () -> adviser("0.0").build()),
                broken(
                        "Invalid adviser: fte 1.51 is not above 0 and at most 1.5",
                        () -> adviser("1.51").build()),
                broken(
                        "Invalid adviser: ceiling is not above 0",
                        () -> adviser("1").ceiling(BigDecimal.ZERO).build()),
                broken(
                        "Invalid adviser: left before started",
                        () -> adviser("1").leftOn(TUE_2024_01_02).build()),
                broken(
                        "Invalid children's case: application s31_care is not of private law",
                        () -> childrensCase(Application.S31_CARE).build()),
                broken(
                        "Invalid children's case: closed before received",
                        () -> childrensCase(Application.ENFORCEMENT)
                                .closedOn(TUE_2024_01_02)
                                .build()),
                broken(
                        "Invalid children's case: first hearing before received",
                        () -> childrensCase(Application.ENFORCEMENT)
                                .firstHearingOn(TUE_2024_01_02)
                                .build()),
                broken(
                        "Invalid allocation: to before from",
                        () -> allocation(AllocationKind.HUB).to(TUE_2024_01_02).build()),
                broken(
                        "Invalid allocation: lead without an adviser",
                        () -> allocation(AllocationKind.LEAD).build()),
                broken(
                        "Invalid allocation: support without an adviser",
                        () -> allocation(AllocationKind.SUPPORT).build()),
                broken(
                        "Invalid hearing: vacated before listed",
                        () -> hearing().vacatedOn(TUE_2024_01_02).build()),
                broken(
                        "Invalid report: filed before ordered",
                        () -> report().filedOn(TUE_2024_01_02).build()),
                broken(
                        "Invalid audit: met is not of the scale since_2022",
                        () -> audit(AuditScale.SINCE_2022).grade(Grade.MET).build()),
                broken(
                        "Invalid audit: inadequate is not of the scale until_2022",
                        () -> audit(AuditScale.UNTIL_2022)
                                .moderatedGrade(Grade.INADEQUATE)
                                .build()),
                broken(
                        "Invalid feedback: responded before received",
                        () -> feedback().respondedOn(TUE_2024_01_02).build()),
                broken(
                        "Invalid absence: to before from",
                        () -> absence().to(TUE_2024_01_02).build()),
                broken(
                        "Invalid check: returned before requested",
                        () -> check().returnedOn(TUE_2024_01_02).build()),
                broken(
                        "Invalid survey question: agreed 2, responses 1, invited 3",
                        () -> survey(3, 1, 2).build()),
                broken(
                        "Invalid survey question: agreed 1, responses 4, invited 3",
                        () -> survey(3, 4, 1).build()),
                broken(
                        "Invalid survey question: agreed -1, responses 1, invited 3",
                        () -> survey(3, 1, -1).build()),
                broken("Invalid post: fte -0.1 is below 0", () -> post("-0.1").build()),
                broken(
                        "Invalid post: to before from",
                        () -> post("1").to(TUE_2024_01_02).build()),
                broken(
                        "Invalid rating: inadequate is not of the scale risk",
                        () -> rating(RatingScale.RISK).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void ruleThatIsBroken(String message, ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    @Test
    void valuesOnTheEdgeOfTheirRules() {
        assertThat(adviser("1.5").leftOn(WED_2024_01_03).build().fte()).isEqualByComparingTo("1.5");
        assertThat(childrensCase(Application.ENFORCEMENT)
                        .closedOn(WED_2024_01_03)
                        .firstHearingOn(WED_2024_01_03)
                        .build()
                        .highRisk())
                .isFalse();
        assertThat(allocation(AllocationKind.DUTY).to(WED_2024_01_03).build().adviserId())
                .isEmpty();
        assertThat(hearing().vacatedOn(WED_2024_01_03).build().vacatedOn()).contains(WED_2024_01_03);
        assertThat(report().filedOn(WED_2024_01_03).build().filedOn()).contains(WED_2024_01_03);
        assertThat(feedback().respondedOn(WED_2024_01_03).build().respondedOn()).contains(WED_2024_01_03);
        assertThat(absence().to(WED_2024_01_03).build().to()).isEqualTo(WED_2024_01_03);
        assertThat(check().returnedOn(WED_2024_01_03).build().returnedOn()).contains(WED_2024_01_03);
        assertThat(survey(3, 3, 3).build().agreed()).isEqualTo(3);
        assertThat(post("0").to(WED_2024_01_03).build().fte()).isZero();
        assertThat(rating(RatingScale.PROGRESS).build().rating()).isEqualTo(RatingCode.INADEQUATE);
        assertThat(audit(AuditScale.SINCE_2022).grade(Grade.INADEQUATE).build().grade())
                .contains(Grade.INADEQUATE);
    }

    @Test
    void attributeThatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Area.builder().name("East").build())
                .withMessage("Cannot build Area, some of required attributes are not set [areaCode, region]");
    }

    @Test
    void identifierOfOneTo64Characters() {
        assertThat(new CaseId("😀".repeat(64)).value()).hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseId(""))
                .withMessage("Invalid children's case identifier: 0 characters, not 1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChildId("K".repeat(65)))
                .withMessage("Invalid child identifier: 65 characters, not 1 to 64");
    }

    @Test
    void childStaysUnknownInTexts() {
        Child child = Child.builder()
                .childId(new ChildId("K-secret"))
                .caseId(new CaseId("C1"))
                .bornOn(LocalDate.of(2015, 6, 7))
                .build();

        assertThat(child.toString()).doesNotContain("secret", "2015");
        assertThat(child.childId()).hasToString("ChildId[withheld]");
    }
}
