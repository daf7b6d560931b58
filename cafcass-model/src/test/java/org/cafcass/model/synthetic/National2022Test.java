package org.cafcass.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.model.Application.S31_CARE;
import static org.cafcass.model.Law.PRIVATE;
import static org.cafcass.model.Law.PUBLIC;
import static org.cafcass.model.Role.FAMILY_COURT_ADVISER;
import static org.cafcass.model.Role.PRACTICE_SUPERVISOR;
import static org.cafcass.model.Role.SERVICE_MANAGER;
import static org.cafcass.model.Team.AFTER_FIRST_HEARING;
import static org.cafcass.model.Team.TO_FIRST_HEARING;
import static org.cafcass.model.synthetic.PlainCount.afterFirstHearing;
import static org.cafcass.model.synthetic.PlainCount.application;
import static org.cafcass.model.synthetic.PlainCount.area;
import static org.cafcass.model.synthetic.PlainCount.closed;
import static org.cafcass.model.synthetic.PlainCount.law;
import static org.cafcass.model.synthetic.PlainCount.openAt;
import static org.cafcass.model.synthetic.PlainCount.openSince;
import static org.cafcass.model.synthetic.PlainCount.received;
import static org.cafcass.model.synthetic.PlainCount.rounded;
import static org.cafcass.model.synthetic.PlainCount.toFirstHearing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Audit;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Grade;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

/** Holds the scenario to what the board paper of April 2022 prints; F numbers are those of the published figures. */
class National2022Test {
    private static final LocalDate D = LocalDate.of(2022, 4, 18);
    private static final LocalDate D_14 = LocalDate.of(2022, 4, 14);
    private static final LocalDate D_20 = LocalDate.of(2022, 4, 20);
    private static final LocalDate JANUARY = LocalDate.of(2022, 1, 31);
    private static final LocalDate START = LocalDate.of(2020, 3, 31);
    private static final LocalDate YEAR_END = LocalDate.of(2022, 3, 31);
    private static final LocalDate YEAR_START = LocalDate.of(2021, 4, 1);
    private static final Predicate<ChildrensCase> YEAR = received(YEAR_START, YEAR_END);
    private static final Predicate<ChildrensCase> YEAR_BEFORE = received(START.plusDays(1), YEAR_START.minusDays(1));
    private static final Predicate<ChildrensCase> RULE_16_4 =
            row -> row.rule164On().map(day -> !day.isAfter(D_14)).orElse(false);

    private final Extract extract = EXTRACT;
    private static final Extract EXTRACT = SyntheticExtract.scenario("national-2022")
            .seed(Long.getLong("cafcass.seed", 42))
            .extract();
    private static final PlainCount COUNT = new PlainCount(EXTRACT);
    private final Map<AdviserId, Adviser> advisers =
            extract.advisers().stream().collect(Collectors.toMap(Adviser::adviserId, row -> row));

    private static String changePercent(Predicate<ChildrensCase> now, Predicate<ChildrensCase> before, int decimals) {
        long previous = COUNT.cases(before);
        return rounded(100.0 * (COUNT.cases(now) - previous) / previous, decimals);
    }

    @Test
    void holdsWhatThePaperPrints() {
        // F001 to F005; of F001's three numbers the 30,136 fits with none of the others
        assertThat(COUNT.cases(openAt(D))).isEqualTo(35_211);
        assertThat(COUNT.cases(openAt(START))).isEqualTo(35_211 - 4_954);
        assertThat(changePercent(openAt(D), openAt(START), 1)).isEqualTo("16.4");
        assertThat(COUNT.children(openAt(D))).isBetween(55_500L, 56_499L);
        assertThat(COUNT.children(openAt(D)) - COUNT.children(openAt(START))).isBetween(7_500L, 8_499L);
        assertOpen(law(PUBLIC), law(PUBLIC), 1_674, "13.8");
        assertOpen(law(PRIVATE), law(PRIVATE), 3_280, "18.1");
        assertOpen(toFirstHearing(D), toFirstHearing(START), 1_197, "15.8");
    }

