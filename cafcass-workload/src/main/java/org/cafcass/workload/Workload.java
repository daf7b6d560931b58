package org.cafcass.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
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
    private static final List<AllocationKind> BY_PRECEDENCE =
            List.of(AllocationKind.LEAD, AllocationKind.DUTY, AllocationKind.HUB, AllocationKind.SUPPORT);

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
        OpenCases cases = OpenCases.of(extract, asAt);
        List<Adviser> advisers = extract.advisers();
        List<Held> held = held(cases, advisers, given);
        Map<Integer, Points> weighed = new HashMap<>();
        List<AdviserWorkload> workloads = new ArrayList<>();
        for (int row = 0; row < advisers.size(); row++) {
            Adviser adviser = advisers.get(row);
            boolean employed = !asAt.isBefore(adviser.startedOn())
                    && adviser.leftOn().map(asAt::isBefore).orElse(true);
            if ((employed || held.get(row).size() > 0) && counted.test(adviser)) {
                workloads.add(new AdviserWorkload(
                        adviser, employed, scheme, scheme.capacity(adviser, asAt), cases, held.get(row), weighed));
            }
        }
        return List.copyOf(workloads);
    }

    /* By adviser, each open case once: a long has adviser, case and precedence, in this order of weight. */
    private List<Held> held(OpenCases cases, List<Adviser> advisers, Map<CaseId, Optional<AdviserId>> given) {
        Map<Integer, Optional<AdviserId>> givenByRow = byRow(cases, given);
        givenByRow.keySet().forEach(cases::takeOutOfHub);
        Columns columns = extract.columns(ExtractTable.ALLOCATIONS);
        int[] caseRow = columns.toArray("case_id");
        int[] kind = columns.toArray("kind");
        int[] adviser = columns.toArray("adviser_id");
        long[] keys = new long[cases.heldRows().length + given.size()];
        int size = 0;
        for (int row : cases.heldRows()) {
            AllocationKind as = AllocationKind.values()[kind[row]];
            boolean stands = as == AllocationKind.SUPPORT || !givenByRow.containsKey(caseRow[row]);
            if (adviser[row] != Columns.ABSENT && stands) {
                keys[size++] = key(cases, adviser[row], caseRow[row], as);
            }
        }
        if (!given.isEmpty()) {
            Map<AdviserId, Integer> rowOf = new HashMap<>();
            for (int row = 0; row < advisers.size(); row++) {
                rowOf.put(advisers.get(row).adviserId(), row);
            }
            for (Map.Entry<Integer, Optional<AdviserId>> entry : givenByRow.entrySet()) {
                if (entry.getValue().isPresent()) {
                    Integer to = rowOf.get(entry.getValue().get());
                    if (to == null) {
                        throw new WorkloadException("Cannot give a case: no adviser "
                                + entry.getValue().get().value());
                    }
                    keys[size++] = key(cases, to, entry.getKey(), AllocationKind.LEAD);
                }
            }
        }
        Arrays.sort(keys, 0, size);
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < advisers.size(); i++) {
            held.add(new Held());
        }
        for (int i = 0; i < size; i++) {
            long pair = keys[i] / BY_PRECEDENCE.size();
            if (i == 0 || keys[i - 1] / BY_PRECEDENCE.size() != pair) {
                int row = (int) (pair % cases.rows());
                AllocationKind as = BY_PRECEDENCE.get((int) (keys[i] % BY_PRECEDENCE.size()));
                held.get((int) (pair / cases.rows())).add(row, cases.kindNumber(row, as));
            }
        }
        return held;
    }

    private static long key(OpenCases cases, int adviser, int caseRow, AllocationKind as) {
        return ((long) adviser * cases.rows() + caseRow) * BY_PRECEDENCE.size() + BY_PRECEDENCE.indexOf(as);
    }

    private static Map<Integer, Optional<AdviserId>> byRow(OpenCases cases, Map<CaseId, Optional<AdviserId>> given) {
        Map<Integer, Optional<AdviserId>> byRow = new HashMap<>();
        given.forEach((caseId, adviserId) -> {
            int row = cases.row(caseId);
            if (row < 0 || !cases.isOpen(row)) {
                throw new WorkloadException("Cannot give a case: no open case " + caseId.value());
            }
            byRow.put(row, adviserId);
        });
        return byRow;
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
     * @throws WorkloadException if the scheme has no weight for one
     */
    public Map<CaseId, Points> pointsAsLead(Collection<CaseId> caseIds) {
        OpenCases cases = OpenCases.of(extract, asAt);
        Map<CaseId, Points> points = new HashMap<>();
        for (CaseId caseId : caseIds) {
            int row = cases.row(caseId);
            cases.takeOutOfHub(row);
            int kind = cases.kindNumber(row, AllocationKind.LEAD);
            points.put(caseId, scheme.points(cases.kinds().get(kind)));
        }
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
