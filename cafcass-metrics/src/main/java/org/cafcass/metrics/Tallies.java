package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.ABSENT;
import static org.cafcass.metrics.ExtractColumns.NEVER;
import static org.cafcass.model.extract.ExtractTable.ABSENCES;
import static org.cafcass.model.extract.ExtractTable.ALLOCATIONS;
import static org.cafcass.model.extract.ExtractTable.AUDITS;
import static org.cafcass.model.extract.ExtractTable.CHECKS;
import static org.cafcass.model.extract.ExtractTable.FEEDBACK;
import static org.cafcass.model.extract.ExtractTable.HEARINGS;
import static org.cafcass.model.extract.ExtractTable.POSTS;
import static org.cafcass.model.extract.ExtractTable.REPORTS;
import static org.cafcass.model.extract.ExtractTable.SURVEY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cafcass.metrics.DailyTotals.Total;
import org.cafcass.metrics.Tally.Selector;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CheckKind;
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.extract.ExtractTable;

/** The tallies that the measures of the catalogue are made of: which rows count, worded as the definitions word it. */
final class Tallies {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    static final int DAYS_OF_52_WEEKS = 364;
    static final int DAYS_OF_100_WEEKS = 700;
    private static final int CHILD_IMPACT_WORKING_DAYS = 40;
    private static final int POLICE_CHECK_WORKING_DAYS = 2;
    private static final int TRUE = 1;

    private Tallies() {}

    /** Whether a row of some rows counts. */
    @FunctionalInterface
    private interface RowTest {
        boolean test(Moment moment, int row);
    }

    /** The amount that a row adds. */
    @FunctionalInterface
    private interface RowAmount {
        int of(Moment moment, int row);
    }

    private static Selector those(Function<Moment, Rows> rows, RowTest test) {
        return (moment, into) -> {
            Rows list = rows.apply(moment);
            int[] each = list.each();
            boolean[] counted = new boolean[each.length];
            for (int i = 0; i < each.length; i++) {
                counted[i] = test.test(moment, each[i]);
            }
            into.addThose(list, counted);
        };
    }

    /** The rows of a list that have one of some codes in a column; a function of each row's own would be called a row. */
    private static Selector among(Function<Moment, Rows> rows, Function<ExtractColumns, int[]> column, int codes) {
        return (moment, into) -> {
            Rows list = rows.apply(moment);
            int[] codesOfRows = list.in(column.apply(moment.columns()));
            boolean[] counted = new boolean[codesOfRows.length];
            for (int i = 0; i < counted.length; i++) {
                counted[i] = (codes >>> codesOfRows[i] & ~(codesOfRows[i] >> 31) & 1) == 1;
            }
            into.addThose(list, counted);
        };
    }

    private static final int ANY_CODE = -1;

    private static int codes(Enum<?>... constants) {
        return Arrays.stream(constants)
                .mapToInt(constant -> 1 << constant.ordinal())
                .reduce(0, (a, b) -> a | b);
    }

    private static Selector all(Function<Moment, Rows> rows) {
        return (moment, into) -> into.addAll(rows.apply(moment));
    }

    private static Selector amounts(Function<Moment, Rows> rows, RowAmount amount) {
        return (moment, into) -> {
            Rows counted = rows.apply(moment);
            into.addAll(
                    counted,
                    Arrays.stream(counted.each())
                            .map(row -> amount.of(moment, row))
                            .toArray());
        };
    }

    private static Selector those(RowAmount size, RowTest test) {
        return (moment, into) -> {
            for (int row = 0; row < size.of(moment, 0); row++) {
                if (test.test(moment, row)) {
                    into.add(row);
                }
            }
        };
    }

    // -------------------------------------------------------------------------- cases and children

    static final Tally CASES_RECEIVED =
            cases("cases received in P", all(Moment::receivedCases)).totalled(Total.CASES_RECEIVED);
    static final Tally CHILDREN_RECEIVED = children(
                    "children rows of cases received in P", all(Moment::receivedChildren))
            .totalled(Total.CHILDREN_RECEIVED);
    static final Tally CHILD_IDS_RECEIVED = childIds("children of cases received in P", Moment::receivedChildren);
    static final Tally CASES_RETURNING = cases(
            "cases received in P with a previous case",
            Moment::receivedCases,
            (m, row) -> m.columns().cases.previousCase[row] != ABSENT);
    static final Tally WORKING_DAYS = Tally.of(
                    "working days in P",
                    Subject.PERIOD,
                    (moment, into) -> into.add(0, moment.workingDaysBetween(moment.first(), moment.last() + 1)))
            .amountsOf();

    static final Tally CASES_CLOSED =
            cases("cases closed in P", all(Moment::closedCases)).totalled(Total.CASES_CLOSED);
    static final Tally CHILDREN_CLOSED = children("children rows of cases closed in P", all(Moment::closedChildren))
            .totalled(Total.CHILDREN_CLOSED);
    static final Tally DAYS_TO_CLOSE = Tally.of(
                    "days from received_on to closed_on of cases closed in P", Subject.CASE, Tallies::daysToClose)
            .indexedBy(ClosingOrder.DAYS)
            .amountsOf(CASES_CLOSED);
    static final Tally CASES_WITHIN_26_WEEKS = cases(
                    "cases closed in P within 26 weeks (182 days or fewer)", Tallies::within26Weeks)
            .indexedBy(ClosingOrder.WITHIN_26_WEEKS);
    static final Tally CHILDREN_WITHIN_26_WEEKS = children(
            "children rows of cases closed in P within 26 weeks (182 days or fewer)",
            Moment::closedChildren,
            (m, row) -> isWithin26Weeks(m, m.columns().children.caseRow[row]));

