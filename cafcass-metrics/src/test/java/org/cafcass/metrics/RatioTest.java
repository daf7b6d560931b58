package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    private static final Period MARCH = Period.parse("2025-03");

    @Test
    void decimalsAreDividedAsTheyAreWritten() {
        // in doubles 0.3 / 0.1 is 2.9999999999999996
        assertThat(ratio("0.3", "0.1")).isEqualTo(3);
        assertThat(ratio("8.70", "8.7")).isEqualTo(1);
        assertThat(ratio("0", "2.5")).isEqualTo(0);
    }

    // Python 3.11: float(Fraction(a, b)), which rounds once; a or b is no double
    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 3, 3002399751580331",
        "3, 9007199254740993, 3.330669073875469e-16",
        "9007199254740993, 9007199254740995, 0.9999999999999998",
        "9007199254740995, 9007199254740997, 0.9999999999999998"
    })
    void numbersThatAreNoDoublesAreRoundedOnce(long above, long below, double quotient) {
        assertThat(of(new Sum(above, null), 1, new Sum(below, null), 1)).hasValue(quotient);
        assertThat(ratio(above + "e-4", below + "e-4")).isEqualTo(quotient);
    }

    /** 105 days by 3 cases are 35 days or 5 weeks a case; 12 cases by 42 days are 12 by 6 weeks. */
    @Test
    void eitherTallyMayBeDivided() {
        assertThat(of(new Sum(105, null), 7, new Sum(3, null), 1)).hasValue(5);
        assertThat(of(new Sum(12, null), 1, new Sum(42, null), 7)).hasValue(2);
    }

    /** Amounts of few and of many digits, beside a quotient of 50 digits. */
    @Property(tries = 2000)
    void quotientsAreRoundedOnce(@ForAll long seed) {
        Random random = new Random(seed);
        BigDecimal above = drawn(random);
        BigDecimal below = drawn(random).add(BigDecimal.ONE);

        assertThat(ratio(above.toString(), below.toString()))
                .isEqualTo(above.divide(below, new MathContext(50)).doubleValue());
    }

    private static BigDecimal drawn(Random random) {
        return new BigDecimal(new BigInteger(1 + random.nextInt(90), random), random.nextInt(25));
    }

    private static double ratio(String numerator, String denominator) {
        return of(new Sum(0, new BigDecimal(numerator)), 1, new Sum(0, new BigDecimal(denominator)), 1)
                .orElseThrow();
    }

    private static OptionalDouble of(Sum numerator, int numeratorDivisor, Sum denominator, int denominatorDivisor) {
        return new Statistic.Ratio(period -> 1, Statistic.LimitsOfShare.NONE)
                .of(numerator, numeratorDivisor, denominator, denominatorDivisor, MARCH)
                .value();
    }
}
