package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;
import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.jspecify.annotations.Nullable;

/**
 * The extract as the last of some days knew it: P and D of the measures' definitions. What several measures need of it is worked
 * out once, when first asked for. Not safe for several threads.
 */
final class Moment {
    private static final Holder[] BY_EMPLOYMENT = {
        Holder.PERMANENT_ADVISER, Holder.LOCUM_ADVISER, Holder.ASSOCIATE_ADVISER
    };

    private final ExtractColumns columns;
    private final WorkingDayCalendar calendar;
    private final Conventions conventions;
    private final Period period;
    private final int first;
    private final int last;

    private final Map<Tally.Selector, Contributions> counted = new HashMap<>();
    private final Map<Rows, Map<Asked, Layout.Grouping>> groupings = new IdentityHashMap<>();
    private final Map<Tally, Map<Asked, Map<Long, Sum>>> sums = new HashMap<>();
    private final Map<Asked, Map<Long, Amounts>> amounts = new HashMap<>();
    private final Map<Asked, Optional<Map<Long, ClosingOrder.Days>>> daysInClosingOrder = new HashMap<>();
    private final Map<Set<BreakdownKey>, Optional<OpenByKind>> openByKind = new HashMap<>();
    private @Nullable Rows openCases;
    private @Nullable Rows openChildren;
    private @Nullable Rows receivedCases;
    private @Nullable Rows receivedChildren;
    private @Nullable Rows closedCases;
    private @Nullable Rows closedChildren;
    private int @Nullable [] daysToClose;
    private @Nullable Rows firstAllocatedCases;
    private @Nullable Rows allocations;
    private @Nullable Rows orderedReports;
    private @Nullable Rows filedReports;
    private @Nullable Rows audits;
    private @Nullable Rows advisersWithCases;
    private @Nullable BitSet eligibleForAudit;
    private int @Nullable [] holdingAllocation;
    private Readiness @Nullable [] readiness;
    private int @Nullable [] reportKindsOrdered;
    private int @Nullable [] leadCases;

    Moment(ExtractColumns columns, WorkingDayCalendar calendar, Conventions conventions, Period period) {
        this.columns = columns;
        this.calendar = calendar;
        this.conventions = conventions;
        this.period = period;
        this.first = Math.toIntExact(period.first().toEpochDay());
        this.last = Math.toIntExact(period.last().toEpochDay());
    }

    ExtractColumns columns() {
        return columns;
    }

    Conventions conventions() {
        return conventions;
    }

    /** P. */
    Period period() {
        return period;
    }

    /** The first day of P. */
    int first() {
        return first;
    }

    /** The last day of P: D. */
    int last() {
        return last;
    }

    /** Whether a day is in P. */
    boolean contains(int day) {
        return first <= day && day <= last;
    }

    int workingDaysBetween(int startInclusive, int endExclusive) {
        return calendar.workingDaysBetween(startInclusive, endExclusive);
    }

    /** Whether a limit of n working days from a day has passed: a deed on the day after D would break it. */
    boolean limitHasPassed(int from, int workingDays) {
        return from <= last && workingDaysBetween(from, last + 1) > workingDays;
    }

    /** Whether a deed kept a limit of n working days that has passed by D. */
    boolean limitWasKept(int from, int deed, int workingDays) {
        return deed <= last && workingDaysBetween(from, deed) <= workingDays;
    }

    // --------------------------------------------------------------------------

    Rows openCases() {
        if (openCases == null) {
            openCases = columns.cases.stays.on(last);
        }
        return openCases;
    }

    /** The cases open on D by kind and some keys of a day, or none where they are not for totalling. */
    Optional<OpenByKind> openByKind(Set<BreakdownKey> keysOfADay) {
        return openByKind.computeIfAbsent(keysOfADay, keys -> OpenByKind.of(this, keys));
    }

    Rows openChildren() {
        if (openChildren == null) {
            openChildren = columns.children.of(openCases());
        }
        return openChildren;
    }

    Rows receivedCases() {
        if (receivedCases == null) {
            receivedCases = columns.cases.byReceipt().between(first, last);
        }
        return receivedCases;
    }

    Rows receivedChildren() {
        if (receivedChildren == null) {
            receivedChildren = columns.children.of(receivedCases());
        }
        return receivedChildren;
    }

    Rows closedCases() {
        if (closedCases == null) {
            closedCases = columns.cases.stays.endingBetween(first, last);
        }
        return closedCases;
    }

    /** Days from receipt to closing of the cases closed in P, in their order: not to be changed. */
    int[] daysToClose() {
        if (daysToClose == null) {
            daysToClose = closedCases().in(columns.cases.daysToClose);
        }
        return daysToClose;
    }

    Rows closedChildren() {
        if (closedChildren == null) {
            closedChildren = columns.children.of(closedCases());
        }
        return closedChildren;
    }

