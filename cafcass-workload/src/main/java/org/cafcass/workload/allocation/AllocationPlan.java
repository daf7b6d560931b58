package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Role;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.AdviserWorkload;
import org.cafcass.workload.CaseKind;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.Workload;
import org.cafcass.workload.hubs.Hubs;
import org.cafcass.workload.hubs.WaitingCase;
import org.cafcass.workload.hubs.WaitingRule;
import org.cafcass.workload.hubs.Waits;

/**
 * Which family court adviser should take which waiting case, as at a day.
 *
 * <p>It gives out the open cases without a lead, but for those whose assessment is done and that a hub holds. A case goes to an adviser of
 * its area, in the team of its stage, who has capacity left for all of its points, unless {@link Permission asked otherwise}. The most
 * urgent case comes first ({@link WaitingCase#MOST_URGENT_FIRST}); then saturation is spread most evenly, each adviser weighed by
 * capacity and those without a case at 0%; then cases go to who led the previous case of the same children. A waiting case that an adviser
 * holds on duty or in a hub loads nobody until it is given out. The same extract, in whatever order of rows, has the same plan.
 */
public final class AllocationPlan {
    private final List<ProposedAllocation> proposals;
    private final List<LeftOverCase> leftOver;
    private final Spread before;
    private final Spread after;
    private final Bound bound;

