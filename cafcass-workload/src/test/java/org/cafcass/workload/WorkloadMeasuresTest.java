package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.LEAD;
import static org.cafcass.model.AllocationKind.SUPPORT;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.area;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.privateLaw;
import static org.cafcass.workload.Extracts.publicLaw;

import java.time.LocalDate;
import java.util.List;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class WorkloadMeasuresTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.asAt(MON_2025_03_31);
    private static final Measure SATURATION = Measures.named("saturation-percent", WorkloadMeasures.all());
    private static final Measure WEIGHTED = Measures.named("weighted-caseload-mean-fte", WorkloadMeasures.all());

    /*
     * A: 1 FTE, leads a public law case and one to first hearing, 4 + 2.5. B: 0.5 FTE, supports one and holds one on duty, 4 + 4.
     * C: 0.6 FTE to first hearing, nothing. D leads a case in S1 with a personal ceiling of 20. M manages, L has left.
     */
    private final MetricsEngine engine = MetricsEngine.of(inOneArea()
            .add(area("S1"))
            .add(adviser("A", "N1", "1").build())
            .add(adviser("B", "N1", "0.5").build())
            .add(adviser("C", "N1", "0.6").team(Team.TO_FIRST_HEARING).build())
            .add(adviser("D", "S1", "0.7").ceiling("20").build())
            .add(adviser("M", "S1", "1").role(Role.SERVICE_MANAGER).build())
            .add(adviser("L", "S1", "1").leftOn(MON_2025_03_31).build())
            .add(publicLaw("1", "N1").build())
            .add(privateLaw("2", "N1").build())
            .add(publicLaw("3", "N1").build())
            .add(publicLaw("4", "S1").build())
            .add(publicLaw("5", "S1").build())
            .add(allocation("1", LEAD, "A").build())
            .add(allocation("2", LEAD, "A").build())
            .add(allocation("1", SUPPORT, "B").build())
            .add(allocation("3", DUTY, "B").build())
            .add(allocation("4", LEAD, "D").build())
            .add(allocation("4", SUPPORT, "M").build())
            .add(allocation("5", LEAD, "L").build())
            .build());

    @Test
    void saturationIsTheLoadOfAllHoldingsOverTheCapacityOfAllAdvisersEmployed() {
        Figure figure = engine.figure(SATURATION, YEAR);

        assertThat(figure.numerator()).hasValue(6.5 + 8 + 4);
        assertThat(figure.denominator()).hasValue(100 + 50 + 60 + 80);
        assertThat(figure.value()).hasValue(100 * 18.5 / 290);
        assertThat(figure.measure().unit()).isEqualTo("percent");
    }

    @Test
    void weightedCaseloadIsTheLoadHeldAsLeadOverTheFteOfThoseWhoLead() {
        Figure figure = engine.figure(WEIGHTED, YEAR);

        assertThat(figure.numerator()).hasValue(10.5);
        assertThat(figure.denominator()).hasValue(1.7);
        assertThat(figure.measure().unit()).isEqualTo("points per FTE");
    }

    @Test
    void breakdownsAreTheAdvisers() {
        List<Figure> byArea = engine.figures(SATURATION, YEAR, BreakdownKey.AREA);
        assertThat(byArea).extracting(figure -> figure.breakdown().toString()).containsExactly("area=N1", "area=S1");
        assertThat(byArea)
                .extracting(figure -> figure.numerator().orElseThrow())
                .containsExactly(14.5, 4.0);

        assertThat(engine.figures(SATURATION, YEAR, BreakdownKey.TEAM))
                .extracting(figure -> figure.value().orElseThrow())
                .containsExactly(100 * 18.5 / 230, 0.0);
        assertThat(engine.figures(WEIGHTED, YEAR, BreakdownKey.TEAM)).hasSize(1);
        assertThatThrownBy(() -> engine.figures(SATURATION, YEAR, BreakdownKey.LAW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherSchemeCounts() {
        Measure oneEach =
                Measures.named("saturation-percent", WorkloadMeasures.of(WeightingSchemes.shipped(), "one-each"));

        Figure figure = engine.figure(oneEach, YEAR);

        assertThat(figure.numerator()).hasValue(5);
        assertThat(figure.denominator()).hasValue(25 + 12.5 + 15 + 20);
        assertThat(oneEach.definition()).endsWith("Weighting scheme: one-each.");
    }

    @Test
    void theSchemeInEffectOnEachDayCounts() {
        String scheme =
                WeightingSchemes.shipped().inEffect("one-each", MON_2025_03_31).toJson();
        WeightingSchemes schemes = WeightingSchemes.parse("[" + scheme.replace("1995-01-01", "2025-01-02") + ","
                + scheme.replace("1995-01-01", "2025-02-01").replace("\"points\" : 1", "\"points\" : 2") + "]");
        Measure measure = Measures.named("saturation-percent", WorkloadMeasures.of(schemes, "one-each"));

        assertThat(engine.figure(measure, ReportingPeriod.asAt(LocalDate.of(2025, 1, 31)))
                        .numerator())
                .hasValue(6);
        assertThat(engine.figure(measure, ReportingPeriod.asAt(LocalDate.of(2025, 2, 1)))
                        .numerator())
                .hasValue(12);
        ReportingPeriod before = ReportingPeriod.asAt(LocalDate.of(2025, 1, 1));
        Figure unknown = engine.figure(measure, before);
        assertThat(unknown.status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(unknown.explanation())
                .contains("Cannot use weighting scheme one-each: not in effect on 2025-01-01, effective from"
                        + " 2025-01-02");
    }

    @Test
    void withoutAllocationsThereIsNoFigure() {
        MetricsEngine without = MetricsEngine.of(Extract.builder()
                .add(area("N1"))
                .add(adviser("A", "N1", "1").build())
                .build());

        assertThat(without.figure(SATURATION, YEAR).status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
        assertThat(without.figure(WEIGHTED, YEAR).explanation()).hasValue("missing: allocations");
    }

    @Test
    void withoutAdvisersTheFiguresAreEmpty() {
        MetricsEngine none = MetricsEngine.of(inOneArea().build());

        assertThat(none.figure(SATURATION, YEAR).status()).isEqualTo(FigureStatus.EMPTY);
        assertThat(none.figure(WEIGHTED, YEAR).status()).isEqualTo(FigureStatus.EMPTY);
    }
}
