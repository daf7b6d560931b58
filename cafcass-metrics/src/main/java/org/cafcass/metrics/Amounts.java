package org.cafcass.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.cafcass.metrics.statistics.QuantileMethod;
import org.jspecify.annotations.Nullable;

/** Amounts in no order: numbers of days, which are a stretch of an array that several share, or anything else. Immutable. */
final class Amounts {
    static final Amounts NONE = of();

    private final int @Nullable [] days;
    private final int begin;
    private final int end;
    private final long[] others;

    private Amounts(int @Nullable [] days, int begin, int end, long[] others) {
        this.days = days;
        this.begin = begin;
        this.end = end;
        this.others = others;
    }

    /** The numbers of days from one place of an array on to another, which is not in; the array is never changed. */
    static Amounts ofDays(int[] days, int begin, int end) {
        return new Amounts(days, begin, end, new long[0]);
    }

    /** Any amounts; the array is never changed. */
    static Amounts of(long... amounts) {
        return new Amounts(null, 0, 0, amounts);
    }

    LongStream stream() {
        return days != null ? Arrays.stream(days, begin, end).asLongStream() : Arrays.stream(others);
    }

    /** A quantile of amounts that are ints. */
    OptionalDouble quantile(QuantileMethod method, double probability) {
        if (days != null) {
            return method.ofValues(days, begin, end, probability);
        }
        int[] values = Arrays.stream(others).mapToInt(Math::toIntExact).toArray();
        return method.ofValues(values, probability);
    }

    /** These amounts and others, of which each is first put through a function. */
    Amounts and(Amounts more, LongUnaryOperator function) {
        return of(LongStream.concat(stream(), more.stream().map(function)).toArray());
    }
}
