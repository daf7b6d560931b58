package org.cafcass.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/**
 * The open cases that advisers hold as at a day, weighed by a scheme, against what they can hold.
 *
 * <p>It has the advisers employed on the day, and those who hold an open case without being employed, in the order of the extract. A case
 * that one adviser holds in several ways counts once, as the first of lead, duty, hub and support. A case counts while it is open.
 * Immutable.
 */
public final class Workload {
    private final Extract extract;
    private final WeightingScheme scheme;
    private final LocalDate asAt;
    private final Predicate<Adviser> counted;
    private final List<AdviserWorkload> advisers;
    private final Map<AdviserId, AdviserWorkload> byId = new HashMap<>();

    private Workload(
            Extract extract,
            WeightingScheme scheme,
            LocalDate asAt,
            Predicate<Adviser> counted,
            Map<CaseId, Optional<AdviserId>> given) {
        this.extract = Objects.requireNonNull(extract, "extract");
        this.scheme = Objects.requireNonNull(scheme, "scheme");
        this.asAt = Objects.requireNonNull(asAt, "asAt");
        this.counted = Objects.requireNonNull(counted, "counted");
        this.advisers = workloads(given);
        advisers.forEach(workload -> byId.put(workload.adviser().adviserId(), workload));
    }

    /**
     * Weighs what advisers hold.
     *
     * @param extract the extract
     * @param scheme the scheme
     * @param asAt the day
     * @throws WorkloadException if the scheme lacks a weight for a case that is held, or a ceiling for a team of an adviser with a
     *     personal ceiling
     */
    public static Workload of(Extract extract, WeightingScheme scheme, LocalDate asAt) {
        return of(extract, scheme, asAt, adviser -> true);
    }

    /** As {@link #of(Extract, WeightingScheme, LocalDate)}, of some advisers only: what the others hold needs no weight. */
    public static Workload of(Extract extract, WeightingScheme scheme, LocalDate asAt, Predicate<Adviser> counted) {
        return new Workload(extract, scheme, asAt, counted, Map.of());
    }

    private List<AdviserWorkload> workloads(Map<CaseId, Optional<AdviserId>> given) {
        List<Adviser> advisers = extract.advisers();
        List<List<AdviserWorkload.HeldCase>> held = held(given);
        Columns cases = extract.columns(ExtractTable.CASES);
        Map<CaseKind, Points> weighed = new HashMap<>();
        List<AdviserWorkload> workloads = new ArrayList<>();
        for (int row = 0; row < advisers.size(); row++) {
            Adviser adviser = advisers.get(row);
            boolean employed = WeightingScheme.isEmployed(adviser, asAt);
            if ((employed || !held.get(row).isEmpty()) && counted.test(adviser)) {
                workloads.add(new AdviserWorkload(
                        adviser, employed, scheme, scheme.capacity(adviser, asAt), cases, held.get(row), weighed));
            }
        }
        return List.copyOf(workloads);
    }

    /* By adviser, each open case once. */
    private List<List<AdviserWorkload.HeldCase>> held(Map<CaseId, Optional<AdviserId>> given) {
        Holdings holdings = Holdings.on(extract, asAt, given);
        List<List<AdviserWorkload.HeldCase>> held = new ArrayList<>();
        for (int row = 0; row < extract.count(ExtractTable.ADVISERS); row++) {
            held.add(new ArrayList<>());
        }
        for (int stretch = 0; stretch < holdings.size(); stretch++) {
            CaseKind kind = holdings.kinds().get(holdings.kindOf(stretch));
            held.get(holdings.adviserOf(stretch)).add(new AdviserWorkload.HeldCase(holdings.caseRowOf(stretch), kind));
        }
        return held;
    }

    /**
     * This workload, if some cases were given to other leads: whoever leads such a case now, or holds it on duty or in a hub, no longer
     * does; those who support it still do.
     *
     * @param given by case, the adviser who is to lead it; empty for nobody
     * @throws WorkloadException if a case is not open or an adviser is not in the extract
     */
    public Workload ifGiven(Map<CaseId, Optional<AdviserId>> given) {
        return new Workload(extract, scheme, asAt, counted, given);
    }

    /**
     * What each open case adds to the load of an adviser who is given it as lead, and takes it out of its hub.
     *
     * @throws WorkloadException if a case is not open, or the scheme has no weight for one
     */
    public Map<CaseId, Points> pointsAsLead(Collection<CaseId> caseIds) {
        Map<CaseId, Points> points = new HashMap<>();
        Holdings.kindsAsLead(extract, asAt, caseIds).forEach((caseId, kind) -> points.put(caseId, scheme.points(kind)));
        return points;
    }

    /** The scheme that weighed. */
    public WeightingScheme scheme() {
        return scheme;
    }

    /** The day. */
    public LocalDate asAt() {
        return asAt;
    }

    /** The advisers, in the order of the extract. */
    public List<AdviserWorkload> advisers() {
        return advisers;
    }

    /** The workload of an adviser; empty for one who is neither employed on the day nor holds an open case. */
    public Optional<AdviserWorkload> adviser(AdviserId id) {
        return Optional.ofNullable(byId.get(Objects.requireNonNull(id, "id")));
    }

    /** The saturation of some advisers together: the sum of their loads against the sum of their capacities. */
    public Saturation saturation(Predicate<AdviserWorkload> which) {
        Points load = Points.ZERO;
        BigDecimal capacity = BigDecimal.ZERO;
        for (AdviserWorkload workload : advisers) {
            if (which.test(workload)) {
                load = load.plus(workload.load());
                capacity = capacity.add(workload.capacity().points());
            }
        }
        return new Saturation(load, capacity, scheme.bands());
    }
}
