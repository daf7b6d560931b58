package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.time.LocalDate;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.CaseFile.Listing;

/** Writes the hearings of each case: those held, those ahead, and some that were vacated. */
final class Hearings {
    /** A hearing less than this many days ahead makes a case court ready. */
    private static final int SIX_WEEKS = 42;

    private final int asAt;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Extract.Builder extract;

    Hearings(Scenario scenario, WorkingDays workingDays, Draw draw, Extract.Builder extract) {
        this.asAt = scenario.asAtDay();
        this.workingDays = workingDays;
        this.draw = draw;
        this.extract = extract;
    }

    void write(CaseFile file) {
        if (file.firstHearing == NEVER) {
            writeAhead(file, file.law() == Law.PUBLIC ? HearingKind.CASE_MANAGEMENT : HearingKind.FIRST_HEARING);
            return;
        }
        write(
                file,
                file.law() == Law.PUBLIC ? HearingKind.CASE_MANAGEMENT : HearingKind.FIRST_HEARING,
                file.firstHearing,
                NEVER);
        int days = file.daysBy(asAt);
        if (file.law() == Law.PUBLIC || file.kind.goesOn()) {
            writeBetween(file, days);
        }
        if (file.closed != NEVER) {
            if (file.law() == Law.PUBLIC || file.kind.goesOn()) {
                int day = workingDays.lastBefore(file.closed + 1 - draw.below(6));
                write(file, HearingKind.FINAL, Math.max(day, file.firstHearing), NEVER);
            }
        } else if (file.listing != Listing.NONE) {
            writeListing(file);
        } else if (draw.happens(0.85)) {
            writeAhead(file, file.law() == Law.PUBLIC ? HearingKind.ISSUES_RESOLUTION : HearingKind.DISPUTE_RESOLUTION);
        }
    }

    private void writeBetween(CaseFile file, int days) {
        int since = file.received + days - file.firstHearing;
        if (since > 100) {
            int day = workingDays.lastBefore(file.firstHearing + since * draw.between(45, 75) / 100);
            HearingKind kind =
                    file.law() == Law.PUBLIC ? HearingKind.ISSUES_RESOLUTION : HearingKind.DISPUTE_RESOLUTION;
            boolean vacated = draw.happens(0.12);
            write(file, kind, day, vacated ? day - draw.between(1, 10) : NEVER);
            if (vacated) {
                write(file, kind, workingDays.lastBefore(day + draw.between(14, 30)), NEVER);
            }
        }
    }

    private void writeListing(CaseFile file) {
        int day = switch (file.listing) {
            case COURT_READY -> workingDays.any(asAt + 1, asAt + SIX_WEEKS, draw);
            case HEARING_AHEAD -> workingDays.any(asAt + SIX_WEEKS, asAt + 7 * SIX_WEEKS, draw);
            case UNLISTED, NONE -> NEVER;
        };
        if (day != NEVER) {
            write(file, HearingKind.FINAL, day, NEVER);
        }
        if (day == NEVER ? draw.happens(0.3) : draw.happens(0.07)) {
            write(file, HearingKind.FINAL, workingDays.any(asAt + 1, asAt + 90, draw), asAt - draw.below(20));
        }
    }

    private void writeAhead(CaseFile file, HearingKind kind) {
        write(file, kind, workingDays.any(asAt + 1, asAt + 90, draw), NEVER);
    }

    /** The listing became known a few weeks before the hearing, at the earliest when the case was received. */
    private void write(CaseFile file, HearingKind kind, int day, int vacated) {
        int known = Math.min(Math.min(day, asAt), vacated);
        int listed = Math.max(file.received, known - draw.between(5, 60));
        Hearing.Builder row = Hearing.builder()
                .caseId(file.id)
                .kind(kind)
                .listedOn(LocalDate.ofEpochDay(listed))
                .hearingOn(LocalDate.ofEpochDay(day));
        if (vacated != NEVER) {
            row.vacatedOn(LocalDate.ofEpochDay(Math.max(vacated, listed)));
        }
        extract.add(row.build());
    }
}
