package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.synthetic.Scenario.FilingTarget;
import org.cafcass.model.synthetic.Scenario.Year;

/** Moves filing days by single working days until the means are the paper's, and agrees filing dates around them. */
final class Filing {
    private static final int WORKING_WEEK = 5;
    private static final int PASSES = 40;

    private final Scenario scenario;
    private final WorkingDays workingDays;
    private final Draw draw;

    Filing(Scenario scenario, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.workingDays = workingDays;
        this.draw = draw;
    }

    void settle(List<CaseFile> cases) {
        List<ReportFile> reports = new ArrayList<>();
        cases.forEach(file -> reports.addAll(file.reports));
        for (FilingTarget target : scenario.filing()) {
            meetMean(filed(reports, target.year(), Filing::isPublicLaw), target.year(), target.publicLawWeeks());
            meetMean(
                    filed(reports, target.year(), of(ReportKind.SAFEGUARDING_LETTER)),
                    target.year(),
                    target.letterWeeks());
            meetMean(filed(reports, target.year(), of(ReportKind.SECTION_7)), target.year(), target.section7Weeks());
        }
        reports.forEach(this::agree);
        for (FilingTarget target : scenario.filing()) {
            extend(filed(reports, target.year(), of(ReportKind.SECTION_7)), target.extendedPercent());
        }
    }

    private static boolean isPublicLaw(ReportFile report) {
        return report.about.law() == Law.PUBLIC;
    }

    private static Predicate<ReportFile> of(ReportKind kind) {
        return report -> report.kind == kind;
    }

    private List<ReportFile> filed(List<ReportFile> reports, Year year, Predicate<ReportFile> which) {
        List<ReportFile> filed = new ArrayList<>();
        for (ReportFile report : reports) {
            if (year.contains(report.filed) && which.test(report)) {
                filed.add(report);
            }
        }
        draw.shuffle(filed);
        return filed;
    }

    private void meetMean(List<ReportFile> reports, Year year, double weeks) {
        long missing = Math.round(weeks * WORKING_WEEK * reports.size());
        for (ReportFile report : reports) {
            missing -= workingDays.between(report.ordered, report.filed);
        }
        int step = Long.signum(missing);
        for (int pass = 0; pass < PASSES && missing != 0; pass++) {
            for (int i = 0; i < reports.size() && missing != 0; i++) {
                missing -= moved(reports.get(i), year, step) ? step : 0;
            }
        }
    }

    private boolean moved(ReportFile report, Year year, int step) {
        int day = step > 0 ? workingDays.onOrAfter(report.filed + 1) : workingDays.lastBefore(report.filed);
        boolean possible = year.contains(day) && day > report.ordered && day < latest(report);
        if (possible) {
            report.filed = day;
        }
        return possible;
    }

    /** The day by which a report has to have been filed: the closing, the hearing a letter is for, the next report's order. */
    private int latest(ReportFile report) {
        CaseFile file = report.about;
        int latest = Math.min(file.closed, scenario.asAtDay() + 1);
        if (report.kind == ReportKind.SAFEGUARDING_LETTER) {
            return Math.min(latest, file.firstHearing);
        }
        for (ReportFile other : file.reports) {
            if (other.ordered > report.filed) {
                latest = Math.min(latest, other.ordered);
            }
        }
        return latest;
    }

    private void agree(ReportFile report) {
        if (report.kind == ReportKind.SAFEGUARDING_LETTER) {
            return;
        }
        if (report.filed == NEVER) {
            report.firstAgreed = workingDays.after(report.ordered, draw.between(50, 85));
            report.agreed = report.firstAgreed <= scenario.asAtDay()
                    ? workingDays.after(scenario.asAtDay(), draw.between(2, 40))
                    : report.firstAgreed;
            if (draw.happens(0.03)) {
                report.agreed = report.firstAgreed;
            }
        } else {
            boolean late = draw.happens(0.02);
            report.agreed = late
                    ? Math.max(report.ordered, workingDays.lastBefore(report.filed))
                    : workingDays.after(report.filed, draw.below(8));
            report.firstAgreed = report.agreed;
            if (report.kind != ReportKind.SECTION_7 && draw.happens(0.15)) {
                shorten(report);
            }
        }
    }

    /** The reports that took longest, more or less, had their first agreed date put back. */
    private void extend(List<ReportFile> reports, double percent) {
        Map<ReportFile, Integer> order = new IdentityHashMap<>();
        for (ReportFile report : reports) {
            order.put(report, report.ordered - report.filed + draw.below(70));
        }
        reports.sort(Comparator.comparing(order::get));
        int extended = (int) Math.round(reports.size() * percent / 100);
        reports.subList(0, extended).forEach(this::shorten);
    }

    private void shorten(ReportFile report) {
        int spare = workingDays.between(report.ordered, report.agreed);
        report.firstAgreed = workingDays.after(report.ordered, Math.max(0, spare - draw.between(5, 30)));
        if (report.firstAgreed >= report.agreed) {
            report.agreed = workingDays.onOrAfter(report.firstAgreed + 1);
        }
    }
}
