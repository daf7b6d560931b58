package org.cafcass.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Movement;
import org.cafcass.metrics.Period;

/** Figures as people read them: rounded half up, thousands apart. */
final class Shown {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private Shown() {}

    /** A value of a measure: {@code 35,211}, {@code 27.0}. */
    static String value(Measure measure, double value) {
        return grouped(Decimals.rounded(value, measure.decimals()));
    }

    /** The value of a figure, or in words why there is none. */
    static String value(Figure figure) {
        return figure.value().isPresent()
                ? value(figure.measure(), figure.value().getAsDouble())
                : words(figure.status());
    }

    /** The value of a figure with its unit, where its name does not tell it: {@code 61.1%}, {@code 30.2 weeks}. */
    static String withUnit(Figure figure) {
        return figure.value().isPresent()
                ? withUnit(figure.measure(), figure.value().getAsDouble())
                : words(figure.status());
    }

    /** A value of a measure with its unit, where its name does not tell it. */
    static String withUnit(Measure measure, double value) {
        String unit = unit(measure);
        return value(measure, value) + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
    }

    /** The unit of a measure where its name does not tell it: {@code %}, {@code weeks}; empty for a count. */
    static String unit(Measure measure) {
        String unit = measure.unit();
        return PackFigures.isCount(measure) ? "" : unit.equals("percent") ? "%" : unit;
    }

    /** A name of a measure with its unit, where the name does not tell it: {@code Mean duration (weeks)}, {@code Open cases}. */
    static String named(String name, Measure measure) {
        String unit = unit(measure);
        return unit.isEmpty() || name.toLowerCase(Locale.ROOT).contains(unit) ? name : name + " (" + unit + ")";
    }

    /** The 95% limits: {@code 70.1 to 74.9}; empty where there are none. */
    static String limits(Figure figure) {
        if (figure.lower().isEmpty() && figure.upper().isEmpty()) {
            return "";
        }
        return limit(figure, figure.lower()) + " to " + limit(figure, figure.upper());
    }

    private static String limit(Figure figure, OptionalDouble limit) {
        return limit.isPresent() ? value(figure.measure(), limit.getAsDouble()) : "not reached";
    }

    /** A change with its sign, {@code +4,954} or {@code -2.5 pts}; empty where there is none. */
    static String change(Comparison comparison) {
        if (comparison.change().isEmpty()) {
            return "";
        }
        Measure measure = comparison.figure().measure();
        String text = signed(comparison.change().getAsDouble(), measure.decimals());
        return comparison.unit().equals(measure.unit()) ? text : text + " " + comparison.unit();
    }

    /** A change in percent with its sign, {@code +16.4%}; empty where there is none, or it is of what was below 0, which tells nothing. */
    static String changePercent(Comparison comparison) {
        return comparison.previous().value().orElse(0) > 0 ? signedPercent(comparison.changePercent()) : "";
    }

    /** A percentage with its sign: {@code +16.4%}; empty where there is none. */
    static String signedPercent(OptionalDouble percent) {
        return percent.isPresent() ? signed(percent.getAsDouble(), 1) + "%" : "";
    }

    /** Better, worse or the same, as far as the change that is shown tells; empty where neither way is better. */
    static Optional<Movement> movement(Comparison comparison) {
        return hasChange(comparison) && (isHardlyChanged(comparison) || isWithinChance(comparison))
                ? comparison.movement().map(any -> Movement.SAME)
                : comparison.movement();
    }

    /** Which way it moved, and whether that is better: {@code fell, better}; empty where there is no change to tell. */
    static String direction(Comparison comparison) {
        if (!hasChange(comparison)) {
            return "";
        }
        double change = comparison.change().getAsDouble();
        if (isHardlyChanged(comparison)) {
            return change == 0 ? "unchanged" : "hardly changed";
        }
        String way = change > 0 ? "rose" : "fell";
        if (isWithinChance(comparison)) {
            return way + ", within chance";
        }
        return comparison
                .movement()
                .map(movement -> way + ", " + movement.code())
                .orElse(way);
    }

    /* Where both have 95% limits, those of the change hold no change. */
    private static boolean isWithinChance(Comparison comparison) {
        return comparison
                .changeLimits()
                .filter(limits -> limits.lower() <= 0 && limits.upper() >= 0)
                .isPresent();
    }

    private static boolean hasChange(Comparison comparison) {
        return comparison.change().isPresent();
    }

    /* No change, or none in the decimals that are shown: of the change, or of what it is between. */
    private static boolean isHardlyChanged(Comparison comparison) {
        int decimals = comparison.figure().measure().decimals();
        return Decimals.rounded(comparison.change().getAsDouble(), decimals).signum() == 0
                || value(comparison.figure()).equals(value(comparison.previous()));
    }

    /** The days of a period: {@code 31 March 2025}, {@code 1 April 2024 to 31 March 2025}. */
    static String days(Period period) {
        return period.days() == 1 ? day(period.first()) : day(period.first()) + " to " + day(period.last());
    }

    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + name(day) + " " + day.getYear();
    }

    /** A month, short: {@code Mar 2025}. */
    static String month(LocalDate day) {
        return name(day).substring(0, 3) + " " + day.getYear();
    }

    private static String name(LocalDate day) {
        String month = day.getMonth().name();
        return month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A number with some decimals. */
    static String decimal(double number, int decimals) {
        return grouped(Decimals.rounded(number, decimals));
    }

    static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    static String words(FigureStatus status) {
        return status == FigureStatus.EMPTY ? "no value" : status.code().replace('_', ' ');
    }

    /** A text without what would break its line, move a terminal's cursor or turn the direction of writing. */
    static String onOneLine(String text) {
        return isPrintableAscii(text) ? text : UNSEEN.matcher(text).replaceAll("?");
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** How many areas are suppressed, in words: {@code 1 area is suppressed}. */
    static String suppressedAreas(long areas) {
        return areas + (areas == 1 ? " area is" : " areas are") + " suppressed";
    }

    /** A change with its sign: {@code +4.6}. */
    static String signed(double change, int decimals) {
        BigDecimal rounded = Decimals.rounded(change, decimals);
        return rounded.signum() > 0 ? "+" + grouped(rounded) : grouped(rounded);
    }

    private static String grouped(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return number.signum() < 0 ? "-" + text : text.toString();
    }
}
