package org.cafcass.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cafcass.workload.json.JsonFields;

/**
 * What a kind of case weighs before adjustments. In JSON {@code points}, with {@code low} and {@code high} where it was estimated.
 *
 * @param when the kinds that it is for
 * @param points the points, 0 or more
 */
public record Weight(CaseCondition when, Points points) {
    static Weight read(JsonFields fields) {
        CaseCondition when = fields.object("when", CaseCondition::read);
        Points points = Points.of(fields.number("points"));
        if (fields.has("low") || fields.has("high")) {
            points = new Points(fields.number("low"), points.central(), fields.number("high"));
            if (points.low().compareTo(points.central()) > 0 || points.central().compareTo(points.high()) > 0) {
                fields.fault("points", "not from low to high");
            }
        }
        return new Weight(when, points);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("when", when.tree());
        tree.put("points", points.central());
        if (!points.equals(Points.of(points.central()))) {
            tree.put("low", points.low());
            tree.put("high", points.high());
        }
        return tree;
    }
}
