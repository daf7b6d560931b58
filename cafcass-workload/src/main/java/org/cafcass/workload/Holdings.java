package org.cafcass.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cafcass.metrics.statistics.RunningCounts;
import org.cafcass.model.AdviserId;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.CaseId;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/*
 * Which open cases each adviser holds, in what way and of what kind they are: stretches of days over which nothing of that changes, of one
 * day or of all days. A case that one adviser holds in several ways has one stretch, of the first of lead, duty, hub and support.
 */
final class Holdings {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int NOBODY = -1;
    private static final int[] PRECEDENCE =
            precedence(AllocationKind.LEAD, AllocationKind.DUTY, AllocationKind.HUB, AllocationKind.SUPPORT);

    private final Stretches stretches;
    private final List<CaseKind> kinds;

    private Holdings(Stretches stretches, List<CaseKind> kinds) {
        this.stretches = stretches;
        this.kinds = List.copyOf(kinds);
    }

    private static int[] precedence(AllocationKind... firstToLast) {
        int[] places = new int[AllocationKind.values().length];
        for (int i = 0; i < firstToLast.length; i++) {
            places[firstToLast[i].ordinal()] = i;
        }
        return places;
    }

    /** The holdings of every day. */
    static Holdings of(Extract extract) {
        return new Reading(extract, Integer.MIN_VALUE, NEVER).holdings(Map.of());
    }

    /**
     * The holdings of one day alone, if some cases were given to other leads: whoever leads such a case now, or holds it on duty or in a
     * hub, no longer does.
     *
     * @param given by case, the adviser who is to lead it; empty for nobody
     * @throws WorkloadException if a case is not open or an adviser is not in the extract
     */
    static Holdings on(Extract extract, LocalDate day, Map<CaseId, Optional<AdviserId>> given) {
        Reading reading = onDay(extract, day);
        Map<Integer, Integer> leads = new HashMap<>();
        if (!given.isEmpty()) {
            Map<AdviserId, Integer> rowOf = new HashMap<>();
            extract.advisers().forEach(adviser -> rowOf.put(adviser.adviserId(), rowOf.size()));
            reading.rows(given.keySet()).forEach((caseId, row) -> {
                Optional<AdviserId> to = Objects.requireNonNull(given.get(caseId));
                leads.put(
                        row,
                        to.map(adviser -> rowOf.getOrDefault(adviser, NOBODY)).orElse(NOBODY));
                if (to.isPresent() && !rowOf.containsKey(to.get())) {
                    throw new WorkloadException(
                            "Cannot give a case: no adviser " + to.get().value());
                }
            });
        }
        return reading.holdings(leads);
    }

    /**
     * By case, its kind for an adviser who is given it as lead on a day, out of its hub.
     *
     * @throws WorkloadException if a case is not open
     */
    static Map<CaseId, CaseKind> kindsAsLead(Extract extract, LocalDate day, Collection<CaseId> caseIds) {
        Reading reading = onDay(extract, day);
        Map<CaseId, CaseKind> kinds = new HashMap<>();
        reading.rows(caseIds).forEach((caseId, row) -> {
            int kind = reading.kindNumber(row, reading.first, AllocationKind.LEAD.ordinal(), false);
            kinds.put(caseId, reading.kinds.get(kind));
        });
        return kinds;
    }

