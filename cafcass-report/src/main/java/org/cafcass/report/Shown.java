package org.cafcass.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Period;

/** Figures as people read them: rounded half up, thousands apart. */
final class Shown {
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

    /** A change in percent with its sign, {@code +16.4%}; empty where there is none. */
    static String changePercent(Comparison comparison) {
        OptionalDouble percent = comparison.changePercent();
        return percent.isPresent() ? signed(percent.getAsDouble(), 1) + "%" : "";
    }

    /** Better, worse or the same; empty where neither way is better. */
    static String movement(Comparison comparison) {
        return comparison.movement().map(movement -> movement.code()).orElse("");
    }

    /** The days of a period: {@code 31 March 2025}, {@code 1 April 2024 to 31 March 2025}. */
    static String days(Period period) {
        return period.days() == 1 ? day(period.first()) : day(period.first()) + " to " + day(period.last());
    }

    static String day(LocalDate day) {
        String month = day.getMonth().name();
        return day.getDayOfMonth() + " " + month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT) + " "
                + day.getYear();
    }

    static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    static String words(FigureStatus status) {
        return status.code().replace('_', ' ');
    }

    private static String signed(double change, int decimals) {
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
