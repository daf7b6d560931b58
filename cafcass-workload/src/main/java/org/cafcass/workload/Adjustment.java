package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cafcass.workload.json.JsonFields;

/**
 * What changes the points of a case: each in turn multiplies what stands or adds to it.
 *
 * @param name the name in words: {@code each further child}
 * @param when the kinds of case that it is for
 * @param effect what it does
 * @param amount the factor, or the points for each further child; 0 or more
 */
public record Adjustment(String name, CaseCondition when, Effect effect, BigDecimal amount) {
    /** What an adjustment does. */
    public enum Effect {
        /** Multiplies what stands. */
        MULTIPLY("multiply"),
        /** Adds the amount for each child beyond the first. */
        ADD_PER_FURTHER_CHILD("add_per_further_child");

        private final String key;

        Effect(String key) {
            this.key = key;
        }
    }

    Points applyTo(Points points, CaseKind kind) {
        if (effect == Effect.MULTIPLY) {
            return points.times(amount);
        }
        BigDecimal added = amount.multiply(BigDecimal.valueOf(kind.furtherChildren()));
        return points.map(value -> value.add(added));
    }

    String words(CaseKind kind) {
        return effect == Effect.MULTIPLY
                ? name + ": x " + amount.toPlainString()
                : name + ": + " + kind.furtherChildren() + " x " + amount.toPlainString();
    }

    static Adjustment read(JsonFields fields) {
        String name = fields.text("name");
        CaseCondition when = fields.object("when", CaseCondition::read);
        Effect effect = fields.has(Effect.ADD_PER_FURTHER_CHILD.key) ? Effect.ADD_PER_FURTHER_CHILD : Effect.MULTIPLY;
        if (fields.has(Effect.MULTIPLY.key) && effect != Effect.MULTIPLY) {
            fields.fault(Effect.MULTIPLY.key, "not beside " + effect.key);
        }
        return new Adjustment(name, when, effect, fields.number(effect.key));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("when", when.tree());
        tree.put(effect.key, amount);
        return tree;
    }
}
