package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.metrics.oracle.PlainStatistics.Life;
import org.cafcass.metrics.oracle.PlainStatistics.Median;
import org.junit.jupiter.api.Test;

/** The oracle's own statistics against R 4.2.2, survival 3.5-3. */
class PlainStatisticsTest {
    /** {@code quantile(c(3,1,4,1,5,9,2,6), c(.5,.9), type=7)}. */
    @Test
    void quantiles() {
        List<Double> values = List.of(3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0);
        assertThat(PlainStatistics.quantile(values, 0.5)).hasValue(3.5);
        assertThat(PlainStatistics.quantile(values, 0.9).getAsDouble()).isCloseTo(6.9, within(1e-12));
        assertThat(PlainStatistics.quantile(List.of(), 0.5)).isEmpty();
        assertThat(PlainStatistics.quantile(List.of(7.0), 0.9)).hasValue(7);
    }

    /** {@code prop.test(7, 9, correct=FALSE)$conf.int}, {@code prop.test(0, 9, correct=FALSE)$conf.int}. */
    @Test
    void wilsonLimits() {
        assertThat(PlainStatistics.wilson(7, 9))
                .containsExactly(new double[] {0.4525889691069890, 0.9367748928821533}, within(1e-12));
        assertThat(PlainStatistics.wilson(0, 9)).containsExactly(new double[] {0, 0.299145048419544}, within(1e-12));
    }

    /** By hand: seen 1 of 4 one grade apart; of the margins (2, 2, 0) and (1, 3, 0) 16 pairs are expected 8 apart. */
    @Test
    void kappa() {
        List<int[]> pairs = List.of(new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1}, new int[] {1, 1});
        assertThat(PlainStatistics.weightedKappa(pairs, 4).getAsDouble()).isCloseTo(1 - 1 / 2.0, within(1e-12));
        assertThat(PlainStatistics.weightedKappa(List.of(new int[] {2, 2}), 4)).isEmpty();
        assertThat(PlainStatistics.weightedKappa(List.of(), 4)).isEmpty();
    }

    /**
     * {@code quantile(survfit(Surv(entry - .5, exit, event) ~ 1, conf.type = "log-log"), .5)} of {@code entry =
     * c(0,0,10,20,5,0,30,0,12,0,3,8), exit = c(20,35,40,41,20,50,60,7,90,20,44,35), event = c(1,1,1,0,1,1,1,1,0,0,1,1)}.
     */
    @Test
    void medianTimeWithDelayedEntry() {
        int[] entry = {0, 0, 10, 20, 5, 0, 30, 0, 12, 0, 3, 8};
        int[] exit = {20, 35, 40, 41, 20, 50, 60, 7, 90, 20, 44, 35};
        int[] event = {1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1};
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < entry.length; i++) {
            lives.add(new Life(entry[i], exit[i], event[i] == 1));
        }
        Median median = PlainStatistics.medianTime(lives);
        assertThat(median.value()).hasValue(40);
        assertThat(median.lower()).hasValue(7);
        assertThat(median.upper()).hasValue(50);
    }

    /** The same of {@code entry = 0, exit = c(10,20,30,40)} and {@code event = 1}, {@code c(1,1,0,0)}, {@code c(1,0,0,0)}. */
    @Test
    void medianTimeOfACurveThatStaysAtOneHalf() {
        Median closed = PlainStatistics.medianTime(
                List.of(new Life(0, 10, true), new Life(0, 20, true), new Life(0, 30, true), new Life(0, 40, true)));
        assertThat(closed.value()).hasValue(25);
        assertThat(closed.lower()).hasValue(10);
        assertThat(closed.upper()).isEmpty();

        Median open = PlainStatistics.medianTime(
                List.of(new Life(0, 10, true), new Life(0, 20, true), new Life(0, 30, false), new Life(0, 40, false)));
        assertThat(open.value()).hasValue(30);
        assertThat(open.lower()).hasValue(10);

        Median notReached = PlainStatistics.medianTime(
                List.of(new Life(0, 10, true), new Life(0, 20, false), new Life(0, 30, false), new Life(0, 40, false)));
        assertThat(notReached.value()).isEmpty();
        assertThat(notReached.lower()).hasValue(10);
        assertThat(notReached.upper()).isEmpty();
    }
}
