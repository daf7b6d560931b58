package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
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
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Pillar;
import org.cafcass.model.Post;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingScale;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.Team;

/** Makes extracts that hold every rule, with texts that are awkward to write; the same seed makes the same extract. */
final class RandomExtract {
    private static final List<String> AWKWARD = List.of(
            "\"", ",", "\n", "\r", "\r\n", " ", "\t", "'", "=1+1", "@", "-", "é", "€", "😀", "\u2028", "\u0000",
            "\uFEFF", "a", "B", "true", "0", "\"\"", "{", "}", "\\");

    private final Random random;
    private final Extract.Builder builder = Extract.builder();
    private int areas;
    private int advisers;
    private int cases;

    private RandomExtract(long seed) {
        random = new Random(seed);
    }

    /** All required tables, and each of the others as likely as not. */
    static Extract of(long seed) {
        return new RandomExtract(seed).make();
    }

    private Extract make() {
        areas = 1 + random.nextInt(3);
        advisers = random.nextInt(5);
        cases = random.nextInt(12);
        for (int i = 0; i < areas; i++) {
            builder.add(Area.builder()
                    .areaCode(new AreaCode("a\"" + i))
                    .name(text())
                    .region(text())
                    .build());
        }
        times(advisers, this::addAdviser);
        times(cases, this::addCase);
        times(cases == 0 ? 0 : random.nextInt(15), this::addChild);
        for (ExtractTable table : ExtractTable.values()) {
            if (!table.required() && random.nextBoolean()) {
                builder.present(table);
                times(random.nextInt(8), i -> addOptional(table, i));
            }
        }
        return builder.build();
    }

    private interface Row {
        void add(int number);
    }

    private static void times(int times, Row row) {
        for (int i = 0; i < times; i++) {
            row.add(i);
        }
    }

    private void addOptional(ExtractTable table, int i) {
        boolean hasCase = cases > 0;
        boolean hasAdviser = advisers > 0;
        switch (table) {
            case ALLOCATIONS -> {
                if (i < cases && hasAdviser) {
                    addAllocation(i);
                }
            }
            case HEARINGS -> {
                if (hasCase) {
                    LocalDate listed = day();
                    builder.add(Hearing.builder()
                            .caseId(caseId())
                            .kind(one(HearingKind.values()))
                            .listedOn(listed)
                            .hearingOn(day())
                            .vacatedOn(maybeFrom(listed))
                            .build());
                }
            }
            case REPORTS -> {
                if (hasCase) {
                    addReport(i);
                }
            }
            case AUDITS -> {
                if (hasAdviser) {
                    addAudit(i);
                }
            }
            case ANSWERS -> {}
            case FEEDBACK -> addFeedback(i);
            case ABSENCES -> {
                if (hasAdviser) {
                    LocalDate from = day();
                    builder.add(Absence.builder()
                            .adviserId(adviserId())
                            .from(from)
                            .to(from.plusDays(random.nextInt(9)))
                            .reason(maybe(this::text))
                            .build());
                }
            }
            case CHECKS -> {
                if (hasCase) {
                    LocalDate requested = day();
                    builder.add(Check.builder()
                            .caseId(caseId())
                            .kind(one(CheckKind.values()))
                            .requestedOn(requested)
                            .returnedOn(maybeFrom(requested))
                            .build());
                }
            }
            case SURVEY -> {
                int invited = random.nextInt(Integer.MAX_VALUE);
                int responses = random.nextInt(invited + 1);
                builder.add(SurveyQuestion.builder()
                        .survey(text())
                        .question("question " + i)
                        .closedOn(day())
                        .invited(invited)
                        .responses(responses)
                        .agreed(random.nextInt(responses + 1))
                        .build());
            }
            case POSTS -> {
                LocalDate from = day();
                builder.add(Post.builder()
                        .areaCode(areaCode())
                        .role(one(Role.values()))
                        .team(one(Team.values()))
                        .fte(decimal(0, 1_000_000))
                        .from(from)
                        .to(maybeFrom(from))
                        .build());
            }
            case RATINGS -> {
                RatingScale scale = one(RatingScale.values());
                builder.add(Rating.builder()
                        .subject(text())
                        .scale(scale)
                        .rating(scale.ratings()
                                .get(random.nextInt(scale.ratings().size())))
                        .ratedOn(day())
                        .pillar(maybe(() -> one(Pillar.values())))
                        .areaCode(maybe(this::areaCode))
                        .reason(maybe(this::text))
                        .build());
            }
            case AREAS, ADVISERS, CASES, CHILDREN -> throw new IllegalArgumentException(table.fileName());
        }
    }

    private void addAdviser(int i) {
        LocalDate started = day();
        builder.add(Adviser.builder()
                .adviserId(new AdviserId("v," + i))
                .role(one(Role.values()))
                .employment(one(Employment.values()))
                .team(one(Team.values()))
                .areaCode(areaCode())
                .fte(decimal(1, 150))
                .startedOn(started)
                .leftOn(maybeFrom(started))
                .ceiling(maybe(() -> decimal(1, 4_000)))
                .build());
    }

