package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cafcass.workload.json.JsonFields;

/**
 * What lowers an adviser's capacity.
 *
 * @param name the name in words: {@code newly qualified}
 * @param when the advisers that it is for
 * @param percent the percentage of what stands that is taken off, 0 to 100
 */
public record Reduction(String name, AdviserCondition when, BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    BigDecimal applyTo(BigDecimal capacity) {
        return capacity.multiply(HUNDRED.subtract(percent)).movePointLeft(2);
    }

    static Reduction read(JsonFields fields) {
        return new Reduction(
                fields.text("name"),
                fields.object("when", AdviserCondition::read),
                fields.number("percent", BigDecimal.ZERO, HUNDRED));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("when", when.tree());
        tree.put("percent", percent);
        return tree;
    }
}
