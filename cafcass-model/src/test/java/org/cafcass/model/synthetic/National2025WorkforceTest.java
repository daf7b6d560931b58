package org.cafcass.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.model.Employment.ASSOCIATE;
import static org.cafcass.model.Employment.LOCUM;
import static org.cafcass.model.Employment.PERMANENT;
import static org.cafcass.model.Role.FAMILY_COURT_ADVISER;
import static org.cafcass.model.Team.AFTER_FIRST_HEARING;
import static org.cafcass.model.Team.TO_FIRST_HEARING;
import static org.cafcass.model.synthetic.PlainCount.rounded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

/** Holds the scenario's staff and caseloads to what the board paper of May 2025 prints. */
class National2025WorkforceTest {
    private static final LocalDate D = LocalDate.of(2025, 3, 31);
    private static final LocalDate BEFORE = LocalDate.of(2024, 3, 31);
    private static final LocalDate TWO_YEARS_BEFORE = LocalDate.of(2023, 3, 31);

    private final Extract extract = National2025Test.EXTRACT;
    private final List<Adviser> advisers = extract.advisers();

    private static Predicate<Adviser> employedAt(LocalDate day) {
        return row -> !row.startedOn().isAfter(day)
                && row.leftOn().map(left -> left.isAfter(day)).orElse(true);
    }

    private static Predicate<Adviser> leftWithin(LocalDate first, LocalDate last) {
        return row ->
                row.leftOn().map(left -> PlainCount.within(left, first, last)).orElse(false);
    }

    private static Predicate<Adviser> fca() {
        return row -> row.role() == FAMILY_COURT_ADVISER;
    }

    private static Predicate<Adviser> permanent() {
        return row -> row.employment() == PERMANENT;
    }

    private long count(Predicate<Adviser> which) {
        return advisers.stream().filter(which).count();
    }

    private BigDecimal fte(Predicate<Adviser> which) {
        return advisers.stream().filter(which).map(Adviser::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void employsWhomThePaperPrints() {
        // F115, F135
        assertThat(count(fca().and(employedAt(D)))).isEqualTo(1_288);
        assertThat(count(fca().and(employedAt(BEFORE)))).isEqualTo(1_288 + 65);
        assertThat(fte(fca().and(employedAt(D))).subtract(fte(fca().and(employedAt(BEFORE)))))
                .isEqualByComparingTo("-59");
        assertThat(fte(fca().negate().and(employedAt(D)))
                        .subtract(fte(fca().negate().and(employedAt(BEFORE)))))
                .isEqualByComparingTo("25.8");
        long locums = count(employedAt(D).and(row -> row.employment() == LOCUM));
        assertThat(locums).isEqualTo(52);
        assertThat(count(fca().and(employedAt(D)).and(row -> row.employment() == ASSOCIATE)))
                .isEqualTo(89);
        assertThat(rounded(100.0 * locums / count(employedAt(D)), 1)).isEqualTo("3.0");
    }

    @Test
    void turnsOverAsThePaperPrints() {
        // F116 to F118
        Predicate<Adviser> left = permanent().and(leftWithin(BEFORE.plusDays(1), D));
        assertThat(count(left.and(fca()))).isEqualTo(216);
        assertThat(count(permanent().and(fca()).and(leftWithin(TWO_YEARS_BEFORE.plusDays(1), BEFORE))))
                .isEqualTo(203);
        assertThat(count(permanent().and(fca()).and(row -> PlainCount.within(row.startedOn(), BEFORE.plusDays(1), D))))
                .isEqualTo(182);
        assertThat(turnover(row -> true)).isEqualTo("15.1");
        assertThat(turnover(row -> row.areaCode().value().equals("A14"))).isEqualTo("28.2");
        assertThat(turnover(row -> row.areaCode().value().equals("A6"))).isEqualTo("1.5");
        assertThat(extract.areas())
                .allSatisfy(area -> assertThat(
                                new BigDecimal(turnover(row -> row.areaCode().equals(area.areaCode()))))
                        .isBetween(new BigDecimal("1.5"), new BigDecimal("28.2")));
    }

    private String turnover(Predicate<Adviser> some) {
        long left = count(some.and(permanent()).and(leftWithin(BEFORE.plusDays(1), D)));
        long there = count(some.and(permanent()).and(employedAt(BEFORE)))
                + count(some.and(permanent()).and(employedAt(D)));
        return rounded(200.0 * left / there, 1);
    }

    @Test
    void leadsAsManyCasesAsThePaperPrints() {
        // F080, F081, F119, F120
        assertThat(meanPerFte(AFTER_FIRST_HEARING, D)).isEqualTo("18.2");
        assertThat(meanPerFte(AFTER_FIRST_HEARING, BEFORE)).isEqualTo("18.8");
        assertThat(meanPerFte(TO_FIRST_HEARING, D)).isEqualTo("32.4");
        assertThat(meanPerFte(TO_FIRST_HEARING, BEFORE)).isEqualTo("37.7");
        assertThat(percentFrom(20, D)).isEqualTo("36.7");
        assertThat(percentFrom(20, BEFORE)).isEqualTo("45.4");
        assertThat(percentFrom(25, D)).isEqualTo("4.3");
        assertThat(percentFrom(25, BEFORE)).isEqualTo("9.2");
    }

    /** Open cases led on the day by each family court adviser who leads one. */
    private Map<Adviser, Integer> caseloads(LocalDate day) {
        Set<CaseId> open = new HashSet<>();
        extract.cases().stream()
                .filter(PlainCount.openAt(day))
                .map(ChildrensCase::caseId)
                .forEach(open::add);
        Map<AdviserId, Adviser> employed = new HashMap<>();
        advisers.stream().filter(fca().and(employedAt(day))).forEach(row -> employed.put(row.adviserId(), row));
        Map<Adviser, Integer> caseloads = new HashMap<>();
        for (Allocation row : extract.allocations()) {
            if (row.kind() == AllocationKind.LEAD
                    && !row.from().isAfter(day)
                    && row.to().map(to -> to.isAfter(day)).orElse(true)
                    && open.contains(row.caseId())
                    && employed.containsKey(row.adviserId().orElseThrow())) {
                caseloads.merge(employed.get(row.adviserId().orElseThrow()), 1, Integer::sum);
            }
        }
        return caseloads;
    }

    private String meanPerFte(Team team, LocalDate day) {
        BigDecimal fte = BigDecimal.ZERO;
        int cases = 0;
        for (Map.Entry<Adviser, Integer> caseload : caseloads(day).entrySet()) {
            if (caseload.getKey().team() == team) {
                fte = fte.add(caseload.getKey().fte());
                cases += caseload.getValue();
            }
        }
        return rounded(cases / fte.doubleValue(), 1);
    }

    private String percentFrom(int cases, LocalDate day) {
        List<Map.Entry<Adviser, Integer>> team = caseloads(day).entrySet().stream()
                .filter(caseload -> caseload.getKey().team() == AFTER_FIRST_HEARING)
                .toList();
        long above = team.stream()
                .filter(caseload -> BigDecimal.valueOf(caseload.getValue())
                                .compareTo(caseload.getKey().fte().multiply(BigDecimal.valueOf(cases)))
                        >= 0)
                .count();
        return rounded(100.0 * above / team.size(), 1);
    }

    @Test
    void hasAsManyEligibleAdvisersAsThePaperPrints() {
        // F083: those who led a case and were there when the quarter began
        long eligible = caseloads(D).keySet().stream()
                .filter(employedAt(LocalDate.of(2025, 1, 1)))
                .count();
        assertThat(eligible).isEqualTo(957);
    }
}
