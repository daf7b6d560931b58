package org.cafcass.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.AdviserWorkload;
import org.cafcass.workload.CaseKind;
import org.cafcass.workload.Points;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.Workload;
import org.cafcass.workload.hubs.Hubs;
import org.cafcass.workload.hubs.WaitingCase;

/**
 * Which adviser takes which waiting case, as numbers for any solver.
 *
 * <p>The objective, in this order: place the most urgent case, then the next most urgent, and so on; then make the sum over advisers of
 * {@code load^2 / capacity} least, which is the fairest spread of saturation. Nobody may hold more than the capacity, and a case goes to its
 * own area and the team of its stage.
 *
 * @param cases the cases, most urgent first
 * @param advisers the advisers
 */
record AllocationProblem(List<Waiting> cases, List<Taker> advisers) {
    /** Where cases and advisers meet. */
    record Pool(AreaCode area, Team team) {}

    /** A case that waits. */
    record Waiting(CaseId id, Pool pool, BigDecimal points) {}

    /** An adviser with the load held already. */
    record Taker(AdviserId id, Pool pool, BigDecimal load, BigDecimal capacity) {}

    /** The problem of an extract. */
    static AllocationProblem of(Extract extract, WeightingScheme scheme) {
        List<WaitingCase> waiting = Hubs.of(extract, NationalService.AS_AT).waiting();
        Workload workload = Workload.of(extract, scheme, NationalService.AS_AT);
        Map<CaseId, Points> points = workload.pointsAsLead(
                waiting.stream().map(one -> one.childrensCase().caseId()).toList());
        List<Waiting> cases = new ArrayList<>();
        for (WaitingCase one : waiting) {
            Team team = CaseKind.stage(one.childrensCase(), NationalService.AS_AT) == Stage.TO_FIRST_HEARING
                    ? Team.TO_FIRST_HEARING
                    : Team.AFTER_FIRST_HEARING;
            CaseId id = one.childrensCase().caseId();
            cases.add(new Waiting(
                    id,
                    new Pool(one.childrensCase().areaCode(), team),
                    Peers.of(points, id).central()));
        }
        List<Taker> advisers = workload.advisers().stream()
                .sorted(Comparator.comparing(one -> one.adviser().adviserId().value()))
                .map(AllocationProblem::taker)
                .toList();
        return new AllocationProblem(cases, advisers);
    }

    private static Taker taker(AdviserWorkload one) {
        return new Taker(
                one.adviser().adviserId(),
                new Pool(one.adviser().areaCode(), one.adviser().team()),
                one.load().central(),
                one.capacity().points());
    }

    /** The problem of each area and team: no case or adviser of one concerns another. */
    List<AllocationProblem> byPool() {
        Map<Pool, AllocationProblem> parts = new LinkedHashMap<>();
        for (Taker one : advisers) {
            part(parts, one.pool()).advisers().add(one);
        }
        for (Waiting one : cases) {
            part(parts, one.pool()).cases().add(one);
        }
        return List.copyOf(parts.values());
    }

    private static AllocationProblem part(Map<Pool, AllocationProblem> parts, Pool pool) {
        return parts.computeIfAbsent(pool, unused -> new AllocationProblem(new ArrayList<>(), new ArrayList<>()));
    }

    /** By case, most urgent first, whether it is placed: of two answers the one that places the first case in which they differ is better. */
    List<Boolean> placed(Map<CaseId, AdviserId> given) {
        return cases.stream().map(one -> given.containsKey(one.id())).toList();
    }

    /**
     * The sum over the advisers of load^2 / capacity.
     *
     * @throws IllegalArgumentException if a case leaves its pool or an adviser is given more than fits
     */
    double spread(Map<CaseId, AdviserId> given) {
        Map<AdviserId, BigDecimal> added = new HashMap<>();
        Map<AdviserId, Pool> pools = new HashMap<>();
        advisers.forEach(one -> pools.put(one.id(), one.pool()));
        for (Waiting one : cases) {
            Optional<AdviserId> to = Optional.ofNullable(given.get(one.id()));
            if (to.isPresent()) {
                if (!one.pool().equals(pools.get(to.get()))) {
                    throw new IllegalArgumentException("Invalid answer: a case out of its area or team");
                }
                added.merge(to.get(), one.points(), BigDecimal::add);
            }
        }
        double sum = 0;
        for (Taker one : advisers) {
            BigDecimal more = added.getOrDefault(one.id(), BigDecimal.ZERO);
            if (more.signum() > 0 && one.load().add(more).compareTo(one.capacity()) > 0) {
                throw new IllegalArgumentException("Invalid answer: an adviser past the ceiling");
            }
            double load = one.load().add(more).doubleValue();
            sum += load * load / one.capacity().doubleValue();
        }
        return sum;
    }
}
