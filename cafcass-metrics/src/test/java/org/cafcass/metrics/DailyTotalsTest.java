package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cafcass.metrics.DailyTotals.Total;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;

/** The running totals of each day, beside plain counts of the records by the words of the definitions. */
class DailyTotalsTest {
    private static final LocalDate FIRST_RECEIPT = LocalDate.of(1969, 11, 3);
    private static final int LAST_RECEIPT = 150;
    private static final int NEVER = -1;
    private static final List<String> AREAS = List.of("N1", "S1", "W1");

    private static final List<ChildrensCase> CASES = new ArrayList<>();
    private static final Map<CaseId, Integer> CHILDREN = new HashMap<>();
    private static final ExtractColumns COLUMNS = new ExtractColumns(extract());
    private static final Set<BreakdownKey> KEYS = EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW, BreakdownKey.STAGE);

    /*
     * Received around the first of January 1970, which is day 0. Every turn of a case to after first hearing, and every closing, that lies
     * on, a day before or a day after another of its turns; the area W1 has one case.
     */
    private static Extract extract() {
        Extract.Builder extract = Extract.builder().present(ExtractTable.ADVISERS);
        AREAS.forEach(code -> extract.add(Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(code.substring(0, 1))
                .build()));
        int[] closings = {0, 1, 59, 60, 61, 363, 364, 365, 366, 699, 700, 701, 702, 1000, NEVER};
        int[] turns = {0, 1, 60, 363, 364, 365, 699, 700, 701, 1200, NEVER};
        for (int closing : closings) {
            for (int turn : turns) {
                int received = CASES.size() * 7 % (LAST_RECEIPT + 1);
                String area = AREAS.get(CASES.size() % 2);
                add(extract, area, Application.ENFORCEMENT, received, turn, NEVER, closing, CASES.size() % 4);
                add(extract, area, Application.ENFORCEMENT, received, NEVER, turn, closing, CASES.size() % 4);
                add(extract, area, Application.S31_CARE, received, turn, NEVER, closing, CASES.size() % 4);
            }
        }
        add(extract, "W1", Application.ENFORCEMENT, LAST_RECEIPT, 800, 770, 900, 70_000);
        return extract.build();
    }

    /* The days count from the receipt. */
    private static void add(
            Extract.Builder extract,
            String area,
            Application application,
            int received,
            int hearing,
            int furtherWork,
            int closing,
            int children) {
        CaseId caseId = new CaseId("C" + CASES.size());
        LocalDate receivedOn = FIRST_RECEIPT.plusDays(received);
        ChildrensCase.Builder one = ChildrensCase.builder()
                .caseId(caseId)
                .law(application.law())
                .application(application)
                .areaCode(new AreaCode(area))
                .receivedOn(receivedOn);
        if (hearing != NEVER) {
            one.firstHearingOn(receivedOn.plusDays(hearing));
        }
        if (furtherWork != NEVER) {
            one.furtherWorkOrderedOn(receivedOn.plusDays(furtherWork));
        }
        if (closing != NEVER) {
            one.closedOn(receivedOn.plusDays(closing));
        }
        CASES.add(one.build());
        CHILDREN.put(caseId, children);
        extract.add(one.build());
        for (int child = 0; child < children; child++) {
            extract.add(Child.builder()
                    .childId(new ChildId(caseId.value() + "-" + child))
                    .caseId(caseId)
                    .build());
        }
    }

    @Test
    void stocksOfEveryDayAreThoseOfTheRecords() {
        Layout layout = Layout.of(KEYS, Subject.CASE, COLUMNS);
        DailyTotals totals = DailyTotals.of(COLUMNS).orElseThrow();
        for (int day = -2; day < LAST_RECEIPT + 732; day++) {
            LocalDate asAt = FIRST_RECEIPT.plusDays(day);
            Map<Total, Map<Long, Long>> expected = new EnumMap<>(Total.class);
            for (ChildrensCase one : CASES) {
                if (!one.receivedOn().isAfter(asAt)
                        && one.closedOn()
                                .filter(closed -> !closed.isAfter(asAt))
                                .isEmpty()) {
                    addOpen(one, asAt, layout, expected);
                }
            }
            for (Total total : EnumSet.range(Total.OPEN_CASES, Total.OPEN_DAYS)) {
                assertThat(sums(totals, total, layout, KEYS, asAt, asAt))
                        .as("%s %s", total, asAt)
                        .isEqualTo(expected.getOrDefault(total, Map.of()));
            }
        }
    }

    private static void addOpen(
            ChildrensCase one, LocalDate asAt, Layout layout, Map<Total, Map<Long, Long>> expected) {
        boolean isAfterFirstHearing = one.law() == Law.PUBLIC
                || one.firstHearingOn().filter(day -> !day.isAfter(asAt)).isPresent()
                || one.furtherWorkOrderedOn().filter(day -> !day.isAfter(asAt)).isPresent();
        Stage stage = isAfterFirstHearing ? Stage.AFTER_FIRST_HEARING : Stage.TO_FIRST_HEARING;
        long cell = layout.place(BreakdownKey.AREA, AREAS.indexOf(one.areaCode().value()))
                + layout.place(BreakdownKey.LAW, one.law().ordinal())
                + layout.place(BreakdownKey.STAGE, stage.ordinal());
        long age = asAt.toEpochDay() - one.receivedOn().toEpochDay();
        long children = CHILDREN.getOrDefault(one.caseId(), 0);
        add(expected, Total.OPEN_CASES, cell, 1);
        add(expected, Total.OPEN_CHILDREN, cell, children);
        add(expected, Total.OPEN_DAYS, cell, age);
        if (age >= 364) {
            add(expected, Total.OPEN_CASES_52_WEEKS, cell, 1);
            add(expected, Total.OPEN_CHILDREN_52_WEEKS, cell, children);
        }
        if (age >= 700) {
            add(expected, Total.OPEN_CASES_100_WEEKS, cell, 1);
            add(expected, Total.OPEN_CHILDREN_100_WEEKS, cell, children);
        }
    }

    private static void add(Map<Total, Map<Long, Long>> sums, Total total, long cell, long amount) {
        if (amount != 0) {
            sums.computeIfAbsent(total, unseen -> new HashMap<>()).merge(cell, amount, Long::sum);
        }
    }

    private static Map<Long, Long> sums(
            DailyTotals totals, Total total, Layout layout, Set<BreakdownKey> by, LocalDate first, LocalDate last) {
        Moment moment =
                new Moment(COLUMNS, WorkingDayCalendar.englandAndWales(), Conventions.DEFAULT, new Period(first, last));
        Map<Long, Long> sums = new HashMap<>();
        totals.sums(total, layout, by, moment).orElseThrow().forEach((cell, sum) -> sums.put(cell, sum.whole()));
        return sums;
    }

    @Test
    void flowsOverAnyDaysAreThoseOfTheRecords() {
        Set<BreakdownKey> keys = EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW);
        Layout layout = Layout.of(keys, Subject.CASE, COLUMNS);
        DailyTotals totals = DailyTotals.of(COLUMNS).orElseThrow();
        for (int day = -2; day < LAST_RECEIPT + 732; day++) {
            for (int length : new int[] {1, 30, 1000}) {
                LocalDate last = FIRST_RECEIPT.plusDays(day);
                Period period = new Period(last.minusDays(length - 1), last);
                Map<Total, Map<Long, Long>> expected = new EnumMap<>(Total.class);
                for (ChildrensCase one : CASES) {
                    long cell = layout.place(
                                    BreakdownKey.AREA,
                                    AREAS.indexOf(one.areaCode().value()))
                            + layout.place(BreakdownKey.LAW, one.law().ordinal());
                    long children = CHILDREN.getOrDefault(one.caseId(), 0);
                    if (period.contains(one.receivedOn())) {
                        add(expected, Total.CASES_RECEIVED, cell, 1);
                        add(expected, Total.CHILDREN_RECEIVED, cell, children);
                    }
                    if (one.closedOn().filter(period::contains).isPresent()) {
                        add(expected, Total.CASES_CLOSED, cell, 1);
                        add(expected, Total.CHILDREN_CLOSED, cell, children);
                    }
                }
                for (Total total : EnumSet.range(Total.CASES_RECEIVED, Total.CHILDREN_CLOSED)) {
                    assertThat(sums(totals, total, layout, keys, period.first(), period.last()))
                            .as("%s %s", total, period)
                            .isEqualTo(expected.getOrDefault(total, Map.of()));
                }
            }
        }
    }

    @Test
    void endTwoYearsAfterTheLastReceipt() {
        DailyTotals totals = DailyTotals.of(COLUMNS).orElseThrow();
        int last = (int) FIRST_RECEIPT.toEpochDay() + LAST_RECEIPT + 731;

        assertThat(totals.snapshot(last)).isPresent();
        assertThat(totals.snapshot(last + 1)).isEmpty();
    }
}
