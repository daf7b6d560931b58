package org.cafcass.workload.hubs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.WorkloadException;
import org.jspecify.annotations.Nullable;

/**
 * The open cases without a lead as at a day, whether each may wait, and the clocks that run for it.
 *
 * <p>Private law that is not of high risk may wait after its safeguarding letter; public law and private law of high risk are always
 * allocated. A waiting case is reviewed every 14 days, waits at most 20 weeks, and is allocated 8 weeks before its report is due.
 */
public final class Hubs {
    static final int REVIEW_DAYS = 14;
    static final int LONGEST_WAIT_DAYS = 140;
    static final int BEFORE_FILING_DAYS = 56;
    static final int HEARING_AHEAD_DAYS = 42;

    private final LocalDate asAt;
    private final List<WaitingCase> waiting;
    private final List<PostAssessmentCase> postAssessment;

    private Hubs(LocalDate asAt, List<WaitingCase> waiting, List<PostAssessmentCase> postAssessment) {
        this.asAt = asAt;
        this.waiting = waiting;
        this.postAssessment = postAssessment;
    }

    /**
     * The cases that wait as at a day.
     *
     * @throws WorkloadException if allocations, hearings or reports were not given
     */
    public static Hubs of(Extract extract, LocalDate asAt) {
        Set<ExtractTable> missing = EnumSet.of(ExtractTable.ALLOCATIONS, ExtractTable.HEARINGS, ExtractTable.REPORTS);
        missing.removeIf(extract::has);
        if (!missing.isEmpty()) {
            throw new WorkloadException("Cannot tell which cases may wait: missing: "
                    + missing.stream().map(ExtractTable::fileName).collect(Collectors.joining(", ")));
        }
        return new Reading(extract, asAt).hubs();
    }

    /** The day. */
    public LocalDate asAt() {
        return asAt;
    }

    /** The cases that wait, most urgent first. */
    public List<WaitingCase> waiting() {
        return waiting;
    }

    /** The weekly list for a court: the cases that wait there, in the order of the clock that binds, the fewest days left first. */
    public List<WaitingCase> ofCourt(String courtCode) {
        return waiting.stream()
                .filter(one -> one.childrensCase().courtCode().equals(Optional.of(courtCode)))
                .sorted(Comparator.<WaitingCase, Long>comparing(
                                one -> one.binding().daysLeft())
                        .thenComparing(WaitingCase.MOST_URGENT_FIRST))
                .toList();
    }

    /** The cases that a post-assessment hub can hold, whoever holds them now, in the order of their identifiers. */
    public List<PostAssessmentCase> postAssessment() {
        return postAssessment;
    }

    /** The cases of which a limit, reviews aside, is broken already. */
    public List<WaitingCase> broken() {
        return waiting.stream().filter(one -> one.limit().isBroken()).toList();
    }