    private static boolean isWithin26Weeks(Moment moment, int caseRow) {
        return moment.columns().cases.daysToClose[caseRow]
                <= moment.conventions().duration().within26WeeksDays();
    }

    private static void within26Weeks(Moment moment, Contributions into) {
        into.addThose(
                moment.closedCases(),
                moment.daysToClose(),
                moment.conventions().duration().within26WeeksDays());
    }

    private static void daysToClose(Moment moment, Contributions into) {
        Conventions.Duration duration = moment.conventions().duration();
        int[] days = moment.daysToClose();
        into.addAll(
                moment.closedCases(),
                duration == Conventions.Duration.WHOLE_WEEKS
                        ? Arrays.stream(days).map(duration::counted).toArray()
                        : days);
    }

    private static void openDays(Moment moment, Contributions into) {
        int[] days = moment.openCases().in(moment.columns().cases.receivedOn);
        for (int i = 0; i < days.length; i++) {
            days[i] = moment.last() - days[i];
        }
        into.addAll(moment.openCases(), days);
    }

    static final Tally OPEN_CASES = cases("cases open as at D", all(Moment::openCases))
            .totalled(Total.OPEN_CASES)
            .indexedBy(OpenByKind.CASES);
    static final Tally OPEN_CHILDREN = children("children rows of cases open as at D", all(Moment::openChildren))
            .totalled(Total.OPEN_CHILDREN);
    static final Tally CHILD_IDS_OPEN = childIds("children of cases open as at D", Moment::openChildren);
    static final Tally OPEN_PRIVATE_LAW_CASES = cases(
            "private law cases open as at D",
            among(Moment::openCases, columns -> columns.cases.law, codes(Law.PRIVATE)));
    static final Tally OPEN_DAYS = Tally.of(
                    "days from received_on to D of cases open as at D", Subject.CASE, Tallies::openDays)
            .totalled(Total.OPEN_DAYS)
            .indexedBy(OpenByKind.DAYS)
            .amountsOf(OPEN_CASES);

    static final Tally OPEN_CASES_52_WEEKS = openCasesOfAge(DAYS_OF_52_WEEKS).totalled(Total.OPEN_CASES_52_WEEKS);
    static final Tally OPEN_CHILDREN_52_WEEKS =
            openChildrenOfAge(DAYS_OF_52_WEEKS).totalled(Total.OPEN_CHILDREN_52_WEEKS);
    static final Tally OPEN_CASES_100_WEEKS = openCasesOfAge(DAYS_OF_100_WEEKS).totalled(Total.OPEN_CASES_100_WEEKS);
    static final Tally OPEN_CHILDREN_100_WEEKS =
            openChildrenOfAge(DAYS_OF_100_WEEKS).totalled(Total.OPEN_CHILDREN_100_WEEKS);

    private static Tally openCasesOfAge(int days) {
        return cases(
                "cases open as at D for " + days + " days or more",
                Moment::openCases,
                (m, row) -> m.last() - m.columns().cases.receivedOn[row] >= days);
    }

    static Tally openCasesOver(int days) {
        return cases(
                "cases open as at D for more than " + days + " days",
                Moment::openCases,
                (m, row) -> m.last() - m.columns().cases.receivedOn[row] > days);
    }

    private static Tally openChildrenOfAge(int days) {
        return children(
                "children rows of cases open as at D for " + days + " days or more",
                Moment::openChildren,
                (m, row) -> m.last() - m.columns().cases.receivedOn[m.columns().children.caseRow[row]] >= days);
    }

    static Tally readyCases(Moment.Readiness readiness, String hearing) {
        return cases(
                "open private law cases with a report filed, none outstanding and " + hearing,
                Moment::openCases,
                (m, row) -> m.readiness(row) == readiness,
                REPORTS,
                HEARINGS);
    }

    static Tally readyChildren(Moment.Readiness readiness, String hearing) {
        return children(
                "children rows of open private law cases with a report filed, none outstanding and " + hearing,
                Moment::openChildren,
                (m, row) -> m.readiness(m.columns().children.caseRow[row]) == readiness,
                REPORTS,
                HEARINGS);
    }

    /** By case, the days of its age on which it was under observation and how it left: for the survival estimate. */
    static final Tally AGES_UNDER_OBSERVATION = Tally.of(
                    "ages under observation in P of cases received by D and not closed before P",
                    Subject.CASE,
                    (m, into) -> {
                        ExtractColumns.Cases cases = m.columns().cases;
                        for (int row : cases.stays
                                .endingAfterAndBegunBy(m.first() - 1, m.last())
                                .each()) {
                            int entry = Math.max(0, m.first() - cases.receivedOn[row]);
                            boolean closed = cases.closedOn[row] <= m.last();
                            int exit = (closed ? cases.closedOn[row] : m.last()) - cases.receivedOn[row];
                            into.add(row, Observation.of(entry, exit, closed));
                        }
                    })
            .amountsOf(CASES_CLOSED);

    private static Tally cases(String name, Selector selector, ExtractTable... needs) {
        return Tally.of(name, Subject.CASE, selector, needs);
    }

    private static Tally cases(String name, Function<Moment, Rows> rows, RowTest test, ExtractTable... needs) {
        return cases(name, those(rows, test), needs);
    }

    private static Tally children(String name, Selector selector, ExtractTable... needs) {
        return Tally.of(name, Subject.CHILD, selector, needs);
    }

    private static Tally children(String name, Function<Moment, Rows> rows, RowTest test, ExtractTable... needs) {
        return children(name, those(rows, test), needs);
    }

    private static Tally childIds(String name, Function<Moment, Rows> rows) {
        return Tally.of(name, Subject.CHILD, amounts(rows, (m, row) -> m.columns().children.childId[row]));
    }

