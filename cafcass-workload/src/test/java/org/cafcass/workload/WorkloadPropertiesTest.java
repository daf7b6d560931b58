package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.inOneArea;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cafcass.model.Adviser;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;

class WorkloadPropertiesTest {
    private static final WeightingScheme SCHEME =
            WeightingSchemes.parse("""
                    {"name": "everything", "effective_from": "2025-01-01", "capacity_per_fte": 100,
                     "ceilings": {"after_first_hearing": 25, "to_first_hearing": 40, "hub": 60, "improvement": 30},
                     "weights":     [{"when": {"law": "public"}, "points": 4}, {"when": {"high_risk": true}, "points": 3.3},
                                     {"when": {}, "points": 2.5}],
                     "adjustments": [{"name": "rule 16.4", "when": {"rule_16_4": true}, "multiply": 1.2},
                                     {"name": "each further child", "when": {}, "add_per_further_child": 0.4},
                                     {"name": "support", "when": {"allocation": "support"}, "multiply": 0.5},
                                     {"name": "hub", "when": {"hub": true}, "multiply": 0.3}],
                     "reductions":  [{"name": "newly qualified", "when": {"months_in_post_below": 12}, "percent": 20}],
                     "bands": {"near": 85, "over": 100}}
                    """).all().get(0);

    /** Random rows that keep the rules of an extract. */
    private static final class Rows {
        final List<Adviser> advisers = new ArrayList<>();
        final List<ChildrensCase> cases = new ArrayList<>();
        final List<Child> children = new ArrayList<>();
        final List<Allocation> allocations = new ArrayList<>();

        Rows(long seed) {
            Random random = new Random(seed);
            int advisersCount = 1 + random.nextInt(5);
            for (int i = 0; i < advisersCount; i++) {
                Extracts.AdviserRow adviser = Extracts.adviser("A" + i, "N1", "0." + (1 + random.nextInt(9)))
                        .team(Team.values()[random.nextInt(Team.values().length)]);
                if (random.nextInt(4) == 0) {
                    adviser.ceiling(String.valueOf(1 + random.nextInt(30)));
                }
                if (random.nextInt(4) == 0) {
                    adviser.startedOn(MON_2025_03_31.minusDays(random.nextInt(700)));
                }
                advisers.add(adviser.build());
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                Extracts.CaseRow row =
                        random.nextBoolean() ? Extracts.publicLaw("C" + i, "N1") : Extracts.privateLaw("C" + i, "N1");
                if (random.nextInt(3) == 0) {
                    row.rule164On(MON_2025_03_31.plusDays(random.nextInt(20) - 10));
                }
                if (random.nextInt(3) == 0) {
                    row.ofHighRisk();
                }
                if (random.nextInt(5) == 0) {
                    row.closedOn(MON_2025_03_31.plusDays(random.nextInt(20) - 10));
                }
                cases.add(row.build());
                for (int child = random.nextInt(4); child > 0; child--) {
                    children.add(Extracts.child("K" + i + "-" + child, "C" + i));
                }
                AllocationKind[] held = {AllocationKind.LEAD, AllocationKind.DUTY, AllocationKind.HUB};
                allocations.add(allocation("C" + i, held[random.nextInt(3)], "A" + random.nextInt(advisersCount))
                        .build());
                for (int support = random.nextInt(3); support > 0; support--) {
                    allocations.add(allocation("C" + i, AllocationKind.SUPPORT, "A" + random.nextInt(advisersCount))
                            .build());
                }
            }
        }

        void shuffle(Random random) {
            Collections.shuffle(advisers, random);
            Collections.shuffle(cases, random);
            Collections.shuffle(children, random);
            Collections.shuffle(allocations, random);
        }

