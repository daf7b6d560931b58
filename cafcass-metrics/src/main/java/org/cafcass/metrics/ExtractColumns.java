package org.cafcass.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an extract as the engine scans them: days as epoch days, codes as ordinals, references as row numbers. An
 * absent day is {@link #NEVER}, later than every day, so that 'by day D' is one comparison.
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

    ExtractColumns(Extract extract) {
        this.extract = extract;
        areas = new Areas(extract.columns(ExtractTable.AREAS));
        advisers = new Advisers(extract.columns(ExtractTable.ADVISERS));
        cases = new Cases(extract.columns(ExtractTable.CASES));
        children = new Children(extract.columns(ExtractTable.CHILDREN));
        allocations = new Allocations(extract.columns(ExtractTable.ALLOCATIONS), cases.size);
        hearings = new Hearings(extract.columns(ExtractTable.HEARINGS));
        reports = new Reports(extract.columns(ExtractTable.REPORTS));
        audits = new Audits(extract.columns(ExtractTable.AUDITS));
        answers = new Answers(extract.columns(ExtractTable.ANSWERS));
        feedback = new Feedback(extract.columns(ExtractTable.FEEDBACK));
        absences = new Absences(extract.columns(ExtractTable.ABSENCES));
        checks = new Checks(extract.columns(ExtractTable.CHECKS));
        survey = new Survey(extract.columns(ExtractTable.SURVEY));
        posts = new Posts(extract.columns(ExtractTable.POSTS));
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
        final int[] firstHearingOn;
        final int[] furtherWorkOrderedOn;
        final int[] rule164On;
        final int[] closedOn;
        final int[] previousCase;
        private volatile @Nullable RowIndex byReceipt;
        private volatile @Nullable RowIndex byClosing;

        Cases(Columns columns) {
            size = columns.size();
            law = columns.toArray("law");
            application = columns.toArray("application");
            area = columns.toArray("area_code");
            receivedOn = days(columns, "received_on");
            firstHearingOn = days(columns, "first_hearing_on");
            furtherWorkOrderedOn = days(columns, "further_work_ordered_on");
            rule164On = days(columns, "rule_16_4_on");
            closedOn = days(columns, "closed_on");
            previousCase = columns.toArray("previous_case_id");
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

        /** The rows by day of closing; made when first asked for. */
        RowIndex byClosing() {
            RowIndex known = byClosing;
            if (known == null) {
                known = RowIndex.of(closedOn);
                byClosing = known;
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
        private volatile @Nullable RowIndex byCase;

        Children(Columns columns) {
            size = columns.size();
            childId = columns.toArray("child_id");
            childIds = columns.texts("child_id");
            caseRow = columns.toArray("case_id");
            engagementEligible = columns.toArray("engagement_eligible");
            engagementRecordedOn = days(columns, "engagement_recorded_on");
            engagementMode = columns.toArray("engagement_mode");
        }

        /** The rows by case; made when first asked for. */
        RowIndex byCase() {
            RowIndex known = byCase;
            if (known == null) {
                known = RowIndex.of(caseRow);
                byCase = known;
            }
            return known;
        }
    }

    static final class Allocations {
        final int size;
        final int[] caseRow;
        final int[] kind;
        final int[] adviser;
        final int[] from;
        final int[] to;

        /** By case, the first day of its first lead allocation that holds on a day, or {@link #NEVER}. */
        final int[] firstLeadFrom;

        Allocations(Columns columns, int cases) {
            size = columns.size();
            caseRow = columns.toArray("case_id");
            kind = columns.toArray("kind");
            adviser = columns.toArray("adviser_id");
            from = days(columns, "from");
            to = days(columns, "to");
            firstLeadFrom = new int[cases];
            Arrays.fill(firstLeadFrom, NEVER);
            for (int row = 0; row < size; row++) {
                if (kind[row] == AllocationKind.LEAD.ordinal() && to[row] != from[row]) {
                    firstLeadFrom[caseRow[row]] = Math.min(firstLeadFrom[caseRow[row]], from[row]);
                }
            }
        }

        boolean holdsOn(int row, int day) {
            return from[row] <= day && day < to[row];
        }
    }

    static final class Hearings {
        final int size;
        final int[] caseRow;
        final int[] listedOn;
        final int[] hearingOn;
        final int[] vacatedOn;

        Hearings(Columns columns) {
            size = columns.size();
            caseRow = columns.toArray("case_id");
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

        Reports(Columns columns) {
            size = columns.size();
            caseRow = columns.toArray("case_id");
            kind = columns.toArray("kind");
            orderedOn = days(columns, "ordered_on");
            firstAgreedOn = days(columns, "first_agreed_on");
            agreedOn = days(columns, "agreed_on");
            filedOn = days(columns, "filed_on");
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

        Audits(Columns columns) {
            size = columns.size();
            caseRow = columns.toArray("case_id");
            adviser = columns.toArray("adviser_id");
            auditedOn = days(columns, "audited_on");
            source = columns.toArray("source");
            scale = columns.toArray("scale");
            grade = columns.toArray("grade");
            collaborative = columns.toArray("collaborative");
            childFeedback = columns.toArray("child_feedback");
            adultFeedback = columns.toArray("adult_feedback");
            introductionLetter = columns.toArray("introduction_letter");
            recommendationsShared = columns.toArray("recommendations_shared");
            improvementAgreedOn = days(columns, "improvement_agreed_on");
            moderatedGrade = columns.toArray("moderated_grade");
            significantLearning = columns.toArray("significant_learning");
        }
    }

    static final class Answers {
        final int size;
        final int[] audit;
        final int[] question;
        final int[] answer;
        final List<String> questions;

        Answers(Columns columns) {
            size = columns.size();
            audit = columns.toArray("audit_id");
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

        Feedback(Columns columns) {
            size = columns.size();
            kind = columns.toArray("kind");
            source = columns.toArray("source");
            receivedOn = days(columns, "received_on");
            caseRow = columns.toArray("case_id");
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

        Checks(Columns columns) {
            size = columns.size();
            caseRow = columns.toArray("case_id");
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
