package org.cafcass.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.model.synthetic.PlainCount.rounded;
import static org.cafcass.model.synthetic.PlainCount.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.model.Adviser;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportKind;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

/** Holds the scenario's reports, audits, feedback, absences and surveys to what the board paper of May 2025 prints. */
class National2025PracticeTest {
    private static final LocalDate D = LocalDate.of(2025, 3, 31);
    private static final LocalDate FIRST = LocalDate.of(2024, 4, 1);
    private static final LocalDate BEFORE = LocalDate.of(2024, 3, 31);
    private static final LocalDate FIRST_BEFORE = LocalDate.of(2023, 4, 1);
    /** Bank holidays of England and Wales from March 2023 (GOV.UK) and the organisation's own closure days. */
    private static final Set<LocalDate> NOT_WORKED = Stream.of(
                    "2022-12-26 2022-12-27 2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28",
                    "2023-12-25 2023-12-26 2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26",
                    "2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21",
                    "2022-08-29 2022-09-19 2022-06-02 2022-06-03 2022-05-02 2022-04-18 2022-04-15 2022-01-03",
                    "2022-12-28 2022-12-29 2022-12-30 2023-12-27 2023-12-28 2023-12-29 2024-12-27 2024-12-30 2024-12-31")
            .flatMap(text -> Stream.of(text.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    private final Extract extract = National2025Test.EXTRACT;
    private final Map<CaseId, Law> laws =
            extract.cases().stream().collect(Collectors.toMap(ChildrensCase::caseId, ChildrensCase::law));

    private static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !NOT_WORKED.contains(day);
    }

    private static long worked(LocalDate from, LocalDate to) {
        return from.datesUntil(to).filter(National2025PracticeTest::isWorked).count();
    }

    @Test
    void publishesTheClosuresThatTheWorkingDaysNeed() {
        // F075
        List<LocalDate> closures = SyntheticExtract.scenario("national-2025").closures();
        assertThat(NOT_WORKED).containsAll(closures);
        assertThat(closures.stream().filter(day -> within(day, FIRST, D))).hasSize(3);
        assertThat(rounded(received(FIRST, D) / (double) worked(FIRST, D.plusDays(1)), 0))
                .isEqualTo("221");
        assertThat(rounded(received(FIRST_BEFORE, BEFORE) / (double) worked(FIRST_BEFORE, BEFORE.plusDays(1)), 0))
                .isEqualTo("225");
    }

    private long received(LocalDate first, LocalDate last) {
        return extract.cases().stream()
                .filter(row -> within(row.receivedOn(), first, last))
                .count();
    }

    @Test
    void filesAsFastAsThePaperPrints() {
        // F105 to F108
        Predicate<Report> publicLaw = row -> laws.get(row.caseId()) == Law.PUBLIC;
        Predicate<Report> letter = row -> row.kind() == ReportKind.SAFEGUARDING_LETTER;
        Predicate<Report> section7 = row -> row.kind() == ReportKind.SECTION_7;
        assertThat(meanWorkingWeeks(publicLaw, FIRST, D)).isEqualTo("9.2");
        assertThat(meanWorkingWeeks(publicLaw, FIRST_BEFORE, BEFORE)).isEqualTo("9.3");
        assertThat(meanWorkingWeeks(letter, FIRST, D)).isEqualTo("4.1");
        assertThat(meanWorkingWeeks(letter, FIRST_BEFORE, BEFORE)).isEqualTo("4.3");
        assertThat(meanWorkingWeeks(section7, FIRST, D)).isEqualTo("14.6");
        assertThat(meanWorkingWeeks(section7, FIRST_BEFORE, BEFORE)).isEqualTo("14.5");
        assertThat(extendedPercent(section7, FIRST, D)).isEqualTo("29.8");
        assertThat(extendedPercent(section7, FIRST_BEFORE, BEFORE)).isEqualTo("35.9");
    }

    private Stream<Report> filed(Predicate<Report> which, LocalDate first, LocalDate last) {
        return extract.reports().stream()
                .filter(row ->
                        row.filedOn().map(day -> within(day, first, last)).orElse(false))
                .filter(which);
    }

    private String meanWorkingWeeks(Predicate<Report> which, LocalDate first, LocalDate last) {
        Map<LocalDate, Long> before = new HashMap<>();
        LocalDate start = LocalDate.of(2022, 1, 1);
        long count = 0;
        for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
            before.put(day, count);
            count += isWorked(day) ? 1 : 0;
        }
        assertThat(filed(which, first, last)).allMatch(row -> row.orderedOn().isAfter(start));
        double mean = filed(which, first, last)
                .mapToLong(row -> before.get(row.filedOn().orElseThrow()) - before.get(row.orderedOn()))
                .average()
                .orElseThrow();
        return rounded(mean / 5, 1);
    }

