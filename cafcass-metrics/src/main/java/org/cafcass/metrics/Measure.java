package org.cafcass.metrics;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A measure: one exact definition, as data, with the tallies that compute it.
 *
 * <p>The measures that are published stand in {@link Measures}. A measure of your own is made the same way:
 *
 * <pre>{@code
 * Measure within12Weeks = Measure.named("private-within-12-weeks-percent")
 *         .title("Private law cases closed within 12 weeks")
 *         .unit("percent")
 *         .better(Direction.HIGHER_IS_BETTER)
 *         .decimals(1)
 *         .definition("Of private law cases closed in P, those closed within 84 days.")
 *         .source("local target 2026")
 *         .by(BreakdownKey.AREA, BreakdownKey.REGION)
 *         .percent(closedWithin12Weeks, privateLawClosed);
 * }</pre>
 */
public final class Measure {
    private final String name;
    private final String title;
    private final String unit;
    private final Direction direction;
    private final int decimals;
    private final String definition;
    private final String source;
    private final Timing timing;
    private final Set<BreakdownKey> keys;
    private final Set<BreakdownKey> carriedKeys;
    private final Set<BreakdownKey> numeratorKeys;
    private final Statistic statistic;
    private final String formula;
    private final Tally numerator;
    private final @Nullable Tally denominator;
    private final Map<String, Tally> leftOut;