    private static void assertOpen(
            Predicate<ChildrensCase> now, Predicate<ChildrensCase> before, long change, String percent) {
        assertThat(COUNT.cases(openAt(D).and(now)) - COUNT.cases(openAt(START).and(before)))
                .isEqualTo(change);
        assertThat(changePercent(openAt(D).and(now), openAt(START).and(before), 1))
                .isEqualTo(percent);
    }

    @Test
    void takesAsLongAsThePaperPrints() {
        // F006 to F008, of cases closed in 2021-22
        Predicate<ChildrensCase> year = closed(YEAR_START, YEAR_END);
        assertThat(rounded(COUNT.meanWeeks(year.and(application(S31_CARE))), 0)).isEqualTo("45");
        assertThat(rounded(COUNT.meanWeeks(year.and(afterFirstHearing())), 0)).isEqualTo("54");
        assertThat(rounded(COUNT.meanWeeks(year.and(RULE_16_4)), 0)).isEqualTo("96");
    }

    @Test
    void appointsAsManyGuardiansAsThePaperPrints() {
        // F009 to F011
        assertThat(COUNT.cases(openAt(D_14).and(RULE_16_4))).isEqualTo(2_112);
        assertThat(COUNT.cases(openSince(D_14, 364).and(RULE_16_4))).isEqualTo(1_593);
        assertThat(COUNT.cases(openSince(D_14, 700).and(RULE_16_4))).isEqualTo(820);
    }

    @Test
    void receivesWhatThePaperPrints() {
        // F012 to F021
        assertThat(COUNT.cases(YEAR.or(YEAR_BEFORE))).isBetween(121_500L, 122_499L);
        assertThat(COUNT.cases(closed(START.plusDays(1), YEAR_END))).isBetween(116_500L, 117_499L);
        assertThat(COUNT.cases(YEAR) - COUNT.cases(YEAR_BEFORE)).isEqualTo(-4_374);
        assertThat(changePercent(YEAR, YEAR_BEFORE, 1)).isEqualTo("-6.9");
        assertThat(changePercent(YEAR.and(law(PUBLIC)), YEAR_BEFORE.and(law(PUBLIC)), 1))
                .isEqualTo("-6.2");
        assertThat(changePercent(YEAR.and(law(PRIVATE)), YEAR_BEFORE.and(law(PRIVATE)), 1))
                .isEqualTo("-7.2");
        assertThat(change(law(PUBLIC).and(area("A17")), 0)).isEqualTo("11");
        assertThat(change(law(PUBLIC).and(area("A5")), 1)).isEqualTo("5.8");
        assertThat(change(law(PRIVATE).and(area("A3")), 1)).isEqualTo("4.7");
        long addenda = COUNT.reportsOrdered(ReportKind.SECTION_7_ADDENDUM, YEAR_START, YEAR_END);
        long addendaBefore =
                COUNT.reportsOrdered(ReportKind.SECTION_7_ADDENDUM, START.plusDays(1), YEAR_START.minusDays(1));
        long all = addenda + COUNT.reportsOrdered(ReportKind.SECTION_7, YEAR_START, YEAR_END);
        long allBefore =
                addendaBefore + COUNT.reportsOrdered(ReportKind.SECTION_7, START.plusDays(1), YEAR_START.minusDays(1));
        assertThat(all - allBefore).isEqualTo(1_786);
        assertThat(rounded(100.0 * (all - allBefore) / allBefore, 1)).isEqualTo("8.6");
        assertThat(rounded(100.0 * (addenda - addendaBefore) / addendaBefore, 1))
                .isEqualTo("11.4");
    }

    private static String change(Predicate<ChildrensCase> some, int decimals) {
        return changePercent(YEAR.and(some), YEAR_BEFORE.and(some), decimals);
    }

    private static boolean isEmployed(Adviser row, LocalDate day) {
        return !row.startedOn().isAfter(day)
                && row.leftOn().map(left -> left.isAfter(day)).orElse(true);
    }

