package org.cafcass.workload.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.area;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.publicLaw;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.model.AreaCode;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class PrioritisationTest {
    private final Protocol protocol = Protocol.parse("""
            {"name": "duty", "triggers": [{"measure": "duty-cases", "counts_above": 2, "ceases_at": 1}],
             "activate": {"at_least": 1, "in_a_row": 2}, "deactivate": {"at_most": 0, "in_a_row": 1}}
            """);

    /* Three cases on duty in N1 at the ends of January, February and March, one at the end of April; none in S1. */
    private MetricsEngine engine() {
        Extract.Builder extract = inOneArea().add(area("S1"));
        for (int i = 0; i < 3; i++) {
            extract.add(publicLaw("case-" + i, "N1").build());
            extract.add(
                    i == 0
                            ? allocation("case-" + i, DUTY).build()
                            : allocation("case-" + i, DUTY)
                                    .to(LocalDate.of(2025, 4, 30))
                                    .build());
        }
        return MetricsEngine.of(extract.build());
    }

    @Test
    void eachAreaHasAStateInEachMonth() {
        Prioritisation prioritisation =
                Prioritisation.of(engine(), protocol, Measures.all(), YearMonth.of(2024, 12), YearMonth.of(2025, 5));

        assertThat(prioritisation.months())
                .filteredOn(month -> month.area().equals(new AreaCode("N1")))
                .extracting(Prioritisation.AreaMonth::month, Prioritisation.AreaMonth::state)
                .containsExactly(
                        tuple(YearMonth.of(2024, 12), State.NOT_NEEDED),
                        tuple(YearMonth.of(2025, 1), State.FINELY_BALANCED),
                        tuple(YearMonth.of(2025, 2), State.ACTIVATE),
                        tuple(YearMonth.of(2025, 3), State.ACTIVE),
                        tuple(YearMonth.of(2025, 4), State.DEACTIVATE),
                        tuple(YearMonth.of(2025, 5), State.NOT_NEEDED));
        assertThat(prioritisation.in(YearMonth.of(2025, 3)))
                .extracting(month -> month.evidence().get(0).value().orElseThrow())
                .containsExactly(3.0, 0.0);
    }

    @Test
    void anUnknownMeasureIsNamed() {
        Protocol unknown = Protocol.parse(protocol.toJson().replace("duty-cases", "duty-case"));
        MetricsEngine engine = engine();
        YearMonth month = YearMonth.of(2025, 1);

        assertThatThrownBy(() -> Prioritisation.of(engine, unknown, List.copyOf(Measures.all()), month, month))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown measure: duty-case. Maybe duty-cases?");
    }

    @Test
    void aTriggerWatchesTheAreasOfARegion() {
        String trigger = "\"duty-cases\", \"breakdown\": {\"region\": \"REGION\"}";
        String json = protocol.toJson().replace("\"duty-cases\"", trigger);
        Protocol known = Protocol.parse(
                json.replace("REGION", engine().extract().areas().get(0).region()));
        Protocol unknown = Protocol.parse(json.replace("REGION", "Nowhere"));
        MetricsEngine engine = engine();
        YearMonth first = YearMonth.of(2025, 1);
        YearMonth last = YearMonth.of(2025, 2);

        assertThat(Prioritisation.of(engine, known, Measures.all(), first, last).in(last))
                .extracting(Prioritisation.AreaMonth::state)
                .contains(State.ACTIVATE);
        assertThatThrownBy(() -> Prioritisation.of(engine, unknown, Measures.all(), first, last))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown region: Nowhere. Maybe ");
    }
}
