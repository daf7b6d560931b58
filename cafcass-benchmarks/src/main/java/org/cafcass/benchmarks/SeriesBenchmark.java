package org.cafcass.benchmarks;

import static org.cafcass.benchmarks.SampleRecords.AREAS;
import static org.cafcass.benchmarks.SampleRecords.LAWS;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Snapshot;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Open cases and children at the 180 month ends of fifteen years by area and law: 13,680 numbers.
 *
 * <pre>{@code bin/benchmark SeriesBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class SeriesBenchmark extends HotPath {
    private static final int MONTHS = 180;
    private static final int CELLS = AREAS * LAWS;
    private static final int VALUES = 2;
    private static final int[] MONTH_ENDS = monthEnds();

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    private static int[] monthEnds() {
        int[] days = new int[MONTHS];
        Arrays.setAll(
                days,
                month -> Peers.epochDay(
                        SampleRecords.FIRST_DAY.plusMonths(month + 1L).minusDays(1)));
        return days;
    }

    /** The question for all the month ends. */
    @Benchmark
    public double[] series() throws Exception {
        return nextAnswer();
    }

    /** One: the series is always the same. */
    @Override
    int[] days() {
        return new int[] {Peers.epochDay(SampleRecords.LAST_DAY)};
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = Peers.engine(records);
                return day -> cafcass(engine);
            case STREAMS:
                Extract extract = Peers.extract(records);
                List<ChildrensCase> cases = List.copyOf(extract.cases());
                Map<CaseId, Integer> children = Peers.childrenByCase(extract.children());
                return day -> streams(cases, children);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(records);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    /** Counts each case into the months of its receipt and closing, and adds the months up. */
    @Override
    double[] expected(SampleRecords records, int day) {
        double[] answer = new double[MONTHS * CELLS * VALUES];
        for (int row = 0; row < records.cases; row++) {
            int cell = records.cell(row);
            add(answer, month(records.receivedOn[row]), cell, 1, records.children[row]);
            add(answer, month(records.closedOn[row]), cell, -1, -records.children[row]);
        }
        return addedUp(answer);
    }

    private static void add(double[] answer, int month, int cell, int cases, int children) {
        if (month < MONTHS) {
            int at = (month * CELLS + cell) * VALUES;
            answer[at] += cases;
            answer[at + 1] += children;
        }
    }

    private static double[] addedUp(double[] answer) {
        for (int i = CELLS * VALUES; i < answer.length; i++) {
            answer[i] += answer[i - CELLS * VALUES];
        }
        return answer;
    }

    /* The first month at whose end something that happened on the day has happened. */
    private static int month(int day) {
        int at = Arrays.binarySearch(MONTH_ENDS, day);
        return at >= 0 ? at : -at - 1;
    }

    private static final Law[] BOTH_LAWS = Law.values();

    private static double[] cafcass(MetricsEngine engine) {
        double[] answer = new double[MONTHS * CELLS * VALUES];
        int at = 0;
        for (int day : MONTH_ENDS) {
            Snapshot snapshot = engine.snapshot(LocalDate.ofEpochDay(day));
            for (int area = 0; area < AREAS; area++) {
                for (Law law : BOTH_LAWS) {
                    answer[at++] = snapshot.openCases(area, law);
                    answer[at++] = snapshot.openChildren(area, law);
                }
            }
        }
        return answer;
    }

    private static double[] streams(List<ChildrensCase> cases, Map<CaseId, Integer> children) {
        double[] answer = new double[MONTHS * CELLS * VALUES];
        for (int month = 0; month < MONTHS; month++) {
            LocalDate day = LocalDate.ofEpochDay(MONTH_ENDS[month]);
            int begin = month * CELLS;
            cases.stream()
                    .filter(one -> !one.receivedOn().isAfter(day)
                            && one.closedOn().map(day::isBefore).orElse(true))
                    .forEach(one -> {
                        int at = (begin + Peers.cell(one)) * VALUES;
                        answer[at]++;
                        answer[at + 1] += children.getOrDefault(one.caseId(), 0);
                    });
        }
        return answer;
    }

    /* Each case adds to the month of its receipt and takes from that of its closing, both prepared; a window adds the months up. */
    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(SampleRecords records) throws Exception {
            Map<String, int[]> columns = new LinkedHashMap<>(Peers.caseColumns(records));
            columns.put("received_month", months(records.receivedOn));
            columns.put("closed_month", months(records.closedOn));
            duckDb = DuckDb.open().table("cases", columns);
            statement = duckDb.prepare("WITH steps AS ("
                    + "SELECT received_month AS month, cell, count(*) AS cases, sum(children) AS children FROM cases"
                    + " GROUP BY ALL UNION ALL"
                    + " SELECT closed_month, cell, -count(*), -sum(children) FROM cases WHERE closed_month < " + MONTHS
                    + " GROUP BY ALL)"
                    + " SELECT month, cell, sum(sum(cases)) OVER (PARTITION BY cell ORDER BY month),"
                    + " sum(sum(children)) OVER (PARTITION BY cell ORDER BY month) FROM steps GROUP BY month, cell");
        }

        private static int[] months(int[] days) {
            return Arrays.stream(days).map(SeriesBenchmark::month).toArray();
        }

        @Override
        public double[] answer(int day) throws Exception {
            double[] answer = new double[MONTHS * CELLS * VALUES];
            boolean[] told = new boolean[MONTHS * CELLS];
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int at = rows.getInt(1) * CELLS + rows.getInt(2);
                    told[at] = true;
                    answer[at * VALUES] = rows.getDouble(3);
                    answer[at * VALUES + 1] = rows.getDouble(4);
                }
            }
            /* A month in which nothing was received or closed is as the one before. */
            for (int at = CELLS; at < told.length; at++) {
                if (!told[at]) {
                    System.arraycopy(answer, (at - CELLS) * VALUES, answer, at * VALUES, VALUES);
                }
            }
            return answer;
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