        Extract extract(Set<String> leftOut) {
            Extract.Builder extract = inOneArea();
            advisers.forEach(extract::add);
            cases.stream()
                    .filter(one -> !leftOut.contains(one.caseId().value()))
                    .forEach(extract::add);
            children.stream()
                    .filter(one -> !leftOut.contains(one.caseId().value()))
                    .forEach(extract::add);
            allocations.stream()
                    .filter(one -> !leftOut.contains(one.caseId().value()))
                    .forEach(extract::add);
            return extract.build();
        }
    }

    private static Workload weigh(Extract extract) {
        return Workload.of(extract, SCHEME, MON_2025_03_31);
    }

    private static BigDecimal load(Extract extract) {
        return weigh(extract).saturation(all -> true).load().central();
    }

    @Property(tries = 200)
    void loadIsAdditiveOverCases(@ForAll long seed) {
        Rows rows = new Rows(seed);
        Set<String> some = rows.cases.stream()
                .map(one -> one.caseId().value())
                .filter(id -> id.hashCode() % 2 == 0)
                .collect(Collectors.toSet());
        Set<String> others = rows.cases.stream()
                .map(one -> one.caseId().value())
                .filter(id -> !some.contains(id))
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(load(rows.extract(some)).add(load(rows.extract(others))))
                .isEqualByComparingTo(load(rows.extract(Set.of())));
    }

    @Property(tries = 200)
    void everyLoadIsTheSumOfItsExplanations(@ForAll long seed) {
        for (AdviserWorkload workload : weigh(new Rows(seed).extract(Set.of())).advisers()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (CaseLoad one : workload.cases()) {
                sum = sum.add(one.points().central());
                assertThat(one.steps().get(one.steps().size() - 1).points())
                        .isEqualByComparingTo(one.points().central());
            }
            assertThat(sum).isEqualByComparingTo(workload.load().central());
            assertThat(workload.capacity()
                            .steps()
                            .get(workload.capacity().steps().size() - 1)
                            .points())
                    .isEqualByComparingTo(workload.capacity().points());
        }
    }

    @Property(tries = 100)
    void moreFteNeverRaisesSaturation(@ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int which) {
        Rows rows = new Rows(seed);
        Workload before = weigh(rows.extract(Set.of()));
        Adviser adviser = rows.advisers.get(which % rows.advisers.size());
        rows.advisers.set(
                which % rows.advisers.size(), withFte(adviser, adviser.fte().add(new BigDecimal("0.25"))));
        Workload after = weigh(rows.extract(Set.of()));

        BigDecimal own = before.adviser(adviser.adviserId())
                .orElseThrow()
                .saturation()
                .percent()
                .orElseThrow();
        assertThat(after.adviser(adviser.adviserId())
                        .orElseThrow()
                        .saturation()
                        .percent()
                        .orElseThrow())
                .isLessThanOrEqualTo(own);
        assertThat(after.saturation(all -> true).percent().orElseThrow())
                .isLessThanOrEqualTo(before.saturation(all -> true).percent().orElseThrow());
    }

    @Property(tries = 100)
    void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
        Rows rows = new Rows(seed);
        Workload before = weigh(rows.extract(Set.of()));
        rows.shuffle(new Random(seed + 1));
        Workload after = weigh(rows.extract(Set.of()));

        for (AdviserWorkload workload : before.advisers()) {
            AdviserWorkload same = after.adviser(workload.adviser().adviserId()).orElseThrow();
            assertThat(same.load().central())
                    .isEqualByComparingTo(workload.load().central());
            assertThat(same.capacity()).isEqualTo(workload.capacity());
            assertThat(same.cases()).hasSameElementsAs(workload.cases());
        }
    }

    private static Adviser withFte(Adviser adviser, BigDecimal fte) {
        return Adviser.builder()
                .adviserId(adviser.adviserId())
                .role(adviser.role())
                .employment(adviser.employment())
                .team(adviser.team())
                .areaCode(adviser.areaCode())
                .fte(fte)
                .startedOn(adviser.startedOn())
                .ceiling(adviser.ceiling())
                .build();
    }
}