    /** What each employed adviser holds on the day, each open case once. */
    private Map<Adviser, Set<CaseId>> held(LocalDate day, Role role, AllocationKind... kinds) {
        Set<CaseId> open = extract.cases().stream()
                .filter(openAt(day))
                .map(ChildrensCase::caseId)
                .collect(Collectors.toSet());
        Map<Adviser, Set<CaseId>> held = new HashMap<>();
        for (Allocation row : extract.allocations()) {
            if (List.of(kinds).contains(row.kind())
                    && open.contains(row.caseId())
                    && !row.from().isAfter(day)
                    && row.to().map(to -> to.isAfter(day)).orElse(true)) {
                row.adviserId()
                        .map(advisers::get)
                        .filter(adviser -> adviser.role() == role && isEmployed(adviser, day))
                        .ifPresent(adviser -> held.computeIfAbsent(adviser, key -> new HashSet<>())
                                .add(row.caseId()));
            }
        }
        return held;
    }

    private List<Integer> caseloads(LocalDate day, Team team) {
        return held(day, FAMILY_COURT_ADVISER, AllocationKind.LEAD).entrySet().stream()
                .filter(entry -> entry.getKey().team() == team)
                .map(entry -> entry.getValue().size())
                .toList();
    }

    private static String mean(List<Integer> caseloads) {
        return rounded(caseloads.stream().mapToInt(load -> load).average().orElseThrow(), 1);
    }

    private static String percentAbove(List<Integer> caseloads, int cases) {
        return rounded(100.0 * caseloads.stream().filter(load -> load > cases).count() / caseloads.size(), 1);
    }

    @Test
    void leadsAsManyCasesAsThePaperPrints() {
        // F022 to F026
        List<Integer> after = caseloads(D, AFTER_FIRST_HEARING);
        assertThat(mean(after)).isEqualTo("21.7");
        assertThat(percentAbove(after, 20)).isEqualTo("65.4");
        assertThat(percentAbove(after, 25)).isEqualTo("23.5");
        List<Integer> january = caseloads(JANUARY, AFTER_FIRST_HEARING);
        assertThat(mean(january)).isEqualTo("21.8");
        assertThat(percentAbove(january, 25)).isEqualTo("27.2");
        List<Integer> first = caseloads(D, TO_FIRST_HEARING);
        assertThat(mean(first)).isEqualTo("45.5");
        assertThat(new BigDecimal(percentAbove(first, 40))).isGreaterThan(new BigDecimal(50));
    }

    @Test
    void holdsCasesOnDutyAsThePaperPrints() {
        // F029, F031
        assertThat(duty(D_20)).isEqualTo(1_316);
        assertThat(duty(D_20) - duty(JANUARY)).isEqualTo(200);
        assertThat(dutyPerManager(D_20, 1)).isEqualTo("15.6");
        assertThat(dutyPerManager(JANUARY, 0)).isEqualTo("10");
    }

    private long duty(LocalDate day) {
        Set<CaseId> open = extract.cases().stream()
                .filter(openAt(day))
                .map(ChildrensCase::caseId)
                .collect(Collectors.toSet());
        return extract.allocations().stream()
                .filter(row -> row.kind() == AllocationKind.DUTY && open.contains(row.caseId()))
                .filter(row -> !row.from().isAfter(day)
                        && row.to().map(to -> to.isAfter(day)).orElse(true))
                .count();
    }

    private String dutyPerManager(LocalDate day, int decimals) {
        int held = held(day, SERVICE_MANAGER, AllocationKind.DUTY).values().stream()
                .mapToInt(Set::size)
                .sum();
        return rounded((double) held / employed(SERVICE_MANAGER, day), decimals);
    }

    private long employed(Role role, LocalDate day) {
        return extract.advisers().stream()
                .filter(row -> row.role() == role && isEmployed(row, day))
                .count();
    }

