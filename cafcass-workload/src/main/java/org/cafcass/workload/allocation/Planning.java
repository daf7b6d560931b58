package org.cafcass.workload.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.cafcass.workload.Points;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.Workload;
import org.cafcass.workload.hubs.Hubs;
import org.cafcass.workload.hubs.WaitingCase;
import org.cafcass.workload.hubs.WaitingRule;
import org.cafcass.workload.hubs.Waits;

/*
 * How a plan comes about: cases and advisers meet in pools; first it is found which cases can be given out (Packing), pool by pool but in one order,
 * as giving a case out frees room where it was held; then who gets what (FairShare).
 */
final class Planning {
    private static final Comparator<AdviserWorkload> BY_ID =
            Comparator.comparing(one -> one.adviser().adviserId().value());

    private final Extract extract;
    private final LocalDate asAt;
    private final EnumSet<Permission> permitted;
    private final List<WaitingCase> waiting;
    private final Workload now;
    private final Map<CaseId, BigDecimal> points = new HashMap<>();
    private final Map<CaseId, List<Holding>> holdings = new HashMap<>();
    private final Map<CaseId, AdviserId> ledBy;

    private final Map<CaseId, Adviser> given = new HashMap<>();
    private final Map<CaseId, String> chosen = new HashMap<>();
    private final Map<CaseId, LeftOverCase> left = new HashMap<>();
    private double load;
    private double capacity;
    private double bound;

    /** Where cases and advisers meet; a missing area or team is any. */
    private record Place(Optional<AreaCode> area, Optional<Team> team) {
        String words() {
            return area.map(code -> "of area " + code.value()).orElse("of any area") + ", "
                    + team.map(code -> "team " + code.code()).orElse("any team");
        }
    }

    /** The cases that wait at a place, most urgent first, and the advisers there who have capacity, with the room that they have. */
    private static final class Pool {
        private final Place place;
        private final List<WaitingCase> cases;
        private final List<AdviserWorkload> advisers;
        private final Map<AdviserId, Integer> numbers = new HashMap<>();
        private final Packing packing;

        Pool(Place place, List<WaitingCase> cases, List<AdviserWorkload> advisers, Packing packing) {
            this.place = place;
            this.cases = cases;
            this.advisers = advisers;
            this.packing = packing;
            advisers.forEach(one -> numbers.put(one.adviser().adviserId(), numbers.size()));
        }
    }

    /** A case in its pool, and the room that giving it out frees, by pool and adviser. */
    private record Turn(Pool pool, int number, Map<Pool, Map<Integer, BigDecimal>> freed) {
        boolean give() {
            if (!pool.packing.give(number, freed.getOrDefault(pool, Map.of()))) {
                return false;
            }
            freed.forEach((other, room) -> {
                if (other != pool) {
                    room.forEach(other.packing::free);
                }
            });
            return true;
        }
    }

    /** What a waiting case adds to the load of an adviser who holds it, as things stand and once it is given to another. */
    private record Holding(AdviserId adviserId, BigDecimal now, BigDecimal once) {
        /** What giving the case out frees. */
        BigDecimal freed() {
            return now.subtract(once).max(BigDecimal.ZERO);
        }

