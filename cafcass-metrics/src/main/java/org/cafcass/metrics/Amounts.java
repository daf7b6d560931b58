package org.cafcass.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.cafcass.metrics.statistics.QuantileMethod;

/** Amounts in no order. Immutable. */
interface Amounts {
    /** No amounts. */
    Amounts NONE = of();

    /** The amounts. */
    LongStream stream();

    /** A quantile of amounts that are ints. */
    OptionalDouble quantile(QuantileMethod method, double probability);

    /** These amounts and others, of which each is first put through a function. */
    default Amounts and(Amounts more, LongUnaryOperator function) {
        return of(LongStream.concat(stream(), more.stream().map(function)).toArray());
    }

    /** Any amounts; the array is never changed. */
    static Amounts of(long... amounts) {
        return new Amounts() {
            @Override
            public LongStream stream() {
                return Arrays.stream(amounts);
            }

            @Override
            public OptionalDouble quantile(QuantileMethod method, double probability) {
                return method.ofValues(stream().mapToInt(Math::toIntExact).toArray(), probability);
            }
        };
    }

    /** The numbers of days from one place of an array on to another, which is not in; the array is never changed. */
    static Amounts ofDays(int[] days, int begin, int end) {
        return new Amounts() {
            @Override
            public LongStream stream() {
                return Arrays.stream(days, begin, end).asLongStream();
            }

            @Override
            public OptionalDouble quantile(QuantileMethod method, double probability) {
                return method.ofValues(days, begin, end, probability);
            }
        };
    }
}
