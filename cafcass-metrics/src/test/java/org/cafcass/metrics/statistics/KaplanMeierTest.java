package org.cafcass.metrics.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of R are made by {@code kaplan-meier.R}, which stands beside them. */
class KaplanMeierTest {
    private static final double LEVEL = 0.95;
    private static final Offset<Double> EXACT = within(1e-12);

    // ------------------------------------------------------------------------
    // as in R

    @ParameterizedTest
    @ValueSource(strings = {"mp6", "half", "half_censored", "not_reached", "delayed", "cases"})
    void curvesAreAsInR(String sample) throws IOException {
        KaplanMeier estimate = sample(sample);
        List<String[]> curve = rows("kaplan-meier-curves.csv", sample);

        assertThat(curve).isNotEmpty();
        for (String[] row : curve) {
            int age = Integer.parseInt(row[1]);
            assertThat(estimate.atRisk(age)).isEqualTo(Long.parseLong(row[2]));
            assertThat(estimate.survival(age).orElseThrow()).isCloseTo(Double.parseDouble(row[3]), EXACT);
            if (row[4].equals("NA")) {
                assertThat(estimate.limits(age, LEVEL)).isEmpty();
            } else {
                ConfidenceInterval limits = estimate.limits(age, LEVEL).orElseThrow();
                assertThat(limits.lower()).isCloseTo(Double.parseDouble(row[4]), EXACT);
                assertThat(limits.upper()).isCloseTo(Double.parseDouble(row[5]), EXACT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp6", "half", "half_censored", "not_reached", "delayed", "cases"})
    void mediansAndMeansAreAsInR(String sample) throws IOException {
        KaplanMeier estimate = sample(sample);
        String[] row = rows("kaplan-meier-medians.csv", sample).get(0);

        assertThat(estimate.median()).isEqualTo(optional(row[1]));
        assertThat(estimate.medianLowerLimit(LEVEL)).isEqualTo(optionalInt(row[2]));
        assertThat(estimate.medianUpperLimit(LEVEL)).isEqualTo(optionalInt(row[3]));
        assertThat(estimate.restrictedMean(Integer.parseInt(row[4])).orElseThrow())
                .isCloseTo(Double.parseDouble(row[5]), EXACT);
    }

    // ------------------------------------------------------------------------
    // by hand

    /**
     * Two are watched from age 0, one from age 4. The first has its event at 2: 1 of 2. The second is last seen at 4, with
     * the third already at risk, which has its event at 4 before that: 1 of 2 again.
     */
    @Test
    void oneEntersWhileAnotherIsWatched() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 2);
        counts.addCensored(0, 4);
        counts.addEvent(4, 4);
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();

        assertThat(estimate.atRisk(0)).isEqualTo(2);
        assertThat(estimate.atRisk(3)).isEqualTo(1);
        assertThat(estimate.atRisk(4)).isEqualTo(2);
        assertThat(estimate.atRisk(5)).isZero();
        assertThat(estimate.survival(1)).hasValue(1);
        assertThat(estimate.survival(2)).hasValue(0.5);
        assertThat(estimate.survival(4)).hasValue(0.25);
        assertThat(estimate.survival(5)).isEmpty();
        assertThat(estimate.eventRate(2)).hasValue(0.5);
        assertThat(estimate.eventRate(3)).hasValue(0);
        assertThat(estimate.eventRate(5)).isEmpty();
        assertThat(estimate.median()).hasValue(3); // S is 0.5 from 2 to 4
        assertThat(estimate.lastAge()).isEqualTo(4);
    }

    @Test
    void aStretchAtHalfMayEndWithTheLastAge() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 10);
        counts.addCensored(0, 20);
        assertThat(KaplanMeier.of(counts).orElseThrow().median()).hasValue(15);
    }