    // -------------------------------------------------------------------------- reports

    private static Tally reports(String name, RowTest test) {
        return Tally.of(name, Subject.REPORT, those((m, row) -> m.columns().reports.size, test), REPORTS);
    }

    static final Tally REPORTS_ORDERED = ofReports("reports ordered in P", all(Moment::orderedReports))
            .withKey(BreakdownKey.REPORT, (moment, into) -> {
                ExtractColumns.Reports reports = moment.columns().reports;
                for (int row : moment.orderedReports().each()) {
                    into.addUnder(reports.kind[row], row, 1);
                    if (reports.kind[row] == ReportKind.SECTION_7.ordinal()
                            || reports.kind[row] == ReportKind.SECTION_7_ADDENDUM.ordinal()) {
                        into.addUnder(Subject.SECTION_7_ALL, row, 1);
                    }
                }
            });
    static final Tally REPORTS_FILED =
            ofReports("reports filed in P", all(Moment::filedReports)).steadyBy(columns -> columns.reports.filedOn);
    static final Tally WORKING_DAYS_TO_FILE = Tally.of(
                    "working days from ordered_on to filed_on of reports filed in P",
                    Subject.REPORT,
                    Tallies::workingDaysToFile,
                    REPORTS)
            .steadyBy(columns -> columns.reports.filedOn)
            .amountsOf(REPORTS_FILED);
    static final Tally REPORTS_WITH_FIRST_AGREED_DATE = filedReports(
            "reports filed in P with a first_agreed_on", (m, row) -> m.columns().reports.firstAgreedOn[row] != NEVER);
    static final Tally REPORTS_EXTENDED =
            filedReports("reports filed in P with an agreed_on after their first_agreed_on", (m, row) -> {
                ExtractColumns.Reports reports = m.columns().reports;
                return reports.agreedOn[row] != NEVER && reports.agreedOn[row] > reports.firstAgreedOn[row];
            });
    static final Tally REPORTS_WITHOUT_FIRST_AGREED_DATE = filedReports(
            "reports filed in P without a first_agreed_on",
            (m, row) -> m.columns().reports.firstAgreedOn[row] == NEVER);
    static final Tally REPORTS_WITHOUT_AGREED_DATE = filedReports(
            "reports filed in P without an agreed date",
            (m, row) -> m.columns().reports.agreedDate(row) == NEVER);
    static final Tally REPORTS_WITH_AGREED_DATE = filedReports(
            "reports filed in P with an agreed date",
            (m, row) -> m.columns().reports.agreedDate(row) != NEVER);
    static final Tally REPORTS_FILED_BY_AGREED_DATE =
            filedReports("reports filed in P by their agreed date", (m, row) -> {
                ExtractColumns.Reports reports = m.columns().reports;
                int agreed = reports.agreedDate(row);
                return agreed != NEVER && reports.filedOn[row] <= agreed;
            });
    static final Tally CHILD_IMPACT_REPORTS_DUE = orderedReports(
            "child_impact reports ordered in P whose 40 working days have passed by D", Tallies::childImpactDue);
    static final Tally CHILD_IMPACT_REPORTS_NOT_YET_DUE = orderedReports(
            "child_impact reports ordered in P whose 40 working days have not passed by D",
            (m, row) -> m.columns().reports.kind[row] == ReportKind.CHILD_IMPACT.ordinal() && !childImpactDue(m, row));
    static final Tally CHILD_IMPACT_REPORTS_IN_TIME = orderedReports(
            "child_impact reports ordered in P whose 40 working days have passed by D, filed within them",
            (m, row) -> childImpactDue(m, row)
                    && m.limitWasKept(
                            m.columns().reports.orderedOn[row],
                            m.columns().reports.filedOn[row],
                            CHILD_IMPACT_WORKING_DAYS));
    static final Tally REPORTS_OVERDUE = reports(
            "reports of open cases ordered by D, unfiled as at D and with an agreed date before D", (m, row) -> {
                ExtractColumns.Reports reports = m.columns().reports;
                return reports.orderedOn[row] <= m.last()
                        && reports.filedOn[row] > m.last()
                        && reports.agreedDate(row) < m.last()
                        && m.columns().cases.openOn(reports.caseRow[row], m.last());
            });

    private static Tally ofReports(String name, Selector selector) {
        return Tally.of(name, Subject.REPORT, selector, REPORTS);
    }

    private static Tally orderedReports(String name, RowTest test) {
        return ofReports(name, those(Moment::orderedReports, test));
    }

    private static Tally filedReports(String name, RowTest test) {
        return ofReports(name, those(Moment::filedReports, test));
    }

    private static void workingDaysToFile(Moment moment, Contributions into) {
        ExtractColumns.Reports reports = moment.columns().reports;
        int[] orderedOn = moment.filedReports().in(reports.orderedOn);
        int[] workingDays = moment.filedReports().in(reports.filedOn);
        for (int i = 0; i < workingDays.length; i++) {
            workingDays[i] = moment.workingDaysBetween(orderedOn[i], workingDays[i]);
        }
        into.addAll(moment.filedReports(), workingDays);
    }

    private static boolean childImpactDue(Moment moment, int row) {
        ExtractColumns.Reports reports = moment.columns().reports;
        return reports.kind[row] == ReportKind.CHILD_IMPACT.ordinal()
                && moment.limitHasPassed(reports.orderedOn[row], CHILD_IMPACT_WORKING_DAYS);
    }

    // -------------------------------------------------------------------------- allocation

