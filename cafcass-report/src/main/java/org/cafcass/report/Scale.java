package org.cafcass.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear scale of a chart.
 *
 * @param from the value at the start
 * @param to the value at the end, above the first
 * @param start where the first value is drawn
 * @param end where the last one is
 */
record Scale(double from, double to, double start, double end) {
    /** The scale of some values, with a little room on both sides, or none below 0 where no value is. */
    static Scale of(double lowest, double highest, double start, double end) {
        double room = highest > lowest ? (highest - lowest) * 0.06 : Math.max(1, Math.abs(highest) * 0.1);
        double from = lowest >= 0 ? Math.max(0, lowest - room) : lowest - room;
        return new Scale(from, highest + room, start, end);
    }

    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** Round values on the scale, about as many as asked for: steps of 1, 2 or 5 times a power of ten. */
    List<BigDecimal> ticks(int about) {
        BigDecimal rough = BigDecimal.valueOf((to - from) / about);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal step = power;
        for (int factor : new int[] {1, 2, 5, 10}) {
            step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(rough) >= 0) {
                break;
            }
        }
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick =
                BigDecimal.valueOf(from).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; tick.doubleValue() <= to; tick = tick.add(step)) {
            ticks.add(tick.setScale(Math.max(0, step.stripTrailingZeros().scale())));
        }
        return ticks;
    }
}