    /**
     * What breaks in each of the weeks ahead if no waiting case is allocated: a limit breaks on the day after its last day in time. The
     * first week begins on the day after the as-at day.
     *
     * @param weeks how many weeks
     */
    public List<WeekAhead> weeksAhead(int weeks) {
        List<WeekAhead> ahead = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            LocalDate first = asAt.plusDays(1 + 7L * week);
            LocalDate last = first.plusDays(6);
            int broken = 0;
            int longestWait = 0;
            int beforeFiling = 0;
            int reviews = 0;
            for (WaitingCase one : waiting) {
                broken += breaksIn(one.limit(), first, last) ? 1 : 0;
                for (ClockReading reading : one.clocks()) {
                    switch (reading.clock()) {
                        case LONGEST_WAIT -> longestWait += breaksIn(reading, first, last) ? 1 : 0;
                        case BEFORE_FILING -> beforeFiling += breaksIn(reading, first, last) ? 1 : 0;
                        case REVIEW -> reviews += isReviewedIn(one.since(), last) ? 1 : 0;
                        case NOT_TO_WAIT -> {}
                    }
                }
            }
            ahead.add(new WeekAhead(first, last, broken, longestWait, beforeFiling, reviews));
        }
        return ahead;
    }

    private static boolean breaksIn(ClockReading reading, LocalDate first, LocalDate last) {
        LocalDate breaks = reading.due().plusDays(1);
        return !breaks.isBefore(first) && !breaks.isAfter(last);
    }

    /* Of two weeks one has the review day. */
    private static boolean isReviewedIn(LocalDate since, LocalDate last) {
        return Math.floorMod(last.toEpochDay() - since.toEpochDay(), REVIEW_DAYS) < 7;
    }

    /** One pass over an extract as at a day. */
    private static final class Reading {
        private final Extract extract;
        private final LocalDate asAt;
        private final int day;
        private final int cases;
        private final int[] receivedOn;
        private final int[] closedOn;
        private final boolean[] led;
        private final boolean[] inHub;
        private final Map<Integer, List<Stretch>> stretches = new HashMap<>();
        private final boolean[] letterFiled;
        private final boolean[] reportFiled;
        private final boolean[] reportUnderWay;
        private final int[] reportDue;
        private final int[] nextHearing;

        /** A stretch of days over which a case is held, {@code to} not in it. */
        private record Stretch(int kind, int from, int to) {}

        Reading(Extract extract, LocalDate asAt) {
            this.extract = extract;
            this.asAt = asAt;
            this.day = Math.toIntExact(asAt.toEpochDay());
            this.cases = extract.count(ExtractTable.CASES);
            this.receivedOn = extract.columns(ExtractTable.CASES).toArray("received_on");
            this.closedOn = extract.columns(ExtractTable.CASES).toArray("closed_on");
            this.led = new boolean[cases];
            this.inHub = new boolean[cases];
            this.letterFiled = new boolean[cases];
            this.reportFiled = new boolean[cases];
            this.reportUnderWay = new boolean[cases];
            this.reportDue = never(cases);
            this.nextHearing = never(cases);
            readAllocations();
            readReports();
            readHearings();
        }

        private static int[] never(int cases) {
            int[] days = new int[cases];
            Arrays.fill(days, Integer.MAX_VALUE);
            return days;
        }

        private static int orNever(int day) {
            return day == Columns.ABSENT ? Integer.MAX_VALUE : day;
        }

        private void readAllocations() {
            Columns columns = extract.columns(ExtractTable.ALLOCATIONS);
            int[] caseRow = columns.toArray("case_id");
            int[] kind = columns.toArray("kind");
            int[] from = columns.toArray("from");
            int[] to = columns.toArray("to");
            for (int row = 0; row < caseRow.length; row++) {
                if (from[row] <= day && orNever(to[row]) > day) {
                    led[caseRow[row]] |= kind[row] == AllocationKind.LEAD.ordinal();
                    inHub[caseRow[row]] |= kind[row] == AllocationKind.HUB.ordinal();
                }
            }
            for (int row = 0; row < caseRow.length; row++) {
                if (isWaiting(caseRow[row])
                        && kind[row] != AllocationKind.SUPPORT.ordinal()
                        && from[row] <= day
                        && to[row] != from[row]) {
                    stretches
                            .computeIfAbsent(caseRow[row], unused -> new ArrayList<>(2))
                            .add(new Stretch(kind[row], from[row], orNever(to[row])));
                }
            }
        }

        private boolean isOpen(int row) {
            return receivedOn[row] <= day && orNever(closedOn[row]) > day;
        }

        private boolean isWaiting(int row) {
            return isOpen(row) && !led[row];
        }

        private void readReports() {
            Columns columns = extract.columns(ExtractTable.REPORTS);
            int[] caseRow = columns.toArray("case_id");
            int[] kind = columns.toArray("kind");
            int[] orderedOn = columns.toArray("ordered_on");
            int[] firstAgreedOn = columns.toArray("first_agreed_on");
            int[] agreedOn = columns.toArray("agreed_on");
            int[] filedOn = columns.toArray("filed_on");
            for (int row = 0; row < caseRow.length; row++) {
                int of = caseRow[row];
                boolean filed = orNever(filedOn[row]) <= day;
                if (kind[row] == ReportKind.SAFEGUARDING_LETTER.ordinal()) {
                    letterFiled[of] |= filed;
                } else if (filed) {
                    reportFiled[of] = true;
                } else if (orderedOn[row] <= day) {
                    reportUnderWay[of] = true;
                    int due = agreedOn[row] == Columns.ABSENT ? firstAgreedOn[row] : agreedOn[row];
                    reportDue[of] = Math.min(reportDue[of], orNever(due));
                }
            }
        }

        private void readHearings() {
            Columns columns = extract.columns(ExtractTable.HEARINGS);
            int[] caseRow = columns.toArray("case_id");
            int[] listedOn = columns.toArray("listed_on");
            int[] hearingOn = columns.toArray("hearing_on");
            int[] vacatedOn = columns.toArray("vacated_on");
            for (int row = 0; row < caseRow.length; row++) {
                if (listedOn[row] <= day && orNever(vacatedOn[row]) > day && hearingOn[row] > day) {
                    nextHearing[caseRow[row]] = Math.min(nextHearing[caseRow[row]], hearingOn[row]);
                }
            }
        }

        Hubs hubs() {
            Columns columns = extract.columns(ExtractTable.CASES);
            int[] law = columns.toArray("law");
            int[] highRisk = columns.toArray("high_risk");
            List<ChildrensCase> values = extract.cases();
            List<WaitingCase> waiting = new ArrayList<>();
            List<PostAssessmentCase> postAssessment = new ArrayList<>();
            for (int row = 0; row < cases; row++) {
                if (!isOpen(row)) {
                    continue;
                }
                boolean assessed = law[row] == Law.PRIVATE.ordinal()
                        && highRisk[row] != 1
                        && reportFiled[row]
                        && !reportUnderWay[row]
                        && nextHearing[row] >= day + HEARING_AHEAD_DAYS;
                if (assessed) {
                    postAssessment.add(new PostAssessmentCase(
                            values.get(row),
                            nextHearing[row] == Integer.MAX_VALUE
                                    ? Optional.empty()
                                    : Optional.of(LocalDate.ofEpochDay(nextHearing[row])),
                            inHub[row]));
                }
                if (isWaiting(row)) {
                    waiting.add(waiting(values.get(row), row, assessed));
                }
            }
            waiting.sort(WaitingCase.MOST_URGENT_FIRST);
            postAssessment.sort(
                    Comparator.comparing(one -> one.childrensCase().caseId().value()));
            return new Hubs(asAt, List.copyOf(waiting), List.copyOf(postAssessment));
        }

        private WaitingCase waiting(ChildrensCase childrensCase, int row, boolean assessed) {
            List<Stretch> held = new ArrayList<>(stretches.getOrDefault(row, List.of()));
            held.sort(Comparator.comparing(Stretch::from));
            Stretch last = held.isEmpty() ? null : held.get(held.size() - 1);
            Waits waits = waits(last);
            LocalDate since = waits == Waits.UNALLOCATED
                    ? last == null ? childrensCase.receivedOn() : LocalDate.ofEpochDay(last.to())
                    : LocalDate.ofEpochDay(firstDay(held));
            WaitingRule rule = rule(childrensCase, row);
            return new WaitingCase(childrensCase, waits, since, rule, assessed, clocks(since, rule, row));
        }

        private Waits waits(@Nullable Stretch last) {
            return last == null || last.to() <= day
                    ? Waits.UNALLOCATED
                    : last.kind() == AllocationKind.HUB.ordinal() ? Waits.IN_HUB : Waits.ON_DUTY;
        }

        /* Stretches of one kind that follow each other without a day between them are one. */
        private static int firstDay(List<Stretch> held) {
            int i = held.size() - 1;
            while (i > 0
                    && held.get(i - 1).kind() == held.get(i).kind()
                    && held.get(i - 1).to() == held.get(i).from()) {
                i--;
            }
            return held.get(i).from();
        }

        private WaitingRule rule(ChildrensCase childrensCase, int row) {
            return childrensCase.law() == Law.PUBLIC
                    ? WaitingRule.PUBLIC_LAW
                    : childrensCase.highRisk()
                            ? WaitingRule.HIGH_RISK
                            : letterFiled[row] ? WaitingRule.MAY_WAIT : WaitingRule.BEFORE_SAFEGUARDING_LETTER;
        }

        private List<ClockReading> clocks(LocalDate since, WaitingRule rule, int row) {
            List<ClockReading> clocks = new ArrayList<>();
            if (!rule.mayWait()) {
                clocks.add(new ClockReading(Clock.NOT_TO_WAIT, since, asAt));
            }
            clocks.add(new ClockReading(Clock.LONGEST_WAIT, since.plusDays(LONGEST_WAIT_DAYS), asAt));
            long waited = day - since.toEpochDay();
            long reviews = Math.max(1, (waited + REVIEW_DAYS - 1) / REVIEW_DAYS);
            clocks.add(new ClockReading(Clock.REVIEW, since.plusDays(reviews * REVIEW_DAYS), asAt));
            if (reportDue[row] != Integer.MAX_VALUE) {
                clocks.add(new ClockReading(
                        Clock.BEFORE_FILING, LocalDate.ofEpochDay((long) reportDue[row] - BEFORE_FILING_DAYS), asAt));
            }
            return clocks;
        }
    }
}
