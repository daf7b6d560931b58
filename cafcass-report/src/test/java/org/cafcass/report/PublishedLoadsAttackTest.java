package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reader of published loads alone, without any count beside them, who knows that each public law case is 4 points: a load that is shown, or
 * is all that a total leaves, tells how many cases it is of.
 */
class PublishedLoadsAttackTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final double POINTS = 4;
    private static final int GREATEST_SMALL = 5;
    private static final String ALL = "";

    private final Extract.Builder extract = Extract.builder();
    private int cases;

    /** Saturation alone: in A1 three advisers hold a case each, in A4 two cases are on duty and nobody leads one. */
    @Test
    void noSmallNumberOfCasesIsToldBySaturationAlone() {
        areas();
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures = figures(engine, "saturation-percent");

        assertThat(few(loads(figures))).isEqualTo(Map.of("A1", 3.0, "A4", 2.0));
        assertThat(few(loads(published(engine, figures)))).isEmpty();
    }

    /** Saturation and the weighted caseload: what all cases are over those that advisers lead is on duty, two cases in A4 and one in A5. */
    @Test
    void noSmallNumberOfDutyCasesIsToldByTwoLoads() {
        areas();
        duty("A5", 1);
        assertTwoLoadsTellOnlyUnpublished(Map.of("A4", 2.0, "A5", 1.0, ALL, 3.0));
    }

    /** Twelve cases of A3 are held otherwise than as lead, two of them by advisers of A4: the area of the adviser counts. */
    @ParameterizedTest
    @EnumSource(names = {"DUTY", "HUB", "SUPPORT"})
    void noSmallNumberOfCasesThatAdvisersHoldOtherwiseIsToldByTwoLoads(AllocationKind kind) {
        area("A1", 20);
        area("A2", 20);
        area("A3", 20);
        area("A4", 20);
        for (int i = 0; i < 12; i++) {
            held("A3", i < 2 ? "A4" : "A3", i, kind);
        }
        assertTwoLoadsTellOnlyUnpublished(Map.of("A4", 2.0));
    }

    /** 80 cases are led and one is in a hub: whoever sees the open cases, those led and that nobody holds any other subtracts. */
    @Test
    void theOnlyCaseInAHubIsNotToldByTheOpenCasesAndThoseLed() {
        for (String area : List.of("A1", "A2", "A3", "A4")) {
            area(area, 20);
        }
        held("A4", "A4", 0, AllocationKind.HUB);
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Measure> measures = List.of(
                Measures.OPEN_CASES,
                Measures.CASELOAD_MEAN,
                Measures.DUTY_CASES,
                Measures.HUB_CASES,
                Measures.UNALLOCATED_CASES);
        List<Figure> figures = engine.figures(
                measures,
                ReportingPeriod.of(new Period(MON_2025_03_31, MON_2025_03_31)),
                List.of(Set.of(), Set.of(BreakdownKey.HOLDER)));
        Map<String, Figure> published = published(engine, figures).stream()
                .filter(figure -> figure.breakdown().isWhole())
                .collect(Collectors.toMap(figure -> figure.measure().name(), figure -> figure));

        assertThat(published.get("hub-cases").value()).isEmpty();
        assertThat(published.get("open-cases").value().isPresent()
                        && published.get("caseload-mean").numerator().isPresent())
                .isFalse();
    }

    /* Saturation and the weighted caseload, one less the other, tell few cases where they are not published, and none where they are. */
    private void assertTwoLoadsTellOnlyUnpublished(Map<String, Double> few) {
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> all = figures(engine, "saturation-percent");
        List<Figure> led = figures(engine, "weighted-caseload-mean-fte");

        assertThat(few(difference(loads(all), loads(led)))).isEqualTo(few);
        List<Figure> together = new ArrayList<>(all);
        together.addAll(led);
        List<Figure> published = published(engine, together);
        assertThat(few(difference(
                        loads(published.subList(0, all.size())),
                        loads(published.subList(all.size(), together.size())))))
                .isEmpty();
    }

    private static List<Figure> figures(MetricsEngine engine, String name) {
        Measure measure = WorkloadMeasures.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        return engine.figures(
                List.of(measure),
                ReportingPeriod.of(new Period(MON_2025_03_31, MON_2025_03_31)),
                List.of(Set.of(), Set.of(BreakdownKey.AREA)));
    }

    private static List<Figure> published(MetricsEngine engine, List<Figure> figures) {
        return DisclosureControl.of(engine).publish(figures);
    }

    /** The loads by area that are shown, and what a total leaves for the one that is not. */
    private static Map<String, Double> loads(List<Figure> figures) {
        Map<String, Double> loads = new TreeMap<>();
        figures.forEach(figure -> {
            OptionalDouble load = figure.numerator();
            String area = figure.breakdown().value(BreakdownKey.AREA).orElse(ALL);
            load.ifPresent(points -> loads.put(area, points));
        });
        List<String> hidden = figures.stream()
                .filter(figure -> figure.numerator().isEmpty())
                .map(figure -> figure.breakdown().value(BreakdownKey.AREA).orElse(ALL))
                .toList();
        if (hidden.size() == 1 && !hidden.contains(ALL)) {
            double shown = loads.keySet().stream()
                    .filter(area -> !area.equals(ALL))
                    .mapToDouble(loads::get)
                    .sum();
            loads.put(hidden.get(0), loads.get(ALL) - shown);
        }
        return loads;
    }

    private static Map<String, Double> difference(Map<String, Double> one, Map<String, Double> other) {
        return one.keySet().stream()
                .filter(other::containsKey)
                .collect(Collectors.toMap(area -> area, area -> one.get(area) - other.get(area)));
    }

    /** The numbers of cases from 1 to 5 that loads tell. */
    private static Map<String, Double> few(Map<String, Double> loads) {
        return loads.entrySet().stream()
                .filter(load -> load.getValue() > 0 && load.getValue() <= GREATEST_SMALL * POINTS)
                .collect(Collectors.toMap(Map.Entry::getKey, load -> load.getValue() / POINTS));
    }

    private void areas() {
        area("A1", 3);
        area("A2", 9);
        area("A3", 20);
        area("A4", 0);
        area("A5", 12);
        duty("A4", 2);
    }

    /** An area with thirty advisers, of whom some lead a case each. */
    private void area(String code, int leads) {
        extract.add(Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region("North")
                .build());
        for (int i = 0; i < 30; i++) {
            extract.add(Adviser.builder()
                    .adviserId(new AdviserId(code + "-" + i))
                    .areaCode(new AreaCode(code))
                    .team(Team.AFTER_FIRST_HEARING)
                    .role(Role.FAMILY_COURT_ADVISER)
                    .employment(Employment.PERMANENT)
                    .fte(BigDecimal.ONE)
                    .startedOn(LocalDate.of(2020, 1, 1))
                    .build());
        }
        for (int i = 0; i < leads; i++) {
            held(code, code, i, AllocationKind.LEAD);
        }
    }

    private void duty(String area, int number) {
        for (int i = 0; i < number; i++) {
            held(area, area, i, AllocationKind.DUTY);
        }
    }

    private void held(String area, String areaOfAdviser, int adviser, AllocationKind kind) {
        CaseId id = new CaseId("C" + cases++);
        extract.add(ChildrensCase.builder()
                .caseId(id)
                .law(Application.S31_CARE.law())
                .application(Application.S31_CARE)
                .areaCode(new AreaCode(area))
                .receivedOn(LocalDate.of(2025, 3, 3))
                .build());
        extract.add(Allocation.builder()
                .caseId(id)
                .adviserId(new AdviserId(areaOfAdviser + "-" + adviser))
                .kind(kind)
                .from(LocalDate.of(2025, 3, 3))
                .build());
    }
}