    /** The cases whose first lead allocation begins in P. */
    Rows firstAllocatedCases() {
        if (firstAllocatedCases == null) {
            firstAllocatedCases = columns.allocations.casesByFirstLead().between(first, last);
        }
        return firstAllocatedCases;
    }

    /** The allocations by which an open case is held on D. */
    Rows allocations() {
        if (allocations == null) {
            allocations = columns.allocations.stays.on(last);
        }
        return allocations;
    }

    Rows orderedReports() {
        if (orderedReports == null) {
            orderedReports = columns.reports.byOrder().between(first, last);
        }
        return orderedReports;
    }

    Rows filedReports() {
        if (filedReports == null) {
            filedReports = inPeriod(columns.reports.filedOn);
        }
        return filedReports;
    }

    Rows audits() {
        if (audits == null) {
            audits = inPeriod(columns.audits.auditedOn);
        }
        return audits;
    }

    /* The rows whose day is in P, of a table that is kept in order of it. */
    private Rows inPeriod(int[] ascendingDays) {
        return Rows.between(DayOrder.firstFrom(ascendingDays, first), DayOrder.firstFrom(ascendingDays, last + 1));
    }

    /** The family court advisers employed on D who lead an open case: the advisers of 'Caseload'. */
    Rows advisersWithCases() {
        if (advisersWithCases == null) {
            int[] advisers = new int[columns.advisers.size];
            int count = 0;
            for (int adviser = 0; adviser < advisers.length; adviser++) {
                if (leadCases(adviser) > 0 && isEmployed(adviser, Role.FAMILY_COURT_ADVISER)) {
                    advisers[count++] = adviser;
                }
            }
            advisersWithCases = Rows.of(Arrays.copyOf(advisers, count));
        }
        return advisersWithCases;
    }

    /** The rows that a tally counts, worked out once for all the breakdowns that are asked for. */
    Contributions counted(Tally tally, boolean withOwnKey) {
        Tally.Selector selector = tally.selector(withOwnKey);
        Contributions known = counted.get(selector);
        if (known == null) {
            known = new Contributions();
            selector.select(this, known);
            counted.put(selector, known);
        }
        return known;
    }

    /** What is asked by some keys: of a tally, or of the rows of a subject. */
    record Asked(Object of, Layout layout, Set<BreakdownKey> by) {}

    /** The cells of contributions by some keys, worked out once for all the tallies that count rows of one list. */
    Layout.Grouping group(Tally tally, Contributions contributions, Layout layout, Set<BreakdownKey> by) {
        return contributions.areOfAList()
                ? groupings
                        .computeIfAbsent(contributions.rows(), rows -> new HashMap<>())
                        .computeIfAbsent(
                                new Asked(tally.subject(), layout, by),
                                asked -> layout.group(tally, contributions, by, this))
                : layout.group(tally, contributions, by, this);
    }

    /** The sums of a tally by some keys, worked out once for all the measures that are made of it. */
    Map<Long, Sum> sums(Tally tally, Layout layout, Set<BreakdownKey> by, Supplier<Map<Long, Sum>> pass) {
        return once(sums(tally), new Asked(tally, layout, by), pass);
    }

    /** The sums of a tally that have been worked out. */
    Map<Asked, Map<Long, Sum>> sums(Tally tally) {
        return sums.computeIfAbsent(tally, unseen -> new LinkedHashMap<>());
    }

    /** The amounts of a tally by some keys, worked out once for all the measures that are made of it. */
    Map<Long, Amounts> amounts(Tally tally, Layout layout, Set<BreakdownKey> by, Supplier<Map<Long, Amounts>> pass) {
        return once(amounts, new Asked(tally, layout, by), pass);
    }

    /** The days of the cases closed in P by some keys, or none where the closing order lacks a key. */
    Optional<Map<Long, ClosingOrder.Days>> daysInClosingOrder(Layout layout, Set<BreakdownKey> by) {
        return once(
                daysInClosingOrder,
                new Asked(Subject.CASE, layout, by),
                () -> columns.closingOrder().over(this, layout, by));
    }

    /* Not computeIfAbsent: a pass may ask for the sums of another tally. */
    private static <T> T once(Map<Asked, T> known, Asked asked, Supplier<T> pass) {
        T found = known.get(asked);
        if (found == null) {
            found = pass.get();
            known.put(asked, found);
        }
        return found;
    }

    // --------------------------------------------------------------------------

