package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cafcass.metrics.statistics.SpecialCause.Kind;
import org.cafcass.metrics.statistics.SpecialCause.Variation;
import org.cafcass.metrics.statistics.XmrChart.Assurance;
import org.cafcass.metrics.statistics.XmrChart.Limits;
import org.cafcass.metrics.statistics.XmrChart.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmrChartTest {
    private static final LocalDate APRIL_2023 = LocalDate.of(2023, 4, 1);

    // ------------------------------------------------------------------------
    // limits

    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flowrates, mean 50.81, limits 45.8159 and 55.8041 with
    // 3/1.128 for 2.66
    // R 4.2.2: x <- c(49.6, ...); mean(x) + c(-1, 0, 1) * 2.66 * mean(abs(diff(x)))
    @Test
    void limitsAsPublished() {
        Limits limits = limits(chart(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1));

        assertThat(limits.lower()).isCloseTo(45.81511111111111, within(1e-12));
        assertThat(limits.centre()).isCloseTo(50.81, within(1e-12));
        assertThat(limits.upper()).isCloseTo(55.8048888888889, within(1e-12));
        assertThat(limits.lower()).isCloseTo(45.8159, within(0.001));
        assertThat(limits.upper()).isCloseTo(55.8041, within(0.001));
    }

    /**
     * The moving ranges 28 and 27 are above 3.267 times the mean, 5.769..., and are dropped; what is left has the mean 20/11.
     */
    // R 4.2.2: mr <- abs(diff(y)); m <- mean(mr[mr < 3.267 * mean(mr)]); mean(y) + c(-1, 0, 1) * 2.66 * m
    @Test
    void greatMovingRangesAreDropped() {
        Limits limits = limits(chart(12, 14, 11, 13, 12, 15, 13, 12, 40, 13, 14, 12, 13, 11));

        assertThat(limits.lower()).isCloseTo(9.806493506493506, within(1e-12));
        assertThat(limits.centre()).isCloseTo(14.642857142857142, within(1e-12));
        assertThat(limits.upper()).isCloseTo(19.47922077922078, within(1e-12));
    }

    /** Moving ranges 1 (nine times), 8 and 100: 100 is dropped. Above 3.267 times the new mean 1.7 is 8, which stays. */
    @Test
    void movingRangesAreDroppedOnce() {
        Limits limits = limits(chart(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 9, 109));

        assertThat(limits.upper() - limits.centre()).isCloseTo(2.66 * 1.7, within(1e-12));
    }

    @Test
    void equalValuesHaveNoVariation() {
        double[] values = new double[20];
        Arrays.fill(values, 0.1);
        XmrChart chart = chart(values);

        assertThat(limits(chart)).isEqualTo(new Limits(0.1, 0.1, 0.1));
        assertThat(chart.specialCauses()).isEmpty();
    }

    // ------------------------------------------------------------------------
    // special causes, each on a chart of 2 and 4 by turns: centre about 3, limits about 3 ± 5.3

    @Test
    void commonCause() {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4);

        assertThat(limits(chart)).isEqualTo(new Limits(3 - 2.66 * 2, 3, 3 + 2.66 * 2));
        assertThat(chart.specialCauses()).isEmpty();
        assertThat(chart.specialCause(0)).isEmpty();
    }

    /** The moving ranges to and from 20 are dropped, so that the limits are 56/13 ± 5.32; likewise for -14. */
    @Test
    void outsideTheLimits() {
        assertThat(chart(2, 4, 2, 4, 2, 4, 20, 4, 2, 4, 2, 4, 2).specialCauses())
                .containsExactly(new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(6)));
        assertThat(chart(2, 4, 2, 4, 2, 4, -14, 4, 2, 4, 2, 4, 2).specialCauses())
                .containsExactly(new SpecialCause(Kind.OUTSIDE_LIMITS, Side.LOW, List.of(6)));
    }

    @Test
    void aTrendOfSeven() {
        XmrChart chart = chart(2, 4, 2, 4, 0, 1, 2, 3, 4, 5, 6, 2, 4, 2, 4);

        assertThat(chart.specialCauses())
                .containsExactly(new SpecialCause(Kind.TREND, Side.HIGH, List.of(4, 5, 6, 7, 8, 9, 10)));
    }

    @Test
    void aTrendIsAsLongAsItGoesOn() {
        XmrChart chart = chart(6, 5.5, 5, 4, 3, 2, 1, 0.5, 2, 4, 2, 4, 2, 4);

        assertThat(chart.specialCauses())
                .containsExactly(new SpecialCause(Kind.TREND, Side.LOW, List.of(0, 1, 2, 3, 4, 5, 6, 7)));
    }

    @Test
    void sixAreNoTrendNorAreSevenOfWhichTwoAreEqual() {
        assertThat(chart(2, 4, 2, 4, 1, 2, 3, 4, 5, 6, 2, 4, 2, 4).specialCauses())
                .isEmpty();
        assertThat(chart(2, 4, 2, 4, 0, 1, 2, 3, 3, 4, 5, 2, 4, 2, 4).specialCauses())
                .isEmpty();
    }

    /** The centre is 62.4/16 = 3.9 and the mean moving range 42.8/15: 8.96 is two thirds of the way, 11.49 the limit. */
    @Test
    void twoOfThree() {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 9.2, 4, 9.2, 4, 2, 4, 2, 4, 2, 4);

        assertThat(limits(chart).upper()).isCloseTo(3.9 + 2.66 * 42.8 / 15, within(1e-12));
        assertThat(chart.specialCauses())
                .containsExactly(new SpecialCause(Kind.TWO_OF_THREE, Side.HIGH, List.of(6, 8)));
    }

    @Test
    void twoOfFourOrOnOppositeSidesAreNotTwoOfThree() {
        assertThat(chart(2, 4, 2, 4, 2, 4, 9.2, 4, 2, 9.2, 4, 2, 4, 2, 4, 2).specialCauses())
                .isEmpty();
        assertThat(chart(2, 4, 2, 4, 2, 4, -2, 4, 9, 4, 2, 4, 2, 4, 2, 4).specialCauses())
                .isEmpty();
    }

    @Test
    void aShiftOfSeven() {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 5, 4, 5, 4, 5, 4, 2, 4, 2, 4, 2, 4);

        assertThat(limits(chart).centre()).isBetween(2.0, 4.0);
        assertThat(chart.specialCauses())
                .containsExactly(new SpecialCause(Kind.SHIFT, Side.HIGH, List.of(5, 6, 7, 8, 9, 10, 11)));
    }

    @Test
    void sixAreNoShiftNorAreSevenOfWhichOneIsOnTheCentre() {
        assertThat(chart(2, 4, 2, 4, 2, 2, 4, 5, 4, 5, 4, 5, 2, 4, 2, 4, 2, 4).specialCauses())
                .isEmpty();
        assertThat(chart(1, 5, 1, 5, 1, 4, 4, 4, 3, 4, 4, 4, 1, 1, 3).specialCauses())
                .isEmpty();
    }

    @Test
    void specialCausesOfAKindComeInOrderOfTime() {
        XmrChart chart = chart(2, 4, 2, 4, -14, 4, 2, 4, 2, 4, 20, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4);

        assertThat(chart.specialCauses())
                .containsExactly(
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.LOW, List.of(4)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(10)));
    }

    @Test
    void aPointInSeveralHasTheFirstKind() {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 1, 3.9, 4, 5, 6, 7, 18);

        assertThat(chart.specialCauses())
                .extracting(SpecialCause::kind)
                .containsExactly(Kind.OUTSIDE_LIMITS, Kind.TREND);
        assertThat(chart.specialCause(23).orElseThrow().kind()).isEqualTo(Kind.OUTSIDE_LIMITS);
        assertThat(chart.specialCause(22).orElseThrow().kind()).isEqualTo(Kind.TREND);
        assertThat(chart.specialCause(17).orElseThrow().kind()).isEqualTo(Kind.TREND);
        assertThat(chart.specialCause(16)).isEmpty();
    }

    /** Car drivers killed or seriously injured in Great Britain by month, 1969 and 1970: R's data set UKDriverDeaths. */
    // Python 3.11, y the values: mr = [abs(a - b) for a, b in zip(y[1:], y)]; m = sum(mr) / len(mr)
    // k = [r for r in mr if r < 3.267 * m]; [sum(y) / len(y) + s * 2.66 * sum(k) / len(k) for s in (-1, 0, 1)]
    @Test
    void aRealMonthlySeries() {
        double[] values = {
            1687, 1508, 1507, 1385, 1632, 1511, 1559, 1630, 1579, 1653, 2152, 2148, 1752, 1765, 1717, 1558, 1575, 1520,
            1805, 1800, 1719, 2008, 2242, 2478
        };
        XmrChart chart = chart(values);

        assertThat(limits(chart).lower()).isCloseTo(1414.609393939394, within(1e-9));
        assertThat(limits(chart).centre()).isCloseTo(1745.4166666666667, within(1e-9));
        assertThat(limits(chart).upper()).isCloseTo(2076.2239393939394, within(1e-9));
        assertThat(chart.specialCauses())
                .containsExactly(
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.LOW, List.of(3)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(10)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(11)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(22)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(23)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.LOW, List.of(1, 2, 3, 5)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.HIGH, List.of(10, 11)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.HIGH, List.of(21, 22, 23)),
                        new SpecialCause(Kind.SHIFT, Side.LOW, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));

        // by year: the moving range 499 from September to October 1969 is dropped, of the second year none
        XmrChart byYear = XmrChart.of(points(values), List.of(APRIL_2023.plusMonths(12)));
        Limits first = byYear.baselines().get(0).limits().orElseThrow();
        Limits second = byYear.baselines().get(1).limits().orElseThrow();
        assertThat(first.lower()).isCloseTo(1418.3953333333332, within(1e-9));
        assertThat(first.upper()).isCloseTo(1906.7713333333334, within(1e-9));
        assertThat(second.lower()).isCloseTo(1484.3845454545453, within(1e-9));
        assertThat(second.upper()).isCloseTo(2172.1154545454547, within(1e-9));
    }

    /** Deaths from lung diseases in the United Kingdom by month, 1974 and 1975: R's data set ldeaths. */
    // R 4: y <- window(ldeaths, 1974, c(1975, 12)); mr <- abs(diff(y)); k <- mr[mr < 3.267 * mean(mr)]
    // print(mean(y) + c(-1, 0, 1) * 2.66 * mean(k), digits = 16); sign(y - mean(y)); sign(diff(y))
    @Test
    void aRealSeasonalSeries() {
        XmrChart chart = chart(
                3035, 2552, 2704, 2554, 2014, 1655, 1721, 1524, 1596, 2074, 2199, 2512, 2933, 2889, 2938, 2497, 1870,
                1726, 1607, 1545, 1396, 1787, 2076, 2837);

        assertThat(limits(chart).lower()).isCloseTo(1432.833550724638, within(1e-9));
        assertThat(limits(chart).centre()).isCloseTo(2176.708333333333, within(1e-9));
        assertThat(limits(chart).upper()).isCloseTo(2920.583115942030, within(1e-9));
        assertThat(chart.specialCauses())
                .containsExactly(
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(0)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(12)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.HIGH, List.of(14)),
                        new SpecialCause(Kind.OUTSIDE_LIMITS, Side.LOW, List.of(20)),
                        new SpecialCause(Kind.TREND, Side.LOW, List.of(14, 15, 16, 17, 18, 19, 20)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.HIGH, List.of(0, 2)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.LOW, List.of(5, 7, 8)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.HIGH, List.of(12, 13, 14)),
                        new SpecialCause(Kind.TWO_OF_THREE, Side.LOW, List.of(18, 19, 20)),
                        new SpecialCause(Kind.SHIFT, Side.LOW, List.of(16, 17, 18, 19, 20, 21, 22)));
    }

    /** The centre is 2385/15 = 159 and the mean moving range 3500/14 = 250, so that the limit is 159 + 665 = 824, the last point. */
    @Test
    void aPointOnALimitIsNotOutsideIt() {
        XmrChart on = chart(0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 824);
        XmrChart above = chart(0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 0, 223, 825);
        XmrChart below = chart(0, -223, 0, -223, 0, -223, 0, -223, 0, -223, 0, -223, 0, -223, -824);

        assertThat(limits(on).upper()).isEqualTo(824);
        assertThat(on.specialCauses()).isEmpty();
        assertThat(above.specialCause(14).orElseThrow().kind()).isEqualTo(Kind.OUTSIDE_LIMITS);
        assertThat(limits(below).lower()).isEqualTo(-824);
        assertThat(below.specialCauses()).isEmpty();
    }

    // ------------------------------------------------------------------------
    // what it means

    @Test
    void improvementOrConcernIsByTheBetterSide() {
        SpecialCause rising = new SpecialCause(Kind.SHIFT, Side.HIGH, List.of(0, 1, 2, 3, 4, 5, 6));

        assertThat(rising.variation(Side.HIGH)).isEqualTo(Variation.IMPROVEMENT);
        assertThat(rising.variation(Side.LOW)).isEqualTo(Variation.CONCERN);
    }

    @ParameterizedTest
    @CsvSource({
        "-2.4, HIGH, PASS", // limits -2.32 and 8.32
        "-2.4, LOW, FAIL",
        "-2.3, HIGH, HIT_OR_MISS",
        "8.3, LOW, HIT_OR_MISS",
        "8.4, HIGH, FAIL",
        "8.4, LOW, PASS"
    })
    void assuranceIsByTheLimits(double target, Side better, Assurance assurance) {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4);

        assertThat(chart.assurance(target, better)).contains(assurance);
    }

    @Test
    void aValueOnTheTargetMeetsIt() {
        XmrChart chart = chart(2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4);

        assertThat(chart.assurance(limits(chart).lower(), Side.HIGH)).contains(Assurance.PASS);
        assertThat(chart.assurance(limits(chart).upper(), Side.HIGH)).contains(Assurance.HIT_OR_MISS);
        assertThat(chart.assurance(limits(chart).upper(), Side.LOW)).contains(Assurance.PASS);
        assertThat(chart.assurance(limits(chart).lower(), Side.LOW)).contains(Assurance.HIT_OR_MISS);
    }

    /** Month after month nobody waits, and nobody is to wait. */
    @Test
    void whatIsAlwaysOnTheTargetPasses() {
        XmrChart none = chart(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(none.assurance(0, Side.LOW)).contains(Assurance.PASS);
        assertThat(none.assurance(0, Side.HIGH)).contains(Assurance.PASS);
        assertThat(none.assurance(-1, Side.LOW)).contains(Assurance.FAIL);
        assertThat(none.assurance(1, Side.HIGH)).contains(Assurance.FAIL);
    }

    /** One leap, which is dropped from the moving ranges: what is left are limits on the mean, outside which everything lies. */
    @Test
    void monthsThatAreTheSameButForALeapAreTooEven() {
        assertThat(chart(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1).isTooEven())
                .isTrue();
        assertThat(chart(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).isTooEven()).isFalse();
        // nobody waited for 13 months, and 40 do now: that is outside what it was
        XmrChart leap = chart(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40);
        assertThat(leap.isTooEven()).isFalse();
        assertThat(leap.specialCause(13).orElseThrow().side()).isEqualTo(Side.HIGH);
        assertThat(chart(2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4).isTooEven()).isFalse();
        assertThat(chart().isTooEven()).isFalse();
        assertThat(chart(1).isTooEven()).isFalse();
    }

    @Test
    void below13PointsAreTooShort() {
        assertThat(chart(new double[12]).isTooShort()).isTrue();
        assertThat(chart(new double[13]).isTooShort()).isFalse();
    }

    // ------------------------------------------------------------------------
    // rebasing

    @Test
    void rebasedTheLimitsAreThoseOfEachBaseline() {
        List<Point> points = points(2, 4, 2, 4, 2, 4, 2, 4, 12, 14, 12, 14, 12, 14, 12, 14);
        XmrChart rebased = XmrChart.of(points, List.of(LocalDate.of(2023, 12, 1)));

        assertThat(rebased.baselines()).hasSize(2);
        assertThat(rebased.baselines().get(0).from()).isZero();
        assertThat(rebased.baselines().get(0).to()).isEqualTo(8);
        assertThat(rebased.baselines().get(0).limits()).contains(new Limits(3 - 5.32, 3, 3 + 5.32));
        assertThat(rebased.baselines().get(1).to()).isEqualTo(16);
        assertThat(rebased.baselines().get(1).limits()).contains(new Limits(13 - 5.32, 13, 13 + 5.32));
        assertThat(rebased.specialCauses()).isEmpty();
        assertThat(rebased.assurance(8, Side.HIGH)).contains(Assurance.HIT_OR_MISS);
        assertThat(rebased.assurance(7, Side.HIGH)).contains(Assurance.PASS);
        assertThat(rebased.isTooShort()).isTrue();
        assertThat(XmrChart.of(points).specialCauses()).isNotEmpty();
    }

    @Test
    void noSpecialCauseCrossesARebasing() {
        List<Point> points = points(0, 1, 2, 3, 4, 5, 6, 7);

        assertThat(XmrChart.of(points).specialCauses())
                .extracting(SpecialCause::kind)
                .contains(Kind.TREND);
        assertThat(XmrChart.of(points, List.of(points.get(4).day())).specialCauses())
                .isEmpty();
    }

    @Test
    void aDayBetweenTwoPointsRebasesAtTheSecond() {
        List<Point> points = points(2, 4, 12, 14);

        assertThat(XmrChart.of(
                                points,
                                List.of(
                                        points.get(1).day().plusDays(1),
                                        points.get(1).day().plusDays(2)))
                        .baselines())
                .extracting(XmrChart.Baseline::from)
                .containsExactly(0, 2);
    }

    @Test
    void aDayBeforeTheFirstPointOrAfterTheLastRebasesNothing() {
        List<Point> points = points(2, 4, 2, 4);

        assertThat(XmrChart.of(points, List.of(APRIL_2023, APRIL_2023.minusYears(1), APRIL_2023.plusYears(5)))
                        .baselines())
                .isEqualTo(XmrChart.of(points).baselines());
    }

    // ------------------------------------------------------------------------
    // too little, and wrong

    @Test
    void aSinglePointHasNoLimits() {
        XmrChart chart = chart(7);

        assertThat(chart.points()).containsExactly(new Point(APRIL_2023, 7));
        assertThat(chart.baselines()).hasSize(1);
        assertThat(chart.baselines().get(0).limits()).isEmpty();
        assertThat(chart.assurance(5, Side.HIGH)).isEmpty();
        assertThat(chart.specialCauses()).isEmpty();
    }

    @Test
    void withoutPointsThereIsNoBaseline() {
        XmrChart chart = chart();

        assertThat(chart.points()).isEmpty();
        assertThat(chart.baselines()).isEmpty();
        assertThat(chart.assurance(5, Side.HIGH)).isEmpty();
        assertThat(chart.isTooShort()).isTrue();
    }

    @Test
    void refusesPointsOutOfOrder() {
        List<Point> points = List.of(new Point(APRIL_2023, 3), new Point(APRIL_2023, 5));

        assertThatThrownBy(() -> XmrChart.of(points))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid points: 2023-04-01 not after 2023-04-01");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new Point(APRIL_2023, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid value of 2023-04-01: NaN");
    }

    // ------------------------------------------------------------------------

    /** The rules point by point, from their definition. */
    @Property
    void specialCausesAreTheirDefinition(@ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> values) {
        double[] v = values.stream().mapToDouble(Integer::doubleValue).toArray();
        XmrChart chart = chart(v);
        if (v.length < 2) {
            assertThat(chart.specialCauses()).isEmpty();
            return;
        }
        Limits limits = limits(chart);
        for (int point = 0; point < v.length; point++) {
            List<Kind> kinds = new ArrayList<>();
            if (v[point] > limits.upper() || v[point] < limits.lower()) {
                kinds.add(Kind.OUTSIDE_LIMITS);
            }
            boolean trend = false;
            boolean shift = false;
            for (int from = Math.max(0, point - 6); from <= point && from + 7 <= v.length; from++) {
                double[] seven = Arrays.copyOfRange(v, from, from + 7);
                boolean rising = true;
                boolean falling = true;
                for (int i = 1; i < 7; i++) {
                    rising &= seven[i] > seven[i - 1];
                    falling &= seven[i] < seven[i - 1];
                }
                trend |= rising || falling;
                shift |= Arrays.stream(seven).allMatch(x -> x > limits.centre())
                        || Arrays.stream(seven).allMatch(x -> x < limits.centre());
            }
            if (trend) {
                kinds.add(Kind.TREND);
            }
            boolean twoOfThree = false;
            for (int other = Math.max(0, point - 2); other <= Math.min(v.length - 1, point + 2); other++) {
                twoOfThree |= other != point
                        && close(v[point], limits) != 0
                        && close(v[point], limits) == close(v[other], limits);
            }
            if (twoOfThree) {
                kinds.add(Kind.TWO_OF_THREE);
            }
            if (shift) {
                kinds.add(Kind.SHIFT);
            }
            int index = point;
            assertThat(chart.specialCauses().stream()
                            .filter(cause -> cause.points().contains(index))
                            .map(SpecialCause::kind))
                    .containsExactlyElementsOf(kinds);
            assertThat(chart.specialCause(point).map(SpecialCause::kind))
                    .isEqualTo(kinds.stream().findFirst());
        }
    }

    /** 1 and -1 beyond two thirds of the way, else 0. */
    private static int close(double value, Limits limits) {
        double reach = (limits.upper() - limits.centre()) * 2 / 3;
        return value > limits.centre() + reach ? 1 : value < limits.centre() - reach ? -1 : 0;
    }

    // ------------------------------------------------------------------------

    private static Limits limits(XmrChart chart) {
        return chart.baselines().get(0).limits().orElseThrow();
    }

    private static XmrChart chart(double... values) {
        return XmrChart.of(points(values));
    }

    private static List<Point> points(double... values) {
        List<Point> points = new ArrayList<>();
        for (double value : values) {
            points.add(new Point(APRIL_2023.plusMonths(points.size()), value));
        }
        return points;
    }
}
