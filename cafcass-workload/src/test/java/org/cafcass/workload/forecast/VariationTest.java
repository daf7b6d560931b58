package org.cafcass.workload.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VariationTest {
    /* Squares of deviations 8 x 0.04; products of neighbours 4 x 0.04 - 3 x 0.04; (0.32 + 2 x 0.04) / 7, of which chance is 1 / 100. */
    @Test
    void aSwingThatLastsOverTheEndOfABlockCountsInFull() {
        Variation variation = Variation.of(new double[] {1.2, 1.2, 0.8, 0.8, 1.2, 1.2, 0.8, 0.8}, 100);

        assertThat(variation.ofMonth()).isEqualTo(Math.sqrt(0.4 / 7 - 0.01), within(1e-12));
        assertThat(variation.ofLevel()).isEqualTo(Math.sqrt(0.4 / 7 / 8), within(1e-12));
        assertThat(variation.degrees()).isEqualTo(2);
    }

    @Test
    void blocksThatAlternateVaryAsEachDoes() {
        Variation variation = Variation.of(new double[] {1.2, 0.8, 1.2, 0.8, 1.2, 0.8, 1.2, 0.8}, 1e9);

        assertThat(variation.ofMonth()).isEqualTo(Math.sqrt(0.32 / 7), within(1e-6));
    }

    @Test
    void whatVariesLessThanChanceHasNoVariationOfItsOwn() {
        assertThat(Variation.of(new double[] {1.01, 0.99, 1.01, 0.99}, 100).ofMonth())
                .isZero();
        assertThat(Variation.of(new double[] {1}, 100)).isEqualTo(new Variation(0, 0, 0));
    }
}