        /** What giving the case out adds: a case that has left its hub can weigh more on who supports it. */
        BigDecimal added() {
            return once.subtract(now).max(BigDecimal.ZERO);
        }
    }

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
        Set<CaseId> ids = waiting.stream().map(Planning::id).collect(Collectors.toSet());
        now.pointsAsLead(ids).forEach((id, weighed) -> points.put(id, weighed.central()));
        Workload once = now.ifGiven(toNobody(ids));
        for (AdviserWorkload adviser : now.advisers()) {
            AdviserId id = adviser.adviser().adviserId();
            Map<CaseId, Points> then =
                    once.adviser(id).map(one -> one.points(ids)).orElse(Map.of());
            adviser.points(ids)
                    .forEach((caseId, held) -> holdings.computeIfAbsent(caseId, unused -> new ArrayList<>())
                            .add(new Holding(
                                    id,
                                    held.central(),
                                    then.getOrDefault(caseId, Points.ZERO).central())));
        }
        this.ledBy = ledBy();
    }

    private static CaseId id(WaitingCase one) {
        return one.childrensCase().caseId();
    }

    private static Map<CaseId, Optional<AdviserId>> toNobody(Collection<CaseId> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), unused -> Optional.empty()));
    }

    private List<Holding> holdingsOf(CaseId id) {
        return holdings.getOrDefault(id, List.of());
    }

    AllocationPlan plan() {
        Map<Place, Pool> pools = pools();
        Workload freed = now.ifGiven(toNobody(giveOut(pools)));
        Set<AdviserId> considered = new HashSet<>();
        for (Pool pool : pools.values()) {
            share(pool, freed);
            considered.addAll(pool.numbers.keySet());
        }
        return result(considered);
    }

    private Map<Place, Pool> pools() {
        Map<AdviserId, BigDecimal> added = new HashMap<>();
        holdings.values()
                .forEach(all -> all.forEach(one -> added.merge(one.adviserId(), one.added(), BigDecimal::add)));
        Map<Place, List<AdviserWorkload>> advisers = now.advisers().stream()
                .filter(one -> one.isEmployed() && one.capacity().points().signum() > 0)
                .sorted(BY_ID)
                .collect(Collectors.groupingBy(one -> placeOf(one.adviser())));
        Map<Place, Pool> pools = new LinkedHashMap<>();
        waiting.stream()
                .collect(Collectors.groupingBy(this::placeOf, LinkedHashMap::new, Collectors.toList()))
                .forEach((place, cases) -> {
                    List<AdviserWorkload> here = advisers.getOrDefault(place, List.of());
                    List<BigDecimal> weights =
                            cases.stream().map(one -> pointsOf(id(one))).toList();
                    BigDecimal everything = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    List<BigDecimal> room = here.stream()
                            .map(one -> permitted.contains(Permission.PAST_CEILING)
                                    ? everything
                                    : one.capacity()
                                            .points()
                                            .subtract(one.load().central())
                                            .subtract(added.getOrDefault(
                                                    one.adviser().adviserId(), BigDecimal.ZERO)))
                            .toList();
                    pools.put(place, new Pool(place, cases, here, new Packing(room, weights)));
                });
        return pools;
    }

    /* Most urgent first; whenever that frees room, from the most urgent one again. */
    private Set<CaseId> giveOut(Map<Place, Pool> pools) {
        Map<AdviserId, Pool> poolOf = new HashMap<>();
        pools.values().forEach(pool -> pool.numbers.keySet().forEach(id -> poolOf.put(id, pool)));
        Map<Pool, Integer> numbers = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (WaitingCase one : waiting) {
            Map<Pool, Map<Integer, BigDecimal>> freed = new HashMap<>();
            for (Holding holding : holdingsOf(id(one))) {
                Pool pool = poolOf.get(holding.adviserId());
                if (pool != null && holding.freed().signum() > 0) {
                    freed.computeIfAbsent(pool, unused -> new HashMap<>())
                            .put(numberOf(pool, holding.adviserId()), holding.freed());
                }
            }
            Pool pool = Optional.ofNullable(pools.get(placeOf(one))).orElseThrow();
            turns.add(new Turn(pool, numbers.merge(pool, 1, Integer::sum) - 1, freed));
        }
        Set<CaseId> givenOut = new HashSet<>();
        int next = 0;
        while (next < turns.size()) {
            Turn turn = turns.get(next);
            CaseId id = id(waiting.get(next));
            next++;
            if (!givenOut.contains(id) && turn.give()) {
                givenOut.add(id);
                next = turn.freed().isEmpty() ? next : 0;
            }
        }
        return givenOut;
    }

    private static int numberOf(Pool pool, AdviserId id) {
        return pool.numbers.getOrDefault(id, Packing.NOBODY);
    }

    private AllocationPlan result(Set<AdviserId> considered) {
        Map<CaseId, Optional<AdviserId>> toAdvisers = new HashMap<>();
        given.forEach((id, adviser) -> toAdvisers.put(id, Optional.of(adviser.adviserId())));
        Workload then = now.ifGiven(toAdvisers);
        List<ProposedAllocation> proposals = new ArrayList<>();
        List<LeftOverCase> leftOver = new ArrayList<>();
        for (WaitingCase one : waiting) {
            CaseId id = id(one);
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
        List<AdviserWorkload> loaded = only(then, considered);
        Spread after = Spread.of(loaded);
        double deviation = after.deviation().orElse(0);
        double cost = 0;
        for (AdviserWorkload adviser : loaded) {
            double has = adviser.load().central().doubleValue();
            cost += has * has / adviser.capacity().points().doubleValue();
        }
        return new AllocationPlan(
                proposals,
                leftOver,
                Spread.of(only(now, considered)),
                after,
                new Bound(
                        deviation,
                        capacity == 0 ? 0 : Math.min(deviation, Spread.deviation(bound, load, capacity)),
                        bound == 0 ? 0 : 100 * Math.max(0, cost - bound) / bound,
                        (int) leftOver.stream().filter(one -> !one.certain()).count()));
    }

    private static List<AdviserWorkload> only(Workload workload, Set<AdviserId> considered) {
        return workload.advisers().stream()
                .filter(one -> considered.contains(one.adviser().adviserId()))
                .sorted(BY_ID)
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

    private Place placeOf(WaitingCase one) {
        Team team = CaseKind.stage(one.childrensCase(), asAt) == Stage.TO_FIRST_HEARING
                ? Team.TO_FIRST_HEARING
                : Team.AFTER_FIRST_HEARING;
        return place(one.childrensCase().areaCode(), team);
    }

    private Place placeOf(Adviser adviser) {
        return place(adviser.areaCode(), adviser.team());
    }

    private Place place(AreaCode area, Team team) {
        return new Place(
                permitted.contains(Permission.OUT_OF_AREA) ? Optional.empty() : Optional.of(area),
                permitted.contains(Permission.OUT_OF_TEAM) ? Optional.empty() : Optional.of(team));
    }

    /* Shares the cases that are given out, as loads are once these burden nobody. */
    private void share(Pool pool, Workload freed) {
        List<BigDecimal> loads = pool.advisers.stream()
                .map(one -> freed.adviser(one.adviser().adviserId())
                        .orElseThrow()
                        .load()
                        .central())
                .toList();
        BigDecimal[] ending = new BigDecimal[loads.size()];
        Arrays.fill(ending, BigDecimal.ZERO);
        List<FairShare.Item> items = new ArrayList<>();
        List<Integer> packed = new ArrayList<>();
        int[] packing = pool.packing.takerOf();
        for (int i = 0; i < packing.length; i++) {
            CaseId id = id(pool.cases.get(i));
            if (packing[i] == Packing.NOBODY) {
                left.put(
                        id,
                        new LeftOverCase(
                                pool.cases.get(i),
                                pointsOf(id),
                                whyLeftOver(pool, i),
                                pool.packing.isCertain(i) && !isSupported(id, pool)));
            } else {
                int previous = Optional.ofNullable(ledBy.get(id))
                        .map(one -> numberOf(pool, one))
                        .orElse(Packing.NOBODY);
                items.add(new FairShare.Item(pointsOf(id), previous));
                packed.add(packing[i]);
                for (Holding holding : holdingsOf(id)) {
                    int number = numberOf(pool, holding.adviserId());
                    if (number != Packing.NOBODY) {
                        ending[number] = ending[number].add(holding.once());
                    }
                }
            }
        }
        List<FairShare.Taker> takers = new ArrayList<>();
        for (int i = 0; i < ending.length; i++) {
            BigDecimal most = pool.advisers.get(i).capacity().points();
            takers.add(new FairShare.Taker(loads.get(i), most, pool.packing.room(i), ending[i]));
            load += loads.get(i).doubleValue();
            capacity += most.doubleValue();
        }
        FairShare.Result result =
                FairShare.of(takers, items, packed.stream().mapToInt(one -> one).toArray());
        bound += result.bound();
        int item = 0;
        for (int i = 0; i < packing.length; i++) {
            if (packing[i] != Packing.NOBODY) {
                CaseId id = id(pool.cases.get(i));
                int taker = result.takerOf()[item];
                given.put(id, pool.advisers.get(taker).adviser());
                chosen.put(id, choice(pool.place, items.get(item++), taker, takers));
                load += pointsOf(id).doubleValue();
            }
        }
    }

    /* Whoever supports a case would have it for less than it is counted. */
    private boolean isSupported(CaseId id, Pool pool) {
        return holdingsOf(id).stream()
                .anyMatch(holding ->
                        holding.once().signum() > 0 && numberOf(pool, holding.adviserId()) != Packing.NOBODY);
    }

    private static String choice(Place place, FairShare.Item item, int taker, List<FairShare.Taker> takers) {
        long withRoom = takers.stream()
                .filter(one -> one.room().compareTo(item.weight()) >= 0)
                .count();
        String spread = (withRoom == 1
                        ? "the only adviser with room "
                        : "most even spread over the " + withRoom + " advisers with room ")
                + place.words();
        return item.previous() == taker ? spread + "; led the previous case" : spread;
    }

    private String whyLeftOver(Pool pool, int number) {
        if (pool.advisers.isEmpty()) {
            return "no adviser with capacity " + pool.place.words();
        }
        BigDecimal weight = pointsOf(id(pool.cases.get(number)));
        BigDecimal most = BigDecimal.ZERO;
        for (int taker = 0; taker < pool.advisers.size(); taker++) {
            most = most.max(pool.packing.room(taker));
        }
        String needed = "it needs " + weight.stripTrailingZeros().toPlainString() + " points";
        return most.compareTo(weight) < 0
                ? needed + " and the most that an adviser " + pool.place.words() + " has room for is "
                        + most.stripTrailingZeros().toPlainString()
                : needed + " and the cases that are given out take the room of the advisers " + pool.place.words();
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
        reasons.add(
                Optional.ofNullable(chosen.get(one.childrensCase().caseId())).orElseThrow());
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
