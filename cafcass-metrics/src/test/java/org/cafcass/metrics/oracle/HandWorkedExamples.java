package org.cafcass.metrics.oracle;

import static org.cafcass.metrics.oracle.HandWorkedExample.empty;
import static org.cafcass.metrics.oracle.HandWorkedExample.notAvailable;
import static org.cafcass.metrics.oracle.HandWorkedExample.ratio;
import static org.cafcass.metrics.oracle.HandWorkedExample.value;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.HUB;
import static org.cafcass.model.AllocationKind.LEAD;
import static org.cafcass.model.AllocationKind.SUPPORT;
import static org.cafcass.model.Application.S31_CARE;
import static org.cafcass.model.Application.S8_CHILD_ARRANGEMENTS;
import static org.cafcass.model.Application.S8_SPECIFIC_ISSUE;
import static org.cafcass.model.Employment.ASSOCIATE;
import static org.cafcass.model.Employment.LOCUM;
import static org.cafcass.model.Employment.PERMANENT;
import static org.cafcass.model.Role.FAMILY_COURT_ADVISER;
import static org.cafcass.model.Role.PRACTICE_SUPERVISOR;
import static org.cafcass.model.Role.SERVICE_MANAGER;
import static org.cafcass.model.Team.AFTER_FIRST_HEARING;
import static org.cafcass.model.Team.TO_FIRST_HEARING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
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
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Post;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** The examples: the last quarter of 2024-25, which ends on Monday 31 March 2025; the working beside the rows. */
final class HandWorkedExamples {
    private HandWorkedExamples() {}

    static List<HandWorkedExample> all() {
        return List.of(
                cases(),
                reportsAndHearings(),
                holding(),
                audits(),
                childrenFeedbackAndChecks(),
                workforce(),
                nothing());
    }

    private static HandWorkedExample quarter(String name, Extract.Builder rows) {
        return HandWorkedExample.of(name, "2025-01-01", "2025-03-31", rows);
    }

    private static HandWorkedExample cases() {
        Extract.Builder rows = start()
                // open; 1 April 2024 to 31 March 2025 is 364 days
                .add(aCase("c1", S31_CARE, "N1", "2024-04-01").build())
                // closed after 89 days, further work ordered on that day
                .add(aCase("c2", S8_CHILD_ARRANGEMENTS, "N1", "2025-01-01")
                        .closedOn(day("2025-03-31"))
                        .furtherWorkOrderedOn(day("2025-03-31"))
                        .build())
                // 31 + 30 + 31 + 31 + 28 + 31 = 182 days
                .add(aCase("c3", S8_SPECIFIC_ISSUE, "S1", "2024-09-30")
                        .closedOn(day("2025-03-31"))
                        .build())
                // 183 days
                .add(aCase("c4", S31_CARE, "S1", "2024-09-29")
                        .closedOn(day("2025-03-31"))
                        .build())
                // closed on the day of receipt: never open, yet received and closed
                .add(aCase("c5", S8_CHILD_ARRANGEMENTS, "N1", "2025-03-31")
                        .closedOn(day("2025-03-31"))
                        .build())
                // open as at 31 March, 58 days old, to first hearing; what comes on 1 April isn't known yet
                .add(aCase("c6", S8_CHILD_ARRANGEMENTS, "S1", "2025-02-01")
                        .closedOn(day("2025-04-01"))
                        .firstHearingOn(day("2025-04-01"))
                        .rule164On(day("2025-04-01"))
                        .previousCaseId(new CaseId("not in this extract"))
                        .build())
                // open; 366 + 334 = 700 days
                .add(aCase("c7", S31_CARE, "S1", "2023-05-01")
                        .rule164On(day("2025-03-31"))
                        .build())
                .add(aCase("c8", S31_CARE, "N1", "2025-04-01").build())
                .add(child("k1", "c1").build())
                .add(child("k1", "c6").build())
                .add(child("k2", "c6").build())
                .add(child("k3", "c2").build())
                .add(child("k4", "c5").build())
                .add(child("k5", "c7").build());
        return quarter("cases", rows)
                // c2, c5, c6
                .gives("cases-received", 3)
                .gives("cases-received", "area", value("area=N1", 2), value("area=S1", 1))
                .gives("cases-received", "law", value("law=private", 3), value("law=public", 0))
                .gives("cases-received", "application", value("application=s8_child_arrangements", 3))
                .gives(
                        "cases-received",
                        "application,law",
                        value("application=s8_child_arrangements;law=private", 3),
                        value("application=s8_child_arrangements;law=public", 0))
                .gives(
                        "cases-received",
                        "area,region",
                        value("area=N1;region=North", 2),
                        value("area=N1;region=South", 0),
                        value("area=S1;region=North", 0),
                        value("area=S1;region=South", 1))
                .gives("cases-received", "rule_16_4", value("rule_16_4=false", 3))
                // k3; k4; k1, k2
                .gives("children-received", 4)
                .gives("distinct-children-received", 4)
                .gives("cases-returning-percent", 100 / 3.0, 1, 3)
                // working days: 23 weekdays of January less New Year's Day, 20 of February, 21 of March
                .gives("cases-received-per-working-day", 3 / 63.0, 3, 63)
                // c1, c6, c7
                .gives("open-cases", 3)
                .gives("open-cases", "stage", value("stage=after_first_hearing", 2), value("stage=to_first_hearing", 1))
                .gives("open-cases", "rule_16_4", value("rule_16_4=false", 2), value("rule_16_4=true", 1))
                // no allocations, and so no breakdown by holder
                .gives("open-cases", "holder")
                .gives("open-children", 4)
                .gives("distinct-open-children", 3)
                // a child counts in each area that it is in
                .gives("distinct-open-children", "area", value("area=N1", 1), value("area=S1", 3))
                .gives("open-cases-52-weeks", 2)
                .gives("open-children-52-weeks", 2)
                .gives("open-cases-100-weeks", 1)
                .gives("open-children-100-weeks", 1)
                // 364 + 58 + 700 = 1122
                .gives("open-age-mean-weeks", 1122 / 7.0 / 3, 1122 / 7.0, 3)
                .gives("open-age-median-weeks", 52)
                .gives(
                        "open-age-median-weeks",
                        "stage,area",
                        value("area=N1;stage=after_first_hearing", 52),
                        empty("area=N1;stage=to_first_hearing"),
                        value("area=S1;stage=after_first_hearing", 100),
                        value("area=S1;stage=to_first_hearing", 58 / 7.0))
                // c2, c3, c4, c5
                .gives("cases-closed", 4)
                .gives("children-closed", 2)
                .gives(
                        "cases-closed",
                        "completion",
                        value("completion=after_first_hearing", 1),
                        value("completion=at_first_hearing", 2))
                // 3 - 4; of c1, c3, c4 and c7, open on 31 December, to c1, c6 and c7
                .gives("net-change", -1)
                .gives("net-change", "area", value("area=N1", 0), value("area=S1", -1))
                .gives("clearance-rate-percent", 400 / 3.0, 4, 3)
                .gives("clearance-rate-percent", "law", ratio("law=private", 100, 3, 3), empty("law=public", 1))
                // 3 / 4 of 90 days
                .gives("disposition-time-days", 67.5, 3, 4)
                // 0, 89, 182, 183
                .gives("duration-mean-weeks", 454 / 7.0 / 4, 454 / 7.0, 4)
                .gives("duration-median-weeks", (89 + 182) / 2.0 / 7)
                // the place is 1 + 3 x 0.9 = 3.7
                .gives("duration-p90-weeks", 182.7 / 7)
                .gives(
                        "duration-mean-weeks",
                        "completion",
                        ratio("completion=after_first_hearing", 89 / 7.0, 89 / 7.0, 1),
                        ratio("completion=at_first_hearing", 13, 26, 2))
                .gives("within-26-weeks-percent", 75, 3, 4)
                .gives("within-26-weeks-cases", 3)
                .gives("within-26-weeks-children", 2)
                // At risk from, to: c1 275-364, c2 0-89, c3 93-182, c4 94-183, c5 0-0, c6 0-58, c7 611-700. At age 0
                // one of
                // three closes, S = 2/3, its lower limit 0.05; at age 89 the one at risk does, S = 0, without limits.
                .gives("time-to-close-median-weeks", "", value("", 89 / 7.0).within(0, Double.NaN))
                // Public law: c4 alone closes, alone at risk at 183.
                .gives(
                        "time-to-close-median-weeks",
                        "law",
                        value("law=private", 89 / 7.0).within(0, Double.NaN),
                        value("law=public", 183 / 7.0));
    }

