package org.cafcass.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.statistics.Side;
import org.cafcass.metrics.statistics.SpecialCause;
import org.cafcass.metrics.statistics.XmrChart;
import org.cafcass.report.Drawing.Mark;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;

/** A measure by month on a process-control chart. */
final class TrendChart {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 220;
    private static final double LEFT = 52;
    private static final double RIGHT = 388;
    private static final double TOP = 12;
    private static final double BOTTOM = 190;

    private final Measure measure;
    private final List<Figure> series;
    private final XmrChart chart;

    private TrendChart(Measure measure, List<Figure> series) {
        this.measure = measure;
        this.series = series;
        this.chart = XmrChart.of(series.stream()
                .map(figure -> new XmrChart.Point(
                        figure.period().last(), figure.value().getAsDouble()))
                .toList());
    }

    /** The chart of a series of figures, those without a value left out; empty where fewer than two have one, or all are 0. */
    static Optional<PackChart> of(Measure measure, List<Figure> series) {
        List<Figure> known =
                series.stream().filter(figure -> figure.value().isPresent()).toList();
        boolean isNothing = known.stream().allMatch(figure -> figure.value().getAsDouble() == 0);
        return known.size() < 2 || isNothing ? Optional.empty() : Optional.of(new TrendChart(measure, known).chart());
    }

    private PackChart chart() {
        String summary = summary();
        return new PackChart(measure.title(), measure, summary, concern(), draw(summary), numbers());
    }

    private XmrChart.Limits limits() {
        return chart.baselines().get(chart.baselines().size() - 1).limits().orElseThrow();
    }

    private String summary() {
        int last = series.size() - 1;
        XmrChart.Limits limits = limits();
        StringBuilder text = new StringBuilder(month(last) + ": " + Shown.withUnit(series.get(last)) + ". Mean "
                + decimal(limits.centre()) + ", limits " + decimal(limits.lower()) + " to " + decimal(limits.upper())
                + ".");
        if (chart.isTooShort()) {
            text.append(" Fewer than ")
                    .append(XmrChart.FEWEST_POINTS)
                    .append(" months: the limits are not to be relied on yet.");
        }
        if (chart.isTooEven()) {
            return text.append(" The months are too even for limits to tell anything.")
                    .toString();
        }
        text.append(' ')
                .append(specialCause(last)
                        .map(cause -> "Latest month: " + words(cause) + ".")
                        .orElse("Latest month: common cause variation."));
        long special = IntStream.range(0, series.size())
                .filter(point -> specialCause(point).isPresent())
                .count();
        if (special > 0) {
            text.append(' ')
                    .append(special)
                    .append(" of ")
                    .append(series.size())
                    .append(" months are special causes.");
        }
        if (special * 2 > series.size() && !chart.isTooShort()) {
            text.append(" The level has moved: one mean describes neither the first months nor the last.");
        }
        return text.toString();
    }

    private String concern() {
        int last = series.size() - 1;
        Optional<SpecialCause> cause = specialCause(last);
        XmrChart.Limits limits = limits();
        return variation(cause) == Variation.CONCERN
                ? words(cause.orElseThrow()) + " in " + month(last) + ", " + Shown.withUnit(series.get(last))
                        + ", where the mean of " + series.size() + " months is " + decimal(limits.centre())
                        + " and the limits are "
                        + decimal(limits.lower()) + " to " + decimal(limits.upper())
                : "";
    }

    private Optional<SpecialCause> specialCause(int point) {
        return chart.isTooEven() ? Optional.empty() : chart.specialCause(point);
    }