    private String extendedPercent(Predicate<Report> which, LocalDate first, LocalDate last) {
        List<Report> agreed = filed(which, first, last)
                .filter(row -> row.firstAgreedOn().isPresent())
                .toList();
        long extended = agreed.stream()
                .filter(row -> row.agreedOn()
                        .map(day -> day.isAfter(row.firstAgreedOn().orElseThrow()))
                        .orElse(false))
                .count();
        return rounded(100.0 * extended / agreed.size(), 1);
    }

    @Test
    void engagesAsManyChildrenAsThePaperPrints() {
        // F121, F122
        Set<CaseId> open = extract.cases().stream()
                .filter(PlainCount.openAt(D))
                .map(ChildrensCase::caseId)
                .collect(Collectors.toSet());
        List<Child> eligible = extract.children().stream()
                .filter(row -> open.contains(row.caseId()))
                .filter(row -> row.engagementEligible().orElse(true))
                .toList();
        List<Child> recorded = eligible.stream()
                .filter(row ->
                        row.engagementRecordedOn().map(day -> !day.isAfter(D)).orElse(false))
                .toList();
        long inPerson = recorded.stream()
                .filter(row -> row.engagementMode().equals(Optional.of(EngagementMode.IN_PERSON)))
                .count();
        assertThat(rounded(100.0 * recorded.size() / eligible.size(), 0)).isEqualTo("97");
        assertThat(rounded(100.0 * inPerson / recorded.size(), 0)).isEqualTo("93");
    }

    private List<Audit> audits(AuditSource source, LocalDate first, LocalDate last) {
        return extract.audits().stream()
                .filter(row -> row.source() == source && within(row.auditedOn(), first, last))
                .toList();
    }

    @Test
    void auditsAsMuchAsThePaperPrints() {
        // F082, F083, F129
        List<Audit> quarter = audits(AuditSource.LOCAL, LocalDate.of(2025, 1, 1), D);
        assertThat(quarter).hasSize(1_208);
        assertThat(quarter.stream().map(Audit::adviserId).distinct()).hasSize(908);
        assertThat(rounded(100.0 * 908 / 957, 1)).isEqualTo("94.9");
        assertThat(audits(AuditSource.LOCAL, FIRST, D)).hasSize(4_797);
        Map<org.cafcass.model.AdviserId, Adviser> advisers =
                extract.advisers().stream().collect(Collectors.toMap(Adviser::adviserId, Function.identity()));
        assertThat(extract.audits()).allMatch(row -> {
            Adviser adviser = advisers.get(row.adviserId());
            return !adviser.startedOn().isAfter(row.auditedOn())
                    && adviser.leftOn()
                            .map(left -> left.isAfter(row.auditedOn()))
                            .orElse(true);
        });
    }

    @Test
    void findsInAuditsWhatThePaperPrints() {
        // F130, F131
        assertThat(yesPercent(
                        FIRST,
                        D,
                        Law.PUBLIC,
                        row -> Optional.of(row.collaborative().orElse(false))))
                .isEqualTo("61.3");
        assertThat(yesPercent(
                        FIRST,
                        D,
                        Law.PRIVATE,
                        row -> Optional.of(row.collaborative().orElse(false))))
                .isEqualTo("66.9");
        // F123, F124
        assertThat(yesPercent(FIRST, D, Law.PUBLIC, Audit::introductionLetter)).isEqualTo("62.0");
        assertThat(yesPercent(FIRST_BEFORE, BEFORE, Law.PUBLIC, Audit::introductionLetter))
                .isEqualTo("46.8");
        assertThat(yesPercent(FIRST, D, Law.PRIVATE, Audit::introductionLetter)).isEqualTo("80.0");
        assertThat(yesPercent(FIRST_BEFORE, BEFORE, Law.PRIVATE, Audit::introductionLetter))
                .isEqualTo("69.1");
        // F125, F126
        LocalDate march = LocalDate.of(2025, 3, 1);
        LocalDate marchBefore = LocalDate.of(2024, 3, 1);
        assertThat(yesPercent(march, D, Law.PUBLIC, Audit::recommendationsShared))
                .isEqualTo("75.3");
        assertThat(yesPercent(marchBefore, BEFORE, Law.PUBLIC, Audit::recommendationsShared))
                .isEqualTo("65.3");
        assertThat(yesPercent(march, D, Law.PRIVATE, Audit::recommendationsShared))
                .isEqualTo("73.2");
        assertThat(yesPercent(marchBefore, BEFORE, Law.PRIVATE, Audit::recommendationsShared))
                .isEqualTo("53.9");
    }

