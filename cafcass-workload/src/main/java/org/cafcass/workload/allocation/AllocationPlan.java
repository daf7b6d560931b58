package org.cafcass.workload.allocation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.hubs.WaitingCase;

/**
 * Which family court adviser should take which waiting case, as at a day.
 *
 * <p>It gives out the open cases without a lead, but for those whose assessment is done and that a hub holds. A case goes to an adviser of
 * its area, in the team of its stage, who has capacity left for all of its points, unless {@link Permission asked otherwise}. The most
 * urgent case comes first ({@link WaitingCase#MOST_URGENT_FIRST}); then saturation is spread most evenly, each adviser weighed by
 * capacity and those without a case at 0%; then cases go to who led the previous case of the same children.
 *
 * <p>A waiting case that an adviser holds on duty or in a hub loads that adviser until it is given out: then its points are free for others,
 * and what was left over before has another chance, the most urgent case first. Whoever supports a waiting case is planned with these points
 * too, as they are once the case has left its hub, whoever leads it: so that a case which only its supporter has room for can be left over, not
 * for certain. The same extract, in whatever order of rows, has the same plan.
 */
public final class AllocationPlan {
    private final List<ProposedAllocation> proposals;
    private final List<LeftOverCase> leftOver;
    private final Spread before;
    private final Spread after;
    private final Bound bound;

    AllocationPlan(
            List<ProposedAllocation> proposals, List<LeftOverCase> leftOver, Spread before, Spread after, Bound bound) {
        this.proposals = List.copyOf(proposals);
        this.leftOver = List.copyOf(leftOver);
        this.before = before;
        this.after = after;
        this.bound = bound;
    }

    /**
     * Plans within ceilings, areas and teams.
     *
     * @throws org.cafcass.workload.WorkloadException if a table that it needs was not given, or the scheme lacks a weight or a ceiling
     */
    public static AllocationPlan of(Extract extract, WeightingScheme scheme, LocalDate asAt) {
        return of(extract, scheme, asAt, Set.of());
    }

    /** As {@link #of(Extract, WeightingScheme, LocalDate)}, with permissions. */
    public static AllocationPlan of(
            Extract extract, WeightingScheme scheme, LocalDate asAt, Collection<Permission> permissions) {
        EnumSet<Permission> permitted = EnumSet.noneOf(Permission.class);
        permitted.addAll(permissions);
        return new Planning(extract, scheme, asAt, permitted).plan();
    }

    /** Who should take what, most urgent first. */
    public List<ProposedAllocation> proposals() {
        return proposals;
    }

    /** The cases that nobody can take, most urgent first. */
    public List<LeftOverCase> leftOver() {
        return leftOver;
    }

    /** The spread of saturation over the advisers who are considered, as they stand. */
    public Spread before() {
        return before;
    }

    /** The spread of saturation over the same advisers, once all is given out. */
    public Spread after() {
        return after;
    }

    /** How far the plan can be from the best. */
    public Bound bound() {
        return bound;
    }

    /** By case, the adviser who should take it. */
    public Map<CaseId, AdviserId> given() {
        Map<CaseId, AdviserId> given = new LinkedHashMap<>();
        proposals.forEach(proposal -> given.put(
                proposal.waiting().childrensCase().caseId(), proposal.adviser().adviserId()));
        return Collections.unmodifiableMap(given);
    }
}