    static final Tally CASES_FIRST_ALLOCATED =
            cases("cases whose first lead allocation begins in P", all(Moment::firstAllocatedCases), ALLOCATIONS);
    static final Tally DAYS_TO_ALLOCATION = Tally.of(
                    "days from received_on to the first lead allocation, where that begins in P",
                    Subject.CASE,
                    amounts(
                            Moment::firstAllocatedCases,
                            (m, row) -> firstLead(m, row) - m.columns().cases.receivedOn[row]),
                    ALLOCATIONS)
            .amountsOf(CASES_FIRST_ALLOCATED);
    static final Tally WORKING_DAYS_TO_ALLOCATION = Tally.of(
                    "working days from received_on to the first lead allocation, where that begins in P",
                    Subject.CASE,
                    amounts(
                            Moment::firstAllocatedCases,
                            (m, row) -> m.workingDaysBetween(m.columns().cases.receivedOn[row], firstLead(m, row))),
                    ALLOCATIONS)
            .amountsOf(CASES_FIRST_ALLOCATED);
    static final Tally CASES_ALLOCATED_BY_MONTH_END = cases(
            "cases received in P with a lead allocation begun by the last day of the month of receipt, and by D",
            Moment::receivedCases,
            (m, row) -> firstLead(m, row) <= Math.min(m.last(), monthEnd(m.columns().cases.receivedOn[row])),
            ALLOCATIONS);

    private static int firstLead(Moment moment, int caseRow) {
        return moment.columns().allocations.firstLeadFrom[caseRow];
    }

    private static int monthEnd(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return day + date.lengthOfMonth() - date.getDayOfMonth();
    }

    static Tally casesHeld(Holder holder, String name) {
        return cases(name, Moment::openCases, (m, row) -> m.holder(row) == holder, ALLOCATIONS);
    }

    static Tally childrenHeld(Holder holder, String name) {
        return children(
                name,
                Moment::openChildren,
                (m, row) -> m.holder(m.columns().children.caseRow[row]) == holder,
                ALLOCATIONS);
    }

    private static Tally advisers(String name, RowTest test, ExtractTable... needs) {
        return Tally.of(name, Subject.ADVISER, those((m, row) -> m.columns().advisers.size, test), needs);
    }

    static final Tally SERVICE_MANAGERS = advisers(
            "service managers employed as at D", (m, row) -> m.isEmployed(row, Role.SERVICE_MANAGER), ALLOCATIONS);
    static final Tally DUTY_CASES_OF_SERVICE_MANAGERS = Tally.of(
            "open cases that they hold on duty",
            Subject.ADVISER,
            (moment, into) -> {
                ExtractColumns.Allocations allocations = moment.columns().allocations;
                for (int row : moment.openCases().each()) {
                    int allocation = moment.holdingAllocation(row);
                    if (allocation != ABSENT
                            && allocations.kind[allocation] == AllocationKind.DUTY.ordinal()
                            && allocations.adviser[allocation] != ABSENT
                            && moment.isEmployed(allocations.adviser[allocation], Role.SERVICE_MANAGER)) {
                        into.add(allocations.adviser[allocation]);
                    }
                }
            },
            ALLOCATIONS);
    static final Tally PRACTICE_SUPERVISORS = advisers(
            "practice supervisors employed as at D",
            (m, row) -> m.isEmployed(row, Role.PRACTICE_SUPERVISOR),
            ALLOCATIONS);
    static final Tally CASES_OF_SUPERVISORS = Tally.of(
            "open cases that practice supervisors employed as at D hold as lead, support or duty, a case once a supervisor",
            Subject.ADVISER,
            supervisorHoldings(false),
            ALLOCATIONS);
    static final Tally CASES_LED_BY_SUPERVISORS = Tally.of(
            "open cases that practice supervisors employed as at D hold as lead, a case once a supervisor",
            Subject.ADVISER,
            supervisorHoldings(true),
            ALLOCATIONS);
    static final Tally SUPERVISORS_ABOVE_12 = Tally.of(
            "practice supervisors employed as at D who hold more than 12 open cases as lead, support or duty, a case once",
            Subject.ADVISER,
            (moment, into) -> {
                Contributions holdings = moment.counted(CASES_OF_SUPERVISORS, false);
                int[] held = new int[moment.columns().advisers.size];
                for (int i = 0; i < holdings.size(); i++) {
                    held[holdings.row(i)]++;
                }
                for (int adviser = 0; adviser < held.length; adviser++) {
                    if (held[adviser] > 12) {
                        into.add(adviser);
                    }
                }
            },
            ALLOCATIONS);

    private static Selector supervisorHoldings(boolean leadOnly) {
        return (moment, into) -> {
            ExtractColumns.Allocations allocations = moment.columns().allocations;
            HashSet<Long> counted = new HashSet<>();
            for (int row : moment.allocations().each()) {
                int adviser = allocations.adviser[row];
                boolean counts = leadOnly
                        ? allocations.kind[row] == AllocationKind.LEAD.ordinal()
                        : allocations.kind[row] != AllocationKind.HUB.ordinal();
                if (counts
                        && adviser != ABSENT
                        && moment.isEmployed(adviser, Role.PRACTICE_SUPERVISOR)
                        && counted.add((long) adviser << 32 | allocations.caseRow[row])) {
                    into.add(adviser);
                }
            }
        };
    }

    // -------------------------------------------------------------------------- caseload

