package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.extract.Extract;

/** Writes cases, their children and their reports as rows of the extract. */
final class CaseRows {
    private final List<AreaShare> areas;
    private final Extract.Builder extract;
    private final Identifiers reportIds;

    CaseRows(Scenario scenario, Draw draw, Extract.Builder extract) {
        this.areas = scenario.areas();
        this.extract = extract;
        this.reportIds = new Identifiers('r', draw);
    }

    void write(CaseFile file) {
        extract.add(ChildrensCase.builder()
                .caseId(file.id)
                .law(file.law())
                .application(file.application)
                .areaCode(areas.get(file.area).area().areaCode())
                .receivedOn(LocalDate.ofEpochDay(file.received))
                .firstHearingOn(date(file.firstHearing))
                .furtherWorkOrderedOn(date(file.furtherWork))
                .rule164On(date(file.rule164))
                .highRisk(file.highRisk)
                .courtCode(areas.get(file.area).area().areaCode().value() + "-" + (1 + file.received % 3))
                .closedOn(date(file.closed))
                .previousCaseId(Optional.ofNullable(file.previousId))
                .build());
        file.childFiles.forEach(this::write);
        file.reports.forEach(this::write);
    }

    private void write(ChildFile child) {
        Child.Builder row = Child.builder()
                .childId(child.id)
                .caseId(child.file.id)
                .bornOn(LocalDate.ofEpochDay(child.born))
                .engagementEligible(child.eligible);
        if (child.recorded != NEVER) {
            row.engagementRecordedOn(LocalDate.ofEpochDay(child.recorded))
                    .engagementMode(child.inPerson ? EngagementMode.IN_PERSON : EngagementMode.REMOTE);
        }
        extract.add(row.build());
    }

    private void write(ReportFile report) {
        extract.add(Report.builder()
                .reportId(new ReportId(reportIds.next()))
                .caseId(report.about.id)
                .kind(report.kind)
                .orderedOn(LocalDate.ofEpochDay(report.ordered))
                .firstAgreedOn(date(report.firstAgreed))
                .agreedOn(date(report.agreed))
                .filedOn(date(report.filed))
                .build());
    }

    private static Optional<LocalDate> date(int day) {
        return day == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
