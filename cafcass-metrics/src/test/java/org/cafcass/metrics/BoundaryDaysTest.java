package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which a figure changes, each with the day before and the day after. */
class BoundaryDaysTest {
    private static final CaseId CASE = new CaseId("case-1");
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);

    private static Extract.Builder extract() {
        return Extract.builder()
                .present(ExtractTable.ADVISERS)
                .present(ExtractTable.CHILDREN)
                .present(ExtractTable.HEARINGS)
                .add(Area.builder()
                        .areaCode(new AreaCode("A1"))
                        .name("North")
                        .region("North")
                        .build());
    }

    private static ChildrensCase.Builder received(LocalDate day) {
        return received(CASE, day);
    }

    private static ChildrensCase.Builder received(CaseId id, LocalDate day) {
        return ChildrensCase.builder()
                .caseId(id)
                .law(Application.S8_CHILD_ARRANGEMENTS.law())
                .application(Application.S8_CHILD_ARRANGEMENTS)
                .areaCode(new AreaCode("A1"))
                .receivedOn(day);
    }

    private static double value(Extract.Builder extract, Measure measure, LocalDate first, LocalDate last) {
        return MetricsEngine.of(extract.build())
                .figure(measure, ReportingPeriod.of(new Period(first, last)))
                .value()
                .orElseThrow();
    }

    private static double asAt(Extract.Builder extract, Measure measure, LocalDate day) {
        return value(extract, measure, day, day);
    }

    @ParameterizedTest
    @CsvSource({"181, 1", "182, 1", "183, 0"})
    void within26WeeksReachesTo182Days(int days, int expected) {
        LocalDate closedOn = MON_2025_03_31;
        Extract.Builder extract = extract()
                .add(received(closedOn.minusDays(days)).closedOn(closedOn).build());

        assertThat(asAt(extract, Measures.WITHIN_26_WEEKS_CASES, closedOn)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"363, 0, 0", "364, 1, 0", "365, 1, 0", "699, 1, 0", "700, 1, 1", "701, 1, 1"})
    void openFor52And100WeeksBeginsWith364And700Days(int days, int over52, int over100) {
        Extract.Builder extract =
                extract().add(received(MON_2025_03_31.minusDays(days)).build());

        assertThat(asAt(extract, Measures.OPEN_CASES_52_WEEKS, MON_2025_03_31)).isEqualTo(over52);
        assertThat(asAt(extract, Measures.OPEN_CASES_100_WEEKS, MON_2025_03_31)).isEqualTo(over100);
    }

    @ParameterizedTest
    @CsvSource({"41, 1, 0", "42, 0, 1", "43, 0, 1"})
    void courtReadyEndsBefore42DaysAhead(int days, int ready, int ahead) {
        Extract.Builder extract = filed(0).add(Hearing.builder()
                .caseId(CASE)
                .kind(HearingKind.FINAL)
                .listedOn(MON_2025_03_31)
                .hearingOn(MON_2025_03_31.plusDays(days))
                .build());

        assertThat(asAt(extract, Measures.COURT_READY_CASES, MON_2025_03_31)).isEqualTo(ready);
        assertThat(asAt(extract, Measures.HEARING_AHEAD_CASES, MON_2025_03_31)).isEqualTo(ahead);
    }

    /* Agreed for Sunday 30 March, and not filed. */
    @ParameterizedTest
    @CsvSource({"2025-03-30, 0", "2025-03-31, 0", "2025-04-01, 1"})
    void aReportIsOverdueUntilItsCaseIsClosed(LocalDate closedOn, int expected) {
        Extract.Builder extract = extract()
                .add(received(LocalDate.of(2025, 1, 6)).closedOn(closedOn).build())
                .add(Report.builder()
                        .reportId(new ReportId("R1"))
                        .caseId(CASE)
                        .kind(ReportKind.SECTION_7)
                        .orderedOn(LocalDate.of(2025, 1, 6))
                        .agreedOn(LocalDate.of(2025, 3, 30))
                        .build());

        assertThat(asAt(extract, Measures.REPORTS_OVERDUE, MON_2025_03_31)).isEqualTo(expected);
    }

    /* 29 February 2024 to 28 August 2024 are 181 days, from 28 February 182, from 27 February 183; a year later one day fewer each. */
    @ParameterizedTest
    @CsvSource({"2024-02-29, 1", "2024-02-28, 1", "2024-02-27, 0"})
    void leapDayCounts(LocalDate receivedOn, int expected) {
        LocalDate closedOn = LocalDate.of(2024, 8, 28);
        Extract.Builder extract =
                extract().add(received(receivedOn).closedOn(closedOn).build());

        assertThat(asAt(extract, Measures.WITHIN_26_WEEKS_CASES, closedOn)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-28, 2025-02, 1", "2025-03-01, 2025-02, 0", "2024-02-29, 2024-02, 1", "2024-03-01, 2024-02, 0",
        "2025-03-31, 2024-25, 1", "2025-04-01, 2024-25, 0", "2024-04-01, 2024-25, 1", "2024-03-31, 2024-25, 0"
    })
    void monthsAndFinancialYearsHaveTheirLastDay(LocalDate receivedOn, String period, int expected) {
        Period days = Period.parse(period);

        assertThat(value(
                        extract().add(received(receivedOn).build()),
                        Measures.CASES_RECEIVED,
                        days.first(),
                        days.last()))
                .isEqualTo(expected);
    }

    @Test
    void caseClosedOnTheDayOfItsReceiptIsReceivedAndClosedAndNeverOpen() {
        Extract.Builder extract =
                extract().add(received(MON_2025_03_31).closedOn(MON_2025_03_31).build());

        assertThat(asAt(extract, Measures.CASES_RECEIVED, MON_2025_03_31)).isEqualTo(1);
        assertThat(asAt(extract, Measures.CASES_CLOSED, MON_2025_03_31)).isEqualTo(1);
        assertThat(asAt(extract, Measures.NET_CHANGE, MON_2025_03_31)).isZero();
        assertThat(asAt(extract, Measures.OPEN_CASES, MON_2025_03_31)).isZero();
        assertThat(asAt(extract, Measures.OPEN_CASES, MON_2025_03_31.minusDays(1)))
                .isZero();
        assertThat(asAt(extract, Measures.DURATION_MEAN_WEEKS, MON_2025_03_31)).isZero();
    }

    /* Good Friday is 18 April 2025, Easter Monday the 21st: from Thursday the 17th to Tuesday the 22nd is one working day. */
    @ParameterizedTest
    @CsvSource({"2025-04-17, 0", "2025-04-18, 1", "2025-04-21, 1", "2025-04-22, 1", "2025-04-23, 2"})
    void bankHolidaysAreNoWorkingDays(LocalDate filedOn, int workingDays) {
        Extract.Builder extract = extract()
                .add(received(LocalDate.of(2025, 4, 1)).build())
                .add(Report.builder()
                        .reportId(new ReportId("report-1"))
                        .caseId(CASE)
                        .kind(ReportKind.SAFEGUARDING_LETTER)
                        .orderedOn(LocalDate.of(2025, 4, 17))
                        .filedOn(filedOn)
                        .build());

        assertThat(asAt(extract, Measures.FILING_MEAN_WORKING_WEEKS, filedOn)).isEqualTo(workingDays / 5.0);
    }

    /* Days from D: a hearing listed on D for the day after stands; one held on D, vacated on D or listed the day after D does not. */
    @ParameterizedTest
    @CsvSource({"0, 2, 1, 1", "0, 2, 0, 0", "0, 0, 1, 0", "0, 1, 1, 1", "1, 2, 2, 0"})
    void hearingStandsAsKnownAtTheEndOfTheDay(int listed, int vacated, int heard, int ready) {
        Extract.Builder extract = filed(0).add(Hearing.builder()
                .caseId(CASE)
                .kind(HearingKind.FINAL)
                .listedOn(MON_2025_03_31.plusDays(listed))
                .vacatedOn(MON_2025_03_31.plusDays(vacated))
                .hearingOn(MON_2025_03_31.plusDays(heard))
                .build());

        assertThat(asAt(extract, Measures.COURT_READY_CASES, MON_2025_03_31)).isEqualTo(ready);
        assertThat(asAt(extract, Measures.HEARING_UNLISTED_CASES, MON_2025_03_31))
                .isEqualTo(1 - ready);
    }

    /* Days from D: a report filed the day after is not filed; one ordered on D is outstanding, one the day after is not. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 0", "0, 0, 0"})
    void reportsAreFiledAndOrderedAsKnownAtTheEndOfTheDay(int filed, int ordered, int unlisted) {
        Extract.Builder extract = filed(filed)
                .add(Report.builder()
                        .reportId(new ReportId("report-2"))
                        .caseId(CASE)
                        .kind(ReportKind.SECTION_7_ADDENDUM)
                        .orderedOn(MON_2025_03_31.plusDays(ordered))
                        .build());

        assertThat(asAt(extract, Measures.HEARING_UNLISTED_CASES, MON_2025_03_31))
                .isEqualTo(unlisted);
    }

    private static Extract.Builder filed(int daysFromAsAt) {
        return extract()
                .add(received(LocalDate.of(2024, 9, 2)).build())
                .add(Report.builder()
                        .reportId(new ReportId("report-1"))
                        .caseId(CASE)
                        .kind(ReportKind.SECTION_7)
                        .orderedOn(LocalDate.of(2024, 10, 1))
                        .filedOn(MON_2025_03_31.plusDays(daysFromAsAt))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "caseload-above-20-percent, 20, 0", "caseload-above-20-percent, 21, 100",
        "caseload-above-25-percent, 25, 0", "caseload-above-25-percent, 26, 100",
        "caseload-above-40-percent, 40, 0", "caseload-above-40-percent, 41, 100",
        "caseload-fte-20-or-more-percent, 15, 0", "caseload-fte-20-or-more-percent, 16, 100",
        "caseload-fte-25-or-more-percent, 19, 0", "caseload-fte-25-or-more-percent, 20, 100"
    })
    void caseloadsAreAboveOrAtTheirLevel(String measure, int cases, int percent) {
        assertThat(asAt(led(Role.FAMILY_COURT_ADVISER, cases), Measures.named(measure), MON_2025_03_31))
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "13, 100"})
    void supervisorsAreAbove12(int cases, int percent) {
        assertThat(asAt(led(Role.PRACTICE_SUPERVISOR, cases), Measures.SUPERVISORS_ABOVE_12_PERCENT, MON_2025_03_31))
                .isEqualTo(percent);
    }

    /* One adviser of 0.8 full-time equivalents leads so many cases. */
    private static Extract.Builder led(Role role, int cases) {
        AdviserId id = new AdviserId("adviser-1");
        Extract.Builder extract = extract()
                .add(Adviser.builder()
                        .adviserId(id)
                        .role(role)
                        .employment(Employment.PERMANENT)
                        .team(Team.AFTER_FIRST_HEARING)
                        .areaCode(new AreaCode("A1"))
                        .fte(new BigDecimal("0.8"))
                        .startedOn(LocalDate.of(2020, 1, 6))
                        .build());
        for (int i = 0; i < cases; i++) {
            CaseId caseId = new CaseId("led-" + i);
            extract.add(received(caseId, MON_2025_03_31).build())
                    .add(Allocation.builder()
                            .caseId(caseId)
                            .kind(AllocationKind.LEAD)
                            .adviserId(id)
                            .from(MON_2025_03_31)
                            .build());
        }
        return extract;
    }

    /* Ten working days from Monday 3 March 2025 reach to Monday the 17th; an answer of the 18th is late, so the limit has passed by the 17th. */
    @ParameterizedTest
    @CsvSource({"2025-03-16, 2025-03-14, 0, 0", "2025-03-17, 2025-03-17, 1, 1", "2025-03-18, 2025-03-18, 0, 1"})
    void complaintCountsOnceItsLimitHasPassed(LocalDate asAt, LocalDate respondedOn, int answered, int due) {
        Figure figure = MetricsEngine.of(extract()
                        .add(Feedback.builder()
                                .feedbackId(new FeedbackId("complaint-1"))
                                .kind(FeedbackKind.COMPLAINT)
                                .source(FeedbackSource.ADULT)
                                .receivedOn(LocalDate.of(2025, 3, 3))
                                .respondedOn(respondedOn)
                                .build())
                        .build())
                .figure(
                        Measures.COMPLAINTS_ANSWERED_WITHIN_10_WORKING_DAYS_PERCENT,
                        ReportingPeriod.of(new Period(LocalDate.of(2025, 3, 1), asAt)));

        assertThat(figure.numerator()).hasValue(answered);
        assertThat(figure.denominator()).hasValue(due);
    }
}
