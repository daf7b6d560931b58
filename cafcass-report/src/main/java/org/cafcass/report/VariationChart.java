package org.cafcass.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.statistics.ConfidenceInterval;
import org.cafcass.metrics.statistics.FunnelChart;
import org.cafcass.metrics.statistics.FunnelChart.Point;
import org.cafcass.metrics.statistics.FunnelChart.Position;
import org.cafcass.report.Drawing.Mark;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;

/** A percentage by area on a funnel chart. */
final class VariationChart {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 260;
    private static final double LEFT = 44;
    private static final double RIGHT = 386;
    private static final double TOP = 12;
    private static final double BOTTOM = 216;
    private static final int STEPS = 60;

    private final Measure measure;
    private final String denominatorInWords;
    private final FunnelChart funnel;
    private final PartNames names;

    private final long hidden;

    private VariationChart(
            Measure measure, String denominatorInWords, FunnelChart funnel, long hidden, PartNames names) {
        this.hidden = hidden;
        this.measure = measure;
        this.denominatorInWords = denominatorInWords;
        this.funnel = funnel;
        this.names = names;
    }

    /**
     * The chart of the proportions of areas; empty where nothing was counted, no area is shown, or all together are hidden.
     *
     * @param all the figure of all areas together
     * @param byArea the figures of the areas
     */
    static Optional<PackChart> of(
            String title, String denominatorInWords, Figure all, List<Figure> byArea, PartNames names) {
        List<Point> counted = byArea.stream()
                .map(VariationChart::point)
                .filter(point -> point.denominator() > 0)
                .toList();
        long hidden = byArea.stream()
                .filter(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .count();
        return counted.isEmpty()
                ? Optional.empty()
                : FunnelChart.of(counted, point(all))
                        .map(funnel -> new VariationChart(all.measure(), denominatorInWords, funnel, hidden, names)
                                .chart(title));
    }

    private static Point point(Figure figure) {
        return new Point(
                figure.breakdown().value(BreakdownKey.AREA).orElse(""),
                Math.round(figure.numerator().orElse(0)),
                Math.round(figure.denominator().orElse(0)));
    }

    private PackChart chart(String title) {
        String summary = summary();
        return new PackChart(title, measure, summary, concern(), draw(title, summary), numbers(title));
    }

    private String summary() {
        List<Point> points = funnel.points();
        long within = points.stream()
                .filter(point -> position(point) == Position.WITHIN)
                .count();
        StringBuilder text = new StringBuilder("All areas: " + percent(funnel.centre()) + "%. " + within + " of "
                + points.size() + " areas " + (hidden == 0 ? "" : "that are shown ") + "are within the 95% limits."
                + (hidden == 0 ? "" : " " + Shown.suppressedAreas(hidden) + "."));
        for (Position position :
                List.of(Position.ABOVE_OUTER, Position.ABOVE_INNER, Position.BELOW_INNER, Position.BELOW_OUTER)) {
            String areas = points.stream()
                    .filter(point -> position(point) == position)
                    .map(point -> names.area(point.area()) + ", " + percent(proportion(point)) + "%")
                    .collect(Collectors.joining("; "));
            if (!areas.isEmpty()) {
                String words = words(position);
                text.append(' ')
                        .append(words.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(words.substring(1))
                        .append(judged(position))
                        .append(": ")
                        .append(areas)
                        .append('.');
            }
        }
        return text.toString();
    }

    private String judged(Position position) {
        if (measure.direction() == Direction.NEITHER) {
            return "";
        }
        boolean isAbove = position == Position.ABOVE_INNER || position == Position.ABOVE_OUTER;
        return isAbove == (measure.direction() == Direction.HIGHER_IS_BETTER) ? " (better)" : " (worse)";
    }

    /* The areas that are worse than all together, and not by chance. */
    private String concern() {
        if (measure.direction() == Direction.NEITHER) {
            return "";
        }
        Position worse =
                measure.direction() == Direction.HIGHER_IS_BETTER ? Position.BELOW_OUTER : Position.ABOVE_OUTER;
        String areas = funnel.points().stream()
                .filter(point -> position(point) == worse)
                .map(point -> names.area(point.area()) + ", " + percent(proportion(point)) + "%")
                .collect(Collectors.joining("; "));
        return areas.isEmpty() ? "" : words(worse) + " in " + areas;
    }

    private String draw(String title, String summary) {
        List<Point> points = funnel.points();
        long largest = points.stream().mapToLong(Point::denominator).max().orElseThrow();
        long smallest = points.stream().mapToLong(Point::denominator).min().orElseThrow();
        ConfidenceInterval widest = funnel.limits(smallest, FunnelChart.OUTER_LEVEL);
        double lowest = Math.min(
                widest.lower(),
                points.stream().mapToDouble(VariationChart::proportion).min().orElseThrow());
        double highest = Math.max(
                widest.upper(),
                points.stream().mapToDouble(VariationChart::proportion).max().orElseThrow());
        Scale y = Scale.of(lowest * 100, highest * 100, BOTTOM, TOP);
        Scale x = new Scale(0, largest * 1.05, LEFT, RIGHT);
        Drawing drawing = new Drawing(WIDTH, HEIGHT, title + ", by area. " + summary);
        for (BigDecimal tick : y.ticks(5)) {
            double at = y.at(tick.doubleValue());
            drawing.line("grid", LEFT, at, RIGHT, at).text("end", LEFT - 6, at + 4, tick.toPlainString() + "%");
        }
        drawing.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (BigDecimal tick : x.ticks(4)) {
            double at = x.at(tick.doubleValue());
            drawing.line("axis", at, BOTTOM, at, BOTTOM + 4)
                    .text("middle", at, BOTTOM + 18, Shown.decimal(tick.doubleValue(), 0));
        }
        drawing.text("middle", (LEFT + RIGHT) / 2, HEIGHT - 6, denominatorInWords);
        drawing.line("centre", LEFT, y.at(funnel.centre() * 100), RIGHT, y.at(funnel.centre() * 100));
        curve(drawing, "limit", FunnelChart.INNER_LEVEL, smallest, largest, x, y);
        curve(drawing, "limit outer", FunnelChart.OUTER_LEVEL, smallest, largest, x, y);
        Labels labels = new Labels(LEFT, RIGHT);
        for (Point point : points) {
            Position position = position(point);
            double atX = x.at(point.denominator());
            double atY = y.at(proportion(point) * 100);
            boolean outside = position != Position.WITHIN;
            boolean far = position == Position.ABOVE_OUTER || position == Position.BELOW_OUTER;
            drawing.mark(
                    far ? Mark.TRIANGLE : outside ? Mark.DIAMOND : Mark.CIRCLE,
                    far ? "far" : outside ? "outside" : "common",
                    atX,
                    atY);
            if (outside) {
                labels.add(point.area(), atX, atY);
            }
        }
        labels.drawOn(drawing);
        return drawing.svg();
    }

    private void curve(Drawing drawing, String style, double level, long smallest, long largest, Scale x, Scale y) {
        List<double[]> lower = new ArrayList<>();
        List<double[]> upper = new ArrayList<>();
        double from = Math.max(1, smallest * 0.9);
        for (int step = 0; step <= STEPS; step++) {
            long denominator = Math.max(1, Math.round(from + (largest * 1.05 - from) * step / STEPS));
            ConfidenceInterval limits = funnel.limits(denominator, level);
            lower.add(new double[] {x.at(denominator), Math.min(BOTTOM, y.at(limits.lower() * 100))});
            upper.add(new double[] {x.at(denominator), Math.max(TOP, y.at(limits.upper() * 100))});
        }
        drawing.path(style, lower).path(style, upper);
    }

    private PackTable numbers(String title) {
        List<Row> rows = funnel.points().stream()
                .map(point -> Row.of(
                        names.area(point.area()),
                        List.of(
                                Cell.number(percent(proportion(point))),
                                Cell.number(Shown.count(point.numerator())),
                                Cell.number(Shown.count(point.denominator())),
                                Cell.words(words(position(point))))))
                .toList();
        return PackTable.of(
                title + ", variation between areas: numbers of the chart",
                List.of(
                        Heading.of("Area"),
                        Heading.of(measure),
                        Heading.of("Counted"),
                        Heading.of("Of"),
                        Heading.of("Position")),
                rows);
    }

    private Position position(Point point) {
        return funnel.position(point).orElseThrow();
    }

    private static String words(Position position) {
        return switch (position) {
            case ABOVE_OUTER -> "above the 99.8% limit";
            case ABOVE_INNER -> "above the 95% limit";
            case WITHIN -> "within the 95% limits";
            case BELOW_INNER -> "below the 95% limit";
            case BELOW_OUTER -> "below the 99.8% limit";
        };
    }

    private static double proportion(Point point) {
        return (double) point.numerator() / point.denominator();
    }

    private static String percent(double proportion) {
        return Shown.decimal(proportion * 100, 1);
    }
}
