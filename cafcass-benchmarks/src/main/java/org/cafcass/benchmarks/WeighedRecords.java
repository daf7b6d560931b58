package org.cafcass.benchmarks;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;

/** What each peer of the weighted benchmarks knows of the scheme {@link NationalService#BY_CHILDREN}: points are counted in hundredths. */
final class WeighedRecords {
    private static final int CAPACITY_OF_A_TENTH = 1000;

    private WeighedRecords() {}

    /* 2.5 points to first hearing, else 4; a fifth more under rule 16.4; 0.4 for each further child. */
    private static int hundredths(boolean toFirstHearing, boolean rule164, int children) {
        int points = toFirstHearing ? 250 : 400;
        return (rule164 ? points + points / 5 : points) + 40 * Math.max(0, children - 1);
    }

    /** By adviser, the load of the cases held on a day, by a plain loop. */
    static long[] loads(SampleRecords records, int day) {
        long[] loads = new long[records.advisers];
        for (int row = 0; row < records.allocations; row++) {
            int of = records.allocatedCase[row];
            if (records.allocatedFrom[row] <= day && day < records.closedOn[of]) {
                boolean toFirstHearing = records.law[of] == Law.PRIVATE.ordinal()
                        && records.firstHearingOn[of] > day
                        && records.furtherWorkOrderedOn[of] > day;
                loads[records.allocatedAdviser[row]] +=
                        hundredths(toFirstHearing, records.rule164On[of] <= day, records.children[of]);
            }
        }
        return loads;
    }

    static long capacity(SampleRecords records, int adviser) {
        return (long) CAPACITY_OF_A_TENTH * records.tenthsOfFte[adviser];
    }

    /** An extract's values, as a user keeps them for streams. */
    static final class Values {
        private final Map<CaseId, ChildrensCase> cases;
        private final Map<CaseId, Integer> children;
        private final List<Allocation> allocations;

        Values(Extract extract) {
            cases = extract.cases().stream().collect(Collectors.toMap(ChildrensCase::caseId, Function.identity()));
            children = Peers.childrenByCase(extract.children());
            allocations = List.copyOf(extract.allocations());
        }

        /** By adviser, the load of the cases held on a day. */
        long[] loads(SampleRecords records, LocalDate day) {
            Map<AdviserId, Long> loads = allocations.stream()
                    .filter(one -> !one.from().isAfter(day)
                            && one.to().map(day::isBefore).orElse(true)
                            && Peers.of(cases, one.caseId())
                                    .closedOn()
                                    .map(day::isBefore)
                                    .orElse(true))
                    .collect(Collectors.groupingBy(
                            one -> one.adviserId().orElseThrow(), Collectors.summingLong(one -> points(one, day))));
            Map<String, Long> byId = new HashMap<>();
            loads.forEach((id, load) -> byId.put(id.value(), load));
            return IntStream.range(0, records.advisers)
                    .mapToLong(adviser -> byId.getOrDefault("A" + adviser, 0L))
                    .toArray();
        }

        private long points(Allocation allocation, LocalDate day) {
            ChildrensCase one = Peers.of(cases, allocation.caseId());
            boolean toFirstHearing = one.law() == Law.PRIVATE
                    && one.firstHearingOn().map(day::isBefore).orElse(true)
                    && one.furtherWorkOrderedOn().map(day::isBefore).orElse(true);
            boolean rule164 = one.rule164On().map(on -> !on.isAfter(day)).orElse(false);
            return hundredths(toFirstHearing, rule164, children.getOrDefault(one.caseId(), 0));
        }
    }

    /** The SQL of each adviser's load on a day, which stands in it four times as a parameter. */
    static final String LOADS =
            "loads AS (SELECT adviser, sum(CASE WHEN heard > ? THEN CASE WHEN guardian <= ? THEN 300 ELSE 250 END"
                    + " ELSE CASE WHEN guardian <= ? THEN 480 ELSE 400 END END + further) AS load FROM allocations"
                    + " WHERE since <= ? AND until > ? GROUP BY adviser)";

    /** The allocations, each with the days and the points of its case beside it, so that nothing but the adviser is joined. */
    static DuckDb duckDb(SampleRecords records) throws SQLException {
        int[] of = records.allocatedCase;
        Map<String, int[]> allocations = new LinkedHashMap<>();
        allocations.put("adviser", records.allocatedAdviser);
        allocations.put("since", records.allocatedFrom);
        allocations.put(
                "until", Arrays.stream(of).map(row -> records.closedOn[row]).toArray());
        allocations.put(
                "heard", Arrays.stream(of).map(row -> heardOn(records, row)).toArray());
        allocations.put(
                "guardian", Arrays.stream(of).map(row -> records.rule164On[row]).toArray());
        allocations.put(
                "further",
                Arrays.stream(of)
                        .map(row -> 40 * Math.max(0, records.children[row] - 1))
                        .toArray());
        Map<String, int[]> advisers = new LinkedHashMap<>();
        int[] all = IntStream.range(0, records.advisers).toArray();
        advisers.put("adviser", all);
        advisers.put("area", Arrays.stream(all).map(records::areaOfAdviser).toArray());
        advisers.put("tenths", records.tenthsOfFte);
        return DuckDb.open().table("allocations", allocations).table("advisers", advisers);
    }

    private static int heardOn(SampleRecords records, int row) {
        return records.law[row] == Law.PUBLIC.ordinal()
                ? 0
                : Math.min(records.firstHearingOn[row], records.furtherWorkOrderedOn[row]);
    }
}
