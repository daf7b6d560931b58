package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.Answer;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Employment;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.Scenario.LocalAudits;
import org.cafcass.model.synthetic.Scenario.NationalAudit;
import org.cafcass.model.synthetic.Scenario.Share;
import org.cafcass.model.synthetic.Scenario.Year;
import org.jspecify.annotations.Nullable;

/** Makes the audits of case files and the answers they gave. */
final class Audits {
    private static final List<String> QUESTIONS =
            List.of("child_seen_in_timescales", "domestic_abuse_assessed", "supervision_in_line_with_policy");

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final CaseIndex cases;
    private final List<AdviserFile> advisers;
    private final Extract.Builder extract;
    private final Identifiers identifiers;

    Audits(
            Scenario scenario,
            Scale scale,
            WorkingDays workingDays,
            Draw draw,
            CaseIndex cases,
            List<AdviserFile> advisers,
            Extract.Builder extract) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
        this.cases = cases;
        this.advisers = advisers.stream()
                .filter(file -> file.role == Role.FAMILY_COURT_ADVISER && file.employment != Employment.ASSOCIATE)
                .toList();
        this.extract = extract;
        this.identifiers = new Identifiers('q', draw);
    }

    /** An audit while it is being made. */
    private static final class AuditFile {
        final AdviserFile adviser;
        final int day;
        Law law = Law.PRIVATE;

        @Nullable
        Grade grade;

        boolean collaborative;
        boolean letter;

        @Nullable
        Boolean shared;

        AuditFile(AdviserFile adviser, int day) {
            this.adviser = adviser;
            this.day = day;
        }
    }

    /** Local audits by year, those of the last quarter among the advisers that were to have one; then the national ones. */
    void write(List<AdviserFile> eligible) {
        for (LocalAudits year : scenario.localAudits()) {
            List<AuditFile> audits = localAudits(year, eligible);
            chooseLaw(audits, scale.of(year.publicLaw()));
            for (Law law : Law.values()) {
                List<AuditFile> some = new ArrayList<>(
                        audits.stream().filter(audit -> audit.law == law).toList());
                draw.shuffle(some);
                year.collaborative(law).firstOf(some).forEach(audit -> audit.collaborative = true);
                draw.shuffle(some);
                year.letter(law).firstOf(some).forEach(audit -> audit.letter = true);
                shareRecommendations(some, year.shared(law), year.year());
            }
            audits.sort(Comparator.comparingInt(audit -> audit.day));
            for (int i = 0; i < audits.size(); i++) {
                AuditFile audit = audits.get(i);
                audit.grade = grade(year, i);
                write(audit, AuditSource.LOCAL, year.scale());
            }
        }
        scenario.nationalAudits().forEach(this::writeNational);
    }

    private List<AuditFile> localAudits(LocalAudits year, List<AdviserFile> eligible) {
        List<AuditFile> audits = new ArrayList<>();
        int rest = scale.of(year.total());
        Year covered = scenario.auditCover().stretch();
        if (covered.last() == year.year().last()) {
            int number = scale.of(scenario.auditCover().audits());
            List<AdviserFile> some = new ArrayList<>(eligible);
            draw.shuffle(some);
            some = some.subList(0, Math.min(some.size(), (int)
                    Math.round(some.size() * scenario.auditCover().advisersPercent() / 100)));
            for (int i = 0; i < number && !some.isEmpty(); i++) {
                AdviserFile adviser = i < some.size() ? some.get(i) : draw.of(some);
                audits.add(new AuditFile(adviser, workingDays.any(covered.first(), covered.last() + 1, draw)));
            }
            rest -= number;
        }
        int end = covered.last() == year.year().last()
                ? covered.first()
                : year.year().last() + 1;
        while (rest > 0) {
            AdviserFile adviser = draw.of(advisers);
            int day = workingDays.any(year.year().first(), end, draw);
            if (adviser.isEmployedAt(day)) {
                audits.add(new AuditFile(adviser, day));
                rest--;
            }
        }
        return audits;
    }

    /** So many are of public law: all of an area that has no other, none of a team or area that has none. */
    private void chooseLaw(List<AuditFile> audits, int publicLaw) {
        List<AuditFile> mixed = new ArrayList<>();
        int left = publicLaw;
        for (AuditFile audit : audits) {
            AreaShare area = scenario.areas().get(audit.adviser.area);
            if (area.received(Law.PRIVATE, 1) == 0) {
                audit.law = Law.PUBLIC;
                left--;
            } else if (audit.adviser.team != Team.TO_FIRST_HEARING && area.received(Law.PUBLIC, 1) > 0) {
                mixed.add(audit);
            }
        }
        draw.shuffle(mixed);
        mixed.subList(0, Math.max(0, Math.min(left, mixed.size()))).forEach(audit -> audit.law = Law.PUBLIC);
    }

    /** In the last month exactly the scenario's share; before that it was lower, and asked in about half of the audits. */
    private void shareRecommendations(List<AuditFile> audits, Share share, Year year) {
        LocalDate last = LocalDate.ofEpochDay(year.last()).withDayOfMonth(1);
        int month = (int) last.toEpochDay();
        List<AuditFile> asked = audits.stream()
                .filter(audit -> audit.day >= month)
                .limit(scale.of(share.of()))
                .toList();
        int yes = scale.of(share.count());
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).shared = i < yes;
        }
        for (AuditFile audit : audits) {
            if (audit.day < month && draw.happens(0.55)) {
                audit.shared = draw.happens(0.95 * share.count() / share.of());
            }
        }
    }

    /** The share of good and outstanding holds from each day to any later one. */
    private Grade grade(LocalAudits year, int position) {
        List<Grade> grades = year.scale().grades();
        double share = year.goodPercent() / 100;
        boolean good = Math.floor((position + 1) * share) > Math.floor(position * share);
        return good ? grades.get(draw.happens(0.85) ? 2 : 3) : grades.get(draw.happens(0.78) ? 1 : 0);
    }

    private void writeNational(NationalAudit national) {
        List<Grade> grades = national.scale().grades();
        for (int i = 0; i < grades.size(); i++) {
            for (int left = scale.of(national.grades().get(i)); left > 0; ) {
                AdviserFile adviser = draw.of(advisers);
                int day = workingDays.any(
                        national.month().first(), national.month().last() + 1, draw);
                if (adviser.isEmployedAt(day)) {
                    AuditFile audit = new AuditFile(adviser, day);
                    chooseLaw(List.of(audit), draw.below(2));
                    audit.grade = grades.get(i);
                    write(audit, AuditSource.NATIONAL, national.scale());
                    left--;
                }
            }
        }
    }

    private void write(AuditFile audit, AuditSource source, AuditScale scale) {
        CaseFile file = cases.about(audit.adviser.area, audit.law, audit.day, draw);
        boolean local = source == AuditSource.LOCAL;
        Grade grade = audit.grade;
        AuditId id = new AuditId(identifiers.next());
        extract.add(Audit.builder()
                .auditId(id)
                .caseId(Optional.ofNullable(file).map(some -> some.id))
                .adviserId(audit.adviser.id)
                .auditedOn(LocalDate.ofEpochDay(audit.day))
                .source(source)
                .scale(scale)
                .grade(Optional.ofNullable(grade))
                .collaborative(
                        local && (audit.collaborative || draw.happens(0.8))
                                ? Optional.of(audit.collaborative)
                                : Optional.empty())
                .childFeedback(draw.happens(0.22))
                .adultFeedback(draw.happens(0.27))
                .introductionLetter(local ? Optional.of(audit.letter) : Optional.empty())
                .recommendationsShared(Optional.ofNullable(audit.shared))
                .improvementAgreedOn(improvement(audit))
                .moderatedGrade(draw.happens(0.12) ? Optional.of(moderated(scale, grade)) : Optional.empty())
                .build());
        for (String question : QUESTIONS) {
            extract.add(Answer.builder()
                    .auditId(id)
                    .question(question)
                    .answer(answer(grade))
                    .build());
        }
    }

    private Optional<LocalDate> improvement(AuditFile audit) {
        if (audit.grade != Grade.INADEQUATE || draw.happens(0.06)) {
            return Optional.empty();
        }
        int day = workingDays.after(audit.day, draw.between(1, 12));
        return day <= scenario.asAtDay() && day != NEVER ? Optional.of(LocalDate.ofEpochDay(day)) : Optional.empty();
    }

    private Grade moderated(AuditScale scale, @Nullable Grade grade) {
        List<Grade> grades = scale.grades();
        int given = grades.indexOf(grade);
        int change = draw.happens(0.8) ? 0 : draw.happens(0.7) ? -1 : 1;
        return grades.get(Math.max(0, Math.min(grades.size() - 1, given + change)));
    }

    private AnswerCode answer(@Nullable Grade grade) {
        double yes = grade == Grade.INADEQUATE ? 0.2 : grade == Grade.REQUIRES_IMPROVEMENT ? 0.5 : 0.85;
        double share = draw.share();
        return share < yes
                ? AnswerCode.YES
                : share < yes + 0.08 ? AnswerCode.PARTLY : share < 0.97 ? AnswerCode.NO : AnswerCode.NOT_APPLICABLE;
    }

    /** The advisers who led a case at the end of the covered stretch and were there when it began. */
    List<AdviserFile> eligible(List<AdviserFile> leads) {
        int first = scenario.auditCover().stretch().first();
        return leads.stream()
                .filter(file -> file.isEmployedAt(first))
                .sorted(Comparator.comparing(file -> file.id.value()))
                .toList();
    }
}
