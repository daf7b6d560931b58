package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/** The different weights of some cases, heaviest first; cases of one weight are interchangeable. */
final class Weights {
    private final List<BigDecimal> heaviestFirst;
    private final int[] ofCase;

    /** The weights of cases. */
    Weights(List<BigDecimal> cases) {
        heaviestFirst = cases.stream()
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .sorted(Collections.reverseOrder())
                .toList();
        ofCase = cases.stream()
                .mapToInt(weight -> Collections.binarySearch(heaviestFirst, weight, Collections.reverseOrder()))
                .toArray();
    }

    /** How many there are. */
    int size() {
        return heaviestFirst.size();
    }

    /** The weight of a number. */
    BigDecimal get(int number) {
        return heaviestFirst.get(number);
    }

    /** The number of a case's weight. */
    int of(int item) {
        return ofCase[item];
    }

    /** Whether a case of a weight fits. */
    boolean fits(BigDecimal room, int number) {
        return room.compareTo(get(number)) >= 0;
    }

    /** For how many cases of a weight there is room, at most as many as are asked for. */
    int places(BigDecimal room, int number, int atMost) {
        if (room.signum() < 0) {
            return 0;
        }
        return get(number).signum() == 0
                ? atMost
                : room.divideToIntegralValue(get(number))
                        .min(BigDecimal.valueOf(atMost))
                        .intValueExact();
    }
}
