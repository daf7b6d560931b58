package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of more cases than any array of the engine begins with, beside plain counts of the records. */
class ManyCasesTest {
    private static final int CASES = 6000;
    private static final LocalDate FIRST_RECEIPT = LocalDate.of(2021, 1, 4);
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2023-24"));

    private static final List<ChildrensCase> RECORDS = new ArrayList<>();
    private static final List<Report> REPORTS = new ArrayList<>();
    private static final MetricsEngine ENGINE = MetricsEngine.of(extract());

    private static Extract extract() {
        SplittableRandom random = new SplittableRandom(6000);
        Extract.Builder extract = Extract.builder()
                .present(ExtractTable.ADVISERS)
                .present(ExtractTable.ALLOCATIONS)
                .present(ExtractTable.CHILDREN);
        for (int area = 0; area < 4; area++) {
            extract.add(Area.builder()
                    .areaCode(new AreaCode("A" + area))
                    .name("A" + area)
                    .region("R" + area)
                    .build());
        }
        for (int i = 0; i < CASES; i++) {
            LocalDate receivedOn = FIRST_RECEIPT.plusDays(random.nextInt(1400));
            Application application = Application.values()[random.nextInt(Application.values().length)];
            ChildrensCase.Builder one = ChildrensCase.builder()
                    .caseId(new CaseId("C" + i))
                    .law(application.law())
                    .application(application)
                    .areaCode(new AreaCode("A" + random.nextInt(4)))
                    .receivedOn(receivedOn);
            if (random.nextBoolean()) {
                one.rule164On(receivedOn.plusDays(random.nextInt(300)));
            }
            if (random.nextInt(5) > 0) {
                one.closedOn(receivedOn.plusDays(300 + random.nextInt(500)));
            }
            RECORDS.add(one.build());
            REPORTS.add(Report.builder()
                    .reportId(new ReportId("R" + i))
                    .caseId(new CaseId("C" + i))
                    .kind(ReportKind.values()[random.nextInt(ReportKind.values().length)])
                    .orderedOn(receivedOn.plusDays(random.nextInt(100)))
                    .build());
        }
        RECORDS.forEach(extract::add);
        REPORTS.forEach(extract::add);
        return extract.build();
    }

    private static boolean isOpen(ChildrensCase one, LocalDate day) {
        return !one.receivedOn().isAfter(day)
                && one.closedOn().filter(closedOn -> !closedOn.isAfter(day)).isEmpty();
    }

    private static boolean isInYear(LocalDate day) {
        return YEAR.period().contains(day);
    }

    private static Map<String, Double> counts(Predicate<ChildrensCase> test, Function<ChildrensCase, String> part) {
        return RECORDS.stream()
                .filter(test)
                .collect(Collectors.groupingBy(part, TreeMap::new, Collectors.summingDouble(one -> 1)));
    }

    private static Map<String, Double> figures(Measure measure, ReportingPeriod days, Collection<BreakdownKey> by) {
        return ENGINE.figures(measure, days, by).stream()
                .filter(figure -> figure.value().orElseThrow() > 0)
                .collect(Collectors.toMap(
                        figure -> figure.breakdown().toString(),
                        figure -> figure.value().orElseThrow(),
                        (one, other) -> Double.NaN,
                        TreeMap::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 800, 1100, 1399, 2500})
    void openCases(int daysAfterTheFirstReceipt) {
        LocalDate day = FIRST_RECEIPT.plusDays(daysAfterTheFirstReceipt);

        assertThat(figures(Measures.OPEN_CASES, ReportingPeriod.asAt(day), List.of(BreakdownKey.APPLICATION)))
                .isEqualTo(counts(
                        one -> isOpen(one, day),
                        one -> "application=" + one.application().code()));
    }

    /** Seven keys have more cells than are told apart by an array. */
    @ParameterizedTest
    @ValueSource(ints = {300, 800, 1100})
    void openCasesByAllTheirKeys(int daysAfterTheFirstReceipt) {
        LocalDate day = FIRST_RECEIPT.plusDays(daysAfterTheFirstReceipt);

        assertThat(figures(Measures.OPEN_CASES, ReportingPeriod.asAt(day), Measures.OPEN_CASES.keys()))
                .isEqualTo(counts(one -> isOpen(one, day), one -> part(one, day)));
    }

    private static String part(ChildrensCase one, LocalDate day) {
        Map<BreakdownKey, String> values = new EnumMap<>(BreakdownKey.class);
        values.put(BreakdownKey.LAW, one.law().code());
        values.put(BreakdownKey.APPLICATION, one.application().code());
        values.put(BreakdownKey.AREA, one.areaCode().value());
        values.put(BreakdownKey.REGION, one.areaCode().value().replace('A', 'R'));
        values.put(
                BreakdownKey.RULE_16_4,
                String.valueOf(one.rule164On().filter(on -> !on.isAfter(day)).isPresent()));
        values.put(BreakdownKey.STAGE, one.law() == Law.PUBLIC ? "after_first_hearing" : "to_first_hearing");
        values.put(BreakdownKey.HOLDER, "unallocated");
        return Breakdown.of(values).toString();
    }

    @Test
    void casesReceivedAndClosed() {
        assertThat(figures(Measures.CASES_RECEIVED, YEAR, List.of(BreakdownKey.APPLICATION)))
                .isEqualTo(counts(
                        one -> isInYear(one.receivedOn()),
                        one -> "application=" + one.application().code()));
        assertThat(figures(Measures.CASES_CLOSED, YEAR, List.of(BreakdownKey.APPLICATION)))
                .isEqualTo(counts(
                        one -> one.closedOn().filter(ManyCasesTest::isInYear).isPresent(),
                        one -> "application=" + one.application().code()));
    }

    @Test
    void casesThatPassATestOfOnesOwn() {
        Measure ofAreaA2 = Measure.named("of-area-a2")
                .title("Of area A2")
                .unit("cases")
                .definition("All cases of area A2.")
                .source("a test")
                .count(Tally.ofCases(
                        "cases of A2", (one, days) -> one.areaCode().value().equals("A2")));

        assertThat(ENGINE.figure(ofAreaA2, YEAR).value())
                .hasValue(RECORDS.stream()
                        .filter(one -> one.areaCode().value().equals("A2"))
                        .count());
    }

    @Test
    void reportsOrderedByKind() {
        Map<String, Double> expected = REPORTS.stream()
                .filter(report -> isInYear(report.orderedOn()))
                .collect(Collectors.groupingBy(
                        report -> "report=" + report.kind().code(),
                        TreeMap::new,
                        Collectors.summingDouble(report -> 1)));
        expected.put(
                "report=section_7_all", expected.get("report=section_7") + expected.get("report=section_7_addendum"));

        assertThat(figures(Measures.REPORTS_ORDERED, YEAR, List.of(BreakdownKey.REPORT)))
                .isEqualTo(expected);
    }
}
