package org.cafcass.workload.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cafcass.model.AreaCode;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** What a forecast takes of the cases, as known by a day: what happened after it is not seen. */
final class CaseHistory {
    static final int NEVER = Integer.MAX_VALUE;

    final int size;
    final int[] receivedOn;
    final int[] closedOn;
    final int[] law;
    final int[] area;
    final int[] children;
    /** By number of an area, in the order of the codes: whatever the order of rows. */
    final List<AreaCode> areas;

    CaseHistory(Extract extract) {
        Columns cases = extract.columns(ExtractTable.CASES);
        size = cases.size();
        receivedOn = cases.toArray("received_on");
        closedOn = cases.toArray("closed_on");
        Arrays.setAll(closedOn, row -> closedOn[row] == Columns.ABSENT ? NEVER : closedOn[row]);
        law = cases.toArray("law");
        List<AreaCode> codes =
                extract.areas().stream().map(one -> one.areaCode()).toList();
        int[] byCode = IntStream.range(0, codes.size())
                .boxed()
                .sorted((left, right) ->
                        codes.get(left).value().compareTo(codes.get(right).value()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] numberOf = new int[byCode.length];
        for (int number = 0; number < byCode.length; number++) {
            numberOf[byCode[number]] = number;
        }
        areas = Arrays.stream(byCode).mapToObj(codes::get).toList();
        area = cases.toArray("area_code");
        Arrays.setAll(area, row -> numberOf[area[row]]);
        children = new int[size];
        for (int row : extract.columns(ExtractTable.CHILDREN).toArray("case_id")) {
            children[row]++;
        }
    }

    boolean isOpen(int row, int day) {
        return receivedOn[row] <= day && closedOn[row] > day;
    }

    /** Whether a case was received or closed from one day to another, both in. */
    boolean moves(int first, int last) {
        return IntStream.concat(Arrays.stream(receivedOn), Arrays.stream(closedOn))
                .anyMatch(day -> first <= day && day <= last);
    }

    int open(int day) {
        int open = 0;
        for (int row = 0; row < size; row++) {
            open += isOpen(row, day) ? 1 : 0;
        }
        return open;
    }
}
