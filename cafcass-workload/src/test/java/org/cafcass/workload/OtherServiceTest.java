package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.publicLaw;

import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Employment;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

/**
 * Independent reviewing officers of a local authority: each child looked after is a case, an officer has 70, more of the officers who are
 * bought in, and those who agreed a number have their own. A scheme says it; no code knows of it.
 */
class OtherServiceTest {
    private static final String REVIEWING_OFFICERS = """
            {"name": "reviewing-officers", "effective_from": "2025-01-01", "capacity_per_fte": 70,
             "ceilings": {"after_first_hearing": 70},
             "weights":    [{"when": {}, "points": 1}],
             "adjustments": [{"name": "brothers and sisters are reviewed together", "when": {"children_above": 1},
                              "add_per_further_child": 0.75}],
             "reductions": [{"name": "bought in by the review", "when": {"employment": "associate"}, "percent": 50}],
             "bands": {"near": 90, "over": 100}}
            """;

    @Test
    void aSchemeOfAnotherServiceNeedsNoCode() {
        Extract.Builder extract = inOneArea()
                .add(adviser("officer", "N1", "1").build())
                .add(adviser("agreed-35", "N1", "0.6").ceiling("35").build())
                .add(adviser("bought-in", "N1", "0.2")
                        .employment(Employment.ASSOCIATE)
                        .build());
        for (int i = 0; i < 78; i++) {
            String officer = i < 63 ? "officer" : i < 77 ? "agreed-35" : "bought-in";
            extract.add(publicLaw("child-" + i, "N1").build())
                    .add(allocation("child-" + i, AllocationKind.LEAD, officer).build());
        }
        for (int i = 0; i < 9; i++) {
            extract.add(Extracts.child("brother-" + i, "child-77"));
        }
        WeightingSchemes schemes = WeightingSchemes.parse(REVIEWING_OFFICERS);

        Workload workload =
                Workload.of(extract.build(), schemes.inEffect("reviewing-officers", MON_2025_03_31), MON_2025_03_31);

        assertThat(saturation(workload, "officer").percent().orElseThrow()).isEqualByComparingTo("90");
        assertThat(saturation(workload, "officer").band()).isEqualTo(Band.NEAR);
        // 14 of the 35 agreed, whatever the hours
        assertThat(saturation(workload, "agreed-35").percent().orElseThrow()).isEqualByComparingTo("40");
        // (1 + 8 x 0.75) / (70 x 0.2 x 0.5)
        assertThat(saturation(workload, "bought-in").percent().orElseThrow()).isEqualByComparingTo("100");

        Figure figure = MetricsEngine.of(extract.build())
                .figure(
                        Measures.named("saturation-percent", WorkloadMeasures.of(schemes, "reviewing-officers")),
                        ReportingPeriod.asAt(MON_2025_03_31));
        // (63 + 14 + 7) / (70 + 35 + 7)
        assertThat(figure.value()).hasValue(75);
    }

    private static Saturation saturation(Workload workload, String officer) {
        return workload.adviser(new AdviserId(officer)).orElseThrow().saturation();
    }
}
