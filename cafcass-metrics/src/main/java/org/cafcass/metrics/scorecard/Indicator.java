package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.statistics.Side;
import org.cafcass.metrics.statistics.XmrChart;
import org.cafcass.model.Pillar;

/**
 * A measure with the thresholds by which it is rated: green up to one, amber up to another, red beyond, both thresholds in; where higher is
 * better, down to them.
 *
 * @param name the name, unique in its scorecard
 * @param pillar the pillar of the strategic plan that it belongs to
 * @param measure the name of the measure
 * @param breakdown the part of the measure's population that is rated, beside region and area
 * @param judged what of the measure is rated
 * @param better which way is better
 * @param green the last number that is green
 * @param amber the last number that is amber; where it is the same as for green there is no amber
 * @param decimals the decimals that a number is rounded to, half up (away from zero), before it is rated; empty: it is not rounded
 * @param least the least denominator of a ratio or mean that is rated
 * @param target what is to be reached
 * @param levels what its thresholds are for: a count of one area says nothing of the nation
 */
public record Indicator(
        String name,
        Optional<Pillar> pillar,
        String measure,
        Map<BreakdownKey, String> breakdown,
        Judged judged,
        Direction better,
        BigDecimal green,
        BigDecimal amber,
        OptionalInt decimals,
        int least,
        Optional<Target> target,
        Set<Level> levels) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double DAYS_A_WEEK = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /**
     * Makes an indicator.
     *
     * @throws IllegalArgumentException if neither way is better, amber is better than green, a threshold has more decimals than numbers
     *     are rounded to, region or area is part of the breakdown or a value of it one that no row can have, or there is no level
     */
    public Indicator {
        requireNonNull(name, "name");
        requireNonNull(pillar, "pillar");
        requireNonNull(measure, "measure");
        requireNonNull(judged, "judged");
        requireNonNull(decimals, "decimals");
        requireNonNull(target, "target");
        List<String> faults = faults(breakdown.keySet(), better, green, amber, decimals, levels);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Invalid indicator " + name + ": " + String.join("; ", faults));
        }
        Map<BreakdownKey, String> copy = new EnumMap<>(BreakdownKey.class);
        copy.putAll(breakdown);
        copy.forEach(BreakdownKey::check);
        breakdown = Collections.unmodifiableMap(copy);
        levels = Collections.unmodifiableSet(EnumSet.copyOf(levels));
    }

    /** What contradicts itself in an indicator. */
    static List<String> faults(
            Set<BreakdownKey> breakdown,
            Direction better,
            BigDecimal green,
            BigDecimal amber,
            OptionalInt decimals,
            Set<Level> levels) {
        List<String> faults = new ArrayList<>();
        if (better == Direction.NEITHER) {
            faults.add("neither way is better");
        }
        if (better == Direction.HIGHER_IS_BETTER ? amber.compareTo(green) > 0 : amber.compareTo(green) < 0) {
            faults.add("amber (" + amber.toPlainString() + ") is better than green (" + green.toPlainString() + ")");
        }
        for (BigDecimal threshold : new LinkedHashSet<>(List.of(green, amber))) {
            if (decimals.isPresent() && threshold.stripTrailingZeros().scale() > decimals.getAsInt()) {
                faults.add("the threshold " + threshold.toPlainString() + " has more than " + decimals.getAsInt()
                        + " decimals");
            }
        }
        if (breakdown.contains(BreakdownKey.AREA) || breakdown.contains(BreakdownKey.REGION)) {
            faults.add("every indicator is by region and area");
        }
        if (levels.isEmpty()) {
            faults.add("no level");
        }
        return faults;
    }

    /**
     * Rates a reading: a cell without a rating by a person.
     *
     * @param part the whole, a region or an area
     * @param reading what it is rated on
     */
    public Cell rate(Breakdown part, Reading reading) {
        if (!levels.contains(Level.of(part))) {
            String of = levels.stream().map(Level::words).collect(Collectors.joining(" or "));
            return notFor(part, reading, of);
        }
        Optional<RunRate> runRate = target.flatMap(to -> runRate(to, reading));
        if (reading.status() == FigureStatus.SUPPRESSED) {
            return unrated(part, reading, CellStatus.HIDDEN, "hidden by disclosure control", runRate);
        }
        if (reading.value().isEmpty()) {
            String why = reading.status() == FigureStatus.EMPTY ? "nothing was counted" : "not available";
            return unrated(part, reading, CellStatus.MISSING, why, runRate);
        }
        if (isTooSmall(reading)) {
            String few = Decimals.shortest(reading.denominator().orElseThrow()).toPlainString();
            String why = "rests on " + few + ", rated from " + least + " on";
            return unrated(part, reading, CellStatus.TOO_SMALL, why, runRate);
        }
        Optional<LocalDate> since = target.flatMap(Target::since).filter(day -> judged == Judged.CHANGE_PERCENT);
        if (since.isPresent() && !reading.asAt().isAfter(since.get())) {
            String why = "its change is counted from " + DAY.format(since.get()) + ": there is none yet";
            return unrated(part, reading, CellStatus.NOT_BEGUN, why, runRate);
        }
        OptionalDouble number = number(reading.value(), reading.baseline());
        if (number.isEmpty()) {
            return unrated(part, reading, CellStatus.MISSING, "no earlier value to count the change from", runRate);
        }
        Colour colour = colour(number.getAsDouble());
        return new Cell(
                this,
                part,
                reading,
                CellStatus.RATED,
                Optional.of(colour),
                number,
                why(number.getAsDouble(), colour),
                change(colour),
                trend(reading, Optional.of(colour)),
                runRate,
                Optional.empty());
    }

    /** The cell of a part that the thresholds are not for. */
    Cell notFor(Breakdown part, Reading reading, String whatTheyAreFor) {
        return unrated(
                part, reading, CellStatus.NOT_APPLICABLE, "its thresholds are for " + whatTheyAreFor, Optional.empty());
    }

    /** The cell of a part where there is nothing to rate. */
    Cell missing(Breakdown part, LocalDate asAt, String why) {
        return unrated(part, Reading.none(asAt), CellStatus.MISSING, why, Optional.empty());
    }

    private Cell unrated(Breakdown part, Reading reading, CellStatus status, String why, Optional<RunRate> runRate) {
        Trend trend = trend(reading, Optional.empty());
        return new Cell(
                this,
                part,
                reading,
                status,
                Optional.empty(),
                OptionalDouble.empty(),
                why,
                "",
                status == CellStatus.NOT_APPLICABLE ? trend.withoutAssurance() : trend,
                runRate,
                Optional.empty());
    }

    private boolean isTooSmall(Reading reading) {
        return reading.denominator().isPresent() && reading.denominator().getAsDouble() < least;
    }

    private OptionalDouble number(OptionalDouble value, OptionalDouble baseline) {
        if (judged == Judged.VALUE || value.isEmpty()) {
            return value;
        }
        if (baseline.isEmpty() || baseline.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (value.getAsDouble() - baseline.getAsDouble()) * 100 / Math.abs(baseline.getAsDouble()));
    }

    /** The colour of a value, or of a change in percent. */
    public Colour colour(double number) {
        BigDecimal rounded = rounded(number);
        return isWithin(rounded, green) ? Colour.GREEN : isWithin(rounded, amber) ? Colour.AMBER : Colour.RED;
    }

    private BigDecimal rounded(double number) {
        return decimals.isPresent() ? Decimals.rounded(number, decimals.getAsInt()) : Decimals.shortest(number);
    }

    private boolean isWithin(BigDecimal number, BigDecimal threshold) {
        int compared = number.compareTo(threshold);
        return isLowerBetter() ? compared <= 0 : compared >= 0;
    }

    private boolean isLowerBetter() {
        return better == Direction.LOWER_IS_BETTER;
    }

    private String why(double number, Colour colour) {
        BigDecimal rounded = rounded(number);
        BigDecimal exact = Decimals.shortest(number);
        String within = isLowerBetter() ? "at most " : "at least ";
        String beyond = isLowerBetter() ? "above " : "below ";
        String subject = (judged == Judged.VALUE ? "" : "a change of ")
                + rounded.toPlainString()
                + (judged == Judged.VALUE ? "" : "%")
                + (rounded.compareTo(exact) == 0 ? "" : " (rounded from " + shown(exact) + ")");
        return switch (colour) {
            case GREEN -> subject + " is " + within + green.toPlainString();
            case AMBER -> subject + " is " + beyond + green.toPlainString() + " and " + within + amber.toPlainString();
            case RED -> subject + " is " + beyond + amber.toPlainString();
        };
    }

    /** An unrounded number for a reader: three decimals beyond those that are rated. */
    private String shown(BigDecimal exact) {
        int most = decimals.orElse(0) + 3;
        return exact.scale() <= most
                ? exact.toPlainString()
                : exact.setScale(most, RoundingMode.HALF_UP).toPlainString();
    }

    private String change(Colour colour) {
        boolean hasAmber = green.compareTo(amber) != 0;
        return switch (colour) {
            case GREEN -> (hasAmber ? "amber if " : "red if ") + beyond(green);
            case AMBER -> "green if " + within(green) + "; red if " + beyond(amber);
            case RED -> (hasAmber ? "amber if " + within(amber) + "; " : "") + "green if " + within(green);
        };
    }

    /** Which unrounded numbers are rounded to the threshold or to a better number. */
    private String within(BigDecimal threshold) {
        BigDecimal edge = edge(threshold);
        if (isLowerBetter()) {
            return isEdgeWithin(edge) ? edge.toPlainString() + " or less" : "below " + edge.toPlainString();
        }
        return isEdgeWithin(edge) ? edge.toPlainString() + " or more" : "above " + edge.toPlainString();
    }

    private String beyond(BigDecimal threshold) {
        BigDecimal edge = edge(threshold);
        if (isLowerBetter()) {
            return isEdgeWithin(edge) ? "above " + edge.toPlainString() : edge.toPlainString() + " or more";
        }
        return isEdgeWithin(edge) ? "below " + edge.toPlainString() : edge.toPlainString() + " or less";
    }

    private BigDecimal edge(BigDecimal threshold) {
        if (decimals.isEmpty()) {
            return threshold;
        }
        BigDecimal half = HALF.movePointLeft(decimals.getAsInt());
        return isLowerBetter() ? threshold.add(half) : threshold.subtract(half);
    }

    /* The last unrounded number that is green: the edge, or the one before it. */
    private double lastGreen() {
        BigDecimal edge = edge(green);
        double last = edge.doubleValue();
        return decimals.isEmpty() || isEdgeWithin(edge)
                ? last
                : isLowerBetter() ? Math.nextDown(last) : Math.nextUp(last);
    }

    /* A half is rounded away from zero: towards the worse where lower is better and the edge is above 0, or the other way round. */
    private boolean isEdgeWithin(BigDecimal edge) {
        return decimals.isEmpty() || (isLowerBetter() ? edge.signum() < 0 : edge.signum() > 0);
    }

    private Trend trend(Reading reading, Optional<Colour> colour) {
        List<Reading> months = reading.months();
        if (months.isEmpty()) {
            return Trend.NONE;
        }
        boolean isRatedByMonth = judged == Judged.VALUE && reading.monthsAlike();
        int inARow = 0;
        while (isRatedByMonth
                && colour.isPresent()
                && inARow < months.size()
                && colourOfMonth(months.get(months.size() - 1 - inARow)).equals(colour)) {
            inARow++;
        }
        XmrChart chart = XmrChart.of(months.stream()
                .filter(this::isPoint)
                .map(month -> new XmrChart.Point(month.asAt(), month.value().orElseThrow()))
                .toList());
        if (chart.isTooShort() || chart.isTooEven() || !isPoint(months.get(months.size() - 1))) {
            return new Trend(inARow, Optional.empty(), Optional.empty());
        }
        Side side = isLowerBetter() ? Side.LOW : Side.HIGH;
        Variation variation = chart.specialCause(chart.points().size() - 1)
                .map(cause -> cause.side() == side ? Variation.IMPROVEMENT : Variation.CONCERN)
                .orElse(Variation.COMMON_CAUSE);
        return new Trend(
                inARow, Optional.of(variation), isRatedByMonth ? chart.assurance(lastGreen(), side) : Optional.empty());
    }

    private boolean isPoint(Reading month) {
        return month.value().isPresent() && !isTooSmall(month);
    }

    private Optional<Colour> colourOfMonth(Reading month) {
        return isPoint(month) ? Optional.of(colour(month.value().orElseThrow())) : Optional.empty();
    }

    private Optional<RunRate> runRate(Target to, Reading reading) {
        boolean isBaselineToCome =
                to.since().filter(day -> day.isAfter(reading.asAt())).isPresent();
        OptionalDouble baseline = isBaselineToCome ? OptionalDouble.empty() : reading.baseline();
        if (reading.value().isEmpty() || judged == Judged.CHANGE_PERCENT && baseline.isEmpty()) {
            return Optional.empty();
        }
        double goal = judged == Judged.VALUE
                ? to.value().doubleValue()
                : baseline.getAsDouble()
                        + Math.abs(baseline.getAsDouble()) * to.value().doubleValue() / 100;
        double left = goal - reading.value().getAsDouble();
        if (isLowerBetter() ? left >= 0 : left <= 0) {
            return Optional.of(new RunRate(goal, 0, OptionalDouble.of(0), to.by()));
        }
        long days = ChronoUnit.DAYS.between(reading.asAt(), to.by());
        OptionalDouble perWeek = days > 0 ? OptionalDouble.of(left * DAYS_A_WEEK / days) : OptionalDouble.empty();
        return Optional.of(new RunRate(goal, left, perWeek, to.by()));
    }
}
