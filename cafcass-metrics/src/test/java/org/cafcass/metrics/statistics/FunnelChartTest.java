package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cafcass.metrics.statistics.FunnelChart.Point;
import org.cafcass.metrics.statistics.FunnelChart.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelChartTest {
    private static final Point ALL_OTHERS = new Point("others", 3_000_000, 10_000_000);

    // R 4.2.2: p <- 0.3; p + c(-1, 1) * qnorm((1 + level) / 2) * sqrt(p * (1 - p) / n)
    @ParameterizedTest
    @CsvSource({
        "50, 0.95, 0.17297981637977641, 0.42702018362022354",
        "50, 0.998, 0.099730057258834742, 0.50026994274116521",
        "200, 0.95, 0.23648990818988819, 0.36351009181011179",
        "200, 0.998, 0.19986502862941735, 0.40013497137058263"
    })
    void limitsNarrowAsTheDenominatorGrows(long denominator, double level, double lower, double upper) {
        ConfidenceInterval limits =
                FunnelChart.of(List.of(ALL_OTHERS)).orElseThrow().limits(denominator, level);

        assertThat(limits.lower()).isCloseTo(lower, within(1e-13));
        assertThat(limits.upper()).isCloseTo(upper, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "39, BELOW_OUTER", // 0.195, outer limit 0.1999
        "40, BELOW_INNER", // 0.2
        "47, BELOW_INNER", // 0.235, inner limit 0.2365
        "48, WITHIN",
        "72, WITHIN",
        "73, ABOVE_INNER", // 0.365, inner limit 0.3635
        "80, ABOVE_INNER",
        "81, ABOVE_OUTER" // 0.405, outer limit 0.4001
    })
    void positionsOf200(long numerator, Position position) {
        Point point = new Point("A", numerator, 200);
        FunnelChart chart = FunnelChart.of(List.of(ALL_OTHERS, point)).orElseThrow();

        assertThat(chart.centre()).isCloseTo(0.3, within(1e-5));
        assertThat(chart.position(point)).contains(position);
    }

    @Property
    void aPointIsOutsideWhenItsWilsonIntervalLeavesOutTheCentre(
            @ForAll @IntRange(max = 80) int numerator, @ForAll @IntRange(min = 1, max = 80) int others) {
        Point point = new Point("A", numerator, numerator + others);
        FunnelChart chart =
                FunnelChart.of(List.of(new Point("B", 37, 101), point)).orElseThrow();
        ConfidenceInterval wilson = ConfidenceInterval.ofProportion(point.numerator(), point.denominator())
                .orElseThrow();
        boolean heldByWilson = wilson.lower() <= chart.centre() && chart.centre() <= wilson.upper();

        assertThat(chart.position(point).orElseThrow() == Position.WITHIN).isEqualTo(heldByWilson);
    }

    /* 37 of 101 are shown, all are 150 of 300: the centre is a half, and the limits are about it. */
    @Test
    void isAboutAllAreasAlsoWhereSomeAreNotKnown() {
        Point known = new Point("B", 37, 101);
        FunnelChart chart =
                FunnelChart.of(List.of(known), new Point("all", 150, 300)).orElseThrow();

        assertThat(chart.centre()).isEqualTo(0.5);
        assertThat(chart.position(known)).contains(Position.BELOW_INNER);
        assertThat(FunnelChart.of(List.of(known), new Point("all", 0, 0))).isEmpty();
    }

    @Test
    void limitsStayWithin0And1() {
        FunnelChart chart = FunnelChart.of(List.of(new Point("A", 1, 10))).orElseThrow();

        assertThat(chart.limits(1, FunnelChart.OUTER_LEVEL)).isEqualTo(new ConfidenceInterval(0, 1));
    }

    /** Of 15 the inner limits of 0.3 are 0.3 ± 0.232, the outer ones 0.3 ± 0.366, which is cut to 0: no proportion is below it. */
    @Test
    void nothingIsOutsideALimitOf0Or1() {
        Point none = new Point("A", 0, 15);
        Point all = new Point("A", 15, 15);
        FunnelChart low = FunnelChart.of(List.of(ALL_OTHERS, none)).orElseThrow();
        FunnelChart high = FunnelChart.of(List.of(new Point("others", 7_000_000, 10_000_000), all))
                .orElseThrow();

        assertThat(low.position(none)).contains(Position.BELOW_INNER);
        assertThat(high.position(all)).contains(Position.ABOVE_INNER);
    }

    @Test
    void whenAllAreAlikeNoneIsOutside() {
        Point none = new Point("A", 0, 10);
        FunnelChart chart = FunnelChart.of(List.of(none, new Point("B", 0, 3))).orElseThrow();

        assertThat(chart.centre()).isZero();
        assertThat(chart.position(none)).contains(Position.WITHIN);
    }

    @Test
    void withoutADenominatorThereIsNothingToShow() {
        Point empty = new Point("A", 0, 0);

        assertThat(FunnelChart.of(List.of())).isEmpty();
        assertThat(FunnelChart.of(List.of(empty))).isEmpty();
        FunnelChart chart = FunnelChart.of(List.of(empty, ALL_OTHERS)).orElseThrow();
        assertThat(chart.position(empty)).isEmpty();
        assertThat(chart.points()).containsExactly(empty, ALL_OTHERS);
        assertThatThrownBy(() -> chart.limits(0, FunnelChart.INNER_LEVEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid denominator: 0");
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void refusesWhatIsNoProportion(long numerator, long denominator) {
        assertThatThrownBy(() -> new Point("A1", numerator, denominator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid proportion of A1: " + numerator + " of " + denominator);
    }
}