    private void addCase(int i) {
        Application application = one(Application.values());
        LocalDate received = day();
        builder.add(ChildrensCase.builder()
                .caseId(new CaseId("c é" + i))
                .law(application.law())
                .application(application)
                .areaCode(areaCode())
                .receivedOn(received)
                .firstHearingOn(maybeFrom(received))
                .furtherWorkOrderedOn(maybe(this::day))
                .rule164On(maybe(this::day))
                .highRisk(random.nextBoolean())
                .courtCode(maybe(this::text))
                .closedOn(maybeFrom(received))
                .previousCaseId(maybe(() -> new CaseId(text())))
                .build());
    }

    private void addChild(int i) {
        builder.add(Child.builder()
                .childId(new ChildId("k" + i / cases))
                .caseId(new CaseId("c é" + i % cases))
                .bornOn(maybe(this::day))
                .engagementEligible(maybe(random::nextBoolean))
                .engagementRecordedOn(maybe(this::day))
                .engagementMode(maybe(() -> one(EngagementMode.values())))
                .introductionLetterOn(maybe(this::day))
                .recommendationsSharedOn(maybe(this::day))
                .build());
    }

    /* One lead, duty or hub allocation a case, and support at will, so that none overlaps; after the year 9000 all cases are received. */
    private void addAllocation(int i) {
        LocalDate from = LocalDate.of(9001, 1, 1).plusDays(random.nextInt(1000));
        AllocationKind kind = one(AllocationKind.values());
        boolean byNobody = kind == AllocationKind.HUB || kind == AllocationKind.DUTY;
        builder.add(Allocation.builder()
                .caseId(new CaseId("c é" + i))
                .kind(kind)
                .adviserId(byNobody ? maybe(this::adviserId) : Optional.of(adviserId()))
                .from(from)
                .to(maybe(() -> from.plusDays(random.nextInt(900))))
                .build());
    }

    private void addReport(int i) {
        LocalDate ordered = day();
        builder.add(Report.builder()
                .reportId(new ReportId("r" + i))
                .caseId(caseId())
                .kind(one(ReportKind.values()))
                .orderedOn(ordered)
                .firstAgreedOn(maybe(this::day))
                .agreedOn(maybe(this::day))
                .filedOn(maybeFrom(ordered))
                .build());
    }

    private void addAudit(int i) {
        AuditScale scale = one(AuditScale.values());
        AuditId id = new AuditId("u" + i);
        builder.add(Audit.builder()
                .auditId(id)
                .caseId(cases == 0 ? Optional.empty() : maybe(this::caseId))
                .adviserId(adviserId())
                .auditedOn(day())
                .source(one(AuditSource.values()))
                .scale(scale)
                .grade(maybe(() -> scale.grades().get(random.nextInt(4))))
                .collaborative(maybe(random::nextBoolean))
                .childFeedback(maybe(random::nextBoolean))
                .adultFeedback(maybe(random::nextBoolean))
                .introductionLetter(maybe(random::nextBoolean))
                .recommendationsShared(maybe(random::nextBoolean))
                .improvementAgreedOn(maybe(this::day))
                .moderatedGrade(maybe(() -> scale.grades().get(random.nextInt(4))))
                .significantLearning(maybe(random::nextBoolean))
                .build());
        times(
                random.nextInt(3),
                question -> builder.add(Answer.builder()
                        .auditId(id)
                        .question("question\n" + question)
                        .answer(one(AnswerCode.values()))
                        .build()));
    }

    private void addFeedback(int i) {
        LocalDate received = day();
        builder.add(Feedback.builder()
                .feedbackId(new FeedbackId("f" + i))
                .kind(one(FeedbackKind.values()))
                .source(one(FeedbackSource.values()))
                .receivedOn(received)
                .caseId(cases == 0 ? Optional.empty() : maybe(this::caseId))
                .positive(maybe(random::nextBoolean))
                .acknowledgedOn(maybe(this::day))
                .respondedOn(maybeFrom(received))
                .build());
    }

    private AreaCode areaCode() {
        return new AreaCode("a\"" + random.nextInt(areas));
    }

    private AdviserId adviserId() {
        return new AdviserId("v," + random.nextInt(advisers));
    }

    private CaseId caseId() {
        return new CaseId("c é" + random.nextInt(cases));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        do {
            text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
        } while (random.nextInt(4) > 0 && text.length() < 60);
        return text.toString();
    }

    private LocalDate day() {
        return LocalDate.of(random.nextInt(9000), 1, 1).plusDays(random.nextInt(365));
    }

    private BigDecimal decimal(int leastHundredths, int mostHundredths) {
        int hundredths = leastHundredths + random.nextInt(mostHundredths - leastHundredths + 1);
        BigDecimal decimal = new BigDecimal(BigInteger.valueOf(hundredths), 2);
        return random.nextBoolean() ? decimal : decimal.setScale(2 + random.nextInt(20));
    }

    private <E> E one(E[] of) {
        return of[random.nextInt(of.length)];
    }

    private <V> Optional<V> maybe(Supplier<V> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private Optional<LocalDate> maybeFrom(LocalDate first) {
        return maybe(() -> first.plusDays(random.nextInt(900)));
    }
}
