package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.synthetic.CaseFile.Listing;
import org.cafcass.model.synthetic.Scenario.Year;

/** Makes the reports that the courts ordered, and when each was filed. */
final class Reports {
    private static final int SECTION_7_WORKING_DAYS = 70;
    private static final int ADDENDUM_WORKING_DAYS = 38;
    private static final int ANALYSIS_WORKING_DAYS = 42;
    private static final int LETTER_WORKING_DAYS = 19;

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;

    Reports(Scenario scenario, Scale scale, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
    }

    void order(List<CaseFile> cases) {
        for (CaseFile file : cases) {
            if (file.law() == Law.PUBLIC) {
                orderAnalyses(file);
            } else {
                orderLetter(file);
                if (file.furtherWork != NEVER) {
                    orderSection7(file);
                }
            }
        }
        List<CaseFile> worked = new ArrayList<>(
                cases.stream().filter(file -> file.furtherWork != NEVER).toList());
        draw.shuffle(worked);
        for (int year = 0; year < scenario.years().size(); year++) {
            Year days = scenario.years().get(year);
            meet(ReportKind.SECTION_7, days, scale.of(scenario.section7().get(year)), worked);
            meet(
                    ReportKind.SECTION_7_ADDENDUM,
                    days,
                    scale.of(scenario.addenda().get(year)),
                    worked);
        }
    }

    private void orderAnalyses(CaseFile file) {
        int ordered = workingDays.after(file.received, draw.between(1, 4));
        add(file, ReportKind.CASE_ANALYSIS, ordered, ANALYSIS_WORKING_DAYS);
        int second = file.received + draw.between(110, 160);
        if (file.daysBy(scenario.asAtDay()) > 200) {
            add(file, ReportKind.CASE_ANALYSIS, workingDays.onOrAfter(second), ANALYSIS_WORKING_DAYS);
        }
    }

    private void orderLetter(CaseFile file) {
        int ordered = workingDays.after(file.received, draw.between(1, 3));
        if (draw.happens(0.97) && ordered < Math.min(file.firstHearing, file.closed) && ordered <= scenario.asAtDay()) {
            int filed = workingDays.after(ordered, (int) draw.aroundMedian(LETTER_WORKING_DAYS));
            filed = Math.max(ordered, Math.min(filed, workingDays.lastBefore(earlier(file.firstHearing, file.closed))));
            file.reports.add(new ReportFile(
                    file, ReportKind.SAFEGUARDING_LETTER, ordered, filed <= scenario.asAtDay() ? filed : NEVER));
        }
    }

    private int earlier(int day, int other) {
        return Math.min(Math.min(day, other), scenario.asAtDay() + 400);
    }

    private void orderSection7(CaseFile file) {
        int asAt = scenario.asAtDay();
        int ordered = file.furtherWork;
        if (file.closed != NEVER || file.listing != Listing.NONE) {
            add(file, ReportKind.SECTION_7, ordered, SECTION_7_WORKING_DAYS);
        } else if (asAt - ordered > 160 && draw.happens(0.6)) {
            int filed = workingDays.after(ordered, (int) draw.aroundMedian(SECTION_7_WORKING_DAYS));
            filed = Math.min(filed, workingDays.lastBefore(asAt - 56));
            file.reports.add(new ReportFile(file, ReportKind.SECTION_7, ordered, filed));
            int again = workingDays.any(Math.max(filed + 1, asAt - 55), asAt - 2, draw);
            file.reports.add(new ReportFile(file, ReportKind.SECTION_7_ADDENDUM, again, NEVER));
        } else {
            file.reports.add(new ReportFile(file, ReportKind.SECTION_7, ordered, NEVER));
        }
    }

    /** Adds a report filed about so many working days later, before the case closes, and unfiled where that day is yet to come. */
    private void add(CaseFile file, ReportKind kind, int ordered, int medianWorkingDays) {
        int asAt = scenario.asAtDay();
        if (ordered >= file.closed || ordered > asAt) {
            return;
        }
        int filed = workingDays.after(ordered, (int) draw.aroundMedian(medianWorkingDays));
        if (file.closed != NEVER) {
            filed = Math.min(filed, workingDays.lastBefore(file.closed));
        } else if (file.listing != Listing.NONE && filed > asAt) {
            filed = workingDays.lastBefore(asAt + 1 - draw.below(Math.max(1, (asAt - ordered) / 3)));
        }
        if (file.closed == NEVER || filed - ordered >= 7) {
            file.reports.add(new ReportFile(file, kind, ordered, filed <= asAt ? Math.max(filed, ordered) : NEVER));
        }
    }

    /** Drops or adds reports until exactly so many of the kind were ordered in the year. */
    private void meet(ReportKind kind, Year year, int wanted, List<CaseFile> cases) {
        int missing = wanted - ordered(kind, year, cases);
        for (int i = 0; i < cases.size() && missing < 0; i++) {
            missing += drop(cases.get(i), kind, year) ? 1 : 0;
        }
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < cases.size() && missing > 0; i++) {
                missing -= orderAgain(cases.get(i), kind, year) ? 1 : 0;
            }
        }
    }

    private static int ordered(ReportKind kind, Year year, List<CaseFile> cases) {
        int count = 0;
        for (CaseFile file : cases) {
            for (ReportFile report : file.reports) {
                count += report.kind == kind && year.contains(report.ordered) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean drop(CaseFile file, ReportKind kind, Year year) {
        if (file.closed == NEVER) {
            return false;
        }
        for (ReportFile report : file.reports) {
            if (report.kind == kind && year.contains(report.ordered)) {
                return file.reports.remove(report);
            }
        }
        return false;
    }

    /** Orders another report after the last one was filed, where the case leaves it the time; it is filed by the end. */
    private boolean orderAgain(CaseFile file, ReportKind kind, Year year) {
        if (file.closed == NEVER && file.listing == Listing.NONE) {
            return false;
        }
        int end = Math.min(file.closed, scenario.asAtDay() + 1);
        int last = file.reports.stream()
                .filter(report -> report.kind != ReportKind.SAFEGUARDING_LETTER)
                .mapToInt(report -> report.filed)
                .max()
                .orElse(NEVER);
        if (last >= end) {
            return false;
        }
        int from = Math.max(last + 5, year.first());
        int to = Math.min(end - 30, year.last() + 1);
        if (to <= from || workingDays.between(from, to) == 0) {
            return false;
        }
        int ordered = workingDays.any(from, to, draw);
        int median = kind == ReportKind.SECTION_7 ? SECTION_7_WORKING_DAYS : ADDENDUM_WORKING_DAYS;
        int filed = workingDays.after(ordered, (int) draw.aroundMedian(median));
        return file.reports.add(new ReportFile(file, kind, ordered, Math.min(filed, workingDays.lastBefore(end))));
    }
}
