package org.cafcass.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.cafcass.metrics.Decimals;

/** The SVG of a chart in the making: shapes whose colours the style sheet gives by their class. */
final class Drawing {
    /** Marks of a point, told apart by their shape. */
    enum Mark {
        CIRCLE,
        DIAMOND,
        TRIANGLE,
        SQUARE
    }

    private final Html svg = new Html();

    /** A drawing without shapes; a screen reader reads the description in its place. */
    Drawing(int width, int height, String description) {
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-label",
                description);
    }

    String svg() {
        return svg.end().markup();
    }

    Drawing line(String style, double fromX, double fromY, double toX, double toY) {
        svg.begin(
                        "line",
                        "class",
                        style,
                        "x1",
                        coordinate(fromX),
                        "y1",
                        coordinate(fromY),
                        "x2",
                        coordinate(toX),
                        "y2",
                        coordinate(toY))
                .end();
        return this;
    }

    /** A line through some points, each an x and a y. */
    Drawing path(String style, List<double[]> points) {
        StringJoiner coordinates = new StringJoiner(" ");
        for (double[] point : points) {
            coordinates.add(coordinate(point[0]) + "," + coordinate(point[1]));
        }
        svg.begin("polyline", "class", style, "points", coordinates.toString()).end();
        return this;
    }

    Drawing bar(String style, double x, double y, double width, double height) {
        svg.begin(
                        "rect",
                        "class",
                        style,
                        "x",
                        coordinate(x),
                        "y",
                        coordinate(y),
                        "width",
                        coordinate(Math.max(0, width)),
                        "height",
                        coordinate(height))
                .end();
        return this;
    }

    Drawing mark(Mark mark, String style, double x, double y) {
        double r = mark == Mark.CIRCLE ? 3 : 4.5;
        switch (mark) {
            case CIRCLE ->
                svg.begin("circle", "class", style, "cx", coordinate(x), "cy", coordinate(y), "r", coordinate(r))
                        .end();
            case DIAMOND -> polygon(style, x, y - r, x + r, y, x, y + r, x - r, y);
            case TRIANGLE -> polygon(style, x, y - r, x + r, y + r * 0.8, x - r, y + r * 0.8);
            case SQUARE ->
                polygon(
                        style,
                        x - r * 0.8,
                        y - r * 0.8,
                        x + r * 0.8,
                        y - r * 0.8,
                        x + r * 0.8,
                        y + r * 0.8,
                        x - r * 0.8,
                        y + r * 0.8);
        }
        return this;
    }

    private void polygon(String style, double... coordinates) {
        StringJoiner points = new StringJoiner(" ");
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(coordinate(coordinates[i]) + "," + coordinate(coordinates[i + 1]));
        }
        svg.begin("polygon", "class", style, "points", points.toString()).end();
    }

    /** A text that begins at, ends at or is about a point: {@code start}, {@code end}, {@code middle}. */
    Drawing text(String anchor, double x, double y, String text) {
        svg.element("text", text, "text-anchor", anchor, "x", coordinate(x), "y", coordinate(y));
        return this;
    }

    private static String coordinate(double number) {
        BigDecimal rounded = Decimals.rounded(number, 1);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
