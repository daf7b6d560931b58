package org.cafcass.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/**
 * What is added up over an extract's rows: a measure is made of one tally, or of one divided by another.
 *
 * <p>A tally has a name in words, which stands in the formula of each measure that uses it; it says which rows count over a period,
 * and how much each adds.
 */
public final class Tally {
    private final String name;
    private final Subject subject;
    private final Set<ExtractTable> needs;
    private final Selector selector;
    private final int divisor;
    private final @Nullable BreakdownKey ownKey;
    private final @Nullable Selector ownKeySelector;
    private final @Nullable Difference difference;
    private final @Nullable Index index;
    private final @Nullable Function<ExtractColumns, int[]> steadyBy;

    private Tally(
            String name,
            Subject subject,
            Set<ExtractTable> needs,
            Selector selector,
            int divisor,
            @Nullable BreakdownKey ownKey,
            @Nullable Selector ownKeySelector,
            @Nullable Difference difference,
            @Nullable Index index,
            @Nullable Function<ExtractColumns, int[]> steadyBy) {
        this.name = Objects.requireNonNull(name, "name");
        this.subject = subject;
        this.needs = needs;
        this.selector = selector;
        this.divisor = divisor;
        this.ownKey = ownKey;
        this.ownKeySelector = ownKeySelector;
        this.difference = difference;
        this.index = index;
        this.steadyBy = steadyBy;
    }

    /** One tally less another. */
    record Difference(Tally minuend, Tally subtrahend) {}

    /** Chooses the rows that count, and the amounts that they add. */
    @FunctionalInterface
    interface Selector {
        void select(Moment moment, Contributions into);
    }

    /** Answers from what is kept for many questions, instead of a pass over the rows; the answers are the same. */
    @FunctionalInterface
    interface Index {
        /** What the rows that count of each cell by some keys add up to, or none where the index does not hold it. */
        Optional<Map<Long, Sum>> sums(Moment moment, Layout layout, Set<BreakdownKey> by);

        /** The amounts of each cell by some keys, or none where the index does not hold them. */
        default Optional<Map<Long, Amounts>> amounts(Moment moment, Layout layout, Set<BreakdownKey> by) {
            return Optional.empty();
        }
    }

    static Tally of(String name, Subject subject, Selector selector, ExtractTable... needs) {
        Set<ExtractTable> tables = EnumSet.noneOf(ExtractTable.class);
        tables.addAll(List.of(needs));
        return new Tally(name, subject, tables, selector, 1, null, null, null, null, null);
    }

    /**
     * A tally of your own: the cases that pass a test.
     *
     * @param name what it counts, in words: {@code private law cases closed within 12 weeks}
     * @param test whether a case counts over a period
     */
    public static Tally ofCases(String name, BiPredicate<ChildrensCase, Period> test) {
        Objects.requireNonNull(test, "test");
        return of(name, Subject.CASE, (moment, into) -> {
            List<ChildrensCase> cases = moment.columns().extract.cases();
            Period period = moment.period();
            for (int row = 0; row < cases.size(); row++) {
                if (test.test(cases.get(row), period)) {
                    into.add(moment.columns().cases.rowOf(row));
                }
            }
        });
    }

    /**
     * A tally of your own: the cases open as at D for more than some days, without an object a case.
     *
     * @param days the greatest age, in days, of a case that doesn't count
     */
    public static Tally ofCasesOpenOver(int days) {
        return Tallies.openCasesOver(days);
    }

    /** The amount that each adviser adds. */
    @FunctionalInterface
    public interface AdviserAmounts {
        /** By row of {@code advisers}, the amount that the adviser adds as at a day; empty for one who doesn't count. */
        List<Optional<BigDecimal>> amounts(Extract extract, LocalDate asAt);
    }

    /**
     * A tally of your own: an amount by adviser, such as a load or a capacity.
     *
     * @param name what it adds up, in words
     * @param amounts the amounts
     * @param needs the tables without which it is not available
     */
    public static Tally ofAdvisers(String name, AdviserAmounts amounts, ExtractTable... needs) {
        Objects.requireNonNull(amounts, "amounts");
        return of(
                name,
                Subject.ADVISER,
                (moment, into) -> {
                    List<Optional<BigDecimal>> byAdviser = amounts.amounts(
                            moment.columns().extract, moment.period().last());
                    for (int row = 0; row < byAdviser.size(); row++) {
                        Optional<BigDecimal> amount = byAdviser.get(row);
                        if (amount.isPresent()) {
                            into.add(row, amount.get());
                        }
                    }
                },
                needs);
    }

    /** This tally with its total divided: days that are shown as weeks. */
    Tally dividedBy(int divisor) {
        return new Tally(name, subject, needs, selector, divisor, ownKey, ownKeySelector, difference, index, steadyBy);
    }

    /** This tally, for which an index answers where it can and one given before cannot. */
    Tally indexedBy(Index other) {
        Index first = index;
        return new Tally(
                name,
                subject,
                needs,
                selector,
                divisor,
                ownKey,
                ownKeySelector,
                difference,
                first == null
                        ? other
                        : (moment, layout, by) ->
                                first.sums(moment, layout, by).or(() -> other.sums(moment, layout, by)),
                steadyBy);
    }

    /** This tally, which the daily totals hold. */
    Tally totalled(DailyTotals.Total total) {
        return indexedBy((moment, layout, by) ->
                moment.columns().dailyTotals().flatMap(totals -> totals.sums(total, layout, by, moment)));
    }

    /**
     * This tally, of which each row counts in every period that has the row's day, and always adds the same: a whole number that neither
     * D nor a convention changes. The table is kept in order of the day.
     */
    Tally steadyBy(Function<ExtractColumns, int[]> day) {
        return new Tally(name, subject, needs, selector, divisor, ownKey, ownKeySelector, difference, index, day);
    }

    /** By row, the day on which it counts; null where the tally isn't steady. */
    @Nullable
    Function<ExtractColumns, int[]> steadyBy() {
        return steadyBy;
    }

    /** This tally, where a breakdown by a key that rows have no column for, or several values of, comes from a selector. */
    Tally withKey(BreakdownKey key, Selector keySelector) {
        return new Tally(name, subject, needs, selector, divisor, key, keySelector, difference, index, steadyBy);
    }

    /** This tally less another. */
    Tally minus(Tally other) {
        return new Tally(
                name + " less " + other.name,
                subject,
                needs,
                selector,
                divisor,
                ownKey,
                ownKeySelector,
                new Difference(this, other),
                index,
                steadyBy);
    }

    /** What it adds up, in words. */
    public String name() {
        return name;
    }

    Subject subject() {
        return subject;
    }

    Set<ExtractTable> needs() {
        return needs;
    }

    int divisor() {
        return divisor;
    }

    /** What this tally is the difference of; null where it is none. */
    @Nullable
    Difference difference() {
        return difference;
    }

    @Nullable
    Index index() {
        return index;
    }

    boolean givesItself(BreakdownKey key) {
        return key == ownKey;
    }

    /** What chooses the rows, for a breakdown that has the key which the tally gives itself or not. */
    Selector selector(boolean withOwnKey) {
        return withOwnKey ? Objects.requireNonNull(ownKeySelector) : selector;
    }

    @Override
    public String toString() {
        return name;
    }
}
