package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;
import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Stage;
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
    private int @Nullable [] openCases;
    private int @Nullable [] openChildren;
    private int @Nullable [] receivedCases;
    private int @Nullable [] receivedChildren;
    private int @Nullable [] closedCases;
    private int @Nullable [] closedChildren;
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

    int[] openCases() {
        if (openCases == null) {
            openCases = openRows(columns.cases, last);
        }
        return openCases;
    }

    int[] openChildren() {
        if (openChildren == null) {
            openChildren = columns.children.byCase().ofAny(openCases());
        }
        return openChildren;
    }

    int[] receivedCases() {
        if (receivedCases == null) {
            receivedCases = columns.cases.byReceipt().between(first, last);
        }
        return receivedCases;
    }

    int[] receivedChildren() {
        if (receivedChildren == null) {
            receivedChildren = columns.children.byCase().ofAny(receivedCases());
        }
        return receivedChildren;
    }

    int[] closedCases() {
        if (closedCases == null) {
            closedCases = columns.cases.byClosing().between(first, last);
        }
        return closedCases;
    }

    int[] closedChildren() {
        if (closedChildren == null) {
            closedChildren = columns.children.byCase().ofAny(closedCases());
        }
        return closedChildren;
    }

    /* The bits of a block of rows: bit b of word w is row b * WORDS + w, so that a loop over the words sets one bit of all of them by the
     * same plain arithmetic on neighbouring rows, which compiles to vector instructions. */
    private static final int WORDS = 256;
    private static final int BLOCK = WORDS * Integer.SIZE;

    private static int[] openRows(ExtractColumns.Cases cases, int day) {
        int[] receivedOn = cases.receivedOn;
        int[] closedOn = cases.closedOn;
        int[] rows = new int[1024];
        int count = 0;
        int[] words = new int[WORDS];
        int row = 0;
        for (; row + BLOCK <= cases.size; row += BLOCK) {
            Arrays.fill(words, 0);
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                setOpen(words, bit, receivedOn, closedOn, row + bit * WORDS, day);
            }
            for (int word = 0; word < WORDS; word++) {
                int bits = words[word];
                if (count + Integer.SIZE > rows.length) {
                    rows = Arrays.copyOf(rows, rows.length * 2);
                }
                while (bits != 0) {
                    rows[count++] = row + Integer.numberOfTrailingZeros(bits) * WORDS + word;
                    bits &= bits - 1;
                }
            }
        }
        rows = Arrays.copyOf(rows, count + cases.size - row);
        for (; row < cases.size; row++) {
            if (cases.openOn(row, day)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /* Both differences are below 0, and so is what they have in common, where receivedOn <= day < closedOn. */
    private static void setOpen(int[] words, int bit, int[] receivedOn, int[] closedOn, int from, int day) {
        for (int i = 0; i < WORDS; i++) {
            words[i] |= ((receivedOn[from + i] - day - 1 & day - closedOn[from + i]) >>> 31) << bit;
        }
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

    // --------------------------------------------------------------------------

    Stage stage(int caseRow) {
        ExtractColumns.Cases cases = columns.cases;
        return cases.law[caseRow] == Law.PRIVATE.ordinal()
                        && cases.firstHearingOn[caseRow] > last
                        && cases.furtherWorkOrderedOn[caseRow] > last
                ? Stage.TO_FIRST_HEARING
                : Stage.AFTER_FIRST_HEARING;
    }

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

    /** The lead, duty or hub allocation of a case on D: the format allows one a day; {@link ExtractColumns#ABSENT} for none. */
    int holdingAllocation(int caseRow) {
        if (holdingAllocation == null) {
            ExtractColumns.Allocations allocations = columns.allocations;
            holdingAllocation = new int[columns.cases.size];
            Arrays.fill(holdingAllocation, ABSENT);
            for (int row = 0; row < allocations.size; row++) {
                if (allocations.kind[row] != AllocationKind.SUPPORT.ordinal() && allocations.holdsOn(row, last)) {
                    holdingAllocation[allocations.caseRow[row]] = row;
                }
            }
        }
        return holdingAllocation[caseRow];
    }

    /** How many open cases an adviser holds as lead. */
    int leadCases(int adviser) {
        if (leadCases == null) {
            ExtractColumns.Allocations allocations = columns.allocations;
            leadCases = new int[columns.advisers.size];
            for (int row = 0; row < allocations.size; row++) {
                if (allocations.kind[row] == AllocationKind.LEAD.ordinal()
                        && allocations.holdsOn(row, last)
                        && columns.cases.openOn(allocations.caseRow[row], last)) {
                    leadCases[allocations.adviser[row]]++;
                }
            }
        }
        return leadCases[adviser];
    }

    boolean isEmployed(int adviser, Role role) {
        return columns.advisers.role[adviser] == role.ordinal() && columns.advisers.employedOn(adviser, last);
    }

    /** Whether an adviser is one of the advisers of 'Caseload': a family court adviser, employed, who leads an open case. */
    boolean carriesCaseload(int adviser) {
        return isEmployed(adviser, Role.FAMILY_COURT_ADVISER) && leadCases(adviser) > 0;
    }

    /** Whether an adviser is eligible for audit coverage: carries a caseload and was employed on the first day of P too. */
    boolean isEligibleForAudit(int adviser) {
        return carriesCaseload(adviser) && columns.advisers.employedOn(adviser, first);
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
        for (int row : openCases()) {
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