    private String draw(String summary) {
        XmrChart.Limits limits = limits();
        double lowest = series.stream()
                .mapToDouble(figure -> figure.value().getAsDouble())
                .min()
                .orElseThrow();
        double highest = series.stream()
                .mapToDouble(figure -> figure.value().getAsDouble())
                .max()
                .orElseThrow();
        Scale y = Scale.of(
                Math.min(lowest, lowest >= 0 ? Math.max(0, limits.lower()) : limits.lower()),
                Math.max(highest, limits.upper()),
                BOTTOM,
                TOP);
        Scale x = new Scale(0, Math.max(1, series.size() - 1), LEFT + 6, RIGHT - 6);
        Drawing drawing = new Drawing(WIDTH, HEIGHT, measure.title() + " by month. " + summary);
        for (BigDecimal tick : y.ticks(5)) {
            double at = y.at(tick.doubleValue());
            drawing.line("grid", LEFT, at, RIGHT, at)
                    .text("end", LEFT - 6, at + 4, Shown.decimal(tick.doubleValue(), tick.scale()));
        }
        int step = Math.max(1, (series.size() + 3) / 4);
        for (int point = series.size() - 1; point >= 0; point -= step) {
            drawing.line("axis", x.at(point), BOTTOM, x.at(point), BOTTOM + 4)
                    .text("middle", Math.min(x.at(point), RIGHT - 24), BOTTOM + 18, month(point));
        }
        drawing.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        drawing.line("centre", LEFT, y.at(limits.centre()), RIGHT, y.at(limits.centre()));
        for (double limit : new double[] {limits.lower(), limits.upper()}) {
            if (limit >= y.from()) {
                drawing.line("limit", LEFT, y.at(limit), RIGHT, y.at(limit));
            }
        }
        List<double[]> path = new ArrayList<>();
        for (int point = 0; point < series.size(); point++) {
            path.add(new double[] {x.at(point), y.at(series.get(point).value().getAsDouble())});
        }
        drawing.path("series", path);
        for (int point = 0; point < series.size(); point++) {
            double[] at = path.get(point);
            Variation variation = variation(specialCause(point));
            drawing.mark(variation.mark, variation.style, at[0], at[1]);
        }
        return drawing.svg();
    }

    private PackTable numbers() {
        List<Row> rows = new ArrayList<>();
        for (int point = 0; point < series.size(); point++) {
            rows.add(Row.of(
                    month(point),
                    List.of(
                            Cell.number(value(point)),
                            Cell.words(specialCause(point).map(this::words).orElse("")))));
        }
        return PackTable.of(
                measure.title() + " by month: numbers of the chart",
                List.of(Heading.of("Month"), Heading.of(measure), Heading.of("Special cause")),
                rows);
    }

    private String words(SpecialCause cause) {
        String kind = switch (cause.kind()) {
            case OUTSIDE_LIMITS -> cause.side() == Side.HIGH ? "above the limits" : "below the limits";
            case TREND -> cause.side() == Side.HIGH ? "rising trend" : "falling trend";
            case TWO_OF_THREE -> "two of three near the " + (cause.side() == Side.HIGH ? "upper" : "lower") + " limit";
            case SHIFT -> "shift " + (cause.side() == Side.HIGH ? "above" : "below") + " the mean";
        };
        Variation variation = variation(Optional.of(cause));
        return variation == Variation.SPECIAL ? kind : kind + " (" + variation.style + ")";
    }

    private enum Variation {
        COMMON(Mark.CIRCLE, "common"),
        IMPROVEMENT(Mark.TRIANGLE, "improvement"),
        CONCERN(Mark.SQUARE, "concern"),
        SPECIAL(Mark.DIAMOND, "special");

        private final Mark mark;
        private final String style;

        Variation(Mark mark, String style) {
            this.mark = mark;
            this.style = style;
        }
    }

    private Variation variation(Optional<SpecialCause> cause) {
        if (cause.isEmpty()) {
            return Variation.COMMON;
        }
        if (measure.direction() == Direction.NEITHER) {
            return Variation.SPECIAL;
        }
        Side better = measure.direction() == Direction.HIGHER_IS_BETTER ? Side.HIGH : Side.LOW;
        return cause.get().variation(better) == SpecialCause.Variation.IMPROVEMENT
                ? Variation.IMPROVEMENT
                : Variation.CONCERN;
    }

    private String value(int point) {
        return Shown.value(series.get(point));
    }

    /* A mean of whole numbers is shown with a decimal. */
    private String decimal(double number) {
        return Shown.decimal(number, Math.max(1, measure.decimals()));
    }

    private String month(int point) {
        LocalDate day = series.get(point).period().last();
        return Shown.month(day);
    }
}
