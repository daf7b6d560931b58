package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cafcass.metrics.statistics.RunningCounts;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an extract as the engine scans them: days as epoch days, codes as ordinals, references as row numbers. An
 * absent day is {@link #NEVER}, later than every day, so that 'by day D' is one comparison.
 *
 * <p>The large tables are kept in an order of the engine's own, in which what is asked together lies together: cases and allocations
 * by the day on which they end ({@link Stays}), children by case, reports in order of filing, audits of auditing.
 */
final class ExtractColumns {
    /** An absent day: later than every day of the format, and so little that days can be added to it and taken from it. */
    static final int NEVER = 1 << 30;

    /** An absent value of any other column. */
    static final int ABSENT = Columns.ABSENT;

    final Extract extract;
    final Areas areas;
    final Advisers advisers;
    final Cases cases;
    final Children children;
    final Allocations allocations;
    final Hearings hearings;
    final Reports reports;
    final Audits audits;
    final Answers answers;
    final Feedback feedback;
    final Absences absences;
    final Checks checks;
    final Survey survey;
    final Posts posts;

    private volatile @Nullable Optional<DailyTotals> dailyTotals;
    private volatile @Nullable ClosingOrder closingOrder;

    ExtractColumns(Extract extract) {
        this.extract = extract;
        areas = new Areas(extract.columns(ExtractTable.AREAS));
        advisers = new Advisers(extract.columns(ExtractTable.ADVISERS));
        cases = new Cases(extract.columns(ExtractTable.CASES));
        /* The largest table after the cases, beside all others. */
        CompletableFuture<Allocations> beside = CompletableFuture.supplyAsync(
                () -> new Allocations(extract.columns(ExtractTable.ALLOCATIONS), cases, advisers));
        children = new Children(extract.columns(ExtractTable.CHILDREN), cases);
        hearings = new Hearings(extract.columns(ExtractTable.HEARINGS), cases);
        reports = new Reports(extract.columns(ExtractTable.REPORTS), cases);
        audits = new Audits(extract.columns(ExtractTable.AUDITS), cases, advisers);
        answers = new Answers(extract.columns(ExtractTable.ANSWERS), audits);
        feedback = new Feedback(extract.columns(ExtractTable.FEEDBACK), cases);
        absences = new Absences(extract.columns(ExtractTable.ABSENCES));
        checks = new Checks(extract.columns(ExtractTable.CHECKS), cases);
        survey = new Survey(extract.columns(ExtractTable.SURVEY));
        posts = new Posts(extract.columns(ExtractTable.POSTS));
        allocations = beside.join();
    }

    /** The totals of stock and flow by day, if the extract is for totalling; made when first asked for. */
    Optional<DailyTotals> dailyTotals() {
        Optional<DailyTotals> known = dailyTotals;
        if (known == null) {
            known = DailyTotals.of(this);
            dailyTotals = known;
        }
        return known;
    }

    /** The closed cases in the order of closing; made when first asked for. */
    ClosingOrder closingOrder() {
        ClosingOrder known = closingOrder;
        if (known == null) {
            known = new ClosingOrder(this);
            closingOrder = known;
        }
        return known;
    }

    private static int[] days(Columns columns, String column) {
        int[] days = columns.toArray(column);
        for (int row = 0; row < days.length; row++) {
            if (days[row] == ABSENT) {
                days[row] = NEVER;
            }
        }
        return days;
    }

    /** The numbers of some rows, in their order. */
    private static int[] in(int[] order, int[] numbers) {
        int[] ordered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = numbers[order[i]];
        }
        return ordered;
    }

    /** Where each row stands in an order. */
    private static int[] places(int[] order) {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    /** References to rows as references to the places where these stand. */
    private static int[] through(int[] places, int[] references) {
        int[] referred = new int[references.length];
        for (int row = 0; row < references.length; row++) {
            referred[row] = references[row] == ABSENT ? ABSENT : places[references[row]];
        }
        return referred;
    }

    private static BigDecimal[] decimals(Columns columns, String column) {
        List<BigDecimal> values = columns.decimals(column);
        int[] numbers = columns.toArray(column);
        BigDecimal[] decimals = new BigDecimal[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            decimals[row] = values.get(numbers[row]);
        }
        return decimals;
    }

    static final class Areas {
        final int size;
        final List<String> codes = new ArrayList<>();
        final List<String> regions;
        final int[] region;

        Areas(Columns columns) {
            size = columns.size();
            List<String> texts = columns.texts("area_code");
            List<String> regionTexts = columns.texts("region");
            Map<String, Integer> numbers = new LinkedHashMap<>();
            region = new int[size];
            for (int row = 0; row < size; row++) {
                codes.add(texts.get(columns.get("area_code", row)));
                String name = regionTexts.get(columns.get("region", row));
                region[row] = numbers.computeIfAbsent(name, unseen -> numbers.size());
            }
            regions = List.copyOf(numbers.keySet());
        }
    }

    static final class Advisers {
        final int size;
        final int[] role;
        final int[] employment;
        final int[] team;
        final int[] area;
        final int[] startedOn;
        final int[] leftOn;
        final BigDecimal[] fte;

        Advisers(Columns columns) {
            size = columns.size();
            role = columns.toArray("role");
            employment = columns.toArray("employment");
            team = columns.toArray("team");
            area = columns.toArray("area_code");
            startedOn = days(columns, "started_on");
            leftOn = days(columns, "left_on");
            fte = decimals(columns, "fte");
        }

        boolean employedOn(int adviser, int day) {
            return startedOn[adviser] <= day && day < leftOn[adviser];
        }
    }

    static final class Cases {
        final int size;
        final int[] law;
        final int[] application;
        final int[] area;
        final int[] receivedOn;
        final int[] furtherWorkOrderedOn;
        final int[] rule164On;
        final int[] closedOn;
        final int[] daysToClose;
        final int[] previousCase;

        /** The number of the {@linkplain OpenByKind kind}. */
        final int[] kind;

        /** The day from which a case is after first hearing; before every day for a public law case. */
        final int[] afterFirstHearingFrom;

        /** From receipt to closing. */
        final Stays stays;

        private final int[] extractRows;
        private final int[] places;
        private volatile @Nullable RowIndex byReceipt;

        Cases(Columns columns) {
            size = columns.size();
            int[] received = days(columns, "received_on");
            int[] closed = days(columns, "closed_on");
            extractRows = Stays.order(received, closed);
            places = places(extractRows);
            receivedOn = in(extractRows, received);
            closedOn = in(extractRows, closed);
            law = in(extractRows, columns.toArray("law"));
            application = in(extractRows, columns.toArray("application"));
            area = in(extractRows, columns.toArray("area_code"));
            furtherWorkOrderedOn = in(extractRows, days(columns, "further_work_ordered_on"));
            rule164On = in(extractRows, days(columns, "rule_16_4_on"));
            previousCase = in(extractRows, columns.toArray("previous_case_id"));
            afterFirstHearingFrom = in(extractRows, days(columns, "first_hearing_on"));
            for (int row = 0; row < size; row++) {
                afterFirstHearingFrom[row] = law[row] == Law.PUBLIC.ordinal()
                        ? -NEVER
                        : Math.min(afterFirstHearingFrom[row], furtherWorkOrderedOn[row]);
            }
            daysToClose = new int[size];
            kind = new int[size];
            for (int row = 0; row < size; row++) {
                daysToClose[row] = closedOn[row] - receivedOn[row];
                kind[row] = OpenByKind.kind(area[row], application[row]);
            }
            stays = new Stays(receivedOn, closedOn);
        }

        /** A case's row in the extract. */
        int extractRow(int row) {
            return extractRows[row];
        }

        /** The row here of a case of the extract. */
        int rowOf(int extractRow) {
            return places[extractRow];
        }

        private int[] rowsOf(int[] extractRowsOfCases) {
            return through(places, extractRowsOfCases);
        }

        /** The rows by day of receipt; made when first asked for. */
        RowIndex byReceipt() {
            RowIndex known = byReceipt;
            if (known == null) {
                known = RowIndex.of(receivedOn);
                byReceipt = known;
            }
            return known;
        }

        boolean openOn(int row, int day) {
            return receivedOn[row] <= day && day < closedOn[row];
        }
    }

    static final class Children {
        final int size;
        final int[] childId;
        final List<String> childIds;
        final int[] caseRow;
        final int[] engagementEligible;
        final int[] engagementRecordedOn;
        final int[] engagementMode;

        /** By case, the first of its rows; they end where those of the next case begin. */
        final int[] firstOfCase;

        Children(Columns columns, Cases cases) {
            size = columns.size();
            int[] caseRows = cases.rowsOf(columns.toArray("case_id"));
            firstOfCase = new int[cases.size + 1];
            for (int row : caseRows) {
                firstOfCase[row + 1]++;
            }
            for (int row = 0; row < cases.size; row++) {
                firstOfCase[row + 1] += firstOfCase[row];
            }
            int[] order = new int[size];
            int[] next = firstOfCase.clone();
            for (int row = 0; row < size; row++) {
                order[next[caseRows[row]]++] = row;
            }
            caseRow = in(order, caseRows);
            childId = in(order, columns.toArray("child_id"));
            childIds = columns.texts("child_id");
            engagementEligible = in(order, columns.toArray("engagement_eligible"));
            engagementRecordedOn = in(order, days(columns, "engagement_recorded_on"));
            engagementMode = in(order, columns.toArray("engagement_mode"));
        }

        int ofCase(int row) {
            return firstOfCase[row + 1] - firstOfCase[row];
        }

        /** The rows of some cases. */
        Rows of(Rows caseRows) {
            return caseRows.through(firstOfCase);
        }
    }

    static final class Allocations {
        final int[] caseRow;
        final int[] kind;
        final int[] adviser;

        /** From the day on which a case is both open and held so, until it is no longer. */
        final Stays stays;

        /** By case, the first day of its first lead allocation that holds on a day, or {@link #NEVER}. */
        final int[] firstLeadFrom;

        private final int advisers;
        private final int[] heldFrom;
        private final int[] heldUntil;
        private volatile @Nullable RowIndex casesByFirstLead;
        private volatile @Nullable RunningCounts leadCases;

        Allocations(Columns columns, Cases cases, Advisers advisers) {
            this.advisers = advisers.size;
            int[] cased = cases.rowsOf(columns.toArray("case_id"));
            int[] kinds = columns.toArray("kind");
            int[] from = days(columns, "from");
            int[] to = days(columns, "to");
            firstLeadFrom = new int[cases.size];
            Arrays.fill(firstLeadFrom, NEVER);
            for (int row = 0; row < cased.length; row++) {
                if (kinds[row] == AllocationKind.LEAD.ordinal() && to[row] != from[row]) {
                    firstLeadFrom[cased[row]] = Math.min(firstLeadFrom[cased[row]], from[row]);
                }
                from[row] = Math.max(from[row], cases.receivedOn[cased[row]]);
                to[row] = Math.min(to[row], cases.closedOn[cased[row]]);
            }
            int[] order = Stays.order(from, to);
            caseRow = in(order, cased);
            kind = in(order, kinds);
            adviser = in(order, columns.toArray("adviser_id"));
            heldFrom = in(order, from);
            heldUntil = in(order, to);
            stays = new Stays(heldFrom, heldUntil);
        }

        /** The cases by the first day of their first lead allocation; made when first asked for. */
        RowIndex casesByFirstLead() {
            RowIndex known = casesByFirstLead;
            if (known == null) {
                known = RowIndex.of(firstLeadFrom);
                casesByFirstLead = known;
            }
            return known;
        }

        /** How many open cases each adviser holds as lead, day by day; made when first asked for. */
        RunningCounts leadCases() {
            RunningCounts known = leadCases;
            if (known == null) {
                RunningCounts.Changes changes = new RunningCounts.Changes(advisers, 2 * kind.length);
                for (int row = 0; row < kind.length; row++) {
                    if (kind[row] == AllocationKind.LEAD.ordinal() && heldFrom[row] < heldUntil[row]) {
                        changes.add(heldFrom[row], adviser[row]);
                        if (heldUntil[row] != NEVER) {
                            changes.takeAway(heldUntil[row], adviser[row]);
                        }
                    }
                }
                known = changes.running();
                leadCases = known;
            }
            return known;
        }
    }

    static final class Hearings {
        final int size;
        final int[] caseRow;
        final int[] listedOn;
        final int[] hearingOn;
        final int[] vacatedOn;

        Hearings(Columns columns, Cases cases) {
            size = columns.size();
            caseRow = cases.rowsOf(columns.toArray("case_id"));
            listedOn = days(columns, "listed_on");
            hearingOn = days(columns, "hearing_on");
            vacatedOn = days(columns, "vacated_on");
        }
    }

    static final class Reports {
        final int size;
        final int[] caseRow;
        final int[] kind;
        final int[] orderedOn;
        final int[] firstAgreedOn;
        final int[] agreedOn;
        final int[] filedOn;

        private volatile @Nullable RowIndex byOrder;

        Reports(Columns columns, Cases cases) {
            size = columns.size();
            int[] filed = days(columns, "filed_on");
            int[] order = DayOrder.of(filed);
            filedOn = in(order, filed);
            caseRow = in(order, cases.rowsOf(columns.toArray("case_id")));
            kind = in(order, columns.toArray("kind"));
            orderedOn = in(order, days(columns, "ordered_on"));
            firstAgreedOn = in(order, days(columns, "first_agreed_on"));
            agreedOn = in(order, days(columns, "agreed_on"));
        }

        /** The rows by the day on which they were ordered; made when first asked for. */
        RowIndex byOrder() {
            RowIndex known = byOrder;
            if (known == null) {
                known = RowIndex.of(orderedOn);
                byOrder = known;
            }
            return known;
        }

        /** The agreed filing date: as agreed now, else as agreed first, else {@link #NEVER}. */
        int agreedDate(int row) {
            return agreedOn[row] != NEVER ? agreedOn[row] : firstAgreedOn[row];
        }
    }

    static final class Audits {
        final int size;
        final int[] caseRow;
        final int[] adviser;
        final int[] auditedOn;
        final int[] source;
        final int[] scale;
        final int[] grade;
        final int[] collaborative;
        final int[] childFeedback;
        final int[] adultFeedback;
        final int[] introductionLetter;
        final int[] recommendationsShared;
        final int[] improvementAgreedOn;
        final int[] moderatedGrade;
        final int[] significantLearning;

        /** The area of the case, else of the adviser. */
        final int[] area;

        private final int[] places;

        Audits(Columns columns, Cases cases, Advisers advisers) {
            size = columns.size();
            int[] audited = days(columns, "audited_on");
            int[] order = DayOrder.of(audited);
            places = places(order);
            auditedOn = in(order, audited);
            caseRow = in(order, cases.rowsOf(columns.toArray("case_id")));
            adviser = in(order, columns.toArray("adviser_id"));
            source = in(order, columns.toArray("source"));
            scale = in(order, columns.toArray("scale"));
            grade = in(order, columns.toArray("grade"));
            collaborative = in(order, columns.toArray("collaborative"));
            childFeedback = in(order, columns.toArray("child_feedback"));
            adultFeedback = in(order, columns.toArray("adult_feedback"));
            introductionLetter = in(order, columns.toArray("introduction_letter"));
            recommendationsShared = in(order, columns.toArray("recommendations_shared"));
            improvementAgreedOn = in(order, days(columns, "improvement_agreed_on"));
            moderatedGrade = in(order, columns.toArray("moderated_grade"));
            significantLearning = in(order, columns.toArray("significant_learning"));
            area = new int[size];
            for (int row = 0; row < size; row++) {
                area[row] = caseRow[row] == ABSENT ? advisers.area[adviser[row]] : cases.area[caseRow[row]];
            }
        }
    }

    static final class Answers {
        final int size;
        final int[] audit;
        final int[] question;
        final int[] answer;
        final List<String> questions;

        Answers(Columns columns, Audits audits) {
            size = columns.size();
            audit = through(audits.places, columns.toArray("audit_id"));
            question = columns.toArray("question");
            answer = columns.toArray("answer");
            questions = columns.texts("question");
        }
    }

    static final class Feedback {
        final int size;
        final int[] kind;
        final int[] source;
        final int[] receivedOn;
        final int[] caseRow;
        final int[] positive;
        final int[] respondedOn;

        Feedback(Columns columns, Cases cases) {
            size = columns.size();
            kind = columns.toArray("kind");
            source = columns.toArray("source");
            receivedOn = days(columns, "received_on");
            caseRow = cases.rowsOf(columns.toArray("case_id"));
            positive = columns.toArray("positive");
            respondedOn = days(columns, "responded_on");
        }
    }

    static final class Absences {
        final int size;
        final int[] adviser;
        final int[] from;
        final int[] to;
        final int[] reason;
        final List<String> reasons;

        Absences(Columns columns) {
            size = columns.size();
            adviser = columns.toArray("adviser_id");
            from = days(columns, "from");
            to = days(columns, "to");
            reason = columns.toArray("reason");
            reasons = columns.texts("reason");
        }
    }

    static final class Checks {
        final int size;
        final int[] caseRow;
        final int[] kind;
        final int[] requestedOn;
        final int[] returnedOn;

        Checks(Columns columns, Cases cases) {
            size = columns.size();
            caseRow = cases.rowsOf(columns.toArray("case_id"));
            kind = columns.toArray("kind");
            requestedOn = days(columns, "requested_on");
            returnedOn = days(columns, "returned_on");
        }
    }

    static final class Survey {
        final int size;
        final int[] question;
        final int[] closedOn;
        final int[] invited;
        final int[] responses;
        final int[] agreed;
        final List<String> questions;

        Survey(Columns columns) {
            size = columns.size();
            question = columns.toArray("question");
            closedOn = days(columns, "closed_on");
            invited = columns.toArray("invited");
            responses = columns.toArray("responses");
            agreed = columns.toArray("agreed");
            questions = columns.texts("question");
        }
    }

    static final class Posts {
        final int size;
        final int[] area;
        final int[] role;
        final int[] team;
        final BigDecimal[] fte;
        final int[] from;
        final int[] to;

        Posts(Columns columns) {
            size = columns.size();
            area = columns.toArray("area_code");
            role = columns.toArray("role");
            team = columns.toArray("team");
            fte = decimals(columns, "fte");
            from = days(columns, "from");
            to = days(columns, "to");
        }
    }
}
