package org.cafcass.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    private final OpenCases openCases;
    private final Held held;
    private final Points load;
    private final Points leadLoad;
    private final int leadCases;

    AdviserWorkload(
            Adviser adviser,
            boolean employed,
            WeightingScheme scheme,
            Capacity capacity,
            OpenCases openCases,
            Held held,
            Map<Integer, Points> weighed) {
        this.adviser = adviser;
        this.employed = employed;
        this.scheme = scheme;
        this.capacity = capacity;
        this.openCases = openCases;
        this.held = held;
        int[] numbers = new int[openCases.kinds().size()];
        for (int i = 0; i < held.size(); i++) {
            numbers[held.kind(i)]++;
        }
        Points all = Points.ZERO;
        Points asLead = Points.ZERO;
        int leads = 0;
        for (int number = 0; number < numbers.length; number++) {
            if (numbers[number] > 0) {
                CaseKind kind = openCases.kinds().get(number);
                Points points = weighed.computeIfAbsent(number, unused -> scheme.points(kind))
                        .times(BigDecimal.valueOf(numbers[number]));
                all = all.plus(points);
                if (kind.allocation() == AllocationKind.LEAD) {
                    asLead = asLead.plus(points);
                    leads += numbers[number];
                }
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
        List<CaseLoad> cases = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            CaseKind kind = openCases.kinds().get(held.kind(i));
            cases.add(new CaseLoad(openCases.caseId(held.row(i)), kind, scheme.points(kind), scheme.explain(kind)));
        }
        return cases;
    }
}