    static final Tally FAMILY_COURT_ADVISERS = advisers(
            "family court advisers employed as at D", (m, row) -> m.isEmployed(row, Role.FAMILY_COURT_ADVISER));
    static final Tally ADVISERS_WITH_CASES = advisersWithCases(
            "family court advisers employed as at D who hold an open case as lead", all(Moment::advisersWithCases));
    static final Tally ADVISERS_WITHOUT_CASES = advisers(
            "family court advisers employed as at D who hold no open case as lead",
            (m, row) -> m.isEmployed(row, Role.FAMILY_COURT_ADVISER) && m.leadCases(row) == 0,
            ALLOCATIONS);
    static final Tally CASES_OF_ADVISERS = advisersWithCases(
            "open cases that they hold as lead", amounts(Moment::advisersWithCases, Moment::leadCases));
    static final Tally FTE_OF_ADVISERS = advisersWithCases("the sum of their fte", (moment, into) -> {
                for (int row : moment.advisersWithCases().each()) {
                    into.add(row, moment.columns().advisers.fte[row]);
                }
            })
            .amountsOf(ADVISERS_WITH_CASES);

    /* A case that an adviser holds in several ways counts once, and not at all where one of them is as lead. */
    static final Tally CASES_HELD_OTHERWISE = Tally.of(
            "open cases that family court advisers employed as at D hold otherwise than as lead",
            Subject.ADVISER,
            (moment, into) -> {
                ExtractColumns.Allocations allocations = moment.columns().allocations;
                HashSet<Long> counted = new HashSet<>();
                for (int row : moment.allocations().each()) {
                    if (allocations.kind[row] == AllocationKind.LEAD.ordinal()) {
                        counted.add((long) allocations.adviser[row] << Integer.SIZE | allocations.caseRow[row]);
                    }
                }
                for (int row : moment.allocations().each()) {
                    int adviser = allocations.adviser[row];
                    if (adviser != ABSENT
                            && moment.isEmployed(adviser, Role.FAMILY_COURT_ADVISER)
                            && counted.add((long) adviser << Integer.SIZE | allocations.caseRow[row])) {
                        into.add(adviser);
                    }
                }
            },
            ALLOCATIONS);

    private static Tally advisersWithCases(String name, Selector selector) {
        return Tally.of(name, Subject.ADVISER, selector, ALLOCATIONS);
    }

    static Tally advisersAbove(int cases) {
        return advisersWithCases(
                "family court advisers employed as at D who hold more than " + cases + " open cases as lead",
                those(Moment::advisersWithCases, (m, row) -> m.leadCases(row) > cases));
    }

    static Tally advisersAtOrAbovePerFte(int cases) {
        BigDecimal ceiling = BigDecimal.valueOf(cases);
        return advisersWithCases(
                "family court advisers employed as at D whose open cases held as lead / fte are at or above " + cases,
                those(
                        Moment::advisersWithCases,
                        (m, row) -> BigDecimal.valueOf(m.leadCases(row))
                                        .compareTo(ceiling.multiply(m.columns().advisers.fte[row]))
                                >= 0));
    }

    // -------------------------------------------------------------------------- audits

    private static Tally ofAudits(String name, Selector selector) {
        return Tally.of(name, Subject.AUDIT, selector, AUDITS);
    }

    private static Tally audits(String name, RowTest test) {
        return ofAudits(name, those(Moment::audits, test));
    }

    static final Tally AUDITS_COMPLETED =
            ofAudits("audits in P", all(Moment::audits)).steadyBy(columns -> columns.audits.auditedOn);
    static final Tally AUDITS_GRADED = ofAudits(
                    "graded audits in P", among(Moment::audits, columns -> columns.audits.grade, ANY_CODE))
            .steadyBy(columns -> columns.audits.auditedOn);
    static final Tally AUDITS_NOT_GRADED =
            audits("audits in P without a grade", (m, row) -> m.columns().audits.grade[row] == ABSENT);
    static final Tally AUDITS_NOT_MODERATED = audits(
            "audits in P without a grade or a moderated grade",
            (m, row) -> m.columns().audits.grade[row] == ABSENT || m.columns().audits.moderatedGrade[row] == ABSENT);
    static final Tally AUDITS_GOOD_OR_OUTSTANDING = ofAudits(
                    "audits in P graded good or outstanding",
                    among(Moment::audits, columns -> columns.audits.grade, codes(Grade.GOOD, Grade.OUTSTANDING)))
            .steadyBy(columns -> columns.audits.auditedOn);
    static final Tally LOCAL_AUDITS = audits("local audits in P", Tallies::isLocal);
    static final Tally COLLABORATIVE_AUDITS = audits(
            "collaborative local audits in P",
            (m, row) -> isLocal(m, row) && m.columns().audits.collaborative[row] == TRUE);
    static final Tally AUDITS_FEEDBACK_ANSWERED = audits(
            "audits in P where child_feedback or adult_feedback was answered",
            (m, row) ->
                    m.columns().audits.childFeedback[row] != ABSENT || m.columns().audits.adultFeedback[row] != ABSENT);
    static final Tally AUDITS_FEEDBACK_NOT_ANSWERED = audits(
            "audits in P where neither child_feedback nor adult_feedback was answered",
            (m, row) ->
                    m.columns().audits.childFeedback[row] == ABSENT && m.columns().audits.adultFeedback[row] == ABSENT);
    static final Tally AUDITS_WITH_FEEDBACK = audits(
            "audits in P with child or adult feedback",
            (m, row) -> m.columns().audits.childFeedback[row] == TRUE || m.columns().audits.adultFeedback[row] == TRUE);
    static final Tally AUDIT_ACTIONS_MISSING = audits(
            "national audits in P without a grade, and audits in P graded inadequate without improvement agreed by D",
            (m, row) -> {
                ExtractColumns.Audits audits = m.columns().audits;
                return (audits.source[row] == AuditSource.NATIONAL.ordinal() && audits.grade[row] == ABSENT)
                        || (audits.grade[row] == Grade.INADEQUATE.ordinal()
                                && audits.improvementAgreedOn[row] > m.last());
            });
    static final Tally MODERATED_GRADES = Tally.of(
                    "audits in P with a grade and a moderated grade",
                    Subject.AUDIT,
                    (moment, into) -> {
                        ExtractColumns.Audits audits = moment.columns().audits;
                        for (int row : moment.audits().each()) {
                            if (audits.grade[row] != ABSENT && audits.moderatedGrade[row] != ABSENT) {
                                into.add(
                                        row,
                                        Moderation.of(
                                                audits.scale[row], audits.grade[row], audits.moderatedGrade[row]));
                            }
                        }
                    },
                    AUDITS)
            .amountsOf(AUDITS_GRADED);