    private static HandWorkedExample reportsAndHearings() {
        Extract.Builder rows = start();
        for (int i = 1; i <= 7; i++) {
            rows.add(aCase("p" + i, S8_CHILD_ARRANGEMENTS, "N1", "2024-10-01").build());
        }
        rows.add(aCase("q1", S31_CARE, "S1", "2024-10-01").build())
                .add(child("k1", "p1").build())
                .add(child("k2", "p1").build())
                .add(child("k3", "p2").build())
                .add(child("k4", "p3").build())
                // p1: listed on 31 March for the 41st day after it
                .add(hearing("p1", "2025-03-31", "2025-05-11").build())
                // p2: the 42nd day
                .add(hearing("p2", "2025-03-01", "2025-05-12").build())
                // p3: listed too late to be known
                .add(hearing("p3", "2025-04-01", "2025-04-20").build())
                // p6: the next is vacated on 31 March, the one after stands
                .add(hearing("p6", "2025-01-10", "2025-04-10")
                        .vacatedOn(day("2025-03-31"))
                        .build())
                .add(hearing("p6", "2025-02-01", "2025-06-30").build())
                .add(hearing("q1", "2025-02-01", "2025-04-10").build())
                // 2 to 31 December without 25 and 26: 20 working days, 2 to 9 January: 6; extended, and filed in time
                .add(report("r1", "p1", ReportKind.SECTION_7, "2024-12-02")
                        .firstAgreedOn(day("2025-01-10"))
                        .agreedOn(day("2025-01-13"))
                        .filedOn(day("2025-01-10"))
                        .build())
                // four weeks: 20; the first agreed date stands, and is missed
                .add(report("r2", "p2", ReportKind.SECTION_7, "2025-01-06")
                        .firstAgreedOn(day("2025-01-31"))
                        .filedOn(day("2025-02-03"))
                        .build())
                // eight weeks: 40; the limit has passed by 31 March, since 1 April would be the 41st
                .add(report("r3", "p3", ReportKind.CHILD_IMPACT, "2025-02-03")
                        .filedOn(day("2025-03-31"))
                        .build())
                // 30 and 31 December, 2, 3, 6 to 10, 13 and 14 January: 11
                .add(report("r4", "p4", ReportKind.SECTION_7, "2024-12-30")
                        .agreedOn(day("2025-01-15"))
                        .filedOn(day("2025-01-15"))
                        .build())
                // agreed for 31 March, and so not overdue on it
                .add(report("r5", "p4", ReportKind.SECTION_7_ADDENDUM, "2025-03-01")
                        .firstAgreedOn(day("2025-03-30"))
                        .agreedOn(day("2025-03-31"))
                        .build())
                // two weeks: 10
                .add(report("r6", "p5", ReportKind.SAFEGUARDING_LETTER, "2025-03-03")
                        .filedOn(day("2025-03-17"))
                        .build())
                .add(report("r7", "p6", ReportKind.SECTION_7, "2024-11-01")
                        .filedOn(day("2024-12-20"))
                        .build())
                // unfiled as at 31 March, and overdue
                .add(report("r8", "p7", ReportKind.SECTION_7, "2025-01-02")
                        .firstAgreedOn(day("2025-03-30"))
                        .filedOn(day("2025-04-01"))
                        .build())
                // filed on the day that it was ordered: 0
                .add(report("r9", "q1", ReportKind.CASE_ANALYSIS, "2025-02-03")
                        .filedOn(day("2025-02-03"))
                        .build())
                // a deed on 1 April would be the 40th working day: the limit hasn't passed
                .add(report("r10", "q1", ReportKind.CHILD_IMPACT, "2025-02-04").build())
                // it would be the 42nd
                .add(report("r11", "p5", ReportKind.CHILD_IMPACT, "2025-01-31").build());
        return quarter("reports and hearings", rows)
                // p1; p2 and p6; p3. p4, p5 and p7 have a report to come.
                .gives("court-ready-cases", 1)
                .gives("court-ready-children", 2)
                .gives("hearing-ahead-cases", 2)
                .gives("hearing-ahead-children", 1)
                .gives("hearing-unlisted-cases", 1)
                .gives("hearing-unlisted-children", 1)
                .gives("court-ready-percent", 100 / 7.0, 1, 7)
                .gives("hearing-ahead-percent", 200 / 7.0, 2, 7)
                .gives("court-ready-percent", "law", ratio("law=private", 100 / 7.0, 1, 7), empty("law=public", 0))
                .gives("reports-ordered", 8)
                .gives(
                        "reports-ordered",
                        "report",
                        value("report=case_analysis", 1),
                        value("report=child_impact", 3),
                        value("report=safeguarding_letter", 1),
                        value("report=section_7", 2),
                        value("report=section_7_addendum", 1),
                        value("report=section_7_all", 3))
                // r1, r2, r3, r4, r6, r9
                .gives("reports-filed", 6)
                .gives(
                        "reports-filed",
                        "report,law",
                        value("law=private;report=case_analysis", 0),
                        value("law=private;report=child_impact", 1),
                        value("law=private;report=safeguarding_letter", 1),
                        value("law=private;report=section_7", 3),
                        value("law=public;report=case_analysis", 1),
                        value("law=public;report=child_impact", 0),
                        value("law=public;report=safeguarding_letter", 0),
                        value("law=public;report=section_7", 0))
                // 26 + 20 + 40 + 11 + 10 + 0 = 107
                .gives("filing-mean-working-weeks", 107 / 5.0 / 6, 21.4, 6)
                .gives("filing-extended-percent", 50, 1, 2)
                .gives("filing-by-agreed-date-percent", 200 / 3.0, 2, 3)
                .gives("filing-within-40-working-days-percent", 50, 1, 2)
                .gives("reports-overdue", 1)
                .gives("reports-overdue", "report", value("report=section_7", 1))
                // r3, r4, r6, r9; r3, r6, r9; r10
                .leavesOut("filing-extended-percent", "", "no first agreed date", 4)
                .leavesOut("filing-extended-percent", "report=section_7", "no first agreed date", 1)
                .leavesOut("filing-by-agreed-date-percent", "", "no agreed date", 3)
                .leavesOut("filing-by-agreed-date-percent", "report=section_7", "no agreed date", 0)
                .leavesOut("filing-within-40-working-days-percent", "", "limit not yet passed", 1)
                .leavesOut("filing-within-40-working-days-percent", "law=private", "limit not yet passed", 0);
    }

