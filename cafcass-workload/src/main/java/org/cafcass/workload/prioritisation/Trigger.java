package org.cafcass.workload.prioritisation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.workload.json.JsonFields;

/**
 * A measure that speaks for prioritisation while it is high: from a value above one level on, until a value at a lower level or below.
 *
 * @param measure the name of the measure
 * @param breakdown the part of an area's population that it watches: one team's; the whole where it is none
 * @param countsAbove the level above which the trigger begins to hold
 * @param ceasesAt the level at which, or below which, it ceases to hold; not above the other
 * @param required whether prioritisation is activated only while it holds
 */
public record Trigger(
        String measure, Breakdown breakdown, BigDecimal countsAbove, BigDecimal ceasesAt, boolean required) {
    /**
     * Makes a trigger.
     *
     * @throws IllegalArgumentException if a value of the breakdown is one that no row can have; the message names the nearest
     */
    public Trigger {
        breakdown.values().forEach(BreakdownKey::check);
    }

    /** Whether it holds after an observation: between the levels it stays as it was. */
    boolean holdsAfter(double value, boolean held) {
        return value > countsAbove.doubleValue() || held && value > ceasesAt.doubleValue();
    }

    static Trigger read(JsonFields fields) {
        Trigger trigger = new Trigger(
                fields.text("measure"),
                fields.has("breakdown") ? fields.object("breakdown", Trigger::readBreakdown) : Breakdown.whole(),
                fields.number("counts_above"),
                fields.number("ceases_at"),
                fields.optional("required", fields::truth).orElse(false));
        if (trigger.ceasesAt.compareTo(trigger.countsAbove) > 0) {
            fields.fault("ceases_at", "above counts_above");
        }
        return trigger;
    }

    private static Breakdown readBreakdown(JsonFields fields) {
        Map<BreakdownKey, String> values = new EnumMap<>(BreakdownKey.class);
        for (String name : fields.names()) {
            String value = fields.text(name);
            try {
                BreakdownKey key = BreakdownKey.of(name);
                if (!value.isEmpty()) {
                    key.check(value);
                    values.put(key, value);
                }
            } catch (IllegalArgumentException unknown) {
                fields.fault(name, Objects.requireNonNull(unknown.getMessage()));
            }
        }
        if (values.containsKey(BreakdownKey.AREA)) {
            fields.fault(BreakdownKey.AREA.code(), "every trigger is by area");
        }
        return Breakdown.of(values);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("measure", measure);
        if (!breakdown.isWhole()) {
            Map<String, Object> pairs = new LinkedHashMap<>();
            breakdown.values().forEach((key, value) -> pairs.put(key.code(), value));
            tree.put("breakdown", pairs);
        }
        tree.put("counts_above", countsAbove);
        tree.put("ceases_at", ceasesAt);
        tree.put("required", required);
        return tree;
    }
}
