package org.cafcass.benchmarks;

import static org.cafcass.benchmarks.SampleRecords.AREAS;
import static org.cafcass.benchmarks.SampleRecords.NEVER;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.Audit;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Grade;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Audits by area: the share of each grade, the share that is good or outstanding with its limits, and how many of the advisers
 * who carry a caseload were audited. There is an audit for 10 cases.
 *
 * <pre>{@code bin/benchmark AuditBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class AuditBenchmark extends HotPath {
    private static final List<Grade> GRADES =
            List.of(Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT, Grade.GOOD, Grade.OUTSTANDING);
    private static final int GOOD_OR_OUTSTANDING = GRADES.size();
    private static final int LOWER = GOOD_OR_OUTSTANDING + 1;
    private static final int UPPER = LOWER + 1;
    private static final int COVERAGE = UPPER + 1;
    private static final int VALUES = COVERAGE + 1;

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question over all the years. */
    @Benchmark
    public double[] audits() throws Exception {
        return nextAnswer();
    }

    @Override
    Set<ExtractTable> tables() {
        return Set.of(ExtractTable.ALLOCATIONS, ExtractTable.AUDITS);
    }

    /** Some days of the last year: the audits of all the years up to them count. */
    @Override
    int[] days() {
        return IntStream.range(0, 12)
                .map(month -> Peers.epochDay(SampleRecords.LAST_DAY) - month * 7)
                .toArray();
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = MetricsEngine.of(records.extract(tables()));
                return day -> cafcass(engine, day);
            case STREAMS:
                Extract extract = records.extract(tables());
                Map<CaseId, ChildrensCase> cases =
                        extract.cases().stream().collect(Collectors.toMap(ChildrensCase::caseId, Function.identity()));
                Map<AdviserId, Adviser> advisers =
                        extract.advisers().stream().collect(Collectors.toMap(Adviser::adviserId, Function.identity()));
                List<Audit> audits = List.copyOf(extract.audits());
                List<Allocation> allocations = List.copyOf(extract.allocations());
                return day -> streams(audits, allocations, cases, advisers, day);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(records);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        int[][] counts = new int[AREAS][GRADES.size()];
        boolean[] audited = new boolean[records.advisers];
        for (int row = 0; row < records.audits; row++) {
            if (records.auditedOn[row] <= day) {
                audited[records.auditAdviser[row]] = true;
                if (records.grade[row] != NEVER) {
                    counts[records.areaOfAudit(row)][GRADES.indexOf(Grade.values()[records.grade[row]])]++;
                }
            }
        }
        boolean[] carriesCaseload = new boolean[records.advisers];
        for (int row = 0; row < records.allocations; row++) {
            if (records.allocatedFrom[row] <= day && day < records.closedOn[records.allocatedCase[row]]) {
                carriesCaseload[records.allocatedAdviser[row]] = true;
            }
        }
        int[] eligible = new int[AREAS];
        int[] covered = new int[AREAS];
        for (int adviser = 0; adviser < records.advisers; adviser++) {
            if (carriesCaseload[adviser]) {
                eligible[records.areaOfAdviser(adviser)]++;
                covered[records.areaOfAdviser(adviser)] += audited[adviser] ? 1 : 0;
            }
        }
        return shares(counts, covered, eligible);
    }

    private static double[] shares(int[][] counts, int[] covered, int[] eligible) {
        double[] answer = new double[AREAS * VALUES];
        for (int area = 0; area < AREAS; area++) {
            int[] ofArea = counts[area];
            int at = area * VALUES;
            int graded = Arrays.stream(ofArea).sum();
            for (int grade = 0; grade < ofArea.length; grade++) {
                answer[at + grade] = percent(ofArea[grade], graded);
            }
            if (graded > 0) {
                addGoodOrOutstanding(ofArea[2] + ofArea[3], graded, answer, at);
            }
            answer[at + COVERAGE] = percent(covered[area], eligible[area]);
        }
        return answer;
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }

    /* Wilson's score interval, 95%. */
    private static void addGoodOrOutstanding(double good, double graded, double[] answer, int at) {
        double z = 1.959963984540054;
        double share = good / graded;
        double centre = share + z * z / (2 * graded);
        double spread = z * Math.sqrt(share * (1 - share) / graded + z * z / (4 * graded * graded));
        answer[at + GOOD_OR_OUTSTANDING] = 100 * share;
        answer[at + LOWER] = 100 * (centre - spread) / (1 + z * z / graded);
        answer[at + UPPER] = 100 * (centre + spread) / (1 + z * z / graded);
    }

    private static double[] cafcass(MetricsEngine engine, int day) {
        double[] answer = new double[AREAS * VALUES];
        ReportingPeriod reporting = ReportingPeriod.of(new Period(SampleRecords.FIRST_DAY, LocalDate.ofEpochDay(day)));
        for (Figure figure : engine.figures(
                List.of(
                        Measures.AUDIT_GRADE_PERCENT,
                        Measures.AUDIT_GOOD_OR_OUTSTANDING_PERCENT,
                        Measures.AUDIT_COVERAGE_PERCENT),
                reporting,
                List.of(Set.of(BreakdownKey.AREA)))) {
            int at = Peers.area(figure.breakdown().value(BreakdownKey.AREA).orElseThrow()) * VALUES;
            double value = figure.value().orElse(0);
            if (figure.measure() == Measures.AUDIT_GRADE_PERCENT) {
                int grade = place(figure);
                if (grade >= 0) {
                    answer[at + grade] = value;
                }
            } else if (figure.measure() == Measures.AUDIT_COVERAGE_PERCENT) {
                answer[at + COVERAGE] = value;
            } else {
                answer[at + GOOD_OR_OUTSTANDING] = value;
                answer[at + LOWER] = figure.lower().orElse(0);
                answer[at + UPPER] = figure.upper().orElse(0);
            }
        }
        return answer;
    }

    private static int place(Figure figure) {
        String code = figure.breakdown().value(BreakdownKey.GRADE).orElseThrow();
        for (int grade = 0; grade < GRADES.size(); grade++) {
            if (GRADES.get(grade).code().equals(code)) {
                return grade;
            }
        }
        return -1;
    }

    private static double[] streams(
            List<Audit> audits,
            List<Allocation> allocations,
            Map<CaseId, ChildrensCase> cases,
            Map<AdviserId, Adviser> advisers,
            int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        int[][] counts = new int[AREAS][GRADES.size()];
        audits.stream()
                .filter(audit ->
                        !audit.auditedOn().isAfter(day) && audit.grade().isPresent())
                .collect(Collectors.groupingBy(
                        audit -> Peers.area(audit.caseId()
                                .map(id -> Peers.of(cases, id).areaCode())
                                .orElseGet(() ->
                                        Peers.of(advisers, audit.adviserId()).areaCode())),
                        Collectors.groupingBy(audit -> audit.grade().orElseThrow(), Collectors.counting())))
                .forEach((area, grades) ->
                        grades.forEach((grade, count) -> counts[area][GRADES.indexOf(grade)] = count.intValue()));
        Set<AdviserId> audited = audits.stream()
                .filter(audit -> !audit.auditedOn().isAfter(day))
                .map(Audit::adviserId)
                .collect(Collectors.toSet());
        Set<AdviserId> withCases = allocations.stream()
                .filter(one -> !one.from().isAfter(day)
                        && one.to().map(day::isBefore).orElse(true)
                        && Peers.of(cases, one.caseId())
                                .closedOn()
                                .map(day::isBefore)
                                .orElse(true))
                .map(one -> one.adviserId().orElseThrow())
                .collect(Collectors.toSet());
        int[] eligible = new int[AREAS];
        int[] covered = new int[AREAS];
        for (AdviserId adviser : withCases) {
            int area = Peers.area(Peers.of(advisers, adviser).areaCode());
            eligible[area]++;
            covered[area] += audited.contains(adviser) ? 1 : 0;
        }
        return shares(counts, covered, eligible);
    }

    /* Areas stand in the audits, and when a case is closed in the allocations, so that only audited advisers are looked up. */
    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement grades;
        private final PreparedStatement coverage;

        InDuckDb(SampleRecords records) throws Exception {
            Map<String, int[]> audits = new LinkedHashMap<>();
            audits.put(
                    "area",
                    IntStream.range(0, records.audits).map(records::areaOfAudit).toArray());
            audits.put("adviser", records.auditAdviser);
            audits.put("audited", records.auditedOn);
            audits.put("grade", records.grade);
            Map<String, int[]> allocations = new LinkedHashMap<>();
            allocations.put("adviser", records.allocatedAdviser);
            allocations.put("since", records.allocatedFrom);
            allocations.put(
                    "until",
                    Arrays.stream(records.allocatedCase)
                            .map(row -> records.closedOn[row])
                            .toArray());
            duckDb = DuckDb.open().table("audits", audits).table("allocations", allocations);
            StringBuilder counts = new StringBuilder("SELECT area");
            for (Grade grade : GRADES) {
                counts.append(", count(*) FILTER (grade = ")
                        .append(grade.ordinal())
                        .append(')');
            }
            grades = duckDb.prepare(counts.append(" FROM audits WHERE audited <= ? GROUP BY area")
                    .toString());
            coverage = duckDb.prepare("WITH eligible AS (SELECT DISTINCT adviser FROM allocations"
                    + " WHERE since <= ? AND until > ?),"
                    + " audited AS (SELECT DISTINCT adviser FROM audits WHERE audited <= ?)"
                    + " SELECT eligible.adviser % " + AREAS + " AS area, count(*), count(audited.adviser)"
                    + " FROM eligible LEFT JOIN audited USING (adviser) GROUP BY area");
        }

        @Override
        public double[] answer(int day) throws Exception {
            double[] byGrade = DuckDb.ask(grades, AREAS, GRADES.size(), day);
            double[] ofAdvisers = DuckDb.ask(coverage, AREAS, 2, day, day, day);
            int[][] counts = new int[AREAS][GRADES.size()];
            int[] eligible = new int[AREAS];
            int[] covered = new int[AREAS];
            for (int area = 0; area < AREAS; area++) {
                for (int grade = 0; grade < GRADES.size(); grade++) {
                    counts[area][grade] = (int) byGrade[area * GRADES.size() + grade];
                }
                eligible[area] = (int) ofAdvisers[area * 2];
                covered[area] = (int) ofAdvisers[area * 2 + 1];
            }
            return shares(counts, covered, eligible);
        }

        @Override
        public void close() throws SQLException {
            grades.close();
            coverage.close();
            duckDb.close();
        }
    }
}
