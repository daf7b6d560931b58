package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cafcass.metrics.statistics.QuantileMethod;
import org.cafcass.model.Law;

/**
 * The closed cases by area and law, of each in the order of closing, and the days from receipt to closing, so that their sum, their
 * quantiles and how many of them are at most a limit cost about the same over any period.
 */
final class ClosingOrder {
    /** Of the cases closed in P, the days from receipt to closing, unless they count as whole weeks. */
    static final Tally.Index DAYS = new Tally.Index() {
        @Override
        public Optional<Map<Long, Sum>> sums(Moment moment, Layout layout, Set<BreakdownKey> by) {
            return days(moment, layout, by).map(days -> sumsOf(days, Days::sum));
        }

        @Override
        public Optional<Map<Long, Amounts>> amounts(Moment moment, Layout layout, Set<BreakdownKey> by) {
            return days(moment, layout, by).map(Map::copyOf);
        }

        private static Optional<Map<Long, Days>> days(Moment moment, Layout layout, Set<BreakdownKey> by) {
            return moment.conventions().duration() == Conventions.Duration.WHOLE_WEEKS
                    ? Optional.empty()
                    : moment.daysInClosingOrder(layout, by);
        }
    };

    /** The cases closed in P within 26 weeks. */
    static final Tally.Index WITHIN_26_WEEKS = (moment, layout, by) -> {
        int limit = moment.conventions().duration().within26WeeksDays();
        return moment.daysInClosingOrder(layout, by).map(days -> {
            Map<Long, Sum> sums = sumsOf(days, ofCell -> ofCell.upTo(limit));
            sums.values().removeIf(Sum::isZero);
            return sums;
        });
    };

    private static Map<Long, Sum> sumsOf(Map<Long, Days> days, ToLongFunction<Days> ofCell) {
        Map<Long, Sum> sums = new HashMap<>();
        days.forEach((cell, daysOfCell) -> sums.put(cell, new Sum(ofCell.applyAsLong(daysOfCell), null)));
        return sums;
    }

    private static final Set<BreakdownKey> KEYS = EnumSet.of(BreakdownKey.LAW, BreakdownKey.AREA, BreakdownKey.REGION);
    private static final int LAWS = Law.values().length;

    /* By cell, the place of its first case; its last is before the first of the next cell. */
    private final int[] firstOfCell;
    /* By cell, the row of a case that is in it. */
    private final int[] rowOfCell;
    /* By place. */
    private final int[] closedOn;
    private final long[] daysBefore;
    private final WaveletMatrix days;

    ClosingOrder(ExtractColumns columns) {
        ExtractColumns.Cases cases = columns.cases;
        int[] cellOfRow = new int[cases.size];
        firstOfCell = new int[columns.areas.size * LAWS + 1];
        rowOfCell = new int[columns.areas.size * LAWS];
        int closed = 0;
        for (int row = 0; row < cases.size; row++) {
            cellOfRow[row] = cases.area[row] * LAWS + cases.law[row];
            if (cases.closedOn[row] != NEVER) {
                closed++;
                firstOfCell[cellOfRow[row] + 1]++;
                rowOfCell[cellOfRow[row]] = row;
            }
        }
        for (int cell = 0; cell < rowOfCell.length; cell++) {
            firstOfCell[cell + 1] += firstOfCell[cell];
        }
        Rows order = Rows.of(Arrays.copyOf(DayOrder.of(cases.closedOn), closed));
        DayOrder.sort(order.each(), 0, closed, cellOfRow);
        closedOn = order.in(cases.closedOn);
        int[] daysToClose = order.in(cases.daysToClose);
        daysBefore = new long[closed + 1];
        for (int place = 0; place < closed; place++) {
            daysBefore[place + 1] = daysBefore[place] + daysToClose[place];
        }
        days = new WaveletMatrix(daysToClose);
    }

    /** The days from receipt to closing of the cases closed over the days of a moment, by some keys, or none where the order lacks a key. */
    Optional<Map<Long, Days>> over(Moment moment, Layout layout, Set<BreakdownKey> by) {
        if (!KEYS.containsAll(by)) {
            return Optional.empty();
        }
        Map<Long, Days> ofCells = new HashMap<>();
        for (int cell = 0; cell < rowOfCell.length; cell++) {
            int begin = DayOrder.firstFrom(closedOn, firstOfCell[cell], firstOfCell[cell + 1], moment.first());
            int end = DayOrder.firstFrom(closedOn, begin, firstOfCell[cell + 1], moment.last() + 1);
            if (begin < end) {
                ofCells.merge(layout.cell(Subject.CASE, rowOfCell[cell], by, moment), new Days(begin, end), Days::and);
            }
        }
        return Optional.of(ofCells);
    }

    /** The days of the cases in some stretches of the order: at least one. */
    final class Days implements Amounts {
        private final int[] stretches;

        private Days(int... stretches) {
            this.stretches = stretches;
        }

        private Days and(Days other) {
            return new Days(IntStream.concat(Arrays.stream(stretches), Arrays.stream(other.stretches))
                    .toArray());
        }

        long sum() {
            long sum = 0;
            for (int i = 0; i < stretches.length; i += 2) {
                sum += daysBefore[stretches[i + 1]] - daysBefore[stretches[i]];
            }
            return sum;
        }

        int upTo(int limit) {
            return days.upTo(stretches, limit);
        }

        @Override
        public LongStream stream() {
            return IntStream.iterate(0, i -> i < stretches.length, i -> i + 2)
                    .flatMap(i -> IntStream.range(stretches[i], stretches[i + 1]))
                    .mapToLong(place -> daysBefore[place + 1] - daysBefore[place]);
        }

        @Override
        public OptionalDouble quantile(QuantileMethod method, double probability) {
            int count = 0;
            for (int i = 0; i < stretches.length; i += 2) {
                count += stretches[i + 1] - stretches[i];
            }
            return method.ofOrdered(count, index -> days.inOrder(stretches, index), probability);
        }
    }
}