    Holder holder(int caseRow) {
        int allocation = holdingAllocation(caseRow);
        if (allocation == ABSENT) {
            return Holder.UNALLOCATED;
        }
        int kind = columns.allocations.kind[allocation];
        if (kind == AllocationKind.DUTY.ordinal()) {
            return Holder.DUTY;
        }
        if (kind == AllocationKind.HUB.ordinal()) {
            return Holder.HUB;
        }
        int adviser = columns.allocations.adviser[allocation];
        if (!columns.advisers.employedOn(adviser, last)) {
            return Holder.LEFT;
        }
        int role = columns.advisers.role[adviser];
        return role == Role.PRACTICE_SUPERVISOR.ordinal()
                ? Holder.SUPERVISOR
                : role == Role.SERVICE_MANAGER.ordinal()
                        ? Holder.MANAGER
                        : BY_EMPLOYMENT[columns.advisers.employment[adviser]];
    }

    /** The lead, duty or hub allocation of an open case on D: the format allows one a day; {@link ExtractColumns#ABSENT} for none. */
    int holdingAllocation(int caseRow) {
        if (holdingAllocation == null) {
            holdingAllocation = new int[columns.cases.size];
            Arrays.fill(holdingAllocation, ABSENT);
            for (int row : allocations().each()) {
                if (columns.allocations.kind[row] != AllocationKind.SUPPORT.ordinal()) {
                    holdingAllocation[columns.allocations.caseRow[row]] = row;
                }
            }
        }
        return holdingAllocation[caseRow];
    }

    /** How many open cases an adviser holds as lead. */
    int leadCases(int adviser) {
        if (leadCases == null) {
            leadCases = columns.allocations.leadCases().on(last);
        }
        return leadCases[adviser];
    }

    boolean isEmployed(int adviser, Role role) {
        return columns.advisers.role[adviser] == role.ordinal() && columns.advisers.employedOn(adviser, last);
    }

    /** The advisers who are eligible for audit coverage: those of 'Caseload' who were employed on the first day of P too. */
    BitSet eligibleForAudit() {
        if (eligibleForAudit == null) {
            eligibleForAudit = Arrays.stream(advisersWithCases().each())
                    .filter(adviser -> columns.advisers.employedOn(adviser, first))
                    .collect(BitSet::new, BitSet::set, BitSet::or);
        }
        return eligibleForAudit;
    }

    // --------------------------------------------------------------------------

    /** How far an open private law case is from its next hearing once its reports are filed. */
    enum Readiness {
        NOT_FILED,
        COURT_READY,
        HEARING_AHEAD,
        HEARING_UNLISTED
    }

    private static final int COURT_READY_DAYS = 42;

    Readiness readiness(int caseRow) {
        if (readiness == null) {
            readiness = workOutReadiness();
        }
        return readiness[caseRow];
    }

    private Readiness[] workOutReadiness() {
        int size = columns.cases.size;
        boolean[] filed = new boolean[size];
        boolean[] unfiled = new boolean[size];
        ExtractColumns.Reports reports = columns.reports;
        for (int row = 0; row < reports.size; row++) {
            if (reports.kind[row] != ReportKind.SAFEGUARDING_LETTER.ordinal()) {
                if (reports.filedOn[row] <= last) {
                    filed[reports.caseRow[row]] = true;
                } else if (reports.orderedOn[row] <= last) {
                    unfiled[reports.caseRow[row]] = true;
                }
            }
        }
        int[] nextHearingOn = new int[size];
        Arrays.fill(nextHearingOn, NEVER);
        ExtractColumns.Hearings hearings = columns.hearings;
        for (int row = 0; row < hearings.size; row++) {
            if (hearings.listedOn[row] <= last && hearings.vacatedOn[row] > last && hearings.hearingOn[row] > last) {
                int caseRow = hearings.caseRow[row];
                nextHearingOn[caseRow] = Math.min(nextHearingOn[caseRow], hearings.hearingOn[row]);
            }
        }
        Readiness[] worked = new Readiness[size];
        Arrays.fill(worked, Readiness.NOT_FILED);
        for (int row : openCases().each()) {
            if (columns.cases.law[row] == Law.PRIVATE.ordinal() && filed[row] && !unfiled[row]) {
                worked[row] = nextHearingOn[row] == NEVER
                        ? Readiness.HEARING_UNLISTED
                        : nextHearingOn[row] - last < COURT_READY_DAYS
                                ? Readiness.COURT_READY
                                : Readiness.HEARING_AHEAD;
            }
        }
        return worked;
    }

    /** The kinds of report that had been ordered in a case by D, as a set of bits by ordinal. */
    int reportKindsOrdered(int caseRow) {
        if (reportKindsOrdered == null) {
            reportKindsOrdered = new int[columns.cases.size];
            ExtractColumns.Reports reports = columns.reports;
            for (int row = 0; row < reports.size; row++) {
                if (reports.orderedOn[row] <= last) {
                    reportKindsOrdered[reports.caseRow[row]] |= 1 << reports.kind[row];
                }
            }
        }
        return reportKindsOrdered[caseRow];
    }
}
