package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.HUB;
import static org.cafcass.model.AllocationKind.LEAD;
import static org.cafcass.model.AllocationKind.SUPPORT;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.child;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.privateLaw;
import static org.cafcass.workload.Extracts.publicLaw;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.Role;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final WeightingScheme scheme = WeightingSchemes.parse("""
                    {"name": "worked", "effective_from": "2025-01-01", "capacity_per_fte": 100, "ceilings": {},
                     "weights":     [{"when": {"law": "public"}, "points": 4}, {"when": {}, "points": 2.5}],
                     "adjustments": [{"name": "each further child", "when": {}, "add_per_further_child": 0.4},
                                     {"name": "hub", "when": {"hub": true}, "multiply": 0.1},
                                     {"name": "duty", "when": {"allocation": "duty"}, "multiply": 0.2},
                                     {"name": "support", "when": {"allocation": "support"}, "multiply": 0.5}],
                     "bands": {"near": 85, "over": 100}}
                    """).all().get(0);

    private Workload weigh(Extract.Builder extract) {
        return Workload.of(extract.build(), scheme, MON_2025_03_31);
    }

    private static AdviserWorkload of(Workload workload, String id) {
        return workload.adviser(new AdviserId(id)).orElseThrow();
    }

    @Test
    void loadIsTheSumOverOpenCasesHeldOnTheDay() {
        Workload workload = weigh(inOneArea()
                .add(adviser("A", "N1", "0.5").build())
                .add(publicLaw("three-children", "N1").build())
                .add(child("1", "three-children"))
                .add(child("2", "three-children"))
                .add(child("3", "three-children"))
                .add(privateLaw("no-children", "N1").build())
                .add(publicLaw("closed", "N1").closedOn(MON_2025_03_31).build())
                .add(publicLaw("handed-over", "N1").build())
                .add(publicLaw("from-tomorrow", "N1").build())
                .add(allocation("three-children", LEAD, "A").build())
                .add(allocation("no-children", SUPPORT, "A").build())
                .add(allocation("closed", LEAD, "A").build())
                .add(allocation("handed-over", LEAD, "A").to(MON_2025_03_31).build())
                .add(allocation("from-tomorrow", LEAD, "A")
                        .from(MON_2025_03_31.plusDays(1))
                        .build()));

        AdviserWorkload adviser = of(workload, "A");

        // (4 + 2 x 0.4) + 2.5 x 0.5
        assertThat(adviser.load().central()).isEqualByComparingTo("6.05");
        assertThat(adviser.leadLoad().central()).isEqualByComparingTo("4.8");
        assertThat(adviser.leadCases()).isEqualTo(1);
        assertThat(adviser.cases())
                .extracting(CaseLoad::caseId)
                .containsExactly(new CaseId("three-children"), new CaseId("no-children"));
        assertThat(adviser.cases().get(1).steps())
                .hasToString("[any case = 2.5, each further child: + 0 x 0.4 = 2.5," + " support: x 0.5 = 1.25]");
        assertThat(adviser.saturation().percent().orElseThrow()).isEqualByComparingTo("12.1");
        assertThat(adviser.saturation().band()).isEqualTo(Band.WITHIN);
    }

    @Test
    void aCaseHeldTwiceByOneAdviserCountsOnceAsTheFirstOfLeadDutyHubSupport() {
        Workload workload = weigh(inOneArea()
                .add(adviser("A", "N1", "1").build())
                .add(adviser("B", "N1", "1").build())
                .add(publicLaw("led", "N1").build())
                .add(publicLaw("on-duty", "N1").build())
                .add(publicLaw("in-hub", "N1").build())
                .add(allocation("led", SUPPORT, "A").build())
                .add(allocation("led", LEAD, "A").build())
                .add(allocation("on-duty", SUPPORT, "A").build())
                .add(allocation("on-duty", DUTY, "A").build())
                .add(allocation("in-hub", SUPPORT, "A").build())
                .add(allocation("in-hub", SUPPORT, "A")
                        .from(LocalDate.of(2025, 2, 1))
                        .build())
                .add(allocation("in-hub", HUB, "A").build())
                .add(allocation("in-hub", SUPPORT, "B").build()));

        assertThat(of(workload, "A").cases())
                .extracting(one -> one.kind().allocation())
                .containsExactly(LEAD, DUTY, HUB);
        // 4 + 4 x 0.2 + 4 x 0.1
        assertThat(of(workload, "A").load().central()).isEqualByComparingTo("5.2");
        // in a hub, though this adviser only supports: 4 x 0.1 x 0.5
        assertThat(of(workload, "B").load().central()).isEqualByComparingTo("0.2");
    }

    @Test
    void casesHeldByNobodyLoadNobodyAndThoseOfALeaverAreWithoutCapacity() {
        Workload workload = weigh(inOneArea()
                .add(adviser("left", "N1", "1").leftOn(MON_2025_03_31).build())
                .add(adviser("left-without-cases", "N1", "1")
                        .leftOn(MON_2025_03_31)
                        .build())
                .add(adviser("idle", "N1", "0.8").build())
                .add(publicLaw("one", "N1").build())
                .add(publicLaw("two", "N1").build())
                .add(allocation("one", LEAD, "left").build())
                .add(allocation("two", DUTY).build()));

        assertThat(of(workload, "left").isEmployed()).isFalse();
        assertThat(of(workload, "left").saturation().band()).isEqualTo(Band.NO_CAPACITY);
        assertThat(of(workload, "left").saturation().percent()).isEmpty();
        assertThat(workload.adviser(new AdviserId("left-without-cases"))).isEmpty();
        assertThat(of(workload, "idle").saturation().band()).isEqualTo(Band.NO_WORK);
        assertThat(of(workload, "idle").saturation().percent().orElseThrow()).isZero();
    }

    @Test
    void aTeamsSaturationIsTheRatioOfTheSums() {
        Extract.Builder extract = inOneArea()
                .add(adviser("A", "N1", "0.1").build())
                .add(adviser("B", "N1", "1").build())
                .add(adviser("M", "N1", "1").role(Role.SERVICE_MANAGER).build());
        for (int i = 0; i < 3; i++) {
            extract.add(publicLaw("a" + i, "N1").build())
                    .add(allocation("a" + i, LEAD, "A").build());
        }
        Workload workload = weigh(extract);

        Saturation advisers = workload.saturation(one -> one.adviser().role() == Role.FAMILY_COURT_ADVISER);

        assertThat(of(workload, "A").saturation().band()).isEqualTo(Band.OVER);
        // 12 / 110, not the mean of 120% and 0%
        assertThat(advisers.load().central()).isEqualByComparingTo("12");
        assertThat(advisers.capacity()).isEqualByComparingTo("110");
        assertThat(advisers.percent().orElseThrow().doubleValue()).isEqualTo(1200 / 110.0);
        assertThat(workload.saturation(one -> false).percent()).isEmpty();
        assertThat(workload.saturation(one -> false).band()).isEqualTo(Band.NO_WORK);
    }

    @Test
    void whatOthersHoldNeedsNoWeight() {
        WeightingScheme publicOnly = new WeightingScheme(
                "public-only",
                scheme.effectiveFrom(),
                BigDecimal.TEN,
                scheme.ceilings(),
                scheme.weights().subList(0, 1),
                scheme.adjustments(),
                scheme.reductions(),
                scheme.bands());
        Extract extract = inOneArea()
                .add(adviser("A", "N1", "1").build())
                .add(adviser("M", "N1", "1").role(Role.SERVICE_MANAGER).build())
                .add(privateLaw("private", "N1").build())
                .add(allocation("private", DUTY, "M").build())
                .build();

        Workload advisers = Workload.of(
                extract, publicOnly, MON_2025_03_31, adviser -> adviser.role() == Role.FAMILY_COURT_ADVISER);

        assertThat(advisers.advisers()).hasSize(1);
    }
}
