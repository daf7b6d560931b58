package org.cafcass.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
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
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** Small extracts of one area, made by hand so that they show what a document prints. */
final class DocumentExtracts {
    private static final AreaCode AREA = new AreaCode("A1");
    private static final LocalDate STAFFED = LocalDate.of(2010, 1, 4);

    private final Extract.Builder extract = Extract.builder()
            .present(ExtractTable.CHILDREN)
            .add(Area.builder().areaCode(AREA).name("Northern").region("North").build());
    private int rows;

    private DocumentExtracts() {}

    static Extract of(String document) {
        DocumentExtracts extracts = new DocumentExtracts();
        return switch (document) {
            case "quality-account-2015-16" -> extracts.qualityAccount();
            case "strategic-dashboard-2019-20-q2" -> extracts.strategicDashboard();
            case "board-questions-2021-06" -> extracts.boardQuestions();
            default -> throw new IllegalArgumentException("Unknown document: " + document);
        };
    }

    /* 11,157 and 34,133 are the receipts of the year before that the printed changes follow from, as are 1,325 and 398. */
    private Extract qualityAccount() {
        LocalDate tueBefore = LocalDate.of(2014, 9, 9);
        LocalDate tue = LocalDate.of(2015, 9, 8);
        advisers(10);
        for (int i = 0; i < 11_157; i++) {
            received(Application.S31_CARE, tueBefore);
        }
        for (int i = 0; i < 34_133; i++) {
            received(Application.S8_CHILD_ARRANGEMENTS, tueBefore);
        }
        /* 38 of 12,741 are allocated after 18 working days, in October; of the others 8,219 the next day: 8,903 days in all. */
        for (int i = 0; i < 12_741; i++) {
            lead(
                    received(Application.S31_CARE, tue),
                    i % 10,
                    i < 38 ? LocalDate.of(2015, 10, 2) : i < 38 + 8_219 ? tue.plusDays(1) : tue);
        }
        for (int i = 0; i < 37_649; i++) {
            CaseId id = received(Application.S8_CHILD_ARRANGEMENTS, tue);
            lead(id, i % 10, i < 489 ? LocalDate.of(2015, 10, 1) : tue.plusDays(6));
            if (i < 250) {
                extract.add(Report.builder()
                        .reportId(new ReportId("report-" + i))
                        .caseId(id)
                        .kind(ReportKind.SECTION_7)
                        .orderedOn(tue.plusDays(7))
                        .firstAgreedOn(tue.plusDays(90))
                        .filedOn(tue.plusDays(i < 247 ? 90 : 91))
                        .build());
            }
        }
        for (int i = 0; i < 1_325; i++) {
            feedback(FeedbackKind.COMPLAINT, tueBefore, 21);
        }
        /* Of 1,007 all but 40 are answered on 29 September 2015, the 15th working day, or before. */
        for (int i = 0; i < 1_007; i++) {
            feedback(FeedbackKind.COMPLAINT, tue, i < 40 ? 22 : 21);
        }
        for (int i = 0; i < 398 + 585; i++) {
            feedback(FeedbackKind.COMPLIMENT, i < 398 ? tueBefore : tue, 0);
        }
        /* 88 and 75 working days of ten advisers. */
        for (int i = 0; i < 10; i++) {
            absent(i, LocalDate.of(2014, 11, 3), i < 8 ? 9 : 8);
            absent(i, LocalDate.of(2015, 11, 2), i < 5 ? 8 : 7);
        }
        return extract.build();
    }

    /* 1,036 advisers lead 21,963 cases in November 2018 and 23,103 a year later; 1,532 of their 2,042 audits are good. */
    private Extract strategicDashboard() {
        advisers(1_036);
        for (int i = 0; i < 23_103; i++) {
            LocalDate day = i < 21_963 ? LocalDate.of(2018, 1, 2) : LocalDate.of(2019, 10, 15);
            lead(received(Application.S31_CARE, day), i % 1_036, day);
        }
        for (int i = 0; i < 2_042; i++) {
            extract.add(audit(i % 1_036, LocalDate.of(2019, 8, 1), AuditSource.LOCAL)
                    .grade(i < 1_532 ? Grade.GOOD : Grade.MET)
                    .build());
        }
        return extract.build();
    }

    private Extract boardQuestions() {
        advisers(1);
        for (int i = 0; i < 200; i++) {
            extract.add(audit(0, LocalDate.of(2020, 12, 1), AuditSource.THEMATIC)
                    .significantLearning(i < 16)
                    .build());
        }
        return extract.build();
    }

    private void advisers(int number) {
        for (int i = 0; i < number; i++) {
            extract.add(Adviser.builder()
                    .adviserId(adviser(i))
                    .role(Role.FAMILY_COURT_ADVISER)
                    .employment(Employment.PERMANENT)
                    .team(Team.AFTER_FIRST_HEARING)
                    .areaCode(AREA)
                    .fte(BigDecimal.ONE)
                    .startedOn(STAFFED)
                    .build());
        }
    }

    private static AdviserId adviser(int number) {
        return new AdviserId("adviser-" + number);
    }

    private CaseId received(Application application, LocalDate day) {
        CaseId id = new CaseId("case-" + rows++);
        extract.add(ChildrensCase.builder()
                .caseId(id)
                .law(application.law())
                .application(application)
                .areaCode(AREA)
                .receivedOn(day)
                .build());
        return id;
    }

    private void lead(CaseId id, int number, LocalDate from) {
        extract.add(Allocation.builder()
                .caseId(id)
                .kind(AllocationKind.LEAD)
                .adviserId(adviser(number))
                .from(from)
                .build());
    }

    private void feedback(FeedbackKind kind, LocalDate day, int respondedAfterDays) {
        extract.add(Feedback.builder()
                .feedbackId(new FeedbackId("feedback-" + rows++))
                .kind(kind)
                .source(FeedbackSource.ADULT)
                .receivedOn(day)
                .respondedOn(day.plusDays(respondedAfterDays))
                .build());
    }

    private void absent(int number, LocalDate monday, int workingDays) {
        int last = workingDays - 1;
        extract.add(Absence.builder()
                .adviserId(adviser(number))
                .from(monday)
                .to(monday.plusDays(last + 2 * (last / 5)))
                .build());
    }

    private Audit.Builder audit(int number, LocalDate day, AuditSource source) {
        return Audit.builder()
                .auditId(new AuditId("audit-" + rows++))
                .adviserId(adviser(number))
                .auditedOn(day)
                .source(source)
                .scale(AuditScale.UNTIL_2022);
    }
}