    private String yesPercent(LocalDate first, LocalDate last, Law law, Function<Audit, Optional<Boolean>> answer) {
        List<Boolean> answers = audits(AuditSource.LOCAL, first, last).stream()
                .filter(row -> row.caseId().map(laws::get).equals(Optional.of(law)))
                .map(answer)
                .flatMap(Optional::stream)
                .toList();
        return rounded(100.0 * answers.stream().filter(yes -> yes).count() / answers.size(), 1);
    }

    @Test
    void gradesAsThePaperPrints() {
        // F132 to F134
        assertThat(grades("2024-12-01", "2024-12-31")).containsExactly(145L, 43L, 12L);
        assertThat(grades("2023-12-01", "2023-12-31")).containsExactly(148L, 38L, 14L);
    }

    private List<Long> grades(String first, String last) {
        List<Grade> grades = audits(AuditSource.NATIONAL, LocalDate.parse(first), LocalDate.parse(last)).stream()
                .map(row -> row.grade().orElseThrow())
                .toList();
        return List.of(
                grades.stream()
                        .filter(grade -> grade == Grade.GOOD || grade == Grade.OUTSTANDING)
                        .count(),
                grades.stream()
                        .filter(grade -> grade == Grade.REQUIRES_IMPROVEMENT)
                        .count(),
                grades.stream().filter(grade -> grade == Grade.INADEQUATE).count());
    }

    @Test
    void hearsWhatThePaperPrints() {
        // F127, F128
        List<Feedback> reflections = extract.feedback().stream()
                .filter(row -> row.kind() == FeedbackKind.REFLECTION && within(row.receivedOn(), FIRST, D))
                .toList();
        assertThat(reflections).hasSize(5_211);
        assertThat(reflections.stream().filter(row -> row.positive().orElseThrow()))
                .hasSize(2_903);
    }

    @Test
    void losesAsManyDaysAsThePaperPrints() {
        // F137
        assertThat(daysLostPerFte(LocalDate.of(2025, 1, 1), D)).isEqualTo("12.1");
        assertThat(daysLostPerFte(LocalDate.of(2024, 1, 1), BEFORE)).isEqualTo("13.9");
    }

    private String daysLostPerFte(LocalDate first, LocalDate last) {
        Map<org.cafcass.model.AdviserId, Adviser> advisers =
                extract.advisers().stream().collect(Collectors.toMap(Adviser::adviserId, Function.identity()));
        Set<String> lost = new HashSet<>();
        extract.absences()
                .forEach(row -> row.from()
                        .datesUntil(row.to().plusDays(1))
                        .filter(day -> within(day, first, last) && isWorked(day))
                        .filter(day -> isEmployed(advisers.get(row.adviserId()), day))
                        .forEach(day -> lost.add(row.adviserId().value() + day)));
        BigDecimal fte = fte(first.minusDays(1)).add(fte(last));
        return rounded(4 * lost.size() / (fte.doubleValue() / 2), 1);
    }

    private static boolean isEmployed(Adviser row, LocalDate day) {
        return !row.startedOn().isAfter(day)
                && row.leftOn().map(left -> left.isAfter(day)).orElse(true);
    }

    private BigDecimal fte(LocalDate day) {
        return extract.advisers().stream()
                .filter(row -> isEmployed(row, day))
                .map(Adviser::fte)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void asksItsStaffAsThePaperPrints() {
        // F138 to F148
        List<SurveyQuestion> rows = extract.survey();
        assertThat(rows.stream()
                        .filter(row -> row.closedOn().getYear() == 2024)
                        .map(row -> rounded(100.0 * row.agreed() / row.responses(), 1)))
                .containsExactly("93.9", "91.0", "90.8", "90.3", "89.3", "89.3", "86.7", "86.3", "85.5", "78.7");
        assertThat(rows).filteredOn(row -> row.closedOn().getYear() == 2024).allSatisfy(row -> {
            assertThat(row.responses()).isEqualTo(1_416);
            assertThat(rounded(100.0 * row.responses() / row.invited(), 1)).isEqualTo("63.9");
        });
        assertThat(rows).filteredOn(row -> row.closedOn().getYear() == 2023).allSatisfy(row -> {
            assertThat(row.responses()).isEqualTo(1_782);
            assertThat(rounded(100.0 * row.responses() / row.invited(), 0)).isEqualTo("84");
        });
    }
}
