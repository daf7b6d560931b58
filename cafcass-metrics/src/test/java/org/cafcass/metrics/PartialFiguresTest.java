package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Grade;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of an extract that is cut into parts by area are those of the whole. */
class PartialFiguresTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-25"));
    private static final List<String> AREAS = List.of("N1", "N2", "S1");
    private static final LocalDate MON_2023_01_02 = LocalDate.of(2023, 1, 2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsMergeIntoTheWhole(long seed) {
        MetricsEngine whole = MetricsEngine.of(extract(AREAS, seed));
        List<MetricsEngine> parts = new ArrayList<>();
        for (String area : AREAS) {
            parts.add(MetricsEngine.of(extract(List.of(area), seed)));
        }
        Collections.shuffle(parts, new Random(seed));
        for (Measure measure : Measures.all()) {
            for (Set<BreakdownKey> by : breakdowns(measure)) {
                Optional<PartialFigures> merged = parts.stream()
                        .flatMap(part -> part.partial(measure, YEAR, by).stream())
                        .map(PartialFiguresTest::throughJson)
                        .reduce(PartialFigures::merge)
                        .map(PartialFiguresTest::throughJson);

                assertThat(merged.map(PartialFigures::figures).orElse(List.of()))
                        .as("%s by %s", measure, by)
                        .isEqualTo(whole.figures(measure, YEAR, by));
            }
        }
    }

    private static PartialFigures throughJson(PartialFigures partial) {
        return PartialFigures.fromJson(partial.toJson(), Measures.all());
    }

    @Test
    void jsonIsThatOfTheRowsInWhateverOrder() {
        MetricsEngine engine = MetricsEngine.of(extract(AREAS, 1));
        MetricsEngine reordered = MetricsEngine.of(extract(List.of("S1", "N2", "N1"), 1));
        for (Measure measure : Measures.all()) {
            assertThat(json(reordered, measure)).as(measure.name()).isEqualTo(json(engine, measure));
        }
    }

    private static String json(MetricsEngine engine, Measure measure) {
        return engine.partial(measure, YEAR, Set.of()).orElseThrow().toJson();
    }

    @Test
    void jsonSaysWhatItIs() {
        MetricsEngine engine = MetricsEngine.of(extract(List.of("N1"), 1)).with(Conventions.DEFAULT);

        assertThat(engine.partial(Measures.OPEN_CASES, YEAR, Set.of(BreakdownKey.LAW))
                        .orElseThrow()
                        .toJson())
                .startsWith("{\"measure\":\"open-cases\",\"period_start\":\"2025-03-31\",\"period_end\":\"2025-03-31\","
                        + "\"conventions\":{\"duration\":\"elapsed_weeks\",\"quantile\":\"interpolated\","
                        + "\"children\":\"case_rows\"},\"keys\":[{\"key\":\"law\",\"values\":[\"public\",\"private\"]}],"
                        + "\"numerators\":[{\"cell\":[0],\"whole\":")
                .endsWith("\"denominators\":[],\"identities\":[],\"amounts\":[]}");
    }

    @Test
    void whatIsNotAvailableInOnePartIsNotAvailable() {
        PartialFigures here = MetricsEngine.of(extract(List.of("N1"), 1))
                .partial(Measures.REPORTS_FILED, YEAR, Set.of())
                .orElseThrow();
        PartialFigures missing = throughJson(MetricsEngine.of(Extract.builder()
                        .present(ExtractTable.AREAS)
                        .present(ExtractTable.ADVISERS)
                        .present(ExtractTable.CASES)
                        .present(ExtractTable.CHILDREN)
                        .build())
                .partial(Measures.REPORTS_FILED, YEAR, Set.of())
                .orElseThrow());

        for (PartialFigures merged : List.of(here.merge(missing), missing.merge(here))) {
            Figure figure = merged.figures().get(0);
            assertThat(figure.status()).isEqualTo(FigureStatus.NOT_AVAILABLE);
            assertThat(figure.explanation()).hasValue("missing: reports");
        }
        assertThat(missing.measure()).isEqualTo(Measures.REPORTS_FILED);
        assertThat(missing.period()).isEqualTo(YEAR.period());
    }

    @Test
    void childrenCountedOnceDoNotMergeButDistinctChildrenDo() {
        Conventions distinct = Conventions.DEFAULT.with(Conventions.Children.DISTINCT);
        MetricsEngine engine = MetricsEngine.of(extract(List.of("N1"), 1)).with(distinct);
        PartialFigures children =
                engine.partial(Measures.OPEN_CHILDREN, YEAR, Set.of()).orElseThrow();

        assertThatThrownBy(() -> children.merge(children))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot merge open-children: children are counted once, and a part's sums do not say which;"
                        + " distinct-open-children and distinct-children-received can be merged");
        PartialFigures identified = MetricsEngine.of(extract(List.of("N1"), 1))
                .partial(Measures.DISTINCT_OPEN_CHILDREN, YEAR, Set.of())
                .orElseThrow();
        assertThat(throughJson(identified).merge(throughJson(identified)).figures())
                .isEqualTo(identified.figures());
    }

    @Test
    void jsonThatIsNoneOfPartialFiguresIsRefused() {
        String good = json(MetricsEngine.of(extract(List.of("N1"), 1)), Measures.OPEN_CASES);

        assertRefused("{", "Cannot read partial figures: no JSON");
        assertRefused(good + "1", "Cannot read partial figures: no JSON");
        assertRefused("{}", "Cannot read partial figures: measure is missing or no text");
        assertRefused(good.replace("open-cases", "open-case"), "Unknown measure: open-case. Maybe open-cases?");
        assertRefused(good.replace("elapsed_weeks", "weeks"), "Cannot read partial figures: unknown duration weeks");
        assertRefused(
                good.replace("\"keys\":[]", "\"keys\":[{\"key\":\"question\",\"values\":[]}]"),
                "Cannot read partial figures: open-cases lacks one of question");
        assertRefused(
                good.replace("\"keys\":[]", "\"keys\":[{\"key\":\"law\",\"values\":[\"public\"]}]")
                        .replace("\"cell\":[]", "\"cell\":[2]"),
                "Cannot read partial figures: Index 2 out of bounds for length 2");
        assertRefused(
                good.replace("\"whole\":", "\"whole\":0.5,\"was\":"),
                "Cannot read partial figures: no whole number where there has to be one");
        assertRefused(
                good.replace("\"denominators\":[]", "\"denominators\":1"),
                "Cannot read partial figures: denominators is missing or no list");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> PartialFigures.fromJson(json, Measures.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static List<Set<BreakdownKey>> breakdowns(Measure measure) {
        List<Set<BreakdownKey>> breakdowns = new ArrayList<>(List.of(EnumSet.noneOf(BreakdownKey.class)));
        for (BreakdownKey first : measure.keys()) {
            for (BreakdownKey second : measure.keys()) {
                breakdowns.add(EnumSet.of(first, second));
            }
        }
        return breakdowns;
    }

    @Test
    void figuresOfAnotherMeasureDoNotMerge() {
        MetricsEngine engine = MetricsEngine.of(extract(AREAS, 1));
        PartialFigures open =
                engine.partial(Measures.OPEN_CASES, YEAR, Set.of()).orElseThrow();
        PartialFigures closed =
                engine.partial(Measures.CASES_CLOSED, YEAR, Set.of()).orElseThrow();

        assertThatThrownBy(() -> open.merge(closed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot merge open-cases over 2025-03-31/2025-03-31: with cases-closed over"
                        + " 2024-04-01/2025-03-31");
    }

    /** The same rows about an area whichever other areas are there. */
    private static Extract extract(List<String> areas, long seed) {
        Extract.Builder extract = Extract.builder()
                .present(ExtractTable.HEARINGS)
                .present(ExtractTable.ANSWERS)
                .present(ExtractTable.FEEDBACK)
                .present(ExtractTable.CHECKS)
                .present(ExtractTable.SURVEY)
                .present(ExtractTable.POSTS);
        for (String code : areas) {
            AreaCode area = new AreaCode(code);
            SplittableRandom random = new SplittableRandom(seed + AREAS.indexOf(code));
            extract.add(Area.builder()
                    .areaCode(area)
                    .name(code)
                    .region(code.substring(0, 1))
                    .build());
            for (int i = 0; i < 6; i++) {
                addAdviser(extract, area, i, random);
            }
            for (int i = 0; i < 60; i++) {
                addCase(extract, area, i, random);
            }
        }
        return extract.build();
    }

    private static void addAdviser(Extract.Builder extract, AreaCode area, int i, SplittableRandom random) {
        AdviserId id = new AdviserId(area.value() + "-adviser-" + i);
        extract.add(Adviser.builder()
                .adviserId(id)
                .role(i == 0 ? Role.PRACTICE_SUPERVISOR : i == 1 ? Role.SERVICE_MANAGER : Role.FAMILY_COURT_ADVISER)
                .employment(one(Employment.values(), random))
                .team(one(Team.values(), random))
                .areaCode(area)
                .fte(new BigDecimal(i % 2 == 0 ? "1" : "0.333333333333333333333"))
                .startedOn(MON_2023_01_02.plusDays(random.nextInt(600)))
                .leftOn(
                        random.nextInt(4) == 0
                                ? Optional.of(MON_2023_01_02.plusDays(700 + random.nextInt(200)))
                                : Optional.empty())
                .build());
        extract.add(Absence.builder()
                .adviserId(id)
                .from(MON_2023_01_02.plusDays(650 + random.nextInt(30)))
                .to(MON_2023_01_02.plusDays(690 + random.nextInt(60)))
                .reason(i % 3 == 0 ? Optional.empty() : Optional.of("reason " + i % 3))
                .build());
        for (int k = 0; k < 3; k++) {
            extract.add(Audit.builder()
                    .auditId(new AuditId(id.value() + "-audit-" + k))
                    .adviserId(id)
                    .auditedOn(MON_2023_01_02.plusDays(500 + random.nextInt(350)))
                    .source(one(AuditSource.values(), random))
                    .scale(AuditScale.SINCE_2022)
                    .grade(one(AuditScale.SINCE_2022.grades().toArray(new Grade[0]), random))
                    .moderatedGrade(one(AuditScale.SINCE_2022.grades().toArray(new Grade[0]), random))
                    .build());
        }
    }

    private static void addCase(Extract.Builder extract, AreaCode area, int i, SplittableRandom random) {
        CaseId id = new CaseId(area.value() + "-case-" + i);
        Application application = one(Application.values(), random);
        LocalDate receivedOn = MON_2023_01_02.plusDays(random.nextInt(800));
        LocalDate firstHearingOn = receivedOn.plusDays(random.nextInt(200));
        extract.add(ChildrensCase.builder()
                .caseId(id)
                .law(application.law())
                .application(application)
                .areaCode(area)
                .receivedOn(receivedOn)
                .firstHearingOn(firstHearingOn)
                .furtherWorkOrderedOn(random.nextBoolean() ? Optional.of(firstHearingOn.plusDays(3)) : Optional.empty())
                .closedOn(
                        random.nextBoolean() ? Optional.of(receivedOn.plusDays(random.nextInt(400))) : Optional.empty())
                .build());
        for (int k = 0; k <= random.nextInt(3); k++) {
            extract.add(Child.builder()
                    .childId(new ChildId("child-" + random.nextInt(100) + "-" + k))
                    .caseId(id)
                    .build());
        }
        extract.add(Allocation.builder()
                .caseId(id)
                .kind(one(AllocationKind.values(), random))
                .adviserId(new AdviserId(area.value() + "-adviser-" + random.nextInt(6)))
                .from(receivedOn.plusDays(random.nextInt(20)))
                .build());
        extract.add(Report.builder()
                .reportId(new ReportId(id.value() + "-report"))
                .caseId(id)
                .kind(one(ReportKind.values(), random))
                .orderedOn(receivedOn.plusDays(random.nextInt(60)))
                .firstAgreedOn(receivedOn.plusDays(90))
                .filedOn(
                        random.nextBoolean()
                                ? Optional.of(receivedOn.plusDays(60 + random.nextInt(60)))
                                : Optional.empty())
                .build());
    }

    private static <T> T one(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