    static Tally auditsAnswered(String column, Function<ExtractColumns.Audits, int[]> answers) {
        return audits(
                "audits in P where " + column + " was answered",
                (m, row) -> answers.apply(m.columns().audits)[row] != ABSENT);
    }

    static Tally auditsNotAnswered(String column, Function<ExtractColumns.Audits, int[]> answers) {
        return audits(
                "audits in P where " + column + " was not answered",
                (m, row) -> answers.apply(m.columns().audits)[row] == ABSENT);
    }

    static Tally auditsAnsweredTrue(String column, Function<ExtractColumns.Audits, int[]> answers) {
        return audits(
                "audits in P where " + column + " is true", (m, row) -> answers.apply(m.columns().audits)[row] == TRUE);
    }

    private static boolean isLocal(Moment moment, int row) {
        return moment.columns().audits.source[row] == AuditSource.LOCAL.ordinal();
    }

    static final Tally ELIGIBLE_ADVISERS = advisers(
            "advisers of 'Caseload' as at D who were employed on the first day of P too",
            (m, row) -> m.eligibleForAudit().get(row),
            ALLOCATIONS,
            AUDITS);
    static final Tally ADVISERS_EMPLOYED_SINCE = Tally.of(
            "advisers of 'Caseload' as at D who were not employed on the first day of P",
            Subject.ADVISER,
            those(Moment::advisersWithCases, (m, row) -> !m.eligibleForAudit().get(row)),
            ALLOCATIONS,
            AUDITS);
    static final Tally AUDITS_OF_ELIGIBLE_ADVISERS = Tally.of(
            "audits in P of eligible advisers",
            Subject.ADVISER,
            (moment, into) -> {
                BitSet eligible = moment.eligibleForAudit();
                into.addAll(Rows.of(Arrays.stream(moment.audits().in(moment.columns().audits.adviser))
                        .filter(eligible::get)
                        .toArray()));
            },
            ALLOCATIONS,
            AUDITS);
    static final Tally ELIGIBLE_ADVISERS_WITH_AUDIT = audited("eligible advisers with an audit in P", true);
    static final Tally ELIGIBLE_ADVISERS_WITHOUT_AUDIT = audited("eligible advisers without an audit in P", false);

    private static Tally audited(String name, boolean withAudit) {
        return Tally.of(
                name,
                Subject.ADVISER,
                (moment, into) -> {
                    BitSet audited = new BitSet();
                    for (int adviser : moment.audits().in(moment.columns().audits.adviser)) {
                        audited.set(adviser);
                    }
                    into.addAll(Rows.of(moment.eligibleForAudit().stream()
                            .filter(adviser -> audited.get(adviser) == withAudit)
                            .toArray()));
                },
                ALLOCATIONS,
                AUDITS);
    }

    private static Tally answers(String name, RowTest test) {
        return Tally.of(
                name,
                Subject.ANSWER,
                those(
                        (m, row) -> m.columns().answers.size,
                        (m, row) -> m.contains(m.columns().audits.auditedOn[m.columns().answers.audit[row]])
                                && test.test(m, row)),
                AUDITS,
                ExtractTable.ANSWERS);
    }

    static final Tally APPLICABLE_ANSWERS = answers(
            "answers of audits in P other than not_applicable",
            (m, row) -> m.columns().answers.answer[row] != AnswerCode.NOT_APPLICABLE.ordinal());
    static final Tally ANSWERS_NOT_APPLICABLE = answers(
            "answers not_applicable of audits in P",
            (m, row) -> m.columns().answers.answer[row] == AnswerCode.NOT_APPLICABLE.ordinal());
    static final Tally YES_ANSWERS = answers(
            "answers yes of audits in P", (m, row) -> m.columns().answers.answer[row] == AnswerCode.YES.ordinal());

    // -------------------------------------------------------------------------- engagement, feedback, checks

    private static boolean isEligible(Moment moment, int child) {
        return moment.columns().children.engagementEligible[child] != 0;
    }

    private static boolean isRecorded(Moment moment, int child) {
        return isEligible(moment, child) && moment.columns().children.engagementRecordedOn[child] <= moment.last();
    }

    private static Tally engaged(String name, RowTest test) {
        return children(name, Moment::openChildren, test).withKey(BreakdownKey.REPORT, (moment, into) -> {
            for (int row : moment.openChildren().each()) {
                if (test.test(moment, row)) {
                    int kinds = moment.reportKindsOrdered(moment.columns().children.caseRow[row]);
                    for (int kind = 0; kind < Subject.SECTION_7_ALL; kind++) {
                        if ((kinds >> kind & 1) == 1) {
                            into.addUnder(kind, row, 1);
                        }
                    }
                }
            }
        });
    }

