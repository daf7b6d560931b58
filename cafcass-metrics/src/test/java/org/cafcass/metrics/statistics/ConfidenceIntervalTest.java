package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceIntervalTest {
    private static final Offset<Double> EXACT = within(1e-13);

    // R 4.2.2: sprintf("%.17g", qnorm((1 + level) / 2))
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.67448975019608171",
        "0.8, 1.2815515655446008",
        "0.9, 1.6448536269514715",
        "0.95, 1.9599639845400536",
        "0.99, 2.5758293035488999",
        "0.998, 3.0902323061678132"
    })
    void normalDeviates(double level, double deviate) {
        assertThat(NormalDeviate.ofCentralProbability(level)).isCloseTo(deviate, EXACT);
    }

    @Property
    void normalDeviatesRiseWithTheirProbability(@ForAll @IntRange(min = 1, max = 999_998) int millionths) {
        assertThat(NormalDeviate.ofCentralProbability(millionths / 1e6))
                .isPositive()
                .isLessThan(NormalDeviate.ofCentralProbability((millionths + 1) / 1e6));
    }

    // ------------------------------------------------------------------------
    // proportions

    // R 4.2.2: sprintf("%.17g", prop.test(x, n, correct = FALSE)$conf.int)
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288915",
        "1, 10, 0.017876213095072892, 0.40415002679523837",
        "10, 10, 0.72246720013711085, 1",
        "15, 50, 0.19103553500880949, 0.43750350464453397",
        "1, 1, 0.2065493143772375, 1",
        "0, 1, 0, 0.79345068562276255",
        "123456, 1000000, 0.12281269653142285, 0.12410219641400438"
    })
    void proportions(long numerator, long denominator, double lower, double upper) {
        ConfidenceInterval interval =
                ConfidenceInterval.ofProportion(numerator, denominator).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, EXACT);
        assertThat(interval.upper()).isCloseTo(upper, EXACT);
    }

    // Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void proportionsAsPublished(long numerator, long denominator, double lower, double upper) {
        ConfidenceInterval interval =
                ConfidenceInterval.ofProportion(numerator, denominator).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    // R 4.2.2: prop.test(15, 50, correct = FALSE, conf.level = 0.998)$conf.int
    @Test
    void proportionAtAnotherLevel() {
        ConfidenceInterval interval =
                ConfidenceInterval.ofProportion(15, 50, 0.998).orElseThrow();

        assertThat(interval.lower()).isCloseTo(0.1457801806397638, EXACT);
        assertThat(interval.upper()).isCloseTo(0.5183649757773514, EXACT);
    }

    @Property
    void anIntervalIsWithin0And1AndHoldsItsProportion(
            @ForAll @IntRange(max = 500) int numerator, @ForAll @IntRange(max = 500) int others) {
        ConfidenceInterval.ofProportion(numerator, numerator + others)
                .ifPresentOrElse(
                        interval -> {
                            assertThat(interval.lower()).isBetween(0.0, (double) numerator / (numerator + others));
                            assertThat(interval.upper()).isBetween((double) numerator / (numerator + others), 1.0);
                        },
                        () -> assertThat(numerator + others).isZero());
    }

    @Property
    void anIntervalOfTheRestIsTheMirrorImage(
            @ForAll @IntRange(max = 500) int numerator, @ForAll @IntRange(min = 1, max = 500) int others) {
        int denominator = numerator + others;
        ConfidenceInterval interval =
                ConfidenceInterval.ofProportion(numerator, denominator).orElseThrow();
        ConfidenceInterval rest =
                ConfidenceInterval.ofProportion(others, denominator).orElseThrow();

        assertThat(rest.lower()).isCloseTo(1 - interval.upper(), EXACT);
        assertThat(rest.upper()).isCloseTo(1 - interval.lower(), EXACT);
    }

    @Test
    void aProportionOfNothingHasNoInterval() {
        assertThat(ConfidenceInterval.ofProportion(0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "11, 10", "0, -1"})
    void refusesWhatIsNoProportion(long numerator, long denominator) {
        assertThatThrownBy(() -> ConfidenceInterval.ofProportion(numerator, denominator))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid proportion: " + numerator + " of " + denominator);
    }

    // ------------------------------------------------------------------------
    // counts

    // R 4.2.2: sprintf("%.17g", c(qchisq(0.025, 2 * k) / 2, qchisq(0.975, 2 * k + 2) / 2)), as poisson.test(k)$conf.int
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6888794541139354",
        "1, 0.025317807984289876, 5.5716433909388989",
        "2, 0.24220927854396487, 7.2246876677239582",
        "5, 1.6234863901184207, 11.668332079322667",
        "9, 4.115373097378332, 17.08480345141917"
    })
    void smallCounts(long count, double lower, double upper) {
        ConfidenceInterval interval = ConfidenceInterval.ofCount(count);

        assertThat(interval.lower()).isCloseTo(lower, EXACT);
        assertThat(interval.upper()).isCloseTo(upper, EXACT);
    }

    // R 4.2.2: c(qchisq(0.001, 10) / 2, qchisq(0.999, 12) / 2)
    @Test
    void smallCountAtAnotherLevel() {
        ConfidenceInterval interval = ConfidenceInterval.ofCount(5, 0.998);

        assertThat(interval.lower()).isCloseTo(0.7393717319178325, EXACT);
        assertThat(interval.upper()).isCloseTo(16.454745203680105, EXACT);
    }

    // R 4.2.2: byar <- function(o, level = 0.95) { z <- qnorm((1 + level) / 2)
    //   c(o * (1 - 1 / (9 * o) - z / (3 * sqrt(o)))^3, (o + 1) * (1 - 1 / (9 * (o + 1)) + z / (3 * sqrt(o + 1)))^3) }
    @ParameterizedTest
    @CsvSource({
        "10, 0.95, 4.7874499139675644, 18.391458605756473",
        "25, 0.95, 16.174265921657209, 36.906450692185359",
        "100, 0.95, 81.362105490527881, 121.6279375792065",
        "35211, 0.95, 34844.168694464213, 35580.730827919106",
        "25, 0.998, 12.304459286405249, 44.674780177578079"
    })
    void counts(long count, double level, double lower, double upper) {
        ConfidenceInterval interval = ConfidenceInterval.ofCount(count, level);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-10));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-10));
    }

    @Test
    void refusesANegativeCount() {
        assertThatThrownBy(() -> ConfidenceInterval.ofCount(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid count: -1");
    }

    // ------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, -0.5, Double.NaN})
    void refusesWhatIsNoLevel(double level) {
        assertThatThrownBy(() -> ConfidenceInterval.ofCount(12, level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid confidence level: " + level);
        assertThatThrownBy(() -> ConfidenceInterval.ofProportion(0, 0, level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid confidence level: " + level);
    }

    @Test
    void refusesLimitsInTheWrongOrder() {
        assertThatThrownBy(() -> new ConfidenceInterval(0.5, 0.25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid confidence interval: 0.5 to 0.25");
        assertThatThrownBy(() -> new ConfidenceInterval(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
