package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final LocalDate FIRST_RECEIPT = LocalDate.of(2021, 1, 4);
    private static final List<String> AREAS = List.of("N1", "S1");

    private final MetricsEngine engine = MetricsEngine.of(extract().build());

    /* Cases of both laws in two areas: some are closed before their first hearing, some on the day of receipt, one after ten years. */
    private static Extract.Builder extract() {
        SplittableRandom random = new SplittableRandom(52);
        Extract.Builder extract = Extract.builder().present(ExtractTable.ADVISERS);
        AREAS.forEach(code -> extract.add(Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(code)
                .build()));
        for (int i = 0; i < 200; i++) {
            boolean isPublic = random.nextBoolean();
            LocalDate receivedOn = i == 0 ? FIRST_RECEIPT : FIRST_RECEIPT.plusDays(random.nextInt(900));
            ChildrensCase.Builder one = ChildrensCase.builder()
                    .caseId(new CaseId("C" + i))
                    .law(isPublic ? Law.PUBLIC : Law.PRIVATE)
                    .application(isPublic ? Application.S31_CARE : Application.ENFORCEMENT)
                    .areaCode(new AreaCode(AREAS.get(random.nextInt(2))))
                    .receivedOn(receivedOn);
            if (random.nextInt(3) > 0) {
                one.firstHearingOn(receivedOn.plusDays(random.nextInt(80)));
            }
            if (random.nextInt(4) > 0) {
                one.closedOn(receivedOn.plusDays(i == 1 ? 3652 : random.nextInt(1000)));
            }
            extract.add(one.build());
            for (int child = random.nextInt(4); child > 0; child--) {
                extract.add(Child.builder()
                        .childId(new ChildId("K" + i + "-" + child))
                        .caseId(new CaseId("C" + i))
                        .build());
            }
        }
        return extract;
    }

    /* From the day before the first receipt; from some 1,630 days on the running totals have ended. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 100, 364, 365, 700, 701, 1000, 1500, 1600, 1632, 1700, 3650, 5000})
    void isWhatTheFiguresSay(int daysAfterTheFirstReceipt) {
        assertSnapshotIsWhatTheFiguresSay(engine, FIRST_RECEIPT.plusDays(daysAfterTheFirstReceipt));
    }

    /* A case of a thousand years ago makes the days too many for running totals. */
    @ParameterizedTest
    @ValueSource(ints = {0, 363, 364, 365, 699, 700, 701, 1000})
    void isWhatTheFiguresSayWithoutRunningTotals(int daysAfterTheFirstReceipt) {
        MetricsEngine ofAThousandYears = MetricsEngine.of(extract()
                .add(ChildrensCase.builder()
                        .caseId(new CaseId("old"))
                        .law(Law.PUBLIC)
                        .application(Application.S31_CARE)
                        .areaCode(new AreaCode("N1"))
                        .receivedOn(LocalDate.of(1000, 1, 1))
                        .closedOn(LocalDate.of(1000, 2, 1))
                        .build())
                .add(ChildrensCase.builder()
                        .caseId(new CaseId("open since the first day"))
                        .law(Law.PUBLIC)
                        .application(Application.S31_CARE)
                        .areaCode(new AreaCode("N1"))
                        .receivedOn(FIRST_RECEIPT)
                        .build())
                .build());

        assertSnapshotIsWhatTheFiguresSay(ofAThousandYears, FIRST_RECEIPT.plusDays(daysAfterTheFirstReceipt));
    }

    private static void assertSnapshotIsWhatTheFiguresSay(MetricsEngine engine, LocalDate day) {
        Snapshot snapshot = engine.snapshot(day);

        assertThat(snapshot.asAt()).isEqualTo(day);
        assertThat(snapshot.areas()).isEqualTo(2);
        for (int area = 0; area < AREAS.size(); area++) {
            for (Law law : Law.values()) {
                assertThat(List.of(
                                snapshot.openCases(area, law),
                                snapshot.openChildren(area, law),
                                snapshot.openCases52Weeks(area, law),
                                snapshot.openChildren52Weeks(area, law),
                                snapshot.openCases100Weeks(area, law),
                                snapshot.openChildren100Weeks(area, law)))
                        .as("%s %s", AREAS.get(area), law)
                        .containsExactly(
                                (int) value(engine, Measures.OPEN_CASES, day, area, law)
                                        .orElseThrow(),
                                (int) value(engine, Measures.OPEN_CHILDREN, day, area, law)
                                        .orElseThrow(),
                                (int) value(engine, Measures.OPEN_CASES_52_WEEKS, day, area, law)
                                        .orElseThrow(),
                                (int) value(engine, Measures.OPEN_CHILDREN_52_WEEKS, day, area, law)
                                        .orElseThrow(),
                                (int) value(engine, Measures.OPEN_CASES_100_WEEKS, day, area, law)
                                        .orElseThrow(),
                                (int) value(engine, Measures.OPEN_CHILDREN_100_WEEKS, day, area, law)
                                        .orElseThrow());
                assertThat(snapshot.openAgeMeanWeeks(area, law))
                        .isEqualTo(value(engine, Measures.OPEN_AGE_MEAN_WEEKS, day, area, law));
            }
        }
    }

    /* By application too, which no totals hold, so that the figures come from a pass over the cases. */
    private static OptionalDouble value(MetricsEngine engine, Measure measure, LocalDate day, int area, Law law) {
        return engine
                .figures(
                        measure,
                        ReportingPeriod.asAt(day),
                        BreakdownKey.AREA,
                        BreakdownKey.LAW,
                        BreakdownKey.APPLICATION)
                .stream()
                .filter(figure -> figure.breakdown().value(BreakdownKey.AREA).equals(Optional.of(AREAS.get(area)))
                        && figure.breakdown().value(BreakdownKey.LAW).equals(Optional.of(law.code()))
                        && figure.breakdown()
                                .value(BreakdownKey.APPLICATION)
                                .equals(Optional.of(law == Law.PUBLIC ? "s31_care" : "enforcement")))
                .findFirst()
                .map(Figure::value)
                .orElse(measure == Measures.OPEN_AGE_MEAN_WEEKS ? OptionalDouble.empty() : OptionalDouble.of(0));
    }

    @Test
    void anAreaThatIsNotThereFails() {
        Snapshot snapshot = engine.snapshot(FIRST_RECEIPT);

        assertThatThrownBy(() -> snapshot.openCases(2, Law.PUBLIC))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Index 2 out of bounds for length 2");
    }
}
