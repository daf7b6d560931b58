package org.cafcass.workload.prioritisation;

import java.util.OptionalDouble;

/**
 * What a trigger says in a month.
 *
 * @param trigger the trigger
 * @param value the value observed; empty when there was none, and the trigger stays as it was
 * @param holds whether the trigger holds
 */
public record Evidence(Trigger trigger, OptionalDouble value, boolean holds) {
    /** What it says in words: {@code above 90: holds}, {@code no value: holds as before}, {@code not above 20}. */
    public String words() {
        String above = trigger.countsAbove().toPlainString();
        if (value.isEmpty()) {
            return holds ? "no value: holds as before" : "no value";
        }
        if (value.getAsDouble() > trigger.countsAbove().doubleValue()) {
            return "above " + above + ": holds";
        }
        return holds
                ? "not above " + above + ", but not yet at "
                        + trigger.ceasesAt().toPlainString() + ": holds"
                : "not above " + above;
    }
}
