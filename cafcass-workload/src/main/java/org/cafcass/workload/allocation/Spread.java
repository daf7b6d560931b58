package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.workload.AdviserWorkload;

/**
 * How evenly advisers are loaded. Each counts by capacity, so that a part-timer's saturation weighs as much as the hours worked, and one
 * without a case counts at 0%. Advisers without capacity don't count.
 *
 * @param advisers how many count
 * @param mean the load of all / the capacity of all, in percent; empty without capacity
 * @param deviation the standard deviation of saturation about that mean, in points of saturation; empty without capacity
 * @param least the least saturation, in percent; empty without capacity
 * @param most the greatest saturation, in percent; empty without capacity
 */
public record Spread(
        int advisers,
        OptionalDouble mean,
        OptionalDouble deviation,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most) {

    /** The spread of some advisers. */
    public static Spread of(Collection<AdviserWorkload> workloads) {
        int advisers = 0;
        BigDecimal least = null;
        BigDecimal most = null;
        double load = 0;
        double capacity = 0;
        double squares = 0;
        for (AdviserWorkload workload : workloads) {
            Optional<BigDecimal> saturation = workload.saturation().percent();
            if (saturation.isPresent()) {
                BigDecimal percent = saturation.get();
                advisers++;
                least = least == null ? percent : least.min(percent);
                most = most == null ? percent : most.max(percent);
                double own = workload.load().central().doubleValue();
                double ownCapacity = workload.capacity().points().doubleValue();
                load += own;
                capacity += ownCapacity;
                squares += own * own / ownCapacity;
            }
        }
        if (advisers == 0) {
            return new Spread(0, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());
        }
        return new Spread(
                advisers,
                OptionalDouble.of(100 * load / capacity),
                OptionalDouble.of(deviation(squares, load, capacity)),
                Optional.ofNullable(least),
                Optional.ofNullable(most));
    }

    /* sum c (s - mean)^2 = sum load^2 / c - (sum load)^2 / sum c. */
    static double deviation(double squares, double load, double capacity) {
        return 100 * Math.sqrt(Math.max(0, squares - load * load / capacity) / capacity);
    }
}
