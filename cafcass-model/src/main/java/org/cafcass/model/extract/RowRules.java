package org.cafcass.model.extract;

import static org.cafcass.model.extract.SetAsideReason.ALLOCATION_BEFORE_RECEIVED;
import static org.cafcass.model.extract.SetAsideReason.APPLICATION_NOT_OF_LAW;
import static org.cafcass.model.extract.SetAsideReason.CLOSED_BEFORE_RECEIVED;
import static org.cafcass.model.extract.SetAsideReason.FILED_BEFORE_ORDERED;
import static org.cafcass.model.extract.SetAsideReason.FIRST_HEARING_BEFORE_RECEIVED;
import static org.cafcass.model.extract.SetAsideReason.GRADE_NOT_OF_SCALE;
import static org.cafcass.model.extract.SetAsideReason.LEFT_BEFORE_STARTED;
import static org.cafcass.model.extract.SetAsideReason.RESPONDED_BEFORE_RECEIVED;
import static org.cafcass.model.extract.SetAsideReason.RETURNED_BEFORE_REQUESTED;
import static org.cafcass.model.extract.SetAsideReason.SURVEY_COUNTS;
import static org.cafcass.model.extract.SetAsideReason.TO_BEFORE_FROM;
import static org.cafcass.model.extract.SetAsideReason.VACATED_BEFORE_LISTED;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.AuditScale;
import org.cafcass.model.Code;
import org.cafcass.model.RatingScale;

/** The rules across the columns of a row, in the order in which they are tried. */
final class RowRules {
    /** A rule: why a row that breaks it is set aside, and the column that is shown for it. */
    record Rule(SetAsideReason reason, int column, Test test) {
        boolean isBrokenBy(int[][] numbers, int row, Columns cases) {
            return test.isBrokenBy(numbers, row, cases);
        }
    }

    /** Whether a row breaks a rule, from the numbers of each column (references are rows) and the cases that were read. */
    interface Test {
        boolean isBrokenBy(int[][] numbers, int row, Columns cases);
    }

    private RowRules() {}

    static Rule[] of(ExtractTable table) {
        List<Rule> rules = switch (table) {
            case ADVISERS -> List.of(notBefore(LEFT_BEFORE_STARTED, table, "left_on", "started_on"));
            case CASES ->
                List.of(
                        applicationOfLaw(),
                        notBefore(CLOSED_BEFORE_RECEIVED, table, "closed_on", "received_on"),
                        notBefore(FIRST_HEARING_BEFORE_RECEIVED, table, "first_hearing_on", "received_on"));
            case ALLOCATIONS -> List.of(notBefore(TO_BEFORE_FROM, table, "to", "from"), allocationNotBeforeReceived());
            case HEARINGS -> List.of(notBefore(VACATED_BEFORE_LISTED, table, "vacated_on", "listed_on"));
            case REPORTS -> List.of(notBefore(FILED_BEFORE_ORDERED, table, "filed_on", "ordered_on"));
            case AUDITS ->
                List.of(
                        ofScale(table, "grade", AuditScale.values(), AuditScale::grades),
                        ofScale(table, "moderated_grade", AuditScale.values(), AuditScale::grades));
            case FEEDBACK -> List.of(notBefore(RESPONDED_BEFORE_RECEIVED, table, "responded_on", "received_on"));
            case ABSENCES, POSTS -> List.of(notBefore(TO_BEFORE_FROM, table, "to", "from"));
            case CHECKS -> List.of(notBefore(RETURNED_BEFORE_REQUESTED, table, "returned_on", "requested_on"));
            case SURVEY -> List.of(surveyCounts());
            case RATINGS -> List.of(ofScale(table, "rating", RatingScale.values(), RatingScale::ratings));
            case AREAS, CHILDREN, ANSWERS -> List.of();
        };
        return rules.toArray(Rule[]::new);
    }

    private static Rule notBefore(SetAsideReason reason, ExtractTable table, String later, String earlier) {
        int laterColumn = table.indexOf(later);
        int earlierColumn = table.indexOf(earlier);
        return new Rule(
                reason,
                laterColumn,
                (numbers, row, cases) -> numbers[laterColumn][row] != Columns.ABSENT
                        && numbers[laterColumn][row] < numbers[earlierColumn][row]);
    }

    private static Rule applicationOfLaw() {
        int law = ExtractTable.CASES.indexOf("law");
        int application = ExtractTable.CASES.indexOf("application");
        int[] laws = Arrays.stream(Application.values())
                .mapToInt(code -> code.law().ordinal())
                .toArray();
        return new Rule(
                APPLICATION_NOT_OF_LAW,
                application,
                (numbers, row, cases) -> laws[numbers[application][row]] != numbers[law][row]);
    }

    private static Rule allocationNotBeforeReceived() {
        int caseId = ExtractTable.ALLOCATIONS.indexOf("case_id");
        int kind = ExtractTable.ALLOCATIONS.indexOf("kind");
        int from = ExtractTable.ALLOCATIONS.indexOf("from");
        int support = AllocationKind.SUPPORT.ordinal();
        int receivedOn = ExtractTable.CASES.indexOf("received_on");
        return new Rule(
                ALLOCATION_BEFORE_RECEIVED,
                from,
                (numbers, row, cases) -> numbers[kind][row] != support
                        && numbers[caseId][row] >= 0
                        && numbers[from][row] < cases.number(receivedOn, numbers[caseId][row]));
    }

    private static <S extends Enum<S>> Rule ofScale(
            ExtractTable table,
            String column,
            S[] scales,
            java.util.function.Function<S, ? extends List<? extends Code>> codes) {
        int scale = table.indexOf("scale");
        int code = table.indexOf(column);
        BitSet[] allowed = new BitSet[scales.length];
        for (S each : scales) {
            BitSet ordinals = new BitSet();
            codes.apply(each).forEach(allowedCode -> ordinals.set(((Enum<?>) allowedCode).ordinal()));
            allowed[each.ordinal()] = ordinals;
        }
        return new Rule(
                GRADE_NOT_OF_SCALE,
                code,
                (numbers, row, cases) ->
                        numbers[code][row] != Columns.ABSENT && !allowed[numbers[scale][row]].get(numbers[code][row]));
    }

    private static Rule surveyCounts() {
        int invited = ExtractTable.SURVEY.indexOf("invited");
        int responses = ExtractTable.SURVEY.indexOf("responses");
        int agreed = ExtractTable.SURVEY.indexOf("agreed");
        return new Rule(
                SURVEY_COUNTS,
                agreed,
                (numbers, row, cases) -> numbers[agreed][row] > numbers[responses][row]
                        || numbers[responses][row] > numbers[invited][row]);
    }
}