    static final Tally CHILDREN_ELIGIBLE =
            engaged("children rows of cases open as at D, engagement_eligible not false", Tallies::isEligible);
    static final Tally CHILDREN_NOT_ELIGIBLE =
            engaged("children rows of cases open as at D, engagement_eligible false", (m, row) -> !isEligible(m, row));
    static final Tally CHILDREN_NOT_RECORDED = children(
            "children rows of cases open as at D, engagement_eligible not false, without a record by D",
            Moment::openChildren,
            (m, row) -> isEligible(m, row) && !isRecorded(m, row));
    static final Tally CHILDREN_RECORDED = engaged(
            "children rows of cases open as at D, engagement_eligible not false, with engagement_recorded_on by D",
            Tallies::isRecorded);
    static final Tally CHILDREN_SEEN_IN_PERSON = children(
            "children rows of cases open as at D, engagement_eligible not false, with engagement_recorded_on by D and engagement_mode in_person",
            Moment::openChildren,
            (m, row) -> isRecorded(m, row)
                    && m.columns().children.engagementMode[row] == EngagementMode.IN_PERSON.ordinal());

    private static Tally feedback(String name, FeedbackKind kind, RowTest test) {
        return Tally.of(
                name,
                Subject.FEEDBACK,
                those(
                        (m, row) -> m.columns().feedback.size,
                        (m, row) -> m.columns().feedback.kind[row] == kind.ordinal()
                                && m.contains(m.columns().feedback.receivedOn[row])
                                && test.test(m, row)),
                FEEDBACK);
    }

    static final Tally REFLECTIONS = feedback("reflections received in P", FeedbackKind.REFLECTION, (m, row) -> true);
    static final Tally REFLECTIONS_ANSWERED = feedback(
            "reflections received in P with positive answered",
            FeedbackKind.REFLECTION,
            (m, row) -> m.columns().feedback.positive[row] != ABSENT);
    static final Tally REFLECTIONS_NOT_ANSWERED = feedback(
            "reflections received in P without positive",
            FeedbackKind.REFLECTION,
            (m, row) -> m.columns().feedback.positive[row] == ABSENT);
    static final Tally REFLECTIONS_POSITIVE = feedback(
            "positive reflections received in P",
            FeedbackKind.REFLECTION,
            (m, row) -> m.columns().feedback.positive[row] == TRUE);
    static final Tally COMPLAINTS = feedback("complaints received in P", FeedbackKind.COMPLAINT, (m, row) -> true);
    static final Tally COMPLIMENTS = feedback("compliments received in P", FeedbackKind.COMPLIMENT, (m, row) -> true);

    static Tally complaintsDue(int workingDays) {
        return feedback(
                "complaints received in P whose " + workingDays + " working days have passed by D",
                FeedbackKind.COMPLAINT,
                (m, row) -> m.limitHasPassed(m.columns().feedback.receivedOn[row], workingDays));
    }

    static Tally complaintsNotYetDue(int workingDays) {
        return feedback(
                "complaints received in P whose " + workingDays + " working days have not passed by D",
                FeedbackKind.COMPLAINT,
                (m, row) -> !m.limitHasPassed(m.columns().feedback.receivedOn[row], workingDays));
    }

    static Tally complaintsAnsweredInTime(int workingDays) {
        return feedback(
                "complaints received in P whose " + workingDays
                        + " working days have passed by D, answered within them",
                FeedbackKind.COMPLAINT,
                (m, row) -> m.limitHasPassed(m.columns().feedback.receivedOn[row], workingDays)
                        && m.limitWasKept(
                                m.columns().feedback.receivedOn[row],
                                m.columns().feedback.respondedOn[row],
                                workingDays));
    }

    private static boolean policeCheckDue(Moment moment, int row) {
        ExtractColumns.Checks checks = moment.columns().checks;
        return checks.kind[row] == CheckKind.POLICE_LEVEL_1.ordinal()
                && moment.contains(checks.requestedOn[row])
                && moment.limitHasPassed(checks.requestedOn[row], POLICE_CHECK_WORKING_DAYS);
    }

    static final Tally POLICE_CHECKS_DUE = Tally.of(
            "police_level_1 checks requested in P whose 2 working days have passed by D",
            Subject.CHECK,
            those((m, row) -> m.columns().checks.size, Tallies::policeCheckDue),
            CHECKS);
    static final Tally POLICE_CHECKS_NOT_YET_DUE = Tally.of(
            "police_level_1 checks requested in P whose 2 working days have not passed by D",
            Subject.CHECK,
            those(
                    (m, row) -> m.columns().checks.size,
                    (m, row) -> m.columns().checks.kind[row] == CheckKind.POLICE_LEVEL_1.ordinal()
                            && m.contains(m.columns().checks.requestedOn[row])
                            && !policeCheckDue(m, row)),
            CHECKS);
    static final Tally POLICE_CHECKS_IN_TIME = Tally.of(
            "police_level_1 checks requested in P whose 2 working days have passed by D, returned within them",
            Subject.CHECK,
            those(
                    (m, row) -> m.columns().checks.size,
                    (m, row) -> policeCheckDue(m, row)
                            && m.limitWasKept(
                                    m.columns().checks.requestedOn[row],
                                    m.columns().checks.returnedOn[row],
                                    POLICE_CHECK_WORKING_DAYS)),
            CHECKS);

    // -------------------------------------------------------------------------- workforce and survey

