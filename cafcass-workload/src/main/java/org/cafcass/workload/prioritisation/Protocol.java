package org.cafcass.workload.prioritisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.cafcass.workload.WorkloadException;
import org.cafcass.workload.json.JsonFields;

/**
 * When an area begins to prioritise and when it ceases to, as data.
 *
 * <p>Prioritisation is activated once at least so many triggers, every required one among them, have held for so many observations in a row.
 * It is deactivated once at most so many, fewer than that, have held for so many observations in a row. Both count anew from the month after
 * a change. So an area that is active stays so for as many observations at least as deactivation takes, and one that isn't for as many as
 * activation takes; and values that stay between the two levels of their triggers change nothing.
 *
 * @param name the name
 * @param triggers the triggers, each of another measure or another part of it
 * @param activateAtLeast how many triggers must hold to activate
 * @param activateInARow for how many observations in a row
 * @param deactivateAtMost how many triggers may still hold to deactivate
 * @param deactivateInARow for how many observations in a row
 */
public record Protocol(
        String name,
        List<Trigger> triggers,
        int activateAtLeast,
        int activateInARow,
        int deactivateAtMost,
        int deactivateInARow) {
    private static final Protocol SHIPPED = shippedResource();

    /** Takes a copy of the triggers. */
    public Protocol {
        Objects.requireNonNull(name, "name");
        triggers = List.copyOf(triggers);
    }

    /**
     * The protocol {@code prioritisation-2022}: the levels that the balanced scorecard of the board paper of 28 April 2022 counts areas
     * above.
     */
    public static Protocol shipped() {
        return SHIPPED;
    }

    /**
     * The protocol of a JSON document.
     *
     * @throws WorkloadException if the text is no JSON or has faults; the message names all of them
     */
    public static Protocol parse(String json) {
        List<Protocol> protocols = JsonFields.readDocument("prioritisation protocol", json, Protocol::read);
        if (protocols.size() != 1) {
            throw new WorkloadException("Invalid prioritisation protocol: " + protocols.size() + " instead of one");
        }
        return protocols.get(0);
    }

    private static Protocol read(JsonFields fields) {
        String name = fields.text("name");
        List<Trigger> triggers = fields.objects("triggers", Trigger::read);
        Set<List<Object>> watched = new HashSet<>();
        for (Trigger trigger : triggers) {
            if (!watched.add(List.of(trigger.measure(), trigger.breakdown()))) {
                fields.fault("triggers", trigger.measure() + " twice");
            }
        }
        int[] activate =
                fields.object("activate", inner -> new int[] {inner.whole("at_least", 1), inner.whole("in_a_row", 1)});
        int[] deactivate =
                fields.object("deactivate", inner -> new int[] {inner.whole("at_most", 0), inner.whole("in_a_row", 1)});
        if (activate[0] > triggers.size()) {
            fields.fault("activate.at_least", "more than there are triggers");
        }
        if (deactivate[0] >= activate[0]) {
            fields.fault("deactivate.at_most", "not below activate.at_least");
        }
        return new Protocol(name, triggers, activate[0], activate[1], deactivate[0], deactivate[1]);
    }

    /** The protocol as JSON; it reads back equal. */
    public String toJson() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("triggers", triggers.stream().map(Trigger::tree).toList());
        Map<String, Object> activate = new LinkedHashMap<>();
        activate.put("at_least", activateAtLeast);
        activate.put("in_a_row", activateInARow);
        tree.put("activate", activate);
        Map<String, Object> deactivate = new LinkedHashMap<>();
        deactivate.put("at_most", deactivateAtMost);
        deactivate.put("in_a_row", deactivateInARow);
        tree.put("deactivate", deactivate);
        return JsonFields.write(tree);
    }

    /** A state with the evidence for it. */
    public record Standing(State state, List<Evidence> evidence) {
        /** Takes a copy of the evidence. */
        public Standing {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How one area stands after each of some observations, the first at first: before it the area does not prioritise and no trigger holds.
     *
     * @param observations by observation, the value of each trigger; one that is missing or empty leaves its trigger as it was
     */
    public List<Standing> standings(List<Map<Trigger, OptionalDouble>> observations) {
        boolean[] holds = new boolean[triggers.size()];
        boolean active = false;
        int inARow = 0;
        List<Standing> standings = new ArrayList<>();
        for (Map<Trigger, OptionalDouble> observed : observations) {
            List<Evidence> evidence = new ArrayList<>();
            for (int i = 0; i < holds.length; i++) {
                Trigger trigger = triggers.get(i);
                OptionalDouble value = observed.getOrDefault(trigger, OptionalDouble.empty());
                if (value.isPresent()) {
                    holds[i] = trigger.holdsAfter(value.getAsDouble(), holds[i]);
                }
                evidence.add(new Evidence(trigger, value, holds[i]));
            }
            boolean met = active ? mayDeactivate(holds) : missingToActivate(holds) == 0;
            inARow = met ? inARow + 1 : 0;
            State state;
            if (inARow == (active ? deactivateInARow : activateInARow)) {
                state = active ? State.DEACTIVATE : State.ACTIVATE;
                active = !active;
                inARow = 0;
            } else if (active) {
                state = State.ACTIVE;
            } else {
                state = isFinelyBalanced(holds) ? State.FINELY_BALANCED : State.NOT_NEEDED;
            }
            standings.add(new Standing(state, evidence));
        }
        return standings;
    }

    private boolean isFinelyBalanced(boolean[] holds) {
        return number(holds) > 0 && missingToActivate(holds) <= 1;
    }

    private boolean mayDeactivate(boolean[] holds) {
        return number(holds) <= deactivateAtMost;
    }

    /* The least number of further triggers that would have to hold. */
    private int missingToActivate(boolean[] holds) {
        int required = 0;
        for (int i = 0; i < holds.length; i++) {
            required += triggers.get(i).required() && !holds[i] ? 1 : 0;
        }
        return Math.max(required, activateAtLeast - number(holds));
    }

    private static int number(boolean[] holds) {
        int number = 0;
        for (boolean one : holds) {
            number += one ? 1 : 0;
        }
        return number;
    }

    private static Protocol shippedResource() {
        String resource = "prioritisation-2022.json";
        try (InputStream json = Objects.requireNonNull(Protocol.class.getResourceAsStream(resource), resource)) {
            return parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
