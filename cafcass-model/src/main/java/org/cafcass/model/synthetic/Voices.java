package org.cafcass.model.synthetic;

import java.time.LocalDate;
import java.util.Optional;
import org.cafcass.model.Check;
import org.cafcass.model.CheckKind;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.Scenario.FeedbackYear;
import org.cafcass.model.synthetic.Scenario.Year;

/** Writes what children and adults said, and the checks asked of the police and local authorities. */
final class Voices {
    private static final int ANSWER_WORKING_DAYS = 20;

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final CaseIndex cases;
    private final Extract.Builder extract;
    private final Identifiers identifiers;

    Voices(
            Scenario scenario,
            Scale scale,
            WorkingDays workingDays,
            Draw draw,
            CaseIndex cases,
            Extract.Builder extract) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
        this.cases = cases;
        this.extract = extract;
        this.identifiers = new Identifiers('f', draw);
    }

    void writeFeedback() {
        for (FeedbackYear year : scenario.feedback()) {
            int positive = scale.of(year.positive());
            for (int i = 0; i < scale.of(year.reflections()); i++) {
                FeedbackSource source = draw.happens(0.45) ? FeedbackSource.CHILD : FeedbackSource.ADULT;
                extract.add(feedback(FeedbackKind.REFLECTION, source, year.year())
                        .positive(i < positive)
                        .build());
            }
            for (int i = 0; i < scale.of(year.compliments()); i++) {
                FeedbackSource source = draw.happens(0.4) ? FeedbackSource.PROFESSIONAL : FeedbackSource.ADULT;
                extract.add(
                        feedback(FeedbackKind.COMPLIMENT, source, year.year()).build());
            }
            for (int i = 0; i < scale.of(year.complaints()); i++) {
                writeComplaint(year.year());
            }
        }
    }

    private Feedback.Builder feedback(FeedbackKind kind, FeedbackSource source, Year year) {
        return feedback(kind, source, workingDays.any(year.first(), year.last() + 1, draw));
    }

    private Feedback.Builder feedback(FeedbackKind kind, FeedbackSource source, int day) {
        CaseFile about = draw.happens(0.93) ? cases.about(day, draw) : null;
        return Feedback.builder()
                .feedbackId(new FeedbackId(identifiers.next()))
                .kind(kind)
                .source(source)
                .receivedOn(LocalDate.ofEpochDay(day))
                .caseId(Optional.ofNullable(about).map(file -> file.id));
    }

    /** Most complaints are answered within twenty working days, a child's within ten. */
    private void writeComplaint(Year year) {
        FeedbackSource source = draw.happens(0.06) ? FeedbackSource.CHILD : FeedbackSource.ADULT;
        int day = workingDays.any(year.first(), year.last() + 1, draw);
        int usual = source == FeedbackSource.CHILD ? ANSWER_WORKING_DAYS / 2 : ANSWER_WORKING_DAYS;
        int responded =
                workingDays.after(day, draw.happens(0.9) ? draw.between(3, usual) : draw.between(usual + 1, 45));
        int acknowledged = workingDays.after(day, draw.between(0, 2));
        Feedback.Builder row = feedback(FeedbackKind.COMPLAINT, source, day);
        if (acknowledged <= scenario.asAtDay()) {
            row.acknowledgedOn(LocalDate.ofEpochDay(acknowledged));
        }
        if (responded <= scenario.asAtDay()) {
            row.respondedOn(LocalDate.ofEpochDay(responded));
        }
        extract.add(row.build());
    }

    void writeChecks(CaseFile file) {
        if (file.law() == Law.PUBLIC || file.received < scenario.years().get(0).first()) {
            return;
        }
        int requested = workingDays.after(file.received, draw.between(0, 2));
        if (requested > scenario.asAtDay() || requested >= file.closed) {
            return;
        }
        write(file, CheckKind.POLICE_LEVEL_1, requested, draw.happens(0.96) ? draw.between(0, 2) : draw.between(3, 12));
        write(file, CheckKind.LOCAL_AUTHORITY, requested, draw.between(1, 15));
        if (draw.happens(0.1)) {
            write(file, CheckKind.POLICE_LEVEL_2, requested, draw.between(5, 35));
        }
    }

    private void write(CaseFile file, CheckKind kind, int requested, int workingDaysLater) {
        int returned = workingDays.after(requested, workingDaysLater);
        extract.add(Check.builder()
                .caseId(file.id)
                .kind(kind)
                .requestedOn(LocalDate.ofEpochDay(requested))
                .returnedOn(
                        returned <= scenario.asAtDay() ? Optional.of(LocalDate.ofEpochDay(returned)) : Optional.empty())
                .build());
    }
}
