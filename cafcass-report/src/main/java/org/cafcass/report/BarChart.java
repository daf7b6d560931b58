package org.cafcass.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.report.Drawing.Mark;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;

/** A measure by area as bars, or as points with their 95% limits where it has limits, beside the value of all areas. */
final class BarChart {
    private static final int WIDTH = 400;
    private static final double LEFT = 13;
    private static final double RIGHT = 340;
    private static final double TOP = 26;
    private static final double ROW = 31;
    private static final double BAR = 11;
    private static final double LONGEST_LABEL = 372;
    private static final double NARROW = 6.8;
    private static final double WIDE = 11.5;

    /**
     * A bar.
     *
     * @param label what it is about
     * @param figure its figure
     */
    record Bar(String label, Figure figure) {}

    private final Measure measure;
    private final String title;
    private final List<Bar> bars;
    private final OptionalDouble all;
    private final long suppressed;

    private BarChart(Measure measure, String title, List<Bar> bars, OptionalDouble all, long suppressed) {
        this.measure = measure;
        this.title = title;
        this.bars = bars;
        this.all = all;
        this.suppressed = suppressed;
    }

    /** The chart of some bars; empty where none has a value. How many are suppressed is told. */
    static Optional<PackChart> of(Measure measure, String title, List<Bar> bars, OptionalDouble all) {
        List<Bar> known =
                bars.stream().filter(bar -> bar.figure().value().isPresent()).toList();
        long suppressed = bars.stream()
                .filter(bar -> bar.figure().status() == FigureStatus.SUPPRESSED)
                .count();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new BarChart(measure, title, known, all, suppressed).chart());
    }

    private PackChart chart() {
        String summary = summary();
        return new PackChart(title, measure, summary, "", draw(summary), numbers());
    }

    private String summary() {
        Bar lowest = bars.get(0);
        Bar highest = bars.get(0);
        for (Bar bar : bars) {
            lowest = value(bar) < value(lowest) ? bar : lowest;
            highest = value(bar) > value(highest) ? bar : highest;
        }
        String ofAll =
                all.isPresent() ? "All areas, the line: " + Shown.withUnit(measure, all.getAsDouble()) + ". " : "";
        String shown = suppressed == 0
                ? ""
                : Shown.suppressedAreas(suppressed) + "; of the " + bars.size() + " that are shown: ";
        if (value(lowest) == value(highest)) {
            return ofAll + shown + (bars.size() == 1 ? lowest.label() : "All are the same") + ", "
                    + Shown.withUnit(lowest.figure()) + ".";
        }
        return ofAll + shown + "Highest: " + highest.label() + ", " + Shown.withUnit(highest.figure()) + ". Lowest: "
                + lowest.label() + ", " + Shown.withUnit(lowest.figure()) + ".";
    }

    private String draw(String summary) {
        double bottom = TOP + bars.size() * ROW;
        boolean limits = bars.stream().anyMatch(bar -> bar.figure().lower().isPresent());
        Scale x = limits ? scaleOfLimits() : scaleOfBars();
        Drawing drawing = new Drawing(WIDTH, (int) bottom + 10, title + ". " + summary);
        for (BigDecimal tick : x.ticks(4)) {
            double at = x.at(tick.doubleValue());
            drawing.line("grid", at, TOP - 4, at, bottom)
                    .text("middle", at, TOP - 10, Shown.decimal(tick.doubleValue(), tick.scale()));
        }
        if (!limits) {
            for (int i = 0; i < bars.size(); i++) {
                double at = x.at(value(bars.get(i)));
                drawing.bar("bar", Math.min(x.at(0), at), middle(i) - BAR / 2, Math.abs(at - x.at(0)), BAR);
            }
            drawing.line("axis", x.at(0), TOP - 4, x.at(0), bottom);
        }
        if (all.isPresent()) {
            drawing.line("centre", x.at(all.getAsDouble()), TOP - 4, x.at(all.getAsDouble()), bottom);
        }
        for (int i = 0; i < bars.size(); i++) {
            Figure figure = bars.get(i).figure();
            double end = limits ? x.at(value(bars.get(i))) : Math.max(x.at(value(bars.get(i))), x.at(0));
            if (figure.lower().isPresent() && figure.upper().isPresent()) {
                end = x.at(figure.upper().getAsDouble());
                drawing.line("interval", x.at(figure.lower().getAsDouble()), middle(i), end, middle(i))
                        .mark(Mark.DIAMOND, "point", x.at(value(bars.get(i))), middle(i));
            }
            drawing.text("start", LEFT, middle(i) - BAR, shortened(bars.get(i).label()))
                    .text("start", end + 6, middle(i) + 4, Shown.value(figure));
        }
        return drawing.svg();
    }

    private static double middle(int bar) {
        return TOP + bar * ROW + ROW - BAR / 2 - 2;
    }

    private Scale scaleOfLimits() {
        return Scale.of(
                bars.stream()
                        .mapToDouble(bar -> bar.figure().lower().orElse(value(bar)))
                        .min()
                        .orElseThrow(),
                bars.stream()
                        .mapToDouble(bar -> bar.figure().upper().orElse(value(bar)))
                        .max()
                        .orElseThrow(),
                LEFT,
                RIGHT);
    }

    private Scale scaleOfBars() {
        double lowest =
                Math.min(0, bars.stream().mapToDouble(BarChart::value).min().orElseThrow());
        double highest = Math.max(
                all.orElse(0), bars.stream().mapToDouble(BarChart::value).max().orElseThrow());
        return new Scale(lowest, highest > lowest ? Math.max(0, highest) : lowest + 1, LEFT, RIGHT);
    }

    private PackTable numbers() {
        List<Row> rows = bars.stream()
                .map(bar -> Row.of(bar.label(), List.of(Cell.of(bar.figure()))))
                .toList();
        return PackTable.of(title + ": numbers of the chart", List.of(Heading.of("Area"), Heading.of(measure)), rows);
    }

    private static double value(Bar bar) {
        return bar.figure().value().getAsDouble();
    }

    /* What stands in brackets at the end, the code of an area, stays. */
    private static String shortened(String label) {
        int bracket = label.lastIndexOf(" (");
        String code = bracket < 0 ? "" : label.substring(bracket);
        int[] name =
                label.substring(0, label.length() - code.length()).codePoints().toArray();
        double left = LONGEST_LABEL - width(code.codePoints().toArray(), code.length());
        int longest = name.length;
        while (longest > 0 && width(name, longest) > left) {
            longest--;
        }
        return longest == name.length ? label : new String(name, 0, longest).stripTrailing() + "\u2026" + code;
    }

    /* About how wide some characters are drawn. */
    private static double width(int[] characters, int some) {
        double width = 0;
        for (int i = 0; i < Math.min(some, characters.length); i++) {
            boolean wide = Character.isUpperCase(characters[i]) || characters[i] > '\u2E80';
            width += wide ? WIDE : NARROW;
        }
        return width;
    }
}
