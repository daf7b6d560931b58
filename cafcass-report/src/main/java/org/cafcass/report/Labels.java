package org.cafcass.report;

import java.util.ArrayList;
import java.util.List;

/** Labels of points: each at the side of its point where it covers no point and no other label, else left out. */
final class Labels {
    private static final double CHARACTER = 7;
    private static final double LINE = 12;
    private static final double GAP = 7;

    private final double left;
    private final double right;
    private final List<Label> labels = new ArrayList<>();

    private record Label(String text, double x, double y) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean covers(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    Labels(double left, double right) {
        this.left = left;
        this.right = right;
    }

    void add(String text, double x, double y) {
        labels.add(new Label(text, x, y));
    }

    void drawOn(Drawing drawing) {
        List<Box> taken = new ArrayList<>();
        labels.forEach(label -> taken.add(new Box(label.x - 4, label.y - 4, label.x + 4, label.y + 4)));
        for (Label label : labels) {
            double width = label.text.codePointCount(0, label.text.length()) * CHARACTER;
            double[][] begins = {
                {label.x + GAP, label.y},
                {label.x - GAP - width, label.y},
                {label.x - width / 2, label.y - LINE},
                {label.x - width / 2, label.y + LINE}
            };
            for (double[] begin : begins) {
                Box box = new Box(begin[0], begin[1] - LINE / 2, begin[0] + width, begin[1] + LINE / 2);
                if (box.left >= left && box.right <= right && taken.stream().noneMatch(box::covers)) {
                    taken.add(box);
                    drawing.text("start", begin[0], begin[1] + 4, label.text);
                    break;
                }
            }
        }
    }
}
