package org.cafcass.benchmarks;

import static org.cafcass.benchmarks.SampleRecords.AREAS;
import static org.cafcass.benchmarks.SampleRecords.LAWS;
import static org.dflib.Exp.$int;
import static org.dflib.Exp.count;
import static tech.tablesaw.aggregate.AggregateFunctions.count;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;
import static tech.tablesaw.aggregate.AggregateFunctions.median;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.ChildrensCase;
import org.dflib.DataFrame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Cases closed in a quarter: mean and median duration and the share closed within 26 weeks, by area and law.
 *
 * <pre>{@code bin/benchmark ClosedCasesBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class ClosedCasesBenchmark extends HotPath {
    private static final int CELLS = AREAS * LAWS;
    private static final int MEAN = 0;
    private static final int MEDIAN = 1;
    private static final int WITHIN_26_WEEKS = 2;
    private static final int VALUES = 3;
    private static final int DAYS_OF_26_WEEKS = 182;
    private static final Set<BreakdownKey> BY = EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW);
    private static final List<Measure> MEASURES =
            List.of(Measures.DURATION_MEAN_WEEKS, Measures.DURATION_MEDIAN_WEEKS, Measures.WITHIN_26_WEEKS_PERCENT);

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB", "TABLESAW", "DFLIB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question for one quarter. */
    @Benchmark
    public double[] closedInAQuarter() throws Exception {
        return nextAnswer();
    }

    /** The ends of the quarters of the last ten years. */
    @Override
    int[] days() {
        return IntStream.range(0, 40)
                .map(quarter -> Peers.epochDay(SampleRecords.LAST_DAY
                        .plusDays(1)
                        .minusMonths(3L * quarter)
                        .minusDays(1)))
                .toArray();
    }

    private static int firstDay(int lastDay) {
        return Peers.epochDay(quarter(lastDay).first());
    }

    private static Period quarter(int lastDay) {
        return Period.months(3, LocalDate.ofEpochDay(lastDay));
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = Peers.engine(records);
                return day -> cafcass(engine, day);
            case STREAMS:
                List<ChildrensCase> cases = List.copyOf(Peers.extract(records).cases());
                return day -> streams(cases, day);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(Peers.duckDb(records));
            case TABLESAW:
                Table table = Peers.tablesaw(records);
                return day -> tablesaw(table, day);
            case DFLIB:
                DataFrame frame = Peers.dflib(records);
                return day -> dflib(frame, day);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int last) {
        int first = firstDay(last);
        int[][] durations = new int[CELLS][16];
        int[] counts = new int[CELLS];
        for (int row = 0; row < records.cases; row++) {
            if (first <= records.closedOn[row] && records.closedOn[row] <= last) {
                int cell = records.cell(row);
                if (counts[cell] == durations[cell].length) {
                    durations[cell] = Arrays.copyOf(durations[cell], counts[cell] * 2);
                }
                durations[cell][counts[cell]++] = records.closedOn[row] - records.receivedOn[row];
            }
        }
        double[] answer = new double[CELLS * VALUES];
        for (int cell = 0; cell < CELLS; cell++) {
            summarise(Arrays.copyOf(durations[cell], counts[cell]), answer, cell * VALUES);
        }
        return answer;
    }

    private static void summarise(int[] days, double[] answer, int at) {
        if (days.length == 0) {
            return;
        }
        Arrays.sort(days);
        answer[at + MEAN] = Arrays.stream(days).average().orElseThrow() / 7;
        answer[at + MEDIAN] = (days[(days.length - 1) / 2] + days[days.length / 2]) / 14.0;
        answer[at + WITHIN_26_WEEKS] = 100.0
                * Arrays.stream(days).filter(one -> one <= DAYS_OF_26_WEEKS).count()
                / days.length;
    }

    private static double[] cafcass(MetricsEngine engine, int last) {
        double[] answer = new double[CELLS * VALUES];
        ReportingPeriod reporting = ReportingPeriod.of(quarter(last));
        for (Figure figure : engine.figures(MEASURES, reporting, List.of(BY))) {
            answer[Peers.cell(figure) * VALUES + MEASURES.indexOf(figure.measure())] =
                    figure.value().orElse(0);
        }
        return answer;
    }

    private static double[] streams(List<ChildrensCase> cases, int last) {
        Period quarter = quarter(last);
        double[] answer = new double[CELLS * VALUES];
        Map<Integer, List<Long>> durations = cases.stream()
                .filter(one -> one.closedOn()
                        .map(day -> !day.isBefore(quarter.first()) && !day.isAfter(quarter.last()))
                        .orElse(false))
                .collect(Collectors.groupingBy(
                        Peers::cell,
                        Collectors.mapping(
                                one -> one.closedOn().orElseThrow().toEpochDay()
                                        - one.receivedOn().toEpochDay(),
                                Collectors.toList())));
        durations.forEach(
                (cell, days) -> summarise(days.stream().mapToInt(Long::intValue).toArray(), answer, cell * VALUES));
        return answer;
    }

    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(DuckDb duckDb) throws Exception {
            this.duckDb = duckDb;
            this.statement = duckDb.prepare("SELECT cell, avg(closed - received) / 7, median(closed - received) / 7,"
                    + " 100.0 * count(*) FILTER (closed - received <= " + DAYS_OF_26_WEEKS + ") / count(*)"
                    + " FROM cases WHERE closed BETWEEN ? AND ? GROUP BY cell");
        }

        @Override
        public double[] answer(int last) throws Exception {
            return DuckDb.ask(statement, CELLS, VALUES, firstDay(last), last);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }

    private static double[] tablesaw(Table cases, int last) {
        IntColumn closedOn = cases.intColumn("closed");
        Table closed = cases.where(closedOn.isBetweenInclusive(firstDay(last), last));
        IntColumn days = IntColumn.create("days", closed.rowCount());
        for (int row = 0; row < closed.rowCount(); row++) {
            days.set(
                    row,
                    closed.intColumn("closed").getInt(row)
                            - closed.intColumn("received").getInt(row));
        }
        closed.addColumns(days);
        double[] answer = new double[CELLS * VALUES];
        for (Row row : closed.summarize("days", count, mean, median).by("cell")) {
            int at = row.getInt("cell") * VALUES;
            answer[at + MEAN] = row.getDouble("Mean [days]") / 7;
            answer[at + MEDIAN] = row.getDouble("Median [days]") / 7;
            answer[at + WITHIN_26_WEEKS] = 100 / row.getDouble("Count [days]");
        }
        Table within = closed.where(days.isLessThanOrEqualTo(DAYS_OF_26_WEEKS));
        double[] shares = new double[CELLS];
        if (!within.isEmpty()) {
            for (Row row : within.summarize("days", count).by("cell")) {
                shares[row.getInt("cell")] = row.getDouble("Count [days]");
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            answer[cell * VALUES + WITHIN_26_WEEKS] *= shares[cell];
        }
        return answer;
    }

    private static double[] dflib(DataFrame cases, int last) {
        DataFrame byCell = cases.rows($int("closed").between(firstDay(last), last))
                .select()
                .cols("cell", "days")
                .select($int("cell"), $int("closed").sub($int("received")).castAsInt())
                .group("cell")
                .agg(
                        $int("cell").first(),
                        $int("days").avg(),
                        $int("days").median(),
                        count($int("days").le(DAYS_OF_26_WEEKS)),
                        count());
        double[] answer = new double[CELLS * VALUES];
        byCell.forEach(row -> {
            int at = (int) number(row.get(0)) * VALUES;
            answer[at + MEAN] = number(row.get(1)) / 7;
            answer[at + MEDIAN] = number(row.get(2)) / 7;
            answer[at + WITHIN_26_WEEKS] = 100 * number(row.get(3)) / number(row.get(4));
        });
        return answer;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
