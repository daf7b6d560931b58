package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticTest {
    /** Of 4 numbers h = 3 x 0.9 = 2.7: 175 + 0.7 x 300 = 385 days, 55 weeks. Of 8 h = 6.3: 325 + 0.3 x 200 = 385. */
    @ParameterizedTest
    @CsvSource({"4, 175, 475", "7, 345, 445", "8, 325, 525"})
    void quantileOfWholeWeeksIsWhole(int count, long lower, long upper) {
        long[] days = new long[count];
        days[count - 1] = upper;
        days[count - 2] = lower;

        assertThat(Statistic.Distribution.quantile(90, 7)
                        .of(Amounts.of(days), Conventions.DEFAULT)
                        .value())
                .hasValue(55);
    }
}
