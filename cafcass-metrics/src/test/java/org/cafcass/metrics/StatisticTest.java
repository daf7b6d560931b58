package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.cafcass.model.AuditScale;
import org.cafcass.model.Grade;
import org.junit.jupiter.api.Test;
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

    @Test
    void equalAmountsAreOneDistinctAmount() {
        assertThat(Statistic.Distribution.distinct()
                        .of(Amounts.of(7, 3, 7), Conventions.DEFAULT)
                        .value())
                .hasValue(2);
    }

    /** Of two watched from birth one closes at 10 days, the other is still open at 20: S is 1/2 between, its middle 15. */
    @Test
    void theSurvivalMedianIsInWeeks() {
        Amounts ages = Amounts.of(Observation.of(0, 10, true), Observation.of(0, 20, false));

        assertThat(Statistic.Distribution.survivalMedian(7)
                        .of(ages, Conventions.DEFAULT)
                        .value())
                .hasValue(15 / 7.0);
        assertThat(Statistic.Distribution.survivalMedian(7)
                        .of(Amounts.NONE, Conventions.DEFAULT)
                        .value())
                .isEmpty();
    }

    /** Two of four grades are kept and two moved to the other grade, as chance alone would have it: kappa is 0. */
    @Test
    void moderationAgreementIsKappa() {
        int scale = AuditScale.SINCE_2022.ordinal();
        int good = Grade.GOOD.ordinal();
        int outstanding = Grade.OUTSTANDING.ordinal();
        Statistic.Distribution kappa = Statistic.Distribution.moderationAgreement();

        assertThat(kappa.of(
                                Amounts.of(
                                        Moderation.of(scale, good, good),
                                        Moderation.of(scale, outstanding, outstanding),
                                        Moderation.of(scale, good, outstanding),
                                        Moderation.of(scale, outstanding, good)),
                                Conventions.DEFAULT)
                        .value())
                .hasValue(0);
        assertThat(kappa.of(
                                Amounts.of(
                                        Moderation.of(scale, good, good),
                                        Moderation.of(scale, outstanding, outstanding)),
                                Conventions.DEFAULT)
                        .value())
                .hasValue(1);
    }
}
