package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.model.Adviser;
import org.cafcass.model.AllocationKind;

/** What one adviser holds as at a day, and what the adviser can hold. Immutable. */
public final class AdviserWorkload {
    private final Adviser adviser;
    private final boolean employed;
    private final WeightingScheme scheme;
    private final Capacity capacity;
    private final List<OpenCases.Held> held;
    private final Points load;
    private final Points leadLoad;
    private final int leadCases;

    AdviserWorkload(
            Adviser adviser,
            boolean employed,
            WeightingScheme scheme,
            Capacity capacity,
            List<OpenCases.Held> held,
            Map<CaseKind, Points> weighed) {
        this.adviser = adviser;
        this.employed = employed;
        this.scheme = scheme;
        this.capacity = capacity;
        this.held = List.copyOf(held);
        Map<CaseKind, Integer> numbers = new HashMap<>();
        held.forEach(one -> numbers.merge(one.kind(), 1, Integer::sum));
        Points all = Points.ZERO;
        Points asLead = Points.ZERO;
        int leads = 0;
        for (Map.Entry<CaseKind, Integer> entry : numbers.entrySet()) {
            Points points =
                    weighed.computeIfAbsent(entry.getKey(), scheme::points).times(BigDecimal.valueOf(entry.getValue()));
            all = all.plus(points);
            if (entry.getKey().allocation() == AllocationKind.LEAD) {
                asLead = asLead.plus(points);
                leads += entry.getValue();
            }
        }
        this.load = all;
        this.leadLoad = asLead;
        this.leadCases = leads;
    }

    /** The adviser. */
    public Adviser adviser() {
        return adviser;
    }

    /** Whether the adviser is employed on the day. */
    public boolean isEmployed() {
        return employed;
    }

    /** The load: the sum over the open cases that the adviser holds, in whatever way. */
    public Points load() {
        return load;
    }

    /** The load of the open cases that the adviser holds as lead. */
    public Points leadLoad() {
        return leadLoad;
    }

    /** How many open cases the adviser holds as lead. */
    public int leadCases() {
        return leadCases;
    }

    /** What the adviser can hold. */
    public Capacity capacity() {
        return capacity;
    }

    /** The load against the capacity. */
    public Saturation saturation() {
        return new Saturation(load, capacity.points(), scheme.bands());
    }

    /** What each open case adds, with how that came about, in the order of the extract; the points add up to the load. */
    public List<CaseLoad> cases() {
        return held.stream()
                .map(one ->
                        new CaseLoad(one.caseId(), one.kind(), scheme.points(one.kind()), scheme.explain(one.kind())))
                .toList();
    }
}
