package org.cafcass.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunningCountsTest {
    /* Two from day 3 on, at place 1; one of them goes on day 5, on which place 0 comes. */
    @Test
    void countsAreThoseAtTheEndOfADay() {
        RunningCounts.Changes changes = new RunningCounts.Changes(2, 4);
        changes.takeAway(5, 1);
        changes.add(3, 1);
        changes.add(5, 0);
        changes.add(3, 1);
        RunningCounts counts = changes.running(2);

        assertThat(counts.on(Integer.MIN_VALUE)).containsExactly(0, 0);
        assertThat(counts.on(2)).containsExactly(0, 0);
        assertThat(counts.on(3)).containsExactly(0, 2);
        assertThat(counts.on(4)).containsExactly(0, 2);
        assertThat(counts.on(5)).containsExactly(1, 1);
        assertThat(counts.on(Integer.MAX_VALUE)).containsExactly(1, 1);
    }

    @Test
    void withoutChangesAllIsZero() {
        assertThat(new RunningCounts.Changes(3, 0).running().on(0)).containsExactly(0, 0, 0);
    }

    @Property(tries = 200)
    void anyDayIsThePlainSumOfTheChangesUpToIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int between) {
        Random random = new Random(seed);
        int places = 1 + random.nextInt(4);
        int number = random.nextInt(60);
        int[] day = random.ints(number, -15, 15).toArray();
        int[] place = random.ints(number, 0, places).toArray();
        int[] step = random.ints(number, 0, 2).map(i -> 2 * i - 1).toArray();
        RunningCounts.Changes changes = new RunningCounts.Changes(places, number);
        for (int i = 0; i < number; i++) {
            if (step[i] > 0) {
                changes.add(day[i], place[i]);
            } else {
                changes.takeAway(day[i], place[i]);
            }
        }
        RunningCounts counts = changes.running(between);

        for (int asked = -17; asked < 17; asked++) {
            int[] plain = new int[places];
            for (int i = 0; i < number; i++) {
                plain[place[i]] += day[i] <= asked ? step[i] : 0;
            }
            assertThat(counts.on(asked)).containsExactly(plain);
        }
    }
}
