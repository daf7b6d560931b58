package org.cafcass.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
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
    private final Attributes is;

    private Tally(Attributes is) {
        this.is = is;
    }

    /** What a tally is; it does not change once the tally is made. */
    private static final class Attributes {
        private final String name;
        private final Subject subject;
        private final Set<ExtractTable> needs;
        private final Selector selector;
        private int divisor = 1;
        private @Nullable BreakdownKey ownKey;
        private @Nullable Selector ownKeySelector;
        private @Nullable Difference difference;
        private @Nullable Index index;
        private @Nullable Function<ExtractColumns, int[]> steadyBy;
        private @Nullable Set<Tally> amountsOf;
        private boolean ofBothEnds;

        Attributes(String name, Subject subject, Set<ExtractTable> needs, Selector selector) {
            this.name = Objects.requireNonNull(name, "name");
            this.subject = subject;
            this.needs = needs;
            this.selector = selector;
        }

        Attributes(String name, Attributes like) {
            this(name, like.subject, like.needs, like.selector);
            divisor = like.divisor;
            ownKey = like.ownKey;
            ownKeySelector = like.ownKeySelector;
            difference = like.difference;
            index = like.index;
            steadyBy = like.steadyBy;
            amountsOf = like.amountsOf;
            ofBothEnds = like.ofBothEnds;
        }
    }

    private Tally with(Consumer<Attributes> change) {
        return named(is.name, change);
    }

    private Tally named(String name, Consumer<Attributes> change) {
        Attributes changed = new Attributes(name, is);
        change.accept(changed);
        return new Tally(changed);
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
        return new Tally(new Attributes(name, subject, tables, selector));
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
        Tally counted =
                ofAdvisers("advisers of whom there are " + name, amounts, (into, row, amount) -> into.add(row), needs);
        return ofAdvisers(name, amounts, (into, row, amount) -> into.add(row, amount), needs)
                .amountsOf(
                        counted,
                        Tallies.FAMILY_COURT_ADVISERS,
                        Tallies.ADVISERS_WITH_CASES,
                        Tallies.CASES_OF_ADVISERS,
                        Tallies.CASES_HELD_OTHERWISE);
    }

    /** Adds what an adviser adds. */
    @FunctionalInterface
    private interface Adding {
        void add(Contributions into, int row, BigDecimal amount);
    }

    private static Tally ofAdvisers(String name, AdviserAmounts amounts, Adding adding, ExtractTable... needs) {
        return of(
                name,
                Subject.ADVISER,
                (moment, into) -> {
                    List<Optional<BigDecimal>> byAdviser = amounts.amounts(
                            moment.columns().extract, moment.period().last());
                    for (int row = 0; row < byAdviser.size(); row++) {
                        Optional<BigDecimal> amount = byAdviser.get(row);
                        if (amount.isPresent()) {
                            adding.add(into, row, amount.get());
                        }
                    }
                },
                needs);
    }

    /** This tally with its total divided: days that are shown as weeks. */
    Tally dividedBy(int divisor) {
        return with(changed -> changed.divisor = divisor);
    }

    /** This tally, for which an index answers where it can and one given before cannot. */
    Tally indexedBy(Index other) {
        Index first = is.index;
        return with(changed -> changed.index = first == null
                ? other
                : (moment, layout, by) -> first.sums(moment, layout, by).or(() -> other.sums(moment, layout, by)));
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
        return with(changed -> changed.steadyBy = day);
    }

    /** By row, the day on which it counts; null where the tally isn't steady. */
    @Nullable
    Function<ExtractColumns, int[]> steadyBy() {
        return is.steadyBy;
    }

    /** This tally, where a breakdown by a key that rows have no column for, or several values of, comes from a selector. */
    Tally withKey(BreakdownKey key, Selector keySelector) {
        return with(changed -> {
            changed.ownKey = key;
            changed.ownKeySelector = keySelector;
        });
    }

    /** This tally less another. */
    Tally minus(Tally other) {
        return named(is.name + " less " + other.is.name, changed -> changed.difference = new Difference(this, other));
    }

    /** This tally, which is no count: it adds up something of what others count, or of nothing that can be few. */
    Tally amountsOf(Tally... counts) {
        return with(changed -> changed.amountsOf = new LinkedHashSet<>(List.of(counts)));
    }

    /** This tally, whose amounts are of what is counted as at the day before P, and as at D. */
    Tally ofBothEnds() {
        return with(changed -> changed.ofBothEnds = true);
    }

    /** What it adds up, in words. */
    public String name() {
        return is.name;
    }

    Subject subject() {
        return is.subject;
    }

    Set<ExtractTable> needs() {
        return is.needs;
    }

    int divisor() {
        return is.divisor;
    }

    /** What this tally is the difference of; null where it is none. */
    @Nullable
    Difference difference() {
        return is.difference;
    }

    /** Whether it tells how many there are of something, and not a sum of amounts, or a difference. */
    boolean isCount() {
        return is.amountsOf == null && is.difference == null;
    }

    /** Whether what it rests on is counted as at the day before P too. */
    boolean isOfBothEnds() {
        return is.ofBothEnds;
    }

    /** The counts that it rests on: itself, or those of what it adds up; what is said of advisers rests on how many there are, too. */
    Set<Tally> restsOn() {
        Set<Tally> counts = new LinkedHashSet<>();
        if (is.difference != null) {
            counts.addAll(is.difference.minuend.restsOn());
            counts.addAll(is.difference.subtrahend.restsOn());
        } else {
            counts.addAll(is.amountsOf == null ? Set.of(this) : is.amountsOf);
        }
        if (is.subject == Subject.ADVISER) {
            counts.add(Tallies.EMPLOYED);
        }
        return counts;
    }

    @Nullable
    Index index() {
        return is.index;
    }

    boolean givesItself(BreakdownKey key) {
        return key == is.ownKey;
    }

    /** What chooses the rows, for a breakdown that has the key which the tally gives itself or not. */
    Selector selector(boolean withOwnKey) {
        return withOwnKey ? Objects.requireNonNull(is.ownKeySelector) : is.selector;
    }

    @Override
    public String toString() {
        return is.name;
    }
}