    private static Reading onDay(Extract extract, LocalDate day) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        return new Reading(extract, epochDay, epochDay + 1);
    }

    /** The kinds of case, by number. */
    List<CaseKind> kinds() {
        return kinds;
    }

    /** The number of stretches. */
    int size() {
        return stretches.size;
    }

    int adviserOf(int stretch) {
        return stretches.adviser[stretch];
    }

    int caseRowOf(int stretch) {
        return stretches.caseRow[stretch];
    }

    int kindOf(int stretch) {
        return stretches.kind[stretch];
    }

    /** How many cases of each class each adviser that counts holds, day by day, at {@code class * advisers + adviser}. */
    RunningCounts counts(int[] classOfKind, int classes, boolean[] counted) {
        RunningCounts.Changes changes = new RunningCounts.Changes(classes * counted.length, 2 * size());
        for (int i = 0; i < size(); i++) {
            if (counted[adviserOf(i)]) {
                int place = classOfKind[kindOf(i)] * counted.length + adviserOf(i);
                changes.add(stretches.from[i], place);
                if (stretches.to[i] != NEVER) {
                    changes.takeAway(stretches.to[i], place);
                }
            }
        }
        return changes.running();
    }

    /** Stretches as they are found. */
    private static final class Stretches {
        private int size;
        private int[] from;
        private int[] to;
        private int[] adviser;
        private int[] caseRow;
        private int[] kind;

        Stretches(int expected) {
            from = new int[expected];
            to = new int[expected];
            adviser = new int[expected];
            caseRow = new int[expected];
            kind = new int[expected];
        }

        void add(int first, int end, int by, int row, int as) {
            if (size == from.length) {
                int larger = 2 * size + 16;
                from = Arrays.copyOf(from, larger);
                to = Arrays.copyOf(to, larger);
                adviser = Arrays.copyOf(adviser, larger);
                caseRow = Arrays.copyOf(caseRow, larger);
                kind = Arrays.copyOf(kind, larger);
            }
            from[size] = first;
            to[size] = end;
            adviser[size] = by;
            caseRow[size] = row;
            kind[size++] = as;
        }
    }

    /** One pass over an extract's allocations, case by case. */
    private static final class Reading {
        private final Extract extract;
        private final int first;
        private final int end;
        private final int[] law;
        private final int[] application;
        private final int[] receivedOn;
        private final int[] closedOn;
        private final int[] firstHearingOn;
        private final int[] furtherWorkOrderedOn;
        private final int[] rule164On;
        private final int[] highRisk;
        private final int[] children;
        private final int[] caseOf;
        private final int[] as;
        private final int[] adviser;
        private final int[] from;
        private final int[] to;
        private final Stretches stretches;
        private final Map<Long, Integer> kindNumbers = new HashMap<>();
        private final List<CaseKind> kinds = new ArrayList<>();

        Reading(Extract extract, int first, int end) {
            this.extract = extract;
            this.first = first;
            this.end = end;
            Columns cases = extract.columns(ExtractTable.CASES);
            law = cases.toArray("law");
            application = cases.toArray("application");
            receivedOn = cases.toArray("received_on");
            closedOn = days(cases, "closed_on");
            firstHearingOn = days(cases, "first_hearing_on");
            furtherWorkOrderedOn = days(cases, "further_work_ordered_on");
            rule164On = days(cases, "rule_16_4_on");
            highRisk = cases.toArray("high_risk");
            children = new int[law.length];
            for (int row : extract.columns(ExtractTable.CHILDREN).toArray("case_id")) {
                children[row]++;
            }
            Columns allocations = extract.columns(ExtractTable.ALLOCATIONS);
            caseOf = allocations.toArray("case_id");
            as = allocations.toArray("kind");
            adviser = allocations.toArray("adviser_id");
            from = allocations.toArray("from");
            to = days(allocations, "to");
            stretches = new Stretches(first == Integer.MIN_VALUE ? 2 * caseOf.length : 1024);
        }

        /* A day that is absent never comes. */
        private static int[] days(Columns columns, String name) {
            int[] days = columns.toArray(name);
            for (int row = 0; row < days.length; row++) {
                days[row] = days[row] == Columns.ABSENT ? NEVER : days[row];
            }
            return days;
        }

        private boolean isOpenWithin(int row) {
            return receivedOn[row] < end && closedOn[row] > first;
        }

        /* The rows of some cases that are open on the day. */
        Map<CaseId, Integer> rows(Collection<CaseId> caseIds) {
            Columns cases = extract.columns(ExtractTable.CASES);
            List<String> ids = cases.texts("case_id");
            int[] id = cases.toArray("case_id");
            Set<String> wanted = caseIds.stream().map(CaseId::value).collect(Collectors.toSet());
            Map<CaseId, Integer> rows = new HashMap<>();
            for (int row = 0; row < id.length; row++) {
                if (isOpenWithin(row) && wanted.contains(ids.get(id[row]))) {
                    rows.put(new CaseId(ids.get(id[row])), row);
                }
            }
            for (CaseId caseId : caseIds) {
                if (!rows.containsKey(caseId)) {
                    throw new WorkloadException("Cannot give a case: no open case " + caseId.value());
                }
            }
            return rows;
        }

        /* With the cases that are given, by row, to the row of an adviser or to nobody. */
        Holdings holdings(Map<Integer, Integer> leads) {
            int[] ends = new int[law.length + 1];
            for (int row : caseOf) {
                ends[row + 1]++;
            }
            for (int row = 0; row < law.length; row++) {
                ends[row + 1] += ends[row];
            }
            int[] next = ends.clone();
            int[] byCase = new int[caseOf.length];
            for (int allocation = 0; allocation < caseOf.length; allocation++) {
                byCase[next[caseOf[allocation]]++] = allocation;
            }
            for (int row = 0; row < law.length; row++) {
                if (ends[row] < ends[row + 1] && isOpenWithin(row) && !leads.containsKey(row)) {
                    cut(row, Arrays.copyOfRange(byCase, ends[row], ends[row + 1]));
                }
            }
            leads.forEach((row, lead) -> give(row, lead, Arrays.copyOfRange(byCase, ends[row], ends[row + 1])));
            return new Holdings(stretches, kinds);
        }

        /* Cuts the days on which a case is open wherever something of it changes. */
        private void cut(int row, int[] allocations) {
            int begin = Math.max(first, receivedOn[row]);
            int until = Math.min(end, closedOn[row]);
            int[] cuts = new int[5 + 2 * allocations.length];
            int size = 0;
            cuts[size++] = begin;
            cuts[size++] = until;
            for (int day : new int[] {firstHearingOn[row], furtherWorkOrderedOn[row], rule164On[row]}) {
                if (begin < day && day < until) {
                    cuts[size++] = day;
                }
            }
            for (int allocation : allocations) {
                if (begin < from[allocation] && from[allocation] < until) {
                    cuts[size++] = from[allocation];
                }
                if (begin < to[allocation] && to[allocation] < until) {
                    cuts[size++] = to[allocation];
                }
            }
            Arrays.sort(cuts, 0, size);
            for (int i = 1; i < size; i++) {
                if (cuts[i - 1] < cuts[i]) {
                    hold(row, allocations, cuts[i - 1], cuts[i]);
                }
            }
        }

        private void hold(int row, int[] allocations, int day, int until) {
            boolean inHub = false;
            for (int allocation : allocations) {
                inHub |= holds(allocation, day) && as[allocation] == AllocationKind.HUB.ordinal();
            }
            for (int i = 0; i < allocations.length; i++) {
                int allocation = allocations[i];
                if (adviser[allocation] != Columns.ABSENT
                        && holds(allocation, day)
                        && isFirstOfAdviser(allocations, i, day)) {
                    add(row, adviser[allocation], day, until, as[allocation], inHub);
                }
            }
        }

        private void give(int row, int lead, int[] allocations) {
            Set<Integer> supporters = new TreeSet<>();
            for (int allocation : allocations) {
                if (as[allocation] == AllocationKind.SUPPORT.ordinal() && holds(allocation, first)) {
                    supporters.add(adviser[allocation]);
                }
            }
            supporters.remove(lead);
            for (int supporter : supporters) {
                add(row, supporter, first, end, AllocationKind.SUPPORT.ordinal(), false);
            }
            if (lead != NOBODY) {
                add(row, lead, first, end, AllocationKind.LEAD.ordinal(), false);
            }
        }

        private void add(int row, int by, int day, int until, int way, boolean inHub) {
            stretches.add(day, until, by, row, kindNumber(row, day, way, inHub));
        }

        private boolean holds(int allocation, int day) {
            return from[allocation] <= day && to[allocation] > day;
        }

        private boolean isFirstOfAdviser(int[] allocations, int i, int day) {
            int own = PRECEDENCE[as[allocations[i]]];
            for (int j = 0; j < allocations.length; j++) {
                int other = allocations[j];
                if (j != i && adviser[other] == adviser[allocations[i]] && holds(other, day)) {
                    int its = PRECEDENCE[as[other]];
                    if (its < own || its == own && j < i) {
                        return false;
                    }
                }
            }
            return true;
        }

        private int kindNumber(int row, int day, int way, boolean inHub) {
            boolean toFirstHearing =
                    law[row] == Law.PRIVATE.ordinal() && firstHearingOn[row] > day && furtherWorkOrderedOn[row] > day;
            boolean rule164 = rule164On[row] <= day;
            int code = ((law[row] << 5 | application[row]) << 2 | way) << 4
                    | (toFirstHearing ? 1 : 0)
                    | (rule164 ? 2 : 0)
                    | (highRisk[row] == 1 ? 4 : 0)
                    | (inHub ? 8 : 0);
            long kind = (long) children[row] << Integer.SIZE | code;
            Integer known = kindNumbers.get(kind);
            if (known == null) {
                known = kinds.size();
                kindNumbers.put(kind, known);
                kinds.add(new CaseKind(
                        Law.values()[law[row]],
                        Application.values()[application[row]],
                        toFirstHearing ? Stage.TO_FIRST_HEARING : Stage.AFTER_FIRST_HEARING,
                        AllocationKind.values()[way],
                        rule164,
                        highRisk[row] == 1,
                        inHub,
                        children[row]));
            }
            return known;
        }
    }
}
