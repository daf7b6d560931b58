package org.cafcass.metrics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Movement;
import org.cafcass.metrics.statistics.XmrChart.Assurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final Indicator WEEKS = lower("26", "29", OptionalInt.of(0));
    private static final Indicator UNROUNDED = lower("26", "29", OptionalInt.empty());
    private static final Indicator SHARE =
            indicator(Judged.VALUE, Direction.HIGHER_IS_BETTER, "80", "75", OptionalInt.of(0), 10, Optional.empty());
    private static final Indicator FALL = indicator(
            Judged.CHANGE_PERCENT, Direction.LOWER_IS_BETTER, "-14", "0", OptionalInt.of(0), 1, Optional.empty());

    static Stream<Arguments> ratings() {
        return Stream.of(
                arguments(WEEKS, 26, "green", "26 is at most 26", "amber if 26.5 or more"),
                arguments(WEEKS, 26.49, "green", "26 (rounded from 26.49) is at most 26", "amber if 26.5 or more"),
                arguments(
                        WEEKS,
                        26.5,
                        "amber",
                        "27 (rounded from 26.5) is above 26 and at most 29",
                        "green if below 26.5; red if 29.5 or more"),
                arguments(
                        WEEKS,
                        29,
                        "amber",
                        "29 is above 26 and at most 29",
                        "green if below 26.5; red if 29.5 or more"),
                arguments(
                        WEEKS,
                        29.5,
                        "red",
                        "30 (rounded from 29.5) is above 29",
                        "amber if below 29.5; green if below 26.5"),
                arguments(UNROUNDED, 26, "green", "26 is at most 26", "amber if above 26"),
                arguments(
                        UNROUNDED,
                        26.01,
                        "amber",
                        "26.01 is above 26 and at most 29",
                        "green if 26 or less; red if above 29"),
                arguments(UNROUNDED, 29.01, "red", "29.01 is above 29", "amber if 29 or less; green if 26 or less"),
                arguments(SHARE, 79.5, "green", "80 (rounded from 79.5) is at least 80", "amber if below 79.5"),
                arguments(
                        SHARE,
                        79.4,
                        "amber",
                        "79 (rounded from 79.4) is below 80 and at least 75",
                        "green if 79.5 or more; red if below 74.5"),
                arguments(
                        SHARE,
                        74.4,
                        "red",
                        "74 (rounded from 74.4) is below 75",
                        "amber if 74.5 or more; green if 79.5 or more"),
                arguments(lower("0", "0", OptionalInt.empty()), 0, "green", "0 is at most 0", "red if above 0"),
                arguments(lower("0", "0", OptionalInt.empty()), 3, "red", "3 is above 0", "green if 0 or less"));
    }

    @ParameterizedTest
    @MethodSource("ratings")
    void saysTheColourTheReasonAndWhatWouldChangeIt(
            Indicator indicator, double value, String colour, String why, String change) {
        Cell cell = indicator.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, value));

        assertThat(cell.status()).isEqualTo(CellStatus.RATED);
        assertThat(cell.colour().orElseThrow().code()).isEqualTo(colour);
        assertThat(cell.why()).isEqualTo(why);
        assertThat(cell.whatWouldChangeIt()).isEqualTo(change);
        assertThat(cell.judged()).hasValue(value);
    }

    @Test
    void ratesAChangeInPercent() {
        Cell cell = FALL.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, 865).withBaseline(OptionalDouble.of(1000)));

        assertThat(cell.colour()).contains(Colour.GREEN);
        assertThat(cell.why()).isEqualTo("a change of -14% (rounded from -13.5) is at most -14");
        assertThat(cell.whatWouldChangeIt()).isEqualTo("amber if above -13.5");
        assertThat(FALL.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, 866).withBaseline(OptionalDouble.of(1000)))
                        .colour())
                .contains(Colour.AMBER);
    }

    @Test
    void tellsWhyThereIsNoColour() {
        assertThat(unrated(SHARE, FigureStatus.EMPTY)).isEqualTo("missing: nothing was counted");
        assertThat(unrated(SHARE, FigureStatus.NOT_AVAILABLE)).isEqualTo("missing: not available");
        assertThat(unrated(SHARE, FigureStatus.SUPPRESSED)).isEqualTo("hidden: hidden by disclosure control");
        Cell few = SHARE.rate(
                Breakdown.whole(),
                new Reading(
                        MON_2025_03_31,
                        FigureStatus.OK,
                        OptionalDouble.of(50),
                        OptionalDouble.of(9),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of(),
                        true));
        assertThat(few.status()).isEqualTo(CellStatus.TOO_SMALL);
        assertThat(few.why()).isEqualTo("rests on 9, rated from 10 on");
        assertThat(few.whatWouldChangeIt()).isEmpty();
        Cell noBefore = FALL.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, 3));
        assertThat(noBefore.status()).isEqualTo(CellStatus.MISSING);
        assertThat(noBefore.why()).isEqualTo("no earlier value to count the change from");
    }

    private static String unrated(Indicator indicator, FigureStatus status) {
        Cell cell = indicator.rate(
                Breakdown.whole(),
                new Reading(
                        MON_2025_03_31,
                        status,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of(),
                        true));
        assertThat(cell.colour()).isEmpty();
        return cell.status().code() + ": " + cell.why();
    }

    @Test
    void saysWhatChangedSinceThePrevious() {
        Reading reading = Reading.of(MON_2025_03_31, 31);

        assertThat(WEEKS.rate(Breakdown.whole(), reading))
                .returns(OptionalDouble.empty(), Cell::change)
                .returns(Optional.empty(), Cell::movement);
        assertThat(WEEKS.rate(Breakdown.whole(), reading.withPrevious(OptionalDouble.of(33.5))))
                .returns(OptionalDouble.of(-2.5), Cell::change)
                .returns(Optional.of(Movement.BETTER), Cell::movement);
        assertThat(SHARE.rate(Breakdown.whole(), reading.withPrevious(OptionalDouble.of(33.5))))
                .returns(Optional.of(Movement.WORSE), Cell::movement);
        assertThat(SHARE.rate(Breakdown.whole(), reading.withPrevious(OptionalDouble.of(31))))
                .returns(OptionalDouble.of(0), Cell::change)
                .returns(Optional.of(Movement.SAME), Cell::movement);
        // a change is rated from the baseline, and told from the previous value
        Cell both = FALL.rate(
                Breakdown.whole(),
                Reading.of(MON_2025_03_31, 865)
                        .withBaseline(OptionalDouble.of(1000))
                        .withPrevious(OptionalDouble.of(860)));
        assertThat(both.judged()).hasValue(-13.5);
        assertThat(both.change()).hasValue(5);
    }

    @Test
    void countsHowLongAColourHasStood() {
        Reading reading = Reading.of(MON_2025_03_31, 31);

        assertThat(inARow(reading)).isZero();
        assertThat(inARow(reading.withMonths(months(33, 28, 30, 32, 31)))).isEqualTo(3);
        assertThat(inARow(reading.withMonths(months(31, 31, 28)))).isZero();
        List<Reading> gap = new ArrayList<>(months(33, 33, 33));
        gap.set(1, Reading.none(gap.get(1).asAt()));
        assertThat(inARow(reading.withMonths(gap))).isEqualTo(1);
        // a year's count is rated by other thresholds than a month's
        assertThat(inARow(new Reading(
                        MON_2025_03_31,
                        FigureStatus.OK,
                        OptionalDouble.of(31),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        months(31, 31),
                        false)))
                .isZero();
    }

    private static int inARow(Reading reading) {
        return WEEKS.rate(Breakdown.whole(), reading).trend().inARow();
    }

    /* Values that go up and down by 2: the centre of twelve of 24 and 26 with one more 24 is 24.92, the limits are 5.32 from it. */
    @Test
    void readsTheVariationAndTheAssuranceFromTheMonths() {
        double[] calm = {24, 26, 24, 26, 24, 26, 24, 26, 24, 26, 24, 26, 24};

        // twelve months are too few for limits
        assertThat(trend(WEEKS, 12, calm)).isEqualTo(new Trend(12, Optional.empty(), Optional.empty()));
        // 19.60 to 30.24 hold the edge of green, 26.5
        assertThat(trend(WEEKS, 13, calm))
                .isEqualTo(new Trend(13, Optional.of(Variation.COMMON_CAUSE), Optional.of(Assurance.HIT_OR_MISS)));
        // about 14.92: 9.60 to 20.24 are below 26.5, and below 79.5 where higher is better
        double[] low = {14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14};
        assertThat(trend(WEEKS, 13, low).assurance()).contains(Assurance.PASS);
        assertThat(trend(SHARE, 13, low).assurance()).contains(Assurance.FAIL);
        // the mean of the 14 is 26, and of the moving ranges (12 x 2 + 16) / 13 = 3.08 the one of 16 is 3.267 times or
        // more: limits 26 -+ 5.32
        double[] leap = {24, 26, 24, 26, 24, 26, 24, 26, 24, 26, 24, 26, 24, 40};
        assertThat(trend(WEEKS, 14, leap).variation()).contains(Variation.CONCERN);
        assertThat(trend(WEEKS, 14, leap).inARow()).isEqualTo(1);
        assertThat(trend(SHARE, 14, leap).variation()).contains(Variation.IMPROVEMENT);
        assertThat(trend(FALL, 14, leap)).isEqualTo(new Trend(0, Optional.of(Variation.CONCERN), Optional.empty()));
        // the same but for one leap: limits without reach tell nothing
        double[] even = {24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25};
        assertThat(trend(WEEKS, 14, even)).isEqualTo(new Trend(14, Optional.empty(), Optional.empty()));
    }

    private static Trend trend(Indicator indicator, int count, double... values) {
        double last = values[count - 1];
        return indicator
                .rate(
                        Breakdown.whole(),
                        Reading.of(MON_2025_03_31, last)
                                .withBaseline(OptionalDouble.of(last))
                                .withMonths(months(Arrays.copyOf(values, count))))
                .trend();
    }

    private static List<Reading> months(double... values) {
        List<Reading> months = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate day =
                    LocalDate.of(2025, 4, 1).minusMonths(values.length - 1 - i).minusDays(1);
            months.add(Reading.of(day, values[i]));
        }
        return months;
    }

    @Test
    void ratesTheLevelsThatItsThresholdsAreFor() {
        Indicator ofAnArea = new Indicator(
                "duty",
                Optional.empty(),
                "duty-cases",
                Map.of(),
                Judged.VALUE,
                Direction.LOWER_IS_BETTER,
                new BigDecimal("80"),
                new BigDecimal("100"),
                OptionalInt.empty(),
                1,
                Optional.empty(),
                Set.of(Level.AREA));
        Reading reading = Reading.of(MON_2025_03_31, 1316);

        assertThat(ofAnArea.rate(Breakdown.of(BreakdownKey.AREA, "A3"), reading).colour())
                .contains(Colour.RED);
        for (Breakdown part : List.of(Breakdown.whole(), Breakdown.of(BreakdownKey.REGION, "North"))) {
            assertThat(ofAnArea.rate(part, reading))
                    .returns(CellStatus.NOT_APPLICABLE, Cell::status)
                    .returns(Optional.empty(), Cell::colour)
                    .returns("its thresholds are for one area", Cell::why)
                    .returns("", Cell::whatWouldChangeIt)
                    .returns(OptionalDouble.of(1316), cell -> cell.reading().value());
        }
        double[] values = IntStream.range(0, 24).mapToDouble(i -> 1300 + i % 2).toArray();
        Reading withMonths = reading.withMonths(months(values));
        assertThat(ofAnArea.rate(Breakdown.whole(), withMonths).trend())
                .isEqualTo(new Trend(0, Optional.of(Variation.COMMON_CAUSE), Optional.empty()));
        assertThat(ofAnArea.rate(Breakdown.of(BreakdownKey.AREA, "A3"), withMonths)
                        .trend()
                        .assurance())
                .contains(Assurance.FAIL);
    }

    /** Counted from 31 March 2025: on that day there is no change yet, but what is to be reached is known; before it not even that. */
    @Test
    void aChangeBeginsOnTheDayAfterTheOneItIsCountedFrom() {
        Target target = new Target(new BigDecimal("-14"), LocalDate.of(2026, 3, 31), Optional.of(MON_2025_03_31));
        Indicator open = downBy14Percent(target);
        OptionalDouble baseline = OptionalDouble.of(1000);

        Cell before = open.rate(
                Breakdown.whole(), Reading.of(MON_2025_03_31.minusDays(1), 1010).withBaseline(baseline));
        Cell on = open.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, 1000).withBaseline(baseline));
        Cell after = open.rate(
                Breakdown.whole(), Reading.of(MON_2025_03_31.plusDays(1), 1000).withBaseline(baseline));

        assertThat(List.of(before, on))
                .allSatisfy(cell -> assertThat(cell)
                        .returns(CellStatus.NOT_BEGUN, Cell::status)
                        .returns(Optional.empty(), Cell::colour)
                        .returns(OptionalDouble.empty(), Cell::judged)
                        .returns("its change is counted from 31 March 2025: there is none yet", Cell::why)
                        .returns("", Cell::whatWouldChangeIt));
        assertThat(before.runRate()).isEmpty();
        assertThat(on.runRate().orElseThrow().value()).isEqualTo(860);
        assertThat(on.runRate().orElseThrow().left()).isEqualTo(-140);
        assertThat(after).returns(CellStatus.RATED, Cell::status).returns(Optional.of(Colour.AMBER), Cell::colour);
    }

    private static Indicator downBy14Percent(Target target) {
        return indicator(
                Judged.CHANGE_PERCENT,
                Direction.LOWER_IS_BETTER,
                "-14",
                "0",
                OptionalInt.of(1),
                1,
                Optional.of(target));
    }

    @Test
    void worksOutThePaceThatATargetTakes() {
        Target target = new Target(new BigDecimal("-14"), LocalDate.of(2026, 3, 30), Optional.empty());
        Indicator open = downBy14Percent(target);

        // 86% of 7000 is 6020: 880 fewer than 6900 in the 52 weeks from 31 March 2025
        RunRate pace = open.rate(
                        Breakdown.whole(), Reading.of(MON_2025_03_31, 6900).withBaseline(OptionalDouble.of(7000)))
                .runRate()
                .orElseThrow();
        assertThat(pace.value()).isEqualTo(6020, within(1e-9));
        assertThat(pace.left()).isEqualTo(-880, within(1e-9));
        assertThat(pace.perWeek().orElseThrow()).isEqualTo(-880 / 52.0, within(1e-9));

        RunRate met = open.rate(
                        Breakdown.whole(), Reading.of(MON_2025_03_31, 6000).withBaseline(OptionalDouble.of(7000)))
                .runRate()
                .orElseThrow();
        assertThat(met.left()).isZero();
        assertThat(met.perWeek()).hasValue(0);

        RunRate late = open.rate(
                        Breakdown.whole(),
                        Reading.of(LocalDate.of(2026, 3, 30), 6900).withBaseline(OptionalDouble.of(7000)))
                .runRate()
                .orElseThrow();
        assertThat(late.perWeek()).isEmpty();
        assertThat(open.rate(Breakdown.whole(), Reading.of(MON_2025_03_31, 6900))
                        .runRate())
                .isEmpty();
    }

    @Property
    void neverRatesAWorseValueBetter(
            @ForAll @DoubleRange(min = -50, max = 120) double one,
            @ForAll @DoubleRange(min = -50, max = 120) double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);

        assertThat(WEEKS.colour(low)).isLessThanOrEqualTo(WEEKS.colour(high));
        assertThat(FALL.colour(low)).isLessThanOrEqualTo(FALL.colour(high));
        assertThat(SHARE.colour(high)).isLessThanOrEqualTo(SHARE.colour(low));
    }

    @Test
    void refusesThresholdsThatContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower("29", "26", OptionalInt.empty()))
                .withMessage("Invalid indicator duration: amber (26) is better than green (29)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lower("26.5", "29", OptionalInt.of(0)))
                .withMessage("Invalid indicator duration: the threshold 26.5 has more than 0 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        indicator(Judged.VALUE, Direction.NEITHER, "1", "1", OptionalInt.empty(), 1, Optional.empty()))
                .withMessage("Invalid indicator duration: neither way is better");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brokenDownBy(Map.of(BreakdownKey.AREA, "A3")))
                .withMessage("Invalid indicator duration: every indicator is by region and area");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> brokenDownBy(Map.of(BreakdownKey.LAW, "publick")))
                .withMessage("Unknown law: publick. Maybe public?");
    }

    private static Indicator brokenDownBy(Map<BreakdownKey, String> breakdown) {
        return new Indicator(
                "duration",
                Optional.empty(),
                "duration-mean-weeks",
                breakdown,
                Judged.VALUE,
                Direction.LOWER_IS_BETTER,
                BigDecimal.ONE,
                BigDecimal.ONE,
                OptionalInt.empty(),
                1,
                Optional.empty(),
                Set.of(Level.AREA));
    }

    private static Indicator lower(String green, String amber, OptionalInt decimals) {
        return indicator(Judged.VALUE, Direction.LOWER_IS_BETTER, green, amber, decimals, 1, Optional.empty());
    }

    private static Indicator indicator(
            Judged judged,
            Direction better,
            String green,
            String amber,
            OptionalInt decimals,
            int least,
            Optional<Target> target) {
        return new Indicator(
                "duration",
                Optional.empty(),
                "duration-mean-weeks",
                Map.of(),
                judged,
                better,
                new BigDecimal(green),
                new BigDecimal(amber),
                decimals,
                least,
                target,
                EnumSet.allOf(Level.class));
    }
}