    private static HandWorkedExample holding() {
        Extract.Builder rows = start().add(
                        adviser("f1", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2024-06-01")
                                .build())
                .add(adviser("f2", FAMILY_COURT_ADVISER, LOCUM, TO_FIRST_HEARING, "S1", "0.1", "2025-01-02")
                        .build())
                // left on 31 March: not employed on it
                .add(adviser("f3", FAMILY_COURT_ADVISER, ASSOCIATE, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                        .leftOn(day("2025-03-31"))
                        .build())
                .add(adviser("f4", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "S1", "1", "2020-01-01")
                        .build())
                .add(adviser("s1", PRACTICE_SUPERVISOR, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                        .build())
                .add(adviser("s2", PRACTICE_SUPERVISOR, PERMANENT, AFTER_FIRST_HEARING, "S1", "1", "2020-01-01")
                        .build())
                .add(adviser("m1", SERVICE_MANAGER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                        .build())
                .add(adviser("m2", SERVICE_MANAGER, PERMANENT, AFTER_FIRST_HEARING, "S1", "1", "2020-01-01")
                        .build())
                // led after 5 days, of which 2 and 3 January are working days
                .add(aCase("a1", S31_CARE, "N1", "2025-01-01").build())
                .add(held("a1", LEAD, "2025-01-06")
                        .adviserId(new AdviserId("f1"))
                        .build())
                // led on the first day of the next month: 1 day, a Friday
                .add(aCase("a2", S31_CARE, "N1", "2025-01-31").build())
                .add(held("a2", LEAD, "2025-02-01")
                        .adviserId(new AdviserId("f2"))
                        .build())
                .add(aCase("a3", S31_CARE, "N1", "2025-03-31").build())
                .add(held("a3", LEAD, "2025-03-31")
                        .adviserId(new AdviserId("s1"))
                        .build())
                // the first lead allocation holds on no day; then 64 days, of which 20 + 22 are working days
                .add(aCase("a4", S31_CARE, "N1", "2024-12-01").build())
                .add(held("a4", LEAD, "2024-12-01")
                        .adviserId(new AdviserId("f1"))
                        .to(day("2024-12-01"))
                        .build())
                .add(held("a4", DUTY, "2024-12-02")
                        .adviserId(new AdviserId("m1"))
                        .to(day("2025-02-03"))
                        .build())
                .add(held("a4", LEAD, "2025-02-03")
                        .adviserId(new AdviserId("f3"))
                        .build())
                .add(aCase("a5", S31_CARE, "N1", "2025-02-01").build())
                .add(held("a5", DUTY, "2025-02-01")
                        .adviserId(new AdviserId("m1"))
                        .build())
                .add(child("k1", "a5").build())
                .add(child("k2", "a5").build())
                .add(aCase("a6", S31_CARE, "S1", "2025-02-01").build())
                .add(held("a6", DUTY, "2025-02-10").build())
                .add(held("a6", SUPPORT, "2025-02-10")
                        .adviserId(new AdviserId("s1"))
                        .build())
                .add(aCase("a7", S31_CARE, "S1", "2025-01-15").build())
                .add(held("a7", HUB, "2025-03-01")
                        .adviserId(new AdviserId("f1"))
                        .build())
                // led from 1 April on: unallocated as at 31 March
                .add(aCase("a8", S31_CARE, "S1", "2025-03-31").build())
                .add(held("a8", LEAD, "2025-04-01")
                        .adviserId(new AdviserId("f1"))
                        .build())
                // closed, and so in no caseload
                .add(aCase("a9", S31_CARE, "S1", "2025-01-10")
                        .closedOn(day("2025-03-31"))
                        .build())
                .add(held("a9", LEAD, "2025-01-10")
                        .adviserId(new AdviserId("f2"))
                        .build())
                .add(aCase("a10", S31_CARE, "S1", "2025-03-01").build())
                .add(held("a10", LEAD, "2025-03-01")
                        .adviserId(new AdviserId("f2"))
                        .build())
                .add(audit("u1", "f1", "2025-02-01", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .build())
                .add(audit("u2", "f1", "2025-03-31", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .build())
                .add(audit("u3", "f2", "2025-03-31", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .build());
        return quarter("holding", rows)
                // a1 5, a2 1, a3 0, a4 64, a9 0, a10 0
                .gives("allocation-mean-days", 70 / 6.0, 70, 6)
                .gives("allocation-mean-working-days", 45 / 6.0, 45, 6)
                // a1, a3, a9, a10 of all received in P but a4
                .gives("allocated-by-month-end-percent", 400 / 9.0, 4, 9)
                .gives("duty-cases", 2)
                .gives("duty-children", 2)
                .gives("hub-cases", 1)
                .gives("unallocated-cases", 1)
                .gives(
                        "open-cases",
                        "holder",
                        value("holder=duty", 2),
                        value("holder=hub", 1),
                        value("holder=left", 1),
                        value("holder=locum_adviser", 2),
                        value("holder=permanent_adviser", 1),
                        value("holder=supervisor", 1),
                        value("holder=unallocated", 1))
                // a5, held by one of two managers
                .gives("duty-cases-per-service-manager", 0.5, 1, 2)
                .gives("duty-cases-per-service-manager", "area", ratio("area=N1", 1, 1, 1), ratio("area=S1", 0, 0, 1))
                // a3 and a6, held by one of two supervisors; a3 is led
                .gives("supervisor-caseload-mean", 1, 2, 2)
                .gives("supervisor-lead-percent", 50, 1, 2)
                .gives("supervisor-lead-percent", "area", ratio("area=N1", 50, 1, 2), empty("area=S1", 0))
                .gives("supervisors-above-12-percent", 0, 0, 2)
                // f1 leads a1; f2 leads a2 and a10; f3 isn't employed, f4 leads nothing
                .gives("caseload-mean", 1.5, 3, 2)
                .gives(
                        "caseload-mean",
                        "team",
                        ratio("team=after_first_hearing", 1, 1, 1),
                        ratio("team=to_first_hearing", 2, 2, 1))
                .gives("caseload-mean-fte", 3 / 1.1, 3, 1.1)
                .gives("caseload-above-20-percent", 0, 0, 2)
                .gives("caseload-above-25-percent", 0, 0, 2)
                .gives("caseload-above-40-percent", 0, 0, 2)
                // f2: 2 / 0.1 is 20
                .gives("caseload-fte-20-or-more-percent", 50, 1, 2)
                .gives("caseload-fte-25-or-more-percent", 0, 0, 2)
                // f1 alone was employed on 1 January, too
                .gives("audit-coverage-percent", 100, 1, 1)
                .gives("audits-per-adviser", 2, 2, 1)
                .gives("advisers-without-audit-percent", 0, 0, 1)
                .gives("advisers-without-audit-percent", "employment", ratio("employment=permanent", 0, 0, 1))
                // f4; f2
                .leavesOut("caseload-mean", "", "no case held as lead", 1)
                .leavesOut("caseload-mean-fte", "team=to_first_hearing", "no case held as lead", 0)
                .leavesOut("caseload-above-20-percent", "area=S1", "no case held as lead", 1)
                .leavesOut("audit-coverage-percent", "", "not employed on the first day", 1)
                .leavesOut("audits-per-adviser", "area=N1", "not employed on the first day", 0)
                .leavesOut("advisers-without-audit-percent", "", "not employed on the first day", 1);
    }

    private static HandWorkedExample audits() {
        Extract.Builder rows = start().add(
                        adviser("f1", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                                .build())
                .add(aCase("public", S31_CARE, "S1", "2024-01-01").build())
                .add(aCase("private", S8_CHILD_ARRANGEMENTS, "N1", "2024-01-01").build())
                .add(audit("u1", "f1", "2025-01-01", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .caseId(new CaseId("public"))
                        .grade(Grade.GOOD)
                        .moderatedGrade(Grade.GOOD)
                        .collaborative(true)
                        .childFeedback(true)
                        .introductionLetter(true)
                        .recommendationsShared(false)
                        .significantLearning(true)
                        .build())
                // no case: the area is the adviser's; the action was agreed a day too late
                .add(audit("u2", "f1", "2025-03-31", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .grade(Grade.INADEQUATE)
                        .moderatedGrade(Grade.REQUIRES_IMPROVEMENT)
                        .improvementAgreedOn(day("2025-04-01"))
                        .build())
                .add(audit("u3", "f1", "2025-02-10", AuditSource.NATIONAL, AuditScale.SINCE_2022)
                        .adultFeedback(false)
                        .build())
                .add(audit("u4", "f1", "2025-02-11", AuditSource.THEMATIC, AuditScale.UNTIL_2022)
                        .grade(Grade.MET)
                        .moderatedGrade(Grade.MET)
                        .significantLearning(false)
                        .build())
                .add(audit("u5", "f1", "2025-02-12", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .caseId(new CaseId("private"))
                        .grade(Grade.OUTSTANDING)
                        .moderatedGrade(Grade.GOOD)
                        .collaborative(false)
                        .childFeedback(false)
                        .adultFeedback(true)
                        .build())
                .add(audit("u6", "f1", "2025-04-01", AuditSource.LOCAL, AuditScale.SINCE_2022)
                        .grade(Grade.GOOD)
                        .build())
                .add(answer("u1", "voice", AnswerCode.YES))
                .add(answer("u2", "voice", AnswerCode.PARTLY))
                .add(answer("u3", "voice", AnswerCode.NOT_APPLICABLE))
                .add(answer("u5", "voice", AnswerCode.NO))
                .add(answer("u1", "plan", AnswerCode.NOT_APPLICABLE));
        // R: 100 * prop.test(2, 3, correct=FALSE)$conf.int, the same of (0, 1) and (1, 1)
        double[] twoOfThree = {20.76596008020478, 93.85080552796038};
        double[] noneOfOne = {0, 79.34506856227625};
        double[] oneOfOne = {20.65493143772375, 100};
        return quarter("audits", rows)
                .gives("audits-completed", 5)
                .gives("audits-completed", "area", value("area=N1", 4), value("area=S1", 1))
                // three have no case
                .gives("audits-completed", "law", value("law=private", 1), value("law=public", 1))
                // a source appears beside both laws, also where none of its audits has a case
                .gives(
                        "audits-completed",
                        "law,source",
                        value("law=private;source=local", 1),
                        value("law=private;source=national", 0),
                        value("law=private;source=thematic", 0),
                        value("law=public;source=local", 1),
                        value("law=public;source=national", 0),
                        value("law=public;source=thematic", 0))
                .gives(
                        "audit-grade-percent",
                        "",
                        ratio("grade=good;scale=since_2022", 100 / 3.0, 1, 3),
                        ratio("grade=good;scale=until_2022", 0, 0, 1),
                        ratio("grade=inadequate;scale=since_2022", 100 / 3.0, 1, 3),
                        ratio("grade=met;scale=until_2022", 100, 1, 1),
                        ratio("grade=outstanding;scale=since_2022", 100 / 3.0, 1, 3),
                        ratio("grade=outstanding;scale=until_2022", 0, 0, 1),
                        ratio("grade=requires_improvement;scale=since_2022", 0, 0, 3),
                        ratio("grade=requires_improvement;scale=until_2022", 0, 0, 1))
                .gives(
                        "audit-good-or-outstanding-percent",
                        "",
                        ratio("scale=since_2022", 200 / 3.0, 2, 3).within(twoOfThree[0], twoOfThree[1]),
                        ratio("scale=until_2022", 0, 0, 1).within(noneOfOne[0], noneOfOne[1]))
                // each scale that a counted row has, beside both laws
                .gives(
                        "audit-good-or-outstanding-percent",
                        "law",
                        ratio("law=private;scale=since_2022", 100, 1, 1).within(oneOfOne[0], oneOfOne[1]),
                        empty("law=private;scale=until_2022", 0),
                        ratio("law=public;scale=since_2022", 100, 1, 1).within(oneOfOne[0], oneOfOne[1]),
                        empty("law=public;scale=until_2022", 0))
                // blank is no: u1 of u1, u2, u5
                .gives("audit-collaborative-percent", 100 / 3.0, 1, 3)
                .gives("audit-significant-learning-percent", 50, 1, 2)
                .gives("audit-introduction-letter-percent", 100, 1, 1)
                .gives("audit-recommendations-shared-percent", 0, 0, 1)
                // u1 and u5 of u1, u3, u5
                .gives("audit-feedback-percent", 200 / 3.0, 2, 3)
                // Since 2022: apart by 0, 1 and 1, together 2 of 3 pairs; by the margins inadequate, good, outstanding
                // and
                // requires improvement, good, good 1 + 2 + 2, 1 + 0 + 0, 2 + 1 + 1, together 10 of 9: 1 - (2 / 3) / (10
                // / 9).
                .gives("audit-moderation-agreement", "", value("scale=since_2022", 0.4), empty("scale=until_2022"))
                // u2 and u3
                .gives("audit-actions-missing", 2)
                // only not_applicable: the question plan doesn't appear
                .gives("audit-answer-percent", "", ratio("question=voice", 100 / 3.0, 1, 3))
                .gives(
                        "audit-answer-percent",
                        "law",
                        ratio("law=private;question=voice", 0, 0, 1),
                        ratio("law=public;question=voice", 100, 1, 1))
                // u3; u2, u3, u5; all but u1; u2, u4; of the answers about the voice that of u3
                .leavesOut("audit-grade-percent", "grade=good;scale=since_2022", "not graded", 1)
                .leavesOut("audit-grade-percent", "grade=met;scale=until_2022", "not graded", 0)
                .leavesOut("audit-good-or-outstanding-percent", "scale=since_2022", "not graded", 1)
                .leavesOut("audit-moderation-agreement", "scale=since_2022", "not graded or not moderated", 1)
                .leavesOut("audit-significant-learning-percent", "", "not answered", 3)
                .leavesOut("audit-significant-learning-percent", "source=local", "not answered", 2)
                .leavesOut("audit-introduction-letter-percent", "", "not answered", 4)
                .leavesOut("audit-recommendations-shared-percent", "law=public", "not answered", 0)
                .leavesOut("audit-recommendations-shared-percent", "law=private", "not answered", 1)
                .leavesOut("audit-feedback-percent", "", "not answered", 2)
                .leavesOut("audit-answer-percent", "question=voice", "not applicable", 1);
    }

    private static HandWorkedExample childrenFeedbackAndChecks() {
        Extract.Builder rows = start().add(
                        aCase("c1", S31_CARE, "N1", "2024-06-01").build())
                .add(aCase("c2", S8_CHILD_ARRANGEMENTS, "S1", "2024-06-01").build())
                .add(aCase("c3", S31_CARE, "N1", "2024-06-01")
                        .closedOn(day("2025-03-31"))
                        .build())
                .add(child("k1", "c1")
                        .engagementRecordedOn(day("2025-03-31"))
                        .engagementMode(EngagementMode.IN_PERSON)
                        .build())
                .add(child("k2", "c1")
                        .engagementEligible(false)
                        .engagementRecordedOn(day("2025-03-01"))
                        .build())
                .add(child("k3", "c2")
                        .engagementEligible(true)
                        .engagementRecordedOn(day("2025-04-01"))
                        .build())
                .add(child("k4", "c2")
                        .engagementEligible(true)
                        .engagementRecordedOn(day("2025-01-01"))
                        .build())
                .add(child("k5", "c3").engagementRecordedOn(day("2025-01-01")).build())
                .add(report("r1", "c2", ReportKind.CHILD_IMPACT, "2025-03-31").build())
                .add(report("r2", "c2", ReportKind.SECTION_7, "2025-04-01").build())
                .add(feedback("f1", FeedbackKind.REFLECTION, FeedbackSource.CHILD, "2025-01-01")
                        .caseId(new CaseId("c1"))
                        .positive(true)
                        .build())
                .add(feedback("f2", FeedbackKind.REFLECTION, FeedbackSource.ADULT, "2025-03-31")
                        .build())
                .add(feedback("f3", FeedbackKind.REFLECTION, FeedbackSource.ADULT, "2025-02-01")
                        .caseId(new CaseId("c2"))
                        .positive(false)
                        .build())
                .add(feedback("f4", FeedbackKind.REFLECTION, FeedbackSource.CHILD, "2025-04-01")
                        .build())
                .add(feedback("f5", FeedbackKind.COMPLIMENT, FeedbackSource.PROFESSIONAL, "2025-02-01")
                        .build())
                // two weeks: 10 working days; 1 April would be the 21st
                .add(feedback("g1", FeedbackKind.COMPLAINT, FeedbackSource.ADULT, "2025-03-03")
                        .respondedOn(day("2025-03-17"))
                        .build())
                // 16 working days; 1 April would be the 20th, so that the limit of 20 hasn't passed
                .add(feedback("g2", FeedbackKind.COMPLAINT, FeedbackSource.ADULT, "2025-03-04")
                        .respondedOn(day("2025-03-26"))
                        .build())
                .add(feedback("g3", FeedbackKind.COMPLAINT, FeedbackSource.ADULT, "2025-03-31")
                        .respondedOn(day("2025-03-31"))
                        .build())
                // Thursday and Friday
                .add(check(CheckKind.POLICE_LEVEL_1, "2025-03-27")
                        .returnedOn(day("2025-03-31"))
                        .build())
                // the limit hasn't passed: 1 April would be the 2nd working day
                .add(check(CheckKind.POLICE_LEVEL_1, "2025-03-28").build())
                .add(check(CheckKind.POLICE_LEVEL_1, "2025-03-24")
                        .returnedOn(day("2025-03-27"))
                        .build())
                .add(check(CheckKind.POLICE_LEVEL_2, "2025-03-24")
                        .returnedOn(day("2025-03-24"))
                        .build());
        return quarter("children, feedback and checks", rows)
                // k1 and k4 of k1, k3, k4
                .gives("engagement-recorded-percent", 200 / 3.0, 2, 3)
                .gives("engagement-recorded-percent", "report", ratio("report=child_impact", 50, 1, 2))
                // a record without a mode is not in person
                .gives("engagement-in-person-percent", 50, 1, 2)
                .gives("feedback-received", 3)
                .gives("feedback-received", "source", value("source=adult", 2), value("source=child", 1))
                .gives("feedback-received", "law", value("law=private", 1), value("law=public", 1))
                .gives(
                        "feedback-received",
                        "law,source",
                        value("law=private;source=adult", 1),
                        value("law=private;source=child", 0),
                        value("law=public;source=adult", 0),
                        value("law=public;source=child", 1))
                .gives("feedback-positive-percent", 50, 1, 2)
                .gives("compliments-received", 1)
                // the compliment has no case, and so no area
                .gives(
                        "compliments-received",
                        "area,source",
                        value("area=N1;source=professional", 0),
                        value("area=S1;source=professional", 0))
                .gives("complaints-received", 3)
                .gives("complaints-answered-within-10-working-days-percent", 50, 1, 2)
                .gives("complaints-answered-within-15-working-days-percent", 50, 1, 2)
                .gives("complaints-answered-within-20-working-days-percent", 100, 1, 1)
                .gives("police-checks-within-2-working-days-percent", 50, 1, 2)
                .gives(
                        "police-checks-within-2-working-days-percent",
                        "law",
                        empty("law=private", 0),
                        ratio("law=public", 50, 1, 2))
                // k2; k3; f2; g3; g2 and g3; the check of 28 March
                .leavesOut("engagement-recorded-percent", "", "not eligible", 1)
                .leavesOut("engagement-recorded-percent", "report=child_impact", "not eligible", 0)
                .leavesOut("engagement-in-person-percent", "", "no engagement record", 1)
                .leavesOut("engagement-in-person-percent", "law=public", "no engagement record", 0)
                .leavesOut("feedback-positive-percent", "", "not answered", 1)
                .leavesOut("feedback-positive-percent", "source=child", "not answered", 0)
                .leavesOut("complaints-answered-within-10-working-days-percent", "", "limit not yet passed", 1)
                .leavesOut("complaints-answered-within-15-working-days-percent", "", "limit not yet passed", 1)
                .leavesOut("complaints-answered-within-20-working-days-percent", "", "limit not yet passed", 2)
                .leavesOut("police-checks-within-2-working-days-percent", "", "limit not yet passed", 1);
    }

    private static HandWorkedExample workforce() {
        Extract.Builder rows = start().add(
                        adviser("w1", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                                .build())
                // employed on 31 March 2024, the day before the twelve months, and left on their first
                .add(adviser("w2", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "0.5", "2020-01-01")
                        .leftOn(day("2024-04-01"))
                        .build())
                .add(adviser("w3", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "0.8", "2024-05-01")
                        .leftOn(day("2025-03-31"))
                        .build())
                .add(adviser("w4", FAMILY_COURT_ADVISER, LOCUM, AFTER_FIRST_HEARING, "S1", "1", "2025-01-01")
                        .build())
                // never employed, yet started and left
                .add(adviser("w5", SERVICE_MANAGER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2025-03-31")
                        .leftOn(day("2025-03-31"))
                        .build())
                // Friday to Monday: 2 days; Monday under both reasons
                .add(absence("w1", "2025-03-28", "2025-03-31").reason("stress").build())
                .add(absence("w1", "2025-03-31", "2025-04-02")
                        .reason("covid-19")
                        .build())
                // New Year's Day and the day after: 1 day, without a reason
                .add(absence("w1", "2025-01-01", "2025-01-02").build())
                // left before the days that count
                .add(absence("w2", "2024-03-28", "2024-04-05").reason("flu").build())
                // 27 and 28 March; left on 31 March
                .add(absence("w3", "2025-03-27", "2025-04-10")
                        .reason("covid-19")
                        .build())
                // employed from 1 January: 2 and 3 January
                .add(absence("w4", "2024-12-30", "2025-01-03").reason("stress").build())
                // a Saturday and Sunday
                .add(absence("w4", "2025-02-01", "2025-02-02").reason("flu").build())
                .add(post("N1", "3", "2020-01-01").build())
                .add(post("S1", "2", "2025-03-31").to(day("2025-03-31")).build())
                .add(post("S1", "0.5", "2025-04-01").build())
                .add(survey("2025", "valued", "2025-03-31", 10, 8, 6))
                .add(survey("pulse", "valued", "2025-01-01", 10, 0, 0))
                .add(survey("pulse", "plan", "2025-01-01", 0, 0, 0))
                .add(survey("2024", "valued", "2024-12-31", 10, 10, 10));
        return quarter("workforce", rows)
                // w1 and w4
                .gives("headcount", 2)
                .gives("headcount", "area", value("area=N1", 1), value("area=S1", 1))
                .gives("fte", 2)
                // w4 and w5; w3 and w5
                .gives("joiners", 2)
                .gives("leavers", 2)
                .gives("leavers", "role", value("role=family_court_adviser", 1), value("role=service_manager", 1))
                .gives("locum-share-percent", 50, 1, 2)
                .gives("locum-share-percent", "area", ratio("area=N1", 0, 0, 1), ratio("area=S1", 100, 1, 1))
                // 3 - 2 of 3
                .gives("vacancy-rate-percent", 100 / 3.0, 1, 3)
                .gives("vacancy-rate-percent", "area", ratio("area=N1", 200 / 3.0, 2, 3), empty("area=S1", -1))
                // w2, w3 and w5 over the mean of 2 (w1, w2) and 1 (w1)
                .gives("turnover-12-month-percent", 200, 3, 1.5)
                .gives(
                        "turnover-12-month-percent",
                        "role",
                        ratio("role=family_court_adviser", 200 / 1.5, 2, 1.5),
                        empty("role=service_manager", 1))
                // w1 3, w3 2, w4 2 over the mean of 1.5 and 2
                .gives("working-days-lost-per-fte", 4, 7, 1.75)
                .gives(
                        "working-days-lost-per-fte",
                        "reason",
                        ratio("reason=covid-19", 3 / 1.75, 3, 1.75),
                        ratio("reason=stress", 4 / 1.75, 4, 1.75))
                // the same days over the mean of 1.8 (w1, w3) and 2, times 4
                .gives("working-days-lost-per-fte-3-month", 28 / 1.9, 7, 1.9)
                // 8 + 0 of 10 + 10
                .gives("survey-response-percent", "", empty("question=plan", 0), ratio("question=valued", 40, 8, 20))
                .gives("survey-agreed-percent", "", empty("question=plan", 0), ratio("question=valued", 75, 6, 8));
    }

    private static HandWorkedExample nothing() {
        Extract.Builder rows = start().present(ExtractTable.AUDITS)
                .present(ExtractTable.SURVEY)
                // ordered before the calendar begins
                .present(ExtractTable.REPORTS)
                .add(aCase("c1", S31_CARE, "N1", "1994-01-01")
                        .closedOn(day("2025-04-01"))
                        .build())
                .add(report("r1", "c1", ReportKind.CASE_ANALYSIS, "1994-12-30")
                        .filedOn(day("2025-01-02"))
                        .build());
        return quarter("nothing", rows)
                .gives("cases-received", 0)
                .gives("cases-received", "area", value("area=N1", 0), value("area=S1", 0))
                .gives("cases-received", "application")
                .gives("duration-mean-weeks", "", empty("", 0))
                .gives("duration-median-weeks", "", empty(""))
                .gives("time-to-close-median-weeks", "", empty(""))
                // 1 open case over none closed: the numerator stands
                .gives("disposition-time-days", "", empty("", 1))
                .gives("filing-mean-working-weeks", "report", notAvailable())
                .gives("reports-filed", 1)
                .gives("court-ready-cases", "area", notAvailable())
                .gives("caseload-mean", "", notAvailable())
                .gives("vacancy-rate-percent", "", notAvailable())
                // the key that is always carried has no value: the whole
                .gives("audit-grade-percent", "", empty("", 0))
                .gives("audit-good-or-outstanding-percent", "area", empty("", 0))
                .gives("audit-moderation-agreement", "", empty(""))
                .gives("survey-response-percent", "", empty("", 0))
                .gives("audit-answer-percent", "", notAvailable())
                .gives("audits-completed", 0);
    }

    /** The working days of 1 January 2029 and later aren't known. */
    private static HandWorkedExample calendarsEnd() {
        Extract.Builder rows = start().add(
                        adviser("w1", FAMILY_COURT_ADVISER, PERMANENT, AFTER_FIRST_HEARING, "N1", "1", "2020-01-01")
                                .build())
                .add(absence("w1", "2028-12-29", "2028-12-29").reason("stress").build())
                .add(absence("w1", "2029-01-01", "2029-01-01").build())
                .add(aCase("c1", S31_CARE, "N1", "2028-12-29").build())
                .add(held("c1", LEAD, "2028-12-31")
                        .adviserId(new AdviserId("w1"))
                        .build());
        return HandWorkedExample.of("the calendar's end", "2028-12-01", "2029-01-01", rows)
                .gives("cases-received", 1)
                .gives("cases-received-per-working-day", "area", notAvailable())
                // Friday alone
                .gives("allocation-mean-working-days", 1, 1, 1)
                .gives("working-days-lost-per-fte", "", notAvailable())
                // also by reason, though the absence that needs the day has none
                .gives("working-days-lost-per-fte", "reason", notAvailable());
    }

    // rows

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Extract.Builder start() {
        return Extract.builder()
                .present(ExtractTable.ADVISERS)
                .present(ExtractTable.CASES)
                .present(ExtractTable.CHILDREN)
                .add(area("N1", "North"))
                .add(area("S1", "South"));
    }

    private static Area area(String code, String region) {
        return Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(region)
                .build();
    }

    private static Adviser.Builder adviser(
            String id, Role role, Employment employment, Team team, String area, String fte, String started) {
        return Adviser.builder()
                .adviserId(new AdviserId(id))
                .role(role)
                .employment(employment)
                .team(team)
                .areaCode(new AreaCode(area))
                .fte(new BigDecimal(fte))
                .startedOn(day(started));
    }

    private static ChildrensCase.Builder aCase(String id, Application application, String area, String received) {
        return ChildrensCase.builder()
                .caseId(new CaseId(id))
                .law(application.law())
                .application(application)
                .areaCode(new AreaCode(area))
                .receivedOn(day(received));
    }

    private static Child.Builder child(String id, String ofCase) {
        return Child.builder().childId(new ChildId(id)).caseId(new CaseId(ofCase));
    }

    private static Allocation.Builder held(String ofCase, AllocationKind kind, String from) {
        return Allocation.builder().caseId(new CaseId(ofCase)).kind(kind).from(day(from));
    }

    private static Hearing.Builder hearing(String ofCase, String listed, String on) {
        return Hearing.builder()
                .caseId(new CaseId(ofCase))
                .kind(HearingKind.FINAL)
                .listedOn(day(listed))
                .hearingOn(day(on));
    }

    private static Report.Builder report(String id, String ofCase, ReportKind kind, String ordered) {
        return Report.builder()
                .reportId(new ReportId(id))
                .caseId(new CaseId(ofCase))
                .kind(kind)
                .orderedOn(day(ordered));
    }

    private static Audit.Builder audit(String id, String adviser, String on, AuditSource source, AuditScale scale) {
        return Audit.builder()
                .auditId(new AuditId(id))
                .adviserId(new AdviserId(adviser))
                .auditedOn(day(on))
                .source(source)
                .scale(scale);
    }

    private static Answer answer(String audit, String question, AnswerCode answer) {
        return Answer.builder()
                .auditId(new AuditId(audit))
                .question(question)
                .answer(answer)
                .build();
    }

    private static Feedback.Builder feedback(String id, FeedbackKind kind, FeedbackSource source, String received) {
        return Feedback.builder()
                .feedbackId(new FeedbackId(id))
                .kind(kind)
                .source(source)
                .receivedOn(day(received));
    }

    private static Check.Builder check(CheckKind kind, String requested) {
        return Check.builder().caseId(new CaseId("c1")).kind(kind).requestedOn(day(requested));
    }

    private static Absence.Builder absence(String adviser, String from, String to) {
        return Absence.builder()
                .adviserId(new AdviserId(adviser))
                .from(day(from))
                .to(day(to));
    }

    private static Post.Builder post(String area, String fte, String from) {
        return Post.builder()
                .areaCode(new AreaCode(area))
                .role(FAMILY_COURT_ADVISER)
                .team(AFTER_FIRST_HEARING)
                .fte(new BigDecimal(fte))
                .from(day(from));
    }

    private static SurveyQuestion survey(
            String survey, String question, String closed, int invited, int responses, int agreed) {
        return SurveyQuestion.builder()
                .survey(survey)
                .question(question)
                .closedOn(day(closed))
                .invited(invited)
                .responses(responses)
                .agreed(agreed)
                .build();
    }
}