    private Measure(
            Builder builder, Statistic statistic, String formula, Tally numerator, @Nullable Tally denominator) {
        this.name = builder.name;
        this.title = Objects.requireNonNull(builder.title, "title");
        this.unit = Objects.requireNonNull(builder.unit, "unit");
        this.direction = builder.direction;
        this.decimals = builder.decimals;
        this.definition = Objects.requireNonNull(builder.definition, "definition");
        this.source = Objects.requireNonNull(builder.source, "source");
        this.timing = builder.timing;
        this.keys = Set.copyOf(builder.keys);
        this.carriedKeys = Set.copyOf(builder.carriedKeys);
        this.numeratorKeys = Set.copyOf(builder.numeratorKeys);
        this.statistic = statistic;
        this.formula = formula;
        this.numerator = numerator;
        this.denominator = denominator;
        this.leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(builder.leftOut));
    }

    /**
     * Begins a measure.
     *
     * @param name the name: words in lower case and digits, joined by hyphens
     * @throws IllegalArgumentException if the name is no such name
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Which days a figure of a measure is about. */
    sealed interface Timing {
        /** The as-at day. */
        record AsAt() implements Timing {}

        /** The period. */
        record OverPeriod() implements Timing {}

        /** Some months up to the as-at day. */
        record OverMonths(int months) implements Timing {}

        /** The days that a figure is about. */
        default Period of(ReportingPeriod reporting) {
            if (this instanceof OverMonths over) {
                return Period.months(over.months(), reporting.asAt());
            }
            return this instanceof AsAt ? new Period(reporting.asAt(), reporting.asAt()) : reporting.period();
        }
    }

    /** The name: a public contract. */
    public String name() {
        return name;
    }

    /** The name in words. */
    public String title() {
        return title;
    }

    /** The unit of its values. */
    public String unit() {
        return unit;
    }

    /** Which way is better. */
    public Direction direction() {
        return direction;
    }

    /** The decimals that its values are shown with; they are computed unrounded. */
    public int decimals() {
        return decimals;
    }

    /** The definition, in words; P is the period and D its last day. */
    public String definition() {
        return definition;
    }

    /** How the value comes from what is added up. */
    public String formula() {
        return formula;
    }

    /** Where the measure comes from. */
    public String source() {
        return source;
    }

    /** The keys that its figures can be broken down by. */
    public Set<BreakdownKey> keys() {
        return keys.isEmpty() ? Set.of() : EnumSet.copyOf(keys);
    }

    /** The keys that its figures always carry. */
    public Set<BreakdownKey> carriedKeys() {
        return carriedKeys.isEmpty() ? Set.of() : EnumSet.copyOf(carriedKeys);
    }

    /** Whether its figures can be broken down by all of some keys, those that they always carry among them. */
    public boolean hasKeys(Collection<BreakdownKey> breakdownKeys) {
        return breakdownKeys.stream().allMatch(key -> keys.contains(key) || carriedKeys.contains(key));
    }

    /** Whether it is a stock: as at a day, not over a period. */
    public boolean isStock() {
        return timing instanceof Timing.AsAt;
    }

    /** The days that its figures are about, both in. */
    public Period daysOf(ReportingPeriod reporting) {
        return timing.of(reporting);
    }

    Statistic statistic() {
        return statistic;
    }

    /** Whether its amounts are numbers of identities, which differ from extract to extract. */
    boolean countsIdentities() {
        return statistic instanceof Statistic.Distribution distribution && distribution.ofIdentities();
    }

    Tally numerator() {
        return numerator;
    }

    Optional<Tally> denominator() {
        return Optional.ofNullable(denominator);
    }

    /** The keys that the numerator is broken down by and the denominator is not. */
    Set<BreakdownKey> numeratorKeys() {
        return numeratorKeys;
    }

    /** Why it cannot count some rows that its population has: {@link MetricsEngine#leftOut} tells how many, by these reasons. */
    public Set<String> leftOutReasons() {
        return leftOut.keySet();
    }

    /** By reason, the rows that its population has and that it cannot count. */
    Map<String, Tally> leftOut() {
        return leftOut;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** A measure in the making; the last call says how its value is computed, and makes it. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        private final String name;
        private @Nullable String title;
        private @Nullable String unit;
        private Direction direction = Direction.NEITHER;
        private int decimals;
        private @Nullable String definition;
        private @Nullable String source;
        private Timing timing = new Timing.OverPeriod();
        private Set<BreakdownKey> keys = Set.of();
        private Set<BreakdownKey> carriedKeys = Set.of();
        private Set<BreakdownKey> numeratorKeys = Set.of();
        private final Map<String, Tally> leftOut = new LinkedHashMap<>();
        private Statistic.LimitsOfShare limits = Statistic.LimitsOfShare.NONE;

        private Builder(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("Invalid measure name: " + name);
            }
            this.name = name;
        }

        /** The name in words. */
        public Builder title(String words) {
            title = words;
            return this;
        }

        /** The unit of its values. */
        public Builder unit(String words) {
            unit = words;
            return this;
        }

        /** Which way is better; neither unless said. */
        public Builder better(Direction way) {
            direction = way;
            return this;
        }

        /** The decimals that its values are shown with; none unless said. */
        public Builder decimals(int number) {
            decimals = number;
            return this;
        }

        /** The definition, in words. */
        public Builder definition(String words) {
            definition = words;
            return this;
        }

        /** Where the measure comes from. */
        public Builder source(String words) {
            source = words;
            return this;
        }

        /** Makes it a stock, as at a day; it is over a period unless said. */
        public Builder asAtDay() {
            timing = new Timing.AsAt();
            return this;
        }

        /** Makes its figures those over some months up to the as-at day. */
        public Builder overMonths(int months) {
            timing = new Timing.OverMonths(months);
            return this;
        }

        /** The keys that its figures can be broken down by; none unless said. */
        public Builder by(BreakdownKey... breakdownKeys) {
            return by(Set.of(breakdownKeys));
        }

        Builder by(Set<BreakdownKey> breakdownKeys) {
            keys = breakdownKeys;
            return this;
        }

        /** Keys that its figures always carry. */
        Builder carrying(BreakdownKey... breakdownKeys) {
            carriedKeys = Set.of(breakdownKeys);
            return this;
        }

        /** Keys that only the numerator is broken down by. */
        Builder inNumeratorOnly(BreakdownKey... breakdownKeys) {
            numeratorKeys = Set.of(breakdownKeys);
            return this;
        }

        /** Rows that its population has and that it cannot count, and why; a figure tells how many. */
        public Builder leavingOut(String reason, Tally tally) {
            leftOut.put(Objects.requireNonNull(reason, "reason"), Objects.requireNonNull(tally, "tally"));
            return this;
        }

        Builder limits(Statistic.LimitsOfShare method) {
            limits = method;
            return this;
        }

        /** The measure whose value is the sum of a tally. */
        public Measure count(Tally tally) {
            return new Measure(this, new Statistic.Count(), tally.name(), tally, null);
        }

        /** The measure whose value is one tally divided by another, in percent; empty where the second is 0. */
        public Measure percent(Tally part, Tally whole) {
            return ratio(part, whole, 100);
        }

        /** The measure whose value is one tally divided by another; empty where the second is 0. */
        public Measure ratio(Tally dividend, Tally divisor) {
            return ratio(dividend, divisor, 1);
        }

        Measure ratio(Tally dividend, Tally divisor, int factor) {
            return ratio(dividend, divisor, period -> factor, factor == 1 ? "" : factor + " x ");
        }

        Measure ratio(Tally dividend, Tally divisor, ToIntFunction<Period> factor, String factorInWords) {
            String quotient = dividend.divisor() == 1 ? "" : String.format(Locale.ROOT, " / %d", dividend.divisor());
            return new Measure(
                    this,
                    new Statistic.Ratio(factor, limits),
                    factorInWords + "(" + dividend.name() + ofCarriedKeys() + ")" + quotient + " / (" + divisor.name()
                            + ")",
                    dividend,
                    divisor);
        }

        private String ofCarriedKeys() {
            return numeratorKeys.stream()
                    .filter(carriedKeys::contains)
                    .map(key -> " of the " + key.code())
                    .sorted()
                    .collect(Collectors.joining());
        }

        Measure distribution(Statistic.Distribution statistic, String inWords, Tally tally) {
            return new Measure(this, statistic, inWords + " of " + tally.name(), tally, null);
        }
    }
}
