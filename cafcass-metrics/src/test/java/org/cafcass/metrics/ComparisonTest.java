package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.cafcass.metrics.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);

    static Stream<Arguments> movements() {
        return Stream.of(
                arguments(Measures.OPEN_CASES, 97, 100, Movement.BETTER),
                arguments(Measures.OPEN_CASES, 101, 100, Movement.WORSE),
                arguments(Measures.OPEN_CASES, 100, 100, Movement.SAME),
                arguments(Measures.CLEARANCE_RATE_PERCENT, 97, 100, Movement.WORSE),
                arguments(Measures.CLEARANCE_RATE_PERCENT, 101, 100, Movement.BETTER));
    }

    @ParameterizedTest
    @MethodSource("movements")
    void theMeasureSaysWhichWayIsBetter(Measure measure, double value, double previous, Movement movement) {
        assertThat(new Comparison(of(measure, value), of(measure, previous)).movement())
                .hasValue(movement);
    }

    @Test
    void neitherWayOfDemandIsBetter() {
        Comparison comparison = new Comparison(of(Measures.CASES_RECEIVED, 113), of(Measures.CASES_RECEIVED, 101));

        assertThat(comparison.movement()).isEmpty();
        assertThat(comparison.change()).hasValue(12);
    }

    /* April 2022 paper: 4,954 more than the 30,257 that its own +16.4% rests on. */
    @Test
    void changeOfACountIsInItsUnitAndInPercentOfThePrevious() {
        Comparison comparison = new Comparison(of(Measures.OPEN_CASES, 35211), of(Measures.OPEN_CASES, 30257));

        assertThat(comparison.change()).hasValue(4954);
        assertThat(comparison.unit()).isEqualTo("cases");
        assertThat(comparison.changePercent().getAsDouble()).isCloseTo(16.373, within(0.0005));
    }

    /** Newcombe (1998), method 10: 56 of 70 less 48 of 80 is 0.2, with limits 0.0524 and 0.3339; Wilson's limits are those of the two shares. */
    @Test
    void limitsOfAChangeAreNewcombes() {
        Comparison comparison = new Comparison(share(56, 70), share(48, 80));

        ConfidenceInterval limits = comparison.changeLimits().orElseThrow();

        assertThat(limits.lower()).isCloseTo(5.24, within(0.005));
        assertThat(limits.upper()).isCloseTo(33.39, within(0.005));
        assertThat(new Comparison(of(Measures.OPEN_CASES, 2), of(Measures.OPEN_CASES, 1)).changeLimits())
                .isEmpty();
    }

    private static Figure share(int good, int of) {
        ConfidenceInterval wilson =
                ConfidenceInterval.ofProportion(good, of, 0.95).orElseThrow();
        return Figure.builder()
                .measure(Measures.AUDIT_GOOD_OR_OUTSTANDING_PERCENT)
                .period(new Period(MON_2025_03_31, MON_2025_03_31))
                .breakdown(Breakdown.of(BreakdownKey.SCALE, "since_2022"))
                .value(100.0 * good / of)
                .lower(100 * wilson.lower())
                .upper(100 * wilson.upper())
                .status(FigureStatus.OK)
                .conventions(Conventions.DEFAULT)
                .build();
    }

    /** Of last year's four deprivations of liberty none is open any more. */
    @Test
    void aCountOfNothingIsComparedToo() {
        Breakdown part = Breakdown.of(BreakdownKey.APPLICATION, "deprivation_of_liberty");
        Figure whole = of(Measures.OPEN_CASES, 35211);

        Figure none = whole.ofNone(part);

        assertThat(none.value()).hasValue(0);
        assertThat(none)
                .returns(part, Figure::breakdown)
                .returns(FigureStatus.OK, Figure::status)
                .returns(whole.period(), Figure::period);
        assertThat(new Comparison(none, none).movement()).hasValue(Movement.SAME);
        assertThatThrownBy(() -> of(Measures.DURATION_MEDIAN_WEEKS, 17).ofNone(part))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Not a count: duration-median-weeks");
        assertThatThrownBy(() -> of(Measures.WITHIN_26_WEEKS_PERCENT, 58).ofNone(part))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Not a count: within-26-weeks-percent");
    }

    @Test
    void changeOfAPercentageIsInPoints() {
        Comparison comparison =
                new Comparison(of(Measures.WITHIN_26_WEEKS_PERCENT, 60.5), of(Measures.WITHIN_26_WEEKS_PERCENT, 58));

        assertThat(comparison.change()).hasValue(2.5);
        assertThat(comparison.unit()).isEqualTo("pts");
        assertThat(comparison.changePercent()).isEmpty();
    }

    @Test
    void nothingIsAPercentageOfNought() {
        Comparison comparison = new Comparison(of(Measures.OPEN_CASES, 7), of(Measures.OPEN_CASES, 0));

        assertThat(comparison.change()).hasValue(7);
        assertThat(comparison.changePercent()).isEmpty();
        assertThat(comparison.movement()).hasValue(Movement.WORSE);
    }

    @Test
    void changePercentHasTheSignOfTheChange() {
        Comparison comparison = new Comparison(of(Measures.NET_CHANGE, 10), of(Measures.NET_CHANGE, -5));

        assertThat(comparison.change()).hasValue(15);
        assertThat(comparison.changePercent()).hasValue(300);
    }

    @Test
    void whatHasNoValueCannotHaveChanged() {
        Figure none = builder(Measures.OPEN_AGE_MEAN_WEEKS)
                .breakdown(Breakdown.whole())
                .status(FigureStatus.EMPTY)
                .build();
        Comparison comparison = new Comparison(of(Measures.OPEN_AGE_MEAN_WEEKS, 7), none);

        assertThat(comparison.change()).isEmpty();
        assertThat(comparison.changePercent()).isEmpty();
        assertThat(comparison.movement()).isEmpty();
        assertThat(new Comparison(none, of(Measures.OPEN_AGE_MEAN_WEEKS, 7)).change())
                .isEmpty();
    }

    @Test
    void onlyTheSameFiguresAreCompared() {
        Figure open = of(Measures.OPEN_CASES, 7);
        Figure publicLaw = builder(Measures.OPEN_CASES)
                .breakdown(Breakdown.of(BreakdownKey.LAW, "public"))
                .value(7)
                .status(FigureStatus.OK)
                .build();

        assertThatThrownBy(() -> new Comparison(open, of(Measures.OPEN_CHILDREN, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compare open-cases with open-children");
        assertThatThrownBy(() -> new Comparison(publicLaw, open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compare open-cases by law=public with open-cases");
    }

    @Test
    void reportingPeriodsMoveWithTheirAsAtDay() {
        ReportingPeriod february = new ReportingPeriod(Period.parse("2025-02"), LocalDate.of(2025, 2, 28));

        assertThat(february.previousYear())
                .isEqualTo(new ReportingPeriod(Period.parse("2024-02"), LocalDate.of(2024, 2, 29)));
        assertThat(february.previousPeriod())
                .isEqualTo(new ReportingPeriod(Period.parse("2025-01"), LocalDate.of(2025, 1, 31)));
    }

    private static Figure of(Measure measure, double value) {
        return builder(measure)
                .breakdown(Breakdown.whole())
                .value(value)
                .status(FigureStatus.OK)
                .build();
    }

    private static Figure.Builder builder(Measure measure) {
        return Figure.builder()
                .measure(measure)
                .period(new Period(MON_2025_03_31, MON_2025_03_31))
                .conventions(Conventions.DEFAULT);
    }
}
