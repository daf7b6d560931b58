package org.cafcass.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.CaseId;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** What schemes see of an extract's open cases as at a day, by row of {@code cases}. */
final class OpenCases {
    private final int day;
    private final List<String> ids;
    private final int[] idNumbers;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final int[] law;
    private final int[] application;
    private final int[] receivedOn;
    private final int[] closedOn;
    private final int[] firstHearingOn;
    private final int[] furtherWorkOrderedOn;
    private final int[] rule164On;
    private final int[] highRisk;
    private final int[] children;
    private final boolean[] inHub;
    private final int[] heldRows;
    private final Map<Long, Integer> kindNumbers = new HashMap<>();
    private final List<CaseKind> kinds = new ArrayList<>();

    private OpenCases(Extract extract, LocalDate asAt) {
        day = Math.toIntExact(asAt.toEpochDay());
        Columns cases = extract.columns(ExtractTable.CASES);
        ids = cases.texts("case_id");
        idNumbers = cases.toArray("case_id");
        law = cases.toArray("law");
        application = cases.toArray("application");
        receivedOn = cases.toArray("received_on");
        closedOn = cases.toArray("closed_on");
        firstHearingOn = cases.toArray("first_hearing_on");
        furtherWorkOrderedOn = cases.toArray("further_work_ordered_on");
        rule164On = cases.toArray("rule_16_4_on");
        highRisk = cases.toArray("high_risk");
        children = new int[law.length];
        for (int row : extract.columns(ExtractTable.CHILDREN).toArray("case_id")) {
            children[row]++;
        }
        Columns allocations = extract.columns(ExtractTable.ALLOCATIONS);
        int[] caseRow = allocations.toArray("case_id");
        int[] kind = allocations.toArray("kind");
        int[] from = allocations.toArray("from");
        int[] to = allocations.toArray("to");
        inHub = new boolean[law.length];
        int[] held = new int[caseRow.length];
        int size = 0;
        for (int row = 0; row < caseRow.length; row++) {
            if (from[row] <= day && !by(to[row]) && isOpen(caseRow[row])) {
                held[size++] = row;
                inHub[caseRow[row]] |= kind[row] == AllocationKind.HUB.ordinal();
            }
        }
        heldRows = Arrays.copyOf(held, size);
    }

    static OpenCases of(Extract extract, LocalDate asAt) {
        return new OpenCases(extract, asAt);
    }

    /** The number of rows of {@code cases}. */
    int rows() {
        return law.length;
    }

    /** The rows of {@code allocations} that hold an open case on the day. */
    int[] heldRows() {
        return heldRows;
    }

    /** The row of a case; -1 for none. */
    int row(CaseId caseId) {
        if (rowOf.isEmpty()) {
            int[] number = idNumbers;
            for (int row = 0; row < number.length; row++) {
                rowOf.put(ids.get(number[row]), row);
            }
        }
        return rowOf.getOrDefault(caseId.value(), -1);
    }

    void takeOutOfHub(int row) {
        inHub[row] = false;
    }

    boolean isOpen(int row) {
        return receivedOn[row] <= day && !by(closedOn[row]);
    }

    CaseId caseId(int row) {
        return new CaseId(ids.get(idNumbers[row]));
    }

    /** The number of a case's kind, for an adviser who holds it in a way: cases of one kind have one number, from 0 on. */
    int kindNumber(int row, AllocationKind as) {
        int code = ((law[row] << 5 | application[row]) << 2 | as.ordinal()) << 4
                | (isToFirstHearing(row) ? 1 : 0)
                | (by(rule164On[row]) ? 2 : 0)
                | (highRisk[row] == 1 ? 4 : 0)
                | (inHub[row] ? 8 : 0);
        return kindNumbers.computeIfAbsent((long) children[row] << Integer.SIZE | code, unused -> {
            kinds.add(kind(row, as));
            return kinds.size() - 1;
        });
    }

    /** The kinds by number, of those that were asked for. */
    List<CaseKind> kinds() {
        return kinds;
    }

    private CaseKind kind(int row, AllocationKind as) {
        return new CaseKind(
                Law.values()[law[row]],
                Application.values()[application[row]],
                isToFirstHearing(row) ? Stage.TO_FIRST_HEARING : Stage.AFTER_FIRST_HEARING,
                as,
                by(rule164On[row]),
                highRisk[row] == 1,
                inHub[row],
                children[row]);
    }

    private boolean isToFirstHearing(int row) {
        return law[row] == Law.PRIVATE.ordinal() && !by(firstHearingOn[row]) && !by(furtherWorkOrderedOn[row]);
    }

    /** Whether a day has come; one that is absent never does. */
    private boolean by(int epochDay) {
        return epochDay != Columns.ABSENT && epochDay <= day;
    }
}
