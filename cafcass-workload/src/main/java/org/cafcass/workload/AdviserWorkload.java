package org.cafcass.workload;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cafcass.model.Adviser;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Columns;

/** What one adviser holds as at a day, and what the adviser can hold. Immutable. */
public final class AdviserWorkload {
    private final Adviser adviser;
    private final boolean employed;
    private final WeightingScheme scheme;
    private final Capacity capacity;
    private final Columns cases;
    private final List<HeldCase> held;
    private final Points load;
    private final Points leadLoad;
    private final int leadCases;

    /** An open case that the adviser holds. */
    record HeldCase(int row, CaseKind kind) {}

    AdviserWorkload(
            Adviser adviser,
            boolean employed,
            WeightingScheme scheme,
            Capacity capacity,
            Columns cases,
            List<HeldCase> held,
            Map<CaseKind, Points> weighed) {
        this.adviser = adviser;
        this.employed = employed;
        this.scheme = scheme;
        this.capacity = capacity;
        this.cases = cases;
        this.held = held;
        Points all = Points.ZERO;
        Points asLead = Points.ZERO;
        int leads = 0;
        for (HeldCase one : held) {
            Points points = weighed.computeIfAbsent(one.kind(), scheme::points);
            all = all.plus(points);
            if (one.kind().allocation() == AllocationKind.LEAD) {
                asLead = asLead.plus(points);
                leads++;
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

    /** What some cases add to the load: those of them that the adviser holds. */
    public Map<CaseId, Points> points(Set<CaseId> of) {
        List<String> ids = cases.texts("case_id");
        Map<CaseId, Points> points = new HashMap<>();
        for (HeldCase one : held) {
            CaseId caseId = new CaseId(ids.get(cases.get("case_id", one.row())));
            if (of.contains(caseId)) {
                points.put(caseId, scheme.points(one.kind()));
            }
        }
        return points;
    }

    /** What each open case adds, with how that came about, in the order of the extract; the points add up to the load. */
    public List<CaseLoad> cases() {
        List<String> ids = cases.texts("case_id");
        return held.stream()
                .sorted(Comparator.comparing(HeldCase::row))
                .map(one -> new CaseLoad(
                        new CaseId(ids.get(cases.get("case_id", one.row()))),
                        one.kind(),
                        scheme.points(one.kind()),
                        scheme.explain(one.kind())))
                .toList();
    }
}