    static final Tally EMPLOYED = advisers("advisers employed as at D", Tallies::isEmployed);
    static final Tally LOCUMS = advisers(
            "locum advisers employed as at D",
            (m, row) -> isEmployed(m, row) && m.columns().advisers.employment[row] == Employment.LOCUM.ordinal());
    static final Tally JOINERS =
            advisers("advisers who started in P", (m, row) -> m.contains(m.columns().advisers.startedOn[row]));
    static final Tally LEAVERS =
            advisers("advisers who left in P", (m, row) -> m.contains(m.columns().advisers.leftOn[row]));
    static final Tally PERMANENT_LEAVERS = advisers(
            "permanent advisers who left in P",
            (m, row) -> isPermanent(m, row) && m.contains(m.columns().advisers.leftOn[row]));
    static final Tally PERMANENT =
            advisers("permanent advisers employed as at D", (m, row) -> isEmployed(m, row) && isPermanent(m, row));
    static final Tally MEAN_PERMANENT_HEADCOUNT = Tally.of(
                    "the mean of the permanent headcounts as at the day before P and as at D",
                    Subject.ADVISER,
                    (moment, into) -> {
                        for (int row = 0; row < moment.columns().advisers.size; row++) {
                            if (isPermanent(moment, row)) {
                                addHalves(moment, row, BigDecimal.ONE, into);
                            }
                        }
                    })
            .amountsOf(PERMANENT)
            .ofBothEnds();
    static final Tally FTE_EMPLOYED = Tally.of(
                    "fte of the advisers employed as at D", Subject.ADVISER, (moment, into) -> {
                        for (int row = 0; row < moment.columns().advisers.size; row++) {
                            if (isEmployed(moment, row)) {
                                into.add(row, moment.columns().advisers.fte[row]);
                            }
                        }
                    })
            .amountsOf(EMPLOYED);
    static final Tally MEAN_FTE = Tally.of(
                    "the mean of the fte employed as at the day before P and as at D",
                    Subject.ADVISER,
                    (moment, into) -> {
                        for (int row = 0; row < moment.columns().advisers.size; row++) {
                            addHalves(moment, row, moment.columns().advisers.fte[row], into);
                        }
                    },
                    ABSENCES)
            .amountsOf(EMPLOYED)
            .ofBothEnds();
    static final Tally FTE_OF_POSTS = Tally.of(
                    "fte of the posts as at D",
                    Subject.POST,
                    (moment, into) -> {
                        ExtractColumns.Posts posts = moment.columns().posts;
                        for (int row = 0; row < posts.size; row++) {
                            if (posts.from[row] <= moment.last() && moment.last() < posts.to[row]) {
                                into.add(row, posts.fte[row]);
                            }
                        }
                    },
                    POSTS)
            .amountsOf();
    static final Tally WORKING_DAYS_LOST = Tally.of(
                    "working days absent while employed in P, a day once",
                    Subject.ADVISER,
                    (moment, into) -> daysLost(moment, into, false),
                    ABSENCES)
            .withKey(BreakdownKey.REASON, (moment, into) -> daysLost(moment, into, true))
            .amountsOf(EMPLOYED);

    private static boolean isEmployed(Moment moment, int adviser) {
        return moment.columns().advisers.employedOn(adviser, moment.last());
    }

    private static boolean isPermanent(Moment moment, int adviser) {
        return moment.columns().advisers.employment[adviser] == Employment.PERMANENT.ordinal();
    }

    private static void addHalves(Moment moment, int adviser, BigDecimal amount, Contributions into) {
        if (moment.columns().advisers.employedOn(adviser, moment.first() - 1)) {
            into.add(adviser, amount.multiply(HALF));
        }
        if (moment.columns().advisers.employedOn(adviser, moment.last())) {
            into.add(adviser, amount.multiply(HALF));
        }
    }

    private static void daysLost(Moment moment, Contributions into, boolean byReason) {
        ExtractColumns.Absences absences = moment.columns().absences;
        ExtractColumns.Advisers advisers = moment.columns().advisers;
        Integer[] order = IntStream.range(0, absences.size)
                .filter(row -> absences.from[row] <= moment.last() && absences.to[row] >= moment.first())
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(order, (left, right) -> {
            int byAdviser = Integer.compare(absences.adviser[left], absences.adviser[right]);
            int byReasonOrder = byReason ? Integer.compare(absences.reason[left], absences.reason[right]) : 0;
            return byAdviser != 0
                    ? byAdviser
                    : byReasonOrder != 0 ? byReasonOrder : Integer.compare(absences.from[left], absences.from[right]);
        });
        int adviser = ABSENT;
        int reason = ABSENT;
        int counted = 0;
        for (int row : order) {
            if (absences.adviser[row] != adviser || (byReason && absences.reason[row] != reason)) {
                adviser = absences.adviser[row];
                reason = absences.reason[row];
                counted = Math.max(moment.first(), advisers.startedOn[adviser]);
            }
            int from = Math.max(absences.from[row], counted);
            int lastDay = Math.min(Math.min(absences.to[row], moment.last()), advisers.leftOn[adviser] - 1);
            if (from <= lastDay) {
                long days = moment.workingDaysBetween(from, lastDay + 1);
                if (days > 0 && !byReason) {
                    into.add(adviser, days);
                } else if (days > 0 && reason != ABSENT) {
                    into.addUnder(reason, adviser, days);
                }
                counted = lastDay + 1;
            }
        }
    }

    private static Tally survey(String name, RowAmount amount) {
        return Tally.of(
                name,
                Subject.SURVEY_QUESTION,
                (moment, into) -> {
                    ExtractColumns.Survey survey = moment.columns().survey;
                    for (int row = 0; row < survey.size; row++) {
                        if (moment.contains(survey.closedOn[row])) {
                            into.add(row, amount.of(moment, row));
                        }
                    }
                },
                SURVEY);
    }

    static final Tally SURVEY_INVITED = survey("invited", (m, row) -> m.columns().survey.invited[row]);
    static final Tally SURVEY_RESPONSES = survey("responses", (m, row) -> m.columns().survey.responses[row]);
    static final Tally SURVEY_AGREED = survey("agreed", (m, row) -> m.columns().survey.agreed[row]);
}
