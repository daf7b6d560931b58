package org.cafcass.workload.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static List<BigDecimal> points(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    private static Map<Integer, BigDecimal> freed(int taker, String points) {
        return Map.of(taker, new BigDecimal(points));
    }

    @Test
    void whatWasRefusedHasAnotherChanceOnlyOnceRoomIsFreed() {
        Packing packing = new Packing(points("4", "-3"), points("5", "4", "2"));

        assertThat(packing.give(0, Map.of())).isFalse();
        assertThat(packing.isCertain(0)).isTrue();
        assertThat(packing.give(1, Map.of())).isTrue();
        assertThat(packing.give(0, Map.of())).isFalse();
        packing.free(1, new BigDecimal("7.9"));
        assertThat(packing.give(0, Map.of())).isFalse();
        packing.free(1, new BigDecimal("0.1"));
        assertThat(packing.give(0, Map.of())).isTrue();
        assertThat(packing.give(2, Map.of())).isFalse();
        assertThat(packing.takerOf()).containsExactly(1, 0, Packing.NOBODY);
        assertThat(packing.room(1)).isEqualByComparingTo("5");
    }

    @Test
    void aCaseUsesTheRoomThatItFreesAndFreesNoneWhenRefused() {
        Packing packing = new Packing(points("1"), points("4", "4", "4"));

        assertThat(packing.give(0, freed(0, "2"))).isFalse();
        assertThat(packing.room(0)).isEqualByComparingTo("1");
        assertThat(packing.give(1, freed(0, "3"))).isTrue();
        assertThat(packing.give(2, Map.of())).isFalse();
        assertThat(packing.give(0, freed(0, "4"))).isTrue();
        assertThat(packing.takerOf()).containsExactly(0, 0, Packing.NOBODY);
    }

    @Test
    void aHeavierCaseThatFreesItsOwnRoomIsTriedAfterALighterOneWasRefused() {
        Packing packing = new Packing(points("1"), points("2", "4"));

        assertThat(packing.give(0, Map.of())).isFalse();
        assertThat(packing.give(1, freed(0, "3"))).isTrue();
    }
}
