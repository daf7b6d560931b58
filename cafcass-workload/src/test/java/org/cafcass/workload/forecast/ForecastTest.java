package org.cafcass.workload.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.area;
import static org.cafcass.workload.Extracts.child;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.privateLaw;
import static org.cafcass.workload.Extracts.publicLaw;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.WorkloadException;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Part PUBLIC = Part.of(Law.PUBLIC);
    private static final Part PRIVATE = Part.of(Law.PRIVATE);

    /* One public law case a day over a year, with two children each, none closed. */
    private static Extract.Builder neverClosed() {
        Extract.Builder extract = inOneArea().add(area("S1"));
        for (int i = 0; i < 365; i++) {
            extract.add(publicLaw("case-" + i, "N1")
                            .receivedOn(MON_2025_03_31.minusDays(i))
                            .build())
                    .add(child("a", "case-" + i))
                    .add(child("b", "case-" + i));
        }
        return extract;
    }

    /* 100 private law cases received a year ago, of which 50 were closed at the age of 50 days. */
    private static Extract halfClosed() {
        Extract.Builder extract = inOneArea().add(adviser("A", "N1", "0.8").build());
        for (int i = 0; i < 100; i++) {
            LocalDate received = MON_2025_03_31.minusDays(364);
            extract.add(
                    i < 50
                            ? privateLaw("case-" + i, "N1")
                                    .receivedOn(received)
                                    .closedOn(received.plusDays(50))
                                    .build()
                            : privateLaw("case-" + i, "N1").receivedOn(received).build());
        }
        return extract.build();
    }

    @Test
    void casesThatNeverCloseAddUp() {
        Forecast forecast =
                Forecast.of(neverClosed().build(), MON_2025_03_31).months(3).make();

        assertThat(forecast.months(PUBLIC))
                .extracting(
                        ForecastMonth::asAt,
                        month -> month.cases().value(),
                        month -> month.children().value())
                .containsExactly(
                        tuple(LocalDate.of(2025, 4, 30), 395.0, 790.0),
                        tuple(LocalDate.of(2025, 5, 31), 426.0, 852.0),
                        tuple(LocalDate.of(2025, 6, 30), 456.0, 912.0));
        assertThat(forecast.months(Part.WHOLE))
                .extracting(ForecastMonth::cases)
                .isEqualTo(forecast.months(PUBLIC).stream()
                        .map(ForecastMonth::cases)
                        .toList());
        assertThat(forecast.months(Part.of(new AreaCode("S1"))).get(2).cases()).isEqualTo(new Expected(0, 0, 0, 0, 0));
        assertThat(forecast.openNow(Part.WHOLE)).isEqualTo(365);
        // months ahead of a day that is no month's end
        assertThat(Forecast.of(neverClosed().build(), LocalDate.of(2025, 1, 30))
                        .months(1)
                        .make()
                        .months()
                        .get(0)
                        .asAt())
                .isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void inflowIsFlatOrChangedOrGiven() {
        assertThat(last(Inflow.percent(-50))).isEqualTo(365 + 15.0 + 15.5);
        assertThat(last(Inflow.percent(-100))).isEqualTo(365);
        assertThat(last(Inflow.series(List.of(7, 11)))).isEqualTo(365 + 18.0, within(1e-9));
        assertThatThrownBy(() -> last(Inflow.series(List.of(7))))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot forecast month 2: the inflow ends with month 1");
        assertThatThrownBy(() -> Inflow.percent(-101))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid change of inflow: -101.0 is not -100 or more");
        assertThatThrownBy(() -> Inflow.series(List.of(-1)))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid inflow: -1");
    }

    private static double last(Inflow inflow) {
        List<ForecastMonth> months = Forecast.of(neverClosed().build(), MON_2025_03_31)
                .months(2)
                .inflow(inflow)
                .make()
                .months(Part.WHOLE);
        return months.get(1).cases().value();
    }

    /* 50 x (1 - 50 / 20800)^n is 46.74 after 28 days, 46.63 after 29, 46.52 after 30; then 5,000 cases come. */
    @Test
    void aTargetIsMetOnTheFirstDayAlsoWhereItIsNotMetForLong() {
        Forecast forecast = Forecast.of(halfClosed(), MON_2025_03_31)
                .months(2)
                .inflow(Inflow.series(List.of(0, 5000)))
                .make();

        assertThat(forecast.dayMet(PRIVATE, 46.6)).contains(LocalDate.of(2025, 4, 30));
        assertThat(forecast.dayMet(PRIVATE, 46.7)).contains(LocalDate.of(2025, 4, 29));
    }

    /* Without a case received there is no share of an area in a given inflow; none given, none needed. */
    @Test
    void aGivenInflowNeedsCasesReceivedToBeSharedOutBy() {
        Extract extract = inOneArea()
                .add(publicLaw("C1", "N1").receivedOn(LocalDate.of(2023, 1, 2)).build())
                .add(publicLaw("C2", "N1")
                        .receivedOn(LocalDate.of(2023, 1, 2))
                        .closedOn(LocalDate.of(2025, 1, 2))
                        .build())
                .build();

        assertThatThrownBy(() -> Forecast.of(extract, MON_2025_03_31)
                        .months(1)
                        .inflow(Inflow.series(List.of(5)))
                        .make())
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot share out an inflow of 5: no case was received over the days that were observed");
        assertThat(Forecast.of(extract, MON_2025_03_31)
                        .months(1)
                        .inflow(Inflow.series(List.of(0)))
                        .make()
                        .openNow(Part.WHOLE))
                .isEqualTo(1);
    }

    @Test
    void casesCloseAtTheRateOfTheirAge() {
        Forecast forecast = Forecast.of(halfClosed(), MON_2025_03_31)
                .months(1)
                .inflow(Inflow.percent(-100))
                .make();

        // 50 closings over 51 x 100 + 314 x 50 days at risk: one rate for all ages, as there are fewer than 25 closings
        // after them
        double stay = Math.pow(1 - 50 / 20800.0, 30);
        Expected cases = forecast.months(PRIVATE).get(0).cases();
        assertThat(cases.value()).isEqualTo(50 * stay, within(1e-9));
        assertThat(cases.lower95()).isLessThanOrEqualTo(cases.lower80());
        assertThat(cases.lower80()).isLessThan(cases.value());
        assertThat(cases.upper80()).isGreaterThan(cases.value());
        assertThat(cases.upper95()).isGreaterThanOrEqualTo(cases.upper80());
        // at a ceiling of 17.4 cases
        assertThat(cases.dividedBy(17.4).value()).isEqualTo(50 * stay / 17.4, within(1e-9));
    }

    @Test
    void aTargetIsMetOnADayOrNotAtThisPace() {
        Forecast forecast = Forecast.of(halfClosed(), MON_2025_03_31)
                .months(1)
                .inflow(Inflow.percent(-100))
                .make();

        // 50 (1 - 50/20800)^n <= 40: n >= log 0.8 / log(1 - 50/20800) = 92.7
        assertThat(forecast.dayMet(PRIVATE, 40)).hasValue(MON_2025_03_31.plusDays(93));
        assertThat(forecast.dayMet(PRIVATE, 50)).hasValue(MON_2025_03_31);
        assertThat(Forecast.of(neverClosed().build(), MON_2025_03_31).make().dayMet(Part.WHOLE, 364))
                .isEqualTo(Optional.empty());
    }

    @Test
    void clearanceIsWhatItTakesBeyondTheClosingsExpected() {
        Forecast forecast = Forecast.of(halfClosed(), MON_2025_03_31)
                .months(1)
                .inflow(Inflow.percent(-100))
                .make();
        LocalDate by = MON_2025_03_31.plusDays(60);

        Clearance clearance = forecast.clearance(PRIVATE, 30, by);

        double open = 50 * Math.pow(1 - 50 / 20800.0, 60);
        assertThat(clearance.expected()).isEqualTo(open, within(1e-9));
        assertThat(clearance.extraClosings()).isEqualTo(open - 30, within(1e-9));
        assertThat(clearance.extraClosingsPerMonth()).isEqualTo((open - 30) / 60 * 365.25 / 12, within(1e-9));
        assertThat(clearance.extraPercent()).isEqualTo(100 * (open - 30) / (50 - open), within(1e-9));
        assertThat(clearance.fte()).isEqualTo(0.8 * (open - 30) / (50 - open), within(1e-9));
        assertThat(forecast.clearance(PRIVATE, 49, by).extraClosings()).isZero();
        assertThatThrownBy(() -> forecast.clearance(PRIVATE, 30, MON_2025_03_31))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot forecast 2025-03-31: not within ten years after 2025-03-31");
        assertThatThrownBy(() -> forecast.clearance(PUBLIC, 30, by))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot tell what it takes by 2025-05-30: no case is expected to be closed");
    }

    @Test
    void openCasesPass26And52And100WeeksOnTheirDays() {
        Extract extract = inOneArea()
                .add(publicLaw("26-tomorrow", "N1")
                        .receivedOn(MON_2025_03_31.minusDays(182))
                        .build())
                .add(publicLaw("52-in-7", "N1")
                        .receivedOn(MON_2025_03_31.minusDays(357))
                        .build())
                .add(publicLaw("100-in-8", "N1")
                        .receivedOn(MON_2025_03_31.minusDays(692))
                        .build())
                .add(publicLaw("52-today", "N1")
                        .receivedOn(MON_2025_03_31.minusDays(364))
                        .build())
                .build();

        assertThat(Forecast.of(extract, MON_2025_03_31).months(1).make().passings(2))
                .extracting(
                        passing -> passing.caseId().value(),
                        Passing::weeks,
                        Passing::passesOn,
                        Passing::week,
                        Passing::chance)
                .containsExactly(
                        tuple("26-tomorrow", 26, MON_2025_03_31.plusDays(1), 1, 1.0),
                        tuple("52-in-7", 52, MON_2025_03_31.plusDays(7), 1, 1.0),
                        tuple("100-in-8", 100, MON_2025_03_31.plusDays(8), 2, 1.0));
    }

    @Test
    void partsAddUpAndTheSeedDecides() {
        Extract extract = new MadeService(7, 3, 0.2).extract();
        LocalDate asAt = MadeService.FIRST.plusDays(800);
        Forecast forecast = Forecast.of(extract, asAt).months(3).seed(5).make();

        assertThat(forecast.months()).hasSize(3 * (1 + 2 + 3 + 6));
        double byLaw = forecast.months(PUBLIC).get(2).cases().value()
                + forecast.months(PRIVATE).get(2).cases().value();
        assertThat(forecast.months(Part.WHOLE).get(2).cases().value()).isEqualTo(byLaw, within(1e-6));
        assertThat(Forecast.of(extract, asAt).months(3).seed(5).make().months()).isEqualTo(forecast.months());
        assertThat(Forecast.of(extract, asAt).months(3).seed(6).make().months()).isNotEqualTo(forecast.months());
    }

    @Test
    void whatComesAfterTheDayIsNotSeen() {
        LocalDate asAt = MadeService.FIRST.plusDays(800);
        Extract all = new MadeService(7, 2, 0.2).extract();
        Extract known = new MadeService(7, 2, 0.2).knownBy(asAt);

        assertThat(Forecast.of(all, asAt).months(2).make().months())
                .isEqualTo(Forecast.of(known, asAt).months(2).make().months());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        Extract extract = inOneArea().build();

        assertThatThrownBy(() -> Forecast.of(extract, MON_2025_03_31).months(61))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid number of months ahead: 61 is not from 1 to 60");
        assertThat(Forecast.of(extract, MON_2025_03_31)
                        .months(1)
                        .make()
                        .months()
                        .get(0)
                        .cases())
                .isEqualTo(new Expected(0, 0, 0, 0, 0));
    }
}
