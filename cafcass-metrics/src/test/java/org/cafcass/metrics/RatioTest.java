package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final Period MARCH = Period.parse("2025-03");

    @Test
    void decimalsAreDividedAsTheyAreWritten() {
        // in doubles 0.3 / 0.1 is 2.9999999999999996
        assertThat(ratio("0.3", "0.1")).isEqualTo(3);
        assertThat(ratio("8.70", "8.7")).isEqualTo(1);
        assertThat(ratio("0", "2.5")).isEqualTo(0);
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
        return new Statistic.Ratio(period -> 1, Statistic.LimitsOfShare.NONE)
                .of(new Sum(0, new BigDecimal(numerator)), 1, new Sum(0, new BigDecimal(denominator)), 1, MARCH)
                .value()
                .orElseThrow();
    }
}