    @Test
    void aStretchAtHalfMayBeThatOfTheLastAgeAlone() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 10);
        counts.addCensored(0, 10);
        assertThat(KaplanMeier.of(counts).orElseThrow().median()).hasValue(10);
    }

    /** After the tenth of twenty events the product (19/20) (18/19) … (10/11) is not 0.5 to the last bit. */
    @Test
    void aStretchAtHalfIsFoundInSpiteOfRounding() {
        SurvivalCounts counts = new SurvivalCounts();
        for (int age = 1; age <= 20; age++) {
            counts.addEvent(0, 10 * age);
        }
        assertThat(KaplanMeier.of(counts).orElseThrow().median()).hasValue(105);
    }

    /** log S is log 0.5 and its variance 1/2 at the last age, 10: 0.5^exp(±1.96 √0.5 / log 0.5). */
    @Test
    void theLastAgeHasLimitsToo() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 10);
        counts.addCensored(0, 10);
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();

        // R 4.2.2: survfit(Surv(c(10, 10), c(1, 0)) ~ 1, conf.type = "log-log")
        ConfidenceInterval limits = estimate.limits(10, LEVEL).orElseThrow();
        assertThat(limits.lower()).isCloseTo(0.005983087639145759, EXACT);
        assertThat(limits.upper()).isCloseTo(0.9104100848367374, EXACT);
        assertThat(estimate.limits(9, LEVEL)).isEmpty();
        assertThat(estimate.limits(11, LEVEL)).isEmpty();
    }

    // R 4.2.2: for (e in c(6, 8))
    //   quantile(survfit(Surv(rep(5, 10), rep(1:0, c(e, 10 - e))) ~ 1, conf.type = "log-log"), 0.5)
    @Test
    void theLimitsOfTheMedianMayBeTheLastAge() {
        KaplanMeier sixOfTen = KaplanMeier.of(endingAtAge5(6, 4)).orElseThrow();
        KaplanMeier eightOfTen = KaplanMeier.of(endingAtAge5(8, 2)).orElseThrow();

        assertThat(sixOfTen.median()).hasValue(5);
        assertThat(sixOfTen.medianLowerLimit(LEVEL)).hasValue(5);
        assertThat(sixOfTen.medianUpperLimit(LEVEL)).isEmpty();
        assertThat(eightOfTen.median()).hasValue(5);
        assertThat(eightOfTen.medianLowerLimit(LEVEL)).hasValue(5);
        assertThat(eightOfTen.medianUpperLimit(LEVEL)).hasValue(5);
    }

    private static SurvivalCounts endingAtAge5(int events, int censorings) {
        return SurvivalCounts.of(new long[] {events + censorings}, new long[] {0, 0, 0, 0, 0, events}, new long[] {
            0, 0, 0, 0, 0, censorings
        });
    }

    @Test
    void anEventAtAge0() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 0);
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();

        assertThat(estimate.median()).hasValue(0);
        assertThat(estimate.medianLowerLimit(LEVEL)).isEmpty();
        assertThat(estimate.survival(1)).hasValue(0);
        assertThat(estimate.restrictedMean(100)).hasValue(0);
    }

    @Test
    void ofNobodyThereIsNoEstimate() {
        assertThat(KaplanMeier.of(new SurvivalCounts())).isEmpty();
        assertThat(KaplanMeier.of(SurvivalCounts.of(new long[3], new long[3], new long[3])))
                .isEmpty();
    }

    @Test
    void aMeanIsKnownAsFarAsTheCurve() {
        SurvivalCounts counts = new SurvivalCounts();
        counts.addEvent(0, 1);
        counts.addCensored(0, 3);
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();

        assertThat(estimate.restrictedMean(0)).hasValue(0);
        assertThat(estimate.restrictedMean(1)).hasValue(1);
        assertThat(estimate.restrictedMean(4)).hasValue(2.5);
        assertThat(estimate.restrictedMean(5)).isEmpty();
        assertThatThrownBy(() -> estimate.restrictedMean(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid horizon: -1");
    }

    // ------------------------------------------------------------------------
    // properties

    @Property
    void theEstimateIsItsDefinition(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 30 * 30 * 2 - 1) Integer> codes) {
        SurvivalCounts counts = counts(codes);
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();
        double survival = 1;
        for (int age = 0; age <= estimate.lastAge(); age++) {
            int atAge = age;
            long atRisk = codes.stream()
                    .filter(code -> entry(code) <= atAge && exit(code) >= atAge)
                    .count();
            long events = codes.stream()
                    .filter(code -> isEvent(code) && exit(code) == atAge)
                    .count();
            survival *= atRisk == 0 ? 1 : 1 - (double) events / atRisk;
            assertThat(estimate.atRisk(age)).isEqualTo(atRisk);
            assertThat(estimate.survival(age).orElseThrow()).isCloseTo(survival, EXACT);
        }
        assertThat(estimate.lastAge())
                .isEqualTo(codes.stream().mapToInt(KaplanMeierTest::exit).max().orElseThrow());
    }

    @Property
    void partsCombineToTheWhole(
            @ForAll @Size(max = 60) List<@IntRange(max = 30 * 30 * 2 - 1) Integer> some,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 30 * 30 * 2 - 1) Integer> others) {
        SurvivalCounts combined = counts(some).combine(counts(others));
        SurvivalCounts whole =
                counts(Stream.of(some, others).flatMap(List::stream).toList());

        for (int age = 0; age < Math.max(whole.ages(), combined.ages()); age++) {
            assertThat(combined.entries(age)).isEqualTo(whole.entries(age));
            assertThat(combined.events(age)).isEqualTo(whole.events(age));
            assertThat(combined.censorings(age)).isEqualTo(whole.censorings(age));
        }
        assertThat(KaplanMeier.of(combined).orElseThrow().median())
                .isEqualTo(KaplanMeier.of(whole).orElseThrow().median());
    }

    // ------------------------------------------------------------------------
    // counts

    @Test
    void countsTakenElsewhereAreTheSame() {
        SurvivalCounts counts =
                SurvivalCounts.of(new long[] {2, 0, 0, 0, 1}, new long[] {0, 0, 1, 0, 1}, new long[] {0, 0, 0, 0, 1});
        KaplanMeier estimate = KaplanMeier.of(counts).orElseThrow();

        assertThat(estimate.survival(4)).hasValue(0.25);
        assertThat(counts.entries(9)).isZero();
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        assertThatThrownBy(() -> SurvivalCounts.of(new long[] {0, 1}, new long[] {1, 0}, new long[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid survival counts: more left by age 0 than entered");
        assertThatThrownBy(() -> SurvivalCounts.of(new long[] {3}, new long[] {1}, new long[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid survival counts: 2 never left");
        assertThatThrownBy(() -> SurvivalCounts.of(new long[] {1}, new long[] {1}, new long[] {0, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid count at age 1: -1");
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "5, 3"})
    void refusesImpossibleAges(int entryAge, int lastAge) {
        assertThatThrownBy(() -> new SurvivalCounts().addEvent(entryAge, lastAge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid ages: " + entryAge + " to " + lastAge);
        assertThatThrownBy(() -> new SurvivalCounts().addCensored(entryAge, lastAge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid ages: " + entryAge + " to " + lastAge);
    }

    // ------------------------------------------------------------------------

    /** One who enters at 0 to 29, stays 0 to 29 and leaves with or without the event, as one number. */
    private static SurvivalCounts counts(List<Integer> codes) {
        SurvivalCounts counts = new SurvivalCounts();
        for (int code : codes) {
            if (isEvent(code)) {
                counts.addEvent(entry(code), exit(code));
            } else {
                counts.addCensored(entry(code), exit(code));
            }
        }
        return counts;
    }

    private static int entry(int code) {
        return code / 2 % 30;
    }

    private static int exit(int code) {
        return entry(code) + code / 60;
    }

    private static boolean isEvent(int code) {
        return code % 2 == 1;
    }

    private static KaplanMeier sample(String sample) throws IOException {
        SurvivalCounts counts = new SurvivalCounts();
        for (String[] row : rows("kaplan-meier-samples.csv", sample)) {
            if (row[3].equals("1")) {
                counts.addEvent(Integer.parseInt(row[1]), Integer.parseInt(row[2]));
            } else {
                counts.addCensored(Integer.parseInt(row[1]), Integer.parseInt(row[2]));
            }
        }
        return KaplanMeier.of(counts).orElseThrow();
    }

    private static List<String[]> rows(String file, String sample) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KaplanMeierTest.class.getResourceAsStream(file)), UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(sample))
                    .toList();
        }
    }

    private static OptionalDouble optional(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static OptionalInt optionalInt(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
