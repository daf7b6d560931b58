package org.cafcass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Bound BOUND = new Bound("SnapshotBenchmark", Implementation.LOOP, 0.2, 10_000);

    private final double[] numbers = new double[100_000];

    @Test
    void everyBoundIsOfABenchmarkAndAPeerThatItIsMeasuredWith() throws Exception {
        assertThat(Bound.all()).hasSize(10);
        for (Bound bound : Bound.all()) {
            Class<? extends HotPath> hotPath = Ratios.HOT_PATHS.stream()
                    .filter(one -> one.getSimpleName().equals(bound.benchmark()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Ratios.implementations(hotPath)).contains(bound.peer());
        }
    }

    @Test
    void theSameCodeKeepsItsBound() throws Exception {
        List<Cost> costs = Cost.ofEach(List.of(this::sum, this::sum), 1, 2);

        assertThat(BOUND.breach(costs.get(0), costs.get(1))).isEmpty();
    }

    @Test
    void aPlantedSlowDownBreaksIt() throws Exception {
        List<Cost> costs = Cost.ofEach(List.of(this::slowSum, this::sum), 1, 2);

        assertThat(BOUND.breach(costs.get(0), costs.get(1)))
                .hasValueSatisfying(breach -> assertThat(breach)
                        .startsWith("SnapshotBenchmark is 0.")
                        .endsWith(" times as quick as LOOP, less than 0.20"));
    }

    @Test
    void aPlantedAllocationBreaksIt() throws Exception {
        List<Cost> costs = Cost.ofEach(List.of(() -> new double[2000]), 1, 1);

        assertThat(costs.get(0).bytes()).isBetween(16_000.0, 17_000.0);
        assertThat(BOUND.breach(new Cost(1, 16_016), new Cost(1, 0)))
                .contains("SnapshotBenchmark allocates 16,016 bytes, more than 10,000");
    }

    private double[] sum() {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return new double[] {sum};
    }

    private double[] slowSum() {
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += sum()[0];
        }
        return new double[] {sum};
    }
}