    @Test
    void supervisesAsThePaperPrints() {
        // F032, F033
        assertThat(supervisorsAbove12(D_20)).isEqualTo("57.9");
        assertThat(new BigDecimal(supervisorsAbove12(JANUARY)).setScale(0, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo("50");
        Map<Adviser, Set<CaseId>> held =
                held(D_20, PRACTICE_SUPERVISOR, AllocationKind.LEAD, AllocationKind.SUPPORT, AllocationKind.DUTY);
        int all = held.values().stream().mapToInt(Set::size).sum();
        int lead = held(D_20, PRACTICE_SUPERVISOR, AllocationKind.LEAD).values().stream()
                .mapToInt(Set::size)
                .sum();
        assertThat(rounded((double) all / employed(PRACTICE_SUPERVISOR, D_20), 1))
                .isEqualTo("15.9");
        assertThat(rounded(100.0 * lead / all, 0)).isEqualTo("69");
    }

    private String supervisorsAbove12(LocalDate day) {
        long above = held(day, PRACTICE_SUPERVISOR, AllocationKind.LEAD, AllocationKind.SUPPORT, AllocationKind.DUTY)
                .values()
                .stream()
                .filter(cases -> cases.size() > 12)
                .count();
        return rounded(100.0 * above / employed(PRACTICE_SUPERVISOR, day), 1);
    }

    @Test
    void isSaturatedAsThePaperPrints() {
        // F034: 2.5 points for a case to first hearing, 4 for another, 100 for a full-time adviser
        assertThat(saturation(D_20)).isEqualTo("86.2");
        assertThat(saturation(JANUARY)).isEqualTo("87.1");
    }

    private String saturation(LocalDate day) {
        Set<CaseId> waiting = extract.cases().stream()
                .filter(toFirstHearing(day))
                .map(ChildrensCase::caseId)
                .collect(Collectors.toSet());
        double load = held(day, FAMILY_COURT_ADVISER, AllocationKind.values()).entrySet().stream()
                .filter(entry -> entry.getKey().team() == AFTER_FIRST_HEARING)
                .flatMap(entry -> entry.getValue().stream())
                .mapToDouble(id -> waiting.contains(id) ? 2.5 : 4)
                .sum();
        double fte = extract.advisers().stream()
                .filter(row -> row.role() == FAMILY_COURT_ADVISER && row.team() == AFTER_FIRST_HEARING)
                .filter(row -> isEmployed(row, day))
                .mapToDouble(row -> row.fte().doubleValue())
                .sum();
        return rounded(load / fte, 1);
    }

    @Test
    void auditsAsThePaperPrints() {
        // F035 over 2021-22, F036 over the three months to 20 April 2022
        List<Audit> year = extract.audits().stream()
                .filter(row -> PlainCount.within(row.auditedOn(), YEAR_START, YEAR_END))
                .toList();
        long good = year.stream()
                .map(row -> row.grade().orElseThrow())
                .filter(grade -> grade == Grade.GOOD || grade == Grade.OUTSTANDING)
                .count();
        assertThat(rounded(100.0 * good / year.size(), 1)).isEqualTo("80.5");
        LocalDate first = LocalDate.of(2022, 1, 21);
        Set<AdviserId> audited = extract.audits().stream()
                .filter(row -> PlainCount.within(row.auditedOn(), first, D_20))
                .map(Audit::adviserId)
                .collect(Collectors.toSet());
        List<Adviser> eligible = held(D_20, FAMILY_COURT_ADVISER, AllocationKind.LEAD).keySet().stream()
                .filter(row -> isEmployed(row, first))
                .toList();
        long without = eligible.stream()
                .filter(row -> !audited.contains(row.adviserId()))
                .count();
        assertThat(rounded(100.0 * without / eligible.size(), 1)).isEqualTo("9.8");
    }

    @Test
    void employsWhomThePaperPrints() {
        // F040 and F041 in words: 126 more permanent advisers than in March 2020, 54 locums; F044
        Predicate<Adviser> permanent = row -> row.employment() == Employment.PERMANENT;
        Predicate<Adviser> fca = row -> row.role() == FAMILY_COURT_ADVISER;
        assertThat(count(permanent.and(fca).and(row -> isEmployed(row, D)))
                        - count(permanent.and(fca).and(row -> isEmployed(row, START))))
                .isEqualTo(126);
        assertThat(count(row -> row.employment() == Employment.LOCUM && isEmployed(row, D)))
                .isEqualTo(54);
        long left = count(permanent.and(row -> row.leftOn()
                .map(day -> PlainCount.within(day, YEAR_START, YEAR_END))
                .orElse(false)));
        long there = count(permanent.and(row -> isEmployed(row, YEAR_START.minusDays(1))))
                + count(permanent.and(row -> isEmployed(row, YEAR_END)));
        assertThat(rounded(200.0 * left / there, 1)).isEqualTo("12.2");
    }

    private long count(Predicate<Adviser> which) {
        return extract.advisers().stream().filter(which).count();
    }
}
