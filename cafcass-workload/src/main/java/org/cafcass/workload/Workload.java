package org.cafcass.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
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

    private final WeightingScheme scheme;
    private final LocalDate asAt;
    private final List<AdviserWorkload> advisers;
    private final Map<AdviserId, AdviserWorkload> byId = new HashMap<>();

    private Workload(WeightingScheme scheme, LocalDate asAt, List<AdviserWorkload> advisers) {
        this.scheme = scheme;
        this.asAt = asAt;
        this.advisers = List.copyOf(advisers);
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
        OpenCases cases = OpenCases.of(extract, asAt);
        List<Adviser> advisers = extract.advisers();
        List<List<OpenCases.Held>> held = held(extract, cases, advisers.size());
        Map<CaseKind, Points> weighed = new HashMap<>();
        List<AdviserWorkload> workloads = new ArrayList<>();
        for (int row = 0; row < advisers.size(); row++) {
            Adviser adviser = advisers.get(row);
            boolean employed = !asAt.isBefore(adviser.startedOn())
                    && adviser.leftOn().map(asAt::isBefore).orElse(true);
            if ((employed || !held.get(row).isEmpty()) && counted.test(adviser)) {
                workloads.add(new AdviserWorkload(
                        adviser, employed, scheme, scheme.capacity(adviser, asAt), held.get(row), weighed));
            }
        }
        return new Workload(scheme, asAt, workloads);
    }

    /* By adviser, each open case once: a long has adviser, case and precedence, in this order of weight. */
    private static List<List<OpenCases.Held>> held(Extract extract, OpenCases cases, int advisers) {
        Columns columns = extract.columns(ExtractTable.ALLOCATIONS);
        int[] caseRow = columns.toArray("case_id");
        int[] kind = columns.toArray("kind");
        int[] adviser = columns.toArray("adviser_id");
        long[] keys = new long[cases.heldRows().length];
        int size = 0;
        for (int row : cases.heldRows()) {
            if (adviser[row] != Columns.ABSENT) {
                int precedence = BY_PRECEDENCE.indexOf(AllocationKind.values()[kind[row]]);
                keys[size++] = ((long) adviser[row] * cases.rows() + caseRow[row]) * BY_PRECEDENCE.size() + precedence;
            }
        }
        Arrays.sort(keys, 0, size);
        List<List<OpenCases.Held>> held = new ArrayList<>();
        for (int i = 0; i < advisers; i++) {
            held.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            long pair = keys[i] / BY_PRECEDENCE.size();
            if (i == 0 || keys[i - 1] / BY_PRECEDENCE.size() != pair) {
                int row = (int) (pair % cases.rows());
                AllocationKind as = BY_PRECEDENCE.get((int) (keys[i] % BY_PRECEDENCE.size()));
                held.get((int) (pair / cases.rows())).add(cases.held(row, as));
            }
        }
        return held;
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