    private AllocationPlan(
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

    /** Where cases and advisers meet; a missing area or team is any. */
    private record Pool(Optional<AreaCode> area, Optional<Team> team) {
        String words() {
            return area.map(code -> "of area " + code.value()).orElse("of any area") + ", "
                    + team.map(code -> "team " + code.code()).orElse("any team");
        }
    }

    private static final class Planning {
        private final Extract extract;
        private final LocalDate asAt;
        private final EnumSet<Permission> permitted;
        private final List<WaitingCase> waiting;
        private final Workload now;
        private final Workload released;
        private final Map<CaseId, BigDecimal> points = new HashMap<>();
        private final Map<CaseId, AdviserId> ledBy;

        private final Map<CaseId, Adviser> given = new HashMap<>();
        private final Map<CaseId, String> chosen = new HashMap<>();
        private final Map<CaseId, LeftOverCase> left = new HashMap<>();
        private double cost;
        private double bound;

        Planning(Extract extract, WeightingScheme scheme, LocalDate asAt, EnumSet<Permission> permitted) {
            this.extract = extract;
            this.asAt = asAt;
            this.permitted = permitted;
            this.waiting = Hubs.of(extract, asAt).waiting().stream()
                    .filter(one -> one.waits() != Waits.IN_HUB
                            || !one.postAssessment()
                            || !one.rule().mayWait())
                    .toList();
            this.now = Workload.of(extract, scheme, asAt, adviser -> adviser.role() == Role.FAMILY_COURT_ADVISER);
            Map<CaseId, Optional<AdviserId>> toNobody = new HashMap<>();
            waiting.forEach(one -> toNobody.put(one.childrensCase().caseId(), Optional.empty()));
            this.released = now.ifGiven(toNobody);
            now.pointsAsLead(toNobody.keySet()).forEach((id, weighed) -> points.put(id, weighed.central()));
            this.ledBy = ledBy();
        }

        AllocationPlan plan() {
            Map<Pool, List<WaitingCase>> cases = new LinkedHashMap<>();
            waiting.forEach(one -> cases.computeIfAbsent(poolOf(one), unused -> new ArrayList<>())
                    .add(one));
            Map<Pool, List<AdviserWorkload>> takers = new HashMap<>();
            List<AdviserWorkload> candidates = released.advisers().stream()
                    .filter(one -> one.isEmployed() && one.capacity().points().signum() > 0)
                    .sorted(Comparator.comparing(
                            one -> one.adviser().adviserId().value()))
                    .toList();
            for (AdviserWorkload candidate : candidates) {
                takers.computeIfAbsent(poolOf(candidate.adviser()), unused -> new ArrayList<>())
                        .add(candidate);
            }
            Set<AdviserId> considered = new HashSet<>();
            double load = 0;
            double capacity = 0;
            for (Map.Entry<Pool, List<WaitingCase>> entry : cases.entrySet()) {
                List<AdviserWorkload> advisers = takers.getOrDefault(entry.getKey(), List.of());
                share(entry.getKey(), entry.getValue(), advisers);
                for (AdviserWorkload adviser : advisers) {
                    considered.add(adviser.adviser().adviserId());
                    load += adviser.load().central().doubleValue();
                    capacity += adviser.capacity().points().doubleValue();
                }
            }
            for (WaitingCase one : waiting) {
                CaseId id = one.childrensCase().caseId();
                load += given.containsKey(id) ? pointsOf(id).doubleValue() : 0;
            }
            return result(considered, load, capacity);
        }

        private AllocationPlan result(Set<AdviserId> considered, double load, double capacity) {
            Map<CaseId, Optional<AdviserId>> toAdvisers = new HashMap<>();
            given.forEach((id, adviser) -> toAdvisers.put(id, Optional.of(adviser.adviserId())));
            Workload then = now.ifGiven(toAdvisers);
            List<ProposedAllocation> proposals = new ArrayList<>();
            List<LeftOverCase> leftOver = new ArrayList<>();
            for (WaitingCase one : waiting) {
                CaseId id = one.childrensCase().caseId();
                Adviser adviser = given.get(id);
                if (adviser == null) {
                    leftOver.add(leftOver(id));
                } else {
                    proposals.add(new ProposedAllocation(
                            one,
                            adviser,
                            pointsOf(id),
                            percent(now, adviser),
                            percent(then, adviser),
                            reasons(one, adviser)));
                }
            }
            Spread after = Spread.of(only(then, considered));
            double deviation = after.deviation().orElse(0);
            return new AllocationPlan(
                    proposals,
                    leftOver,
                    Spread.of(only(now, considered)),
                    after,
                    new Bound(
                            deviation,
                            capacity == 0 ? 0 : Math.min(deviation, Spread.deviation(bound, load, capacity)),
                            bound == 0 ? 0 : 100 * (cost - bound) / bound,
                            (int) leftOver.stream()
                                    .filter(one -> !one.certain())
                                    .count()));
        }

        private static List<AdviserWorkload> only(Workload workload, Set<AdviserId> considered) {
            return workload.advisers().stream()
                    .filter(one -> considered.contains(one.adviser().adviserId()))
                    .sorted(Comparator.comparing(
                            one -> one.adviser().adviserId().value()))
                    .toList();
        }

        private static BigDecimal percent(Workload workload, Adviser adviser) {
            return workload.adviser(adviser.adviserId())
                    .flatMap(one -> one.saturation().percent())
                    .orElseThrow();
        }

        private BigDecimal pointsOf(CaseId id) {
            return Optional.ofNullable(points.get(id)).orElseThrow();
        }

        private LeftOverCase leftOver(CaseId id) {
            return Optional.ofNullable(left.get(id)).orElseThrow();
        }

        private Pool poolOf(WaitingCase one) {
            Team team = CaseKind.stage(one.childrensCase(), asAt) == Stage.TO_FIRST_HEARING
                    ? Team.TO_FIRST_HEARING
                    : Team.AFTER_FIRST_HEARING;
            return pool(one.childrensCase().areaCode(), team);
        }

        private Pool poolOf(Adviser adviser) {
            return pool(adviser.areaCode(), adviser.team());
        }

        private Pool pool(AreaCode area, Team team) {
            return new Pool(
                    permitted.contains(Permission.OUT_OF_AREA) ? Optional.empty() : Optional.of(area),
                    permitted.contains(Permission.OUT_OF_TEAM) ? Optional.empty() : Optional.of(team));
        }

        private void share(Pool pool, List<WaitingCase> cases, List<AdviserWorkload> advisers) {
            Map<AdviserId, Integer> number = new HashMap<>();
            advisers.forEach(one -> number.put(one.adviser().adviserId(), number.size()));
            List<FairShare.Item> items = cases.stream()
                    .map(one -> new FairShare.Item(
                            pointsOf(one.childrensCase().caseId()),
                            Optional.ofNullable(ledBy.get(one.childrensCase().caseId()))
                                    .map(number::get)
                                    .orElse(-1)))
                    .toList();
            BigDecimal everything = items.stream().map(FairShare.Item::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
            List<FairShare.Taker> takers = advisers.stream()
                    .map(one -> new FairShare.Taker(
                            one.load().central(),
                            one.capacity().points(),
                            permitted.contains(Permission.PAST_CEILING)
                                    ? everything
                                    : one.capacity()
                                            .points()
                                            .subtract(one.load().central())))
                    .toList();
            FairShare.Result result = FairShare.of(takers, items);
            cost += result.cost();
            bound += result.bound();
            for (int i = 0; i < cases.size(); i++) {
                CaseId id = cases.get(i).childrensCase().caseId();
                int taker = result.takerOf()[i];
                if (taker >= 0) {
                    given.put(id, advisers.get(taker).adviser());
                    chosen.put(id, choice(pool, items.get(i), taker, takers));
                } else {
                    left.put(
                            id,
                            new LeftOverCase(
                                    cases.get(i),
                                    pointsOf(id),
                                    whyLeftOver(pool, items.get(i), takers),
                                    result.certain()[i]));
                }
            }
        }

        private static String choice(Pool pool, FairShare.Item item, int taker, List<FairShare.Taker> takers) {
            long withRoom = takers.stream()
                    .filter(one -> one.room().compareTo(item.weight()) >= 0)
                    .count();
            String spread = (withRoom == 1
                            ? "the only adviser with room "
                            : "most even spread over the " + withRoom + " advisers with room ")
                    + pool.words();
            return item.previous() == taker ? spread + "; led the previous case" : spread;
        }

        private static String whyLeftOver(Pool pool, FairShare.Item item, List<FairShare.Taker> takers) {
            if (takers.isEmpty()) {
                return "no adviser with capacity " + pool.words();
            }
            BigDecimal most = takers.stream()
                    .map(FairShare.Taker::room)
                    .reduce(BigDecimal::max)
                    .orElseThrow()
                    .max(BigDecimal.ZERO);
            String needed = "it needs " + item.weight().stripTrailingZeros().toPlainString() + " points";
            return most.compareTo(item.weight()) < 0
                    ? needed + " and the most that an adviser " + pool.words() + " has room for is "
                            + most.stripTrailingZeros().toPlainString()
                    : needed + " and more urgent cases take the room of the advisers " + pool.words();
        }

        private List<String> reasons(WaitingCase one, Adviser adviser) {
            List<String> reasons = new ArrayList<>();
            long daysLeft = one.limit().daysLeft();
            reasons.add(
                    one.rule() == WaitingRule.MAY_WAIT
                            ? daysLeft >= 0
                                    ? daysLeft + " days left to wait ("
                                            + one.limit().clock().code() + ")"
                                    : -daysLeft + " days past its limit ("
                                            + one.limit().clock().code() + ")"
                            : one.rule().words());
            reasons.add(Optional.ofNullable(chosen.get(one.childrensCase().caseId()))
                    .orElseThrow());
            if (!adviser.areaCode().equals(one.childrensCase().areaCode())) {
                reasons.add("out of area, as permitted");
            }
            return reasons;
        }

        /* By waiting case with a previous one, who led that last: the lead allocation that began last by the day. */
        private Map<CaseId, AdviserId> ledBy() {
            Set<String> previous = new HashSet<>();
            Function<ChildrensCase, Optional<String>> previousId =
                    one -> one.previousCaseId().map(CaseId::value);
            for (WaitingCase one : waiting) {
                previousId.apply(one.childrensCase()).ifPresent(previous::add);
            }
            if (previous.isEmpty()) {
                return Map.of();
            }
            Columns cases = extract.columns(ExtractTable.CASES);
            List<String> ids = cases.texts("case_id");
            int[] idNumber = cases.toArray("case_id");
            Columns allocations = extract.columns(ExtractTable.ALLOCATIONS);
            int[] caseRow = allocations.toArray("case_id");
            int[] kind = allocations.toArray("kind");
            int[] from = allocations.toArray("from");
            int[] to = allocations.toArray("to");
            int[] adviser = allocations.toArray("adviser_id");
            boolean[] isPrevious = new boolean[idNumber.length];
            for (int row = 0; row < isPrevious.length; row++) {
                isPrevious[row] = previous.contains(ids.get(idNumber[row]));
            }
            Map<String, int[]> last = new HashMap<>();
            for (int row = 0; row < caseRow.length; row++) {
                if (kind[row] == AllocationKind.LEAD.ordinal()
                        && isPrevious[caseRow[row]]
                        && from[row] <= asAt.toEpochDay()
                        && to[row] != from[row]) {
                    int[] candidate = {from[row], adviser[row]};
                    last.merge(
                            ids.get(idNumber[caseRow[row]]),
                            candidate,
                            (known, other) -> other[0] > known[0] ? other : known);
                }
            }
            List<Adviser> advisers = extract.advisers();
            return waiting.stream()
                    .filter(one -> previousId
                            .apply(one.childrensCase())
                            .map(last::containsKey)
                            .orElse(false))
                    .collect(Collectors.toMap(
                            one -> one.childrensCase().caseId(),
                            one -> advisers.get(Optional.ofNullable(last.get(previousId
                                                    .apply(one.childrensCase())
                                                    .orElseThrow()))
                                            .orElseThrow()[1])
                                    .adviserId()));
        }
    }
}
