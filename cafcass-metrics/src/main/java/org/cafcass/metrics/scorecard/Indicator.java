package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.FigureStatus;
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
        Optional<Target> target) {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double DAYS_A_WEEK = 7;

    /**
     * Makes an indicator.
     *
     * @throws IllegalArgumentException if neither way is better, amber is better than green, a threshold has more decimals than numbers
     *     are rounded to, or region or area is part of the breakdown
     */
    public Indicator {
        requireNonNull(name, "name");
        requireNonNull(pillar, "pillar");
        requireNonNull(measure, "measure");
        requireNonNull(judged, "judged");
        requireNonNull(decimals, "decimals");
        requireNonNull(target, "target");
        if (better == Direction.NEITHER) {
            throw invalid(name, "neither way is better");
        }
        if (better == Direction.HIGHER_IS_BETTER ? amber.compareTo(green) > 0 : amber.compareTo(green) < 0) {
            throw invalid(
                    name, "amber (" + amber.toPlainString() + ") is better than green (" + green.toPlainString() + ")");
        }
        for (BigDecimal threshold : List.of(green, amber)) {
            if (decimals.isPresent() && threshold.stripTrailingZeros().scale() > decimals.getAsInt()) {
                throw invalid(
                        name,
                        "the threshold " + threshold.toPlainString() + " has more than " + decimals.getAsInt()
                                + " decimals");
            }
        }
        if (breakdown.containsKey(BreakdownKey.AREA) || breakdown.containsKey(BreakdownKey.REGION)) {
            throw invalid(name, "every indicator is by region and area");
        }
        Map<BreakdownKey, String> copy = new EnumMap<>(BreakdownKey.class);
        copy.putAll(breakdown);
        breakdown = Collections.unmodifiableMap(copy);
    }

    private static IllegalArgumentException invalid(String name, String reason) {
        return new IllegalArgumentException("Invalid indicator " + name + ": " + reason);
    }

    /** Rates a reading: a cell of the whole, without a rating by a person. */
    public Cell rate(Reading reading) {
        OptionalDouble number = number(reading.value(), reading.previous());
        Optional<RunRate> runRate = target.flatMap(to -> runRate(to, reading));
        if (reading.status() == FigureStatus.SUPPRESSED) {
            return unrated(CellStatus.HIDDEN, "hidden by disclosure control", runRate);
        }
        if (reading.value().isEmpty()) {
            String why = reading.status() == FigureStatus.EMPTY ? "nothing was counted" : "not available";
            return unrated(CellStatus.MISSING, why, runRate);
        }
        if (reading.denominator().isPresent() && reading.denominator().getAsDouble() < least) {
            String few = Decimals.shortest(reading.denominator().getAsDouble()).toPlainString();
            return unrated(CellStatus.TOO_SMALL, "rests on " + few + ", rated from " + least + " on", runRate);
        }
        if (number.isEmpty()) {
            return unrated(CellStatus.MISSING, "no earlier value to count the change from", runRate);
        }
        Colour colour = colour(number.getAsDouble());
        return new Cell(
                this,
                Breakdown.whole(),
                CellStatus.RATED,
                Optional.of(colour),
                number,
                why(number.getAsDouble(), colour),
                change(colour),
                inARow(colour, reading),
                runRate,
                Optional.empty());
    }

    /** The cell of the whole where there is nothing to rate. */
    Cell missing(String why) {
        return unrated(CellStatus.MISSING, why, Optional.empty());
    }

    private Cell unrated(CellStatus status, String why, Optional<RunRate> runRate) {
        return new Cell(
                this,
                Breakdown.whole(),
                status,
                Optional.empty(),
                OptionalDouble.empty(),
                why,
                "",
                0,
                runRate,
                Optional.empty());
    }

    private OptionalDouble number(OptionalDouble value, OptionalDouble previous) {
        if (judged == Judged.VALUE || value.isEmpty()) {
            return value;
        }
        if (previous.isEmpty() || previous.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (value.getAsDouble() - previous.getAsDouble()) * 100 / Math.abs(previous.getAsDouble()));
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

    /* A half is rounded away from zero: towards the worse where lower is better and the edge is above 0, or the other way round. */
    private boolean isEdgeWithin(BigDecimal edge) {
        return decimals.isEmpty() || (isLowerBetter() ? edge.signum() < 0 : edge.signum() > 0);
    }

    private int inARow(Colour colour, Reading reading) {
        if (judged != Judged.VALUE) {
            return 1;
        }
        int row = 1;
        for (int i = reading.history().size() - 1;
                i >= 0 && colour(reading.history().get(i)) == colour;
                i--) {
            row++;
        }
        return row;
    }

    private Optional<RunRate> runRate(Target to, Reading reading) {
        OptionalDouble previous = reading.previous();
        if (reading.value().isEmpty() || judged == Judged.CHANGE_PERCENT && previous.isEmpty()) {
            return Optional.empty();
        }
        double goal = judged == Judged.VALUE
                ? to.value().doubleValue()
                : previous.getAsDouble()
                        + Math.abs(previous.getAsDouble()) * to.value().doubleValue() / 100;
        double left = goal - reading.value().getAsDouble();
        if (isLowerBetter() ? left >= 0 : left <= 0) {
            return Optional.of(new RunRate(goal, 0, OptionalDouble.of(0), to.by()));
        }
        long days = ChronoUnit.DAYS.between(reading.asAt(), to.by());
        OptionalDouble perWeek = days > 0 ? OptionalDouble.of(left * DAYS_A_WEEK / days) : OptionalDouble.empty();
        return Optional.of(new RunRate(goal, left, perWeek, to.by()));
    }
}
