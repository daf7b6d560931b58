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
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Report;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Working days from order to filing over all filed reports, by area: the mean in working weeks. The loop counts day by day; the
 * streams make a stream of dates a report.
 *
 * <pre>{@code bin/benchmark WorkingDaysBenchmark -p cases=1000000 -prof gc}</pre>
 */
public class WorkingDaysBenchmark extends HotPath {
    private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.englandAndWales();
    private static final double DAYS_OF_A_WORKING_WEEK = 5;

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP", "DUCKDB"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The question over all the years. */
    @Benchmark
    public double[] workingDays() throws Exception {
        return nextAnswer();
    }

    @Override
    Set<ExtractTable> tables() {
        return Set.of(ExtractTable.REPORTS);
    }

    /** One: all reports are filed by the last day. */
    @Override
    int[] days() {
        return new int[] {Peers.epochDay(SampleRecords.LAST_DAY)};
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        switch (implementation) {
            case CAFCASS:
                MetricsEngine engine = MetricsEngine.of(records.extract(tables()));
                ReportingPeriod reporting =
                        ReportingPeriod.of(new Period(SampleRecords.FIRST_DAY, SampleRecords.LAST_DAY));
                return day -> cafcass(engine, reporting);
            case STREAMS:
                Extract extract = records.extract(tables());
                Map<CaseId, Integer> areas = extract.cases().stream()
                        .collect(Collectors.toMap(ChildrensCase::caseId, one -> Peers.area(one.areaCode())));
                List<Report> reports = List.copyOf(extract.reports());
                return day -> streams(reports, areas);
            case LOOP:
                return day -> expected(records, day);
            case DUCKDB:
                return new InDuckDb(records);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int lastDay) {
        int first = Peers.epochDay(CALENDAR.firstDay());
        boolean[] working = new boolean[lastDay + 1 - first];
        for (int day = 0; day < working.length; day++) {
            working[day] = CALENDAR.isWorkingDay(LocalDate.ofEpochDay((long) first + day));
        }
        long[] days = new long[AREAS];
        int[] reports = new int[AREAS];
        for (int row = 0; row < records.reports; row++) {
            if (records.filedOn[row] != NEVER) {
                int area = records.area[records.reportCase[row]];
                reports[area]++;
                for (int day = records.orderedOn[row]; day < records.filedOn[row]; day++) {
                    days[area] += working[day - first] ? 1 : 0;
                }
            }
        }
        double[] answer = new double[AREAS];
        for (int area = 0; area < AREAS; area++) {
            answer[area] = reports[area] == 0 ? 0 : days[area] / (DAYS_OF_A_WORKING_WEEK * reports[area]);
        }
        return answer;
    }

    private static double[] cafcass(MetricsEngine engine, ReportingPeriod reporting) {
        double[] answer = new double[AREAS];
        for (Figure figure : engine.figures(Measures.FILING_MEAN_WORKING_WEEKS, reporting, BreakdownKey.AREA)) {
            answer[Peers.area(figure.breakdown().value(BreakdownKey.AREA).orElseThrow())] =
                    figure.value().orElse(0);
        }
        return answer;
    }

    private static double[] streams(List<Report> reports, Map<CaseId, Integer> areas) {
        double[] answer = new double[AREAS];
        reports.stream()
                .filter(report -> report.filedOn().isPresent())
                .collect(Collectors.groupingBy(
                        report -> areas.get(report.caseId()),
                        Collectors.averagingLong(report -> report.orderedOn()
                                .datesUntil(report.filedOn().orElseThrow())
                                .filter(CALENDAR::isWorkingDay)
                                .count())))
                .forEach((area, mean) -> answer[area] = mean / DAYS_OF_A_WORKING_WEEK);
        return answer;
    }

    /* The area stands in the reports, and a calendar table says how many working days lie before each day. */
    private static final class InDuckDb implements Question {
        private final DuckDb duckDb;
        private final PreparedStatement statement;

        InDuckDb(SampleRecords records) throws Exception {
            Map<String, int[]> reports = new LinkedHashMap<>();
            reports.put(
                    "area",
                    Arrays.stream(records.reportCase)
                            .map(row -> records.area[row])
                            .toArray());
            reports.put("ordered", records.orderedOn);
            reports.put("filed", records.filedOn);
            int first = Peers.epochDay(SampleRecords.FIRST_DAY);
            int[] days = new int[Peers.epochDay(SampleRecords.LAST_DAY) - first + 1];
            int[] before = new int[days.length];
            for (int i = 0; i < days.length; i++) {
                days[i] = first + i;
                before[i] = CALENDAR.workingDaysBetween(first, first + i);
            }
            Map<String, int[]> calendar = new LinkedHashMap<>();
            calendar.put("day", days);
            calendar.put("working_days_before", before);
            duckDb = DuckDb.open().table("reports", reports).table("calendar", calendar);
            statement = duckDb.prepare(
                    "SELECT area, avg(until.working_days_before - since.working_days_before) / 5 FROM reports"
                            + " JOIN calendar since ON since.day = ordered JOIN calendar until ON until.day = filed"
                            + " WHERE filed <= ? GROUP BY area");
        }

        @Override
        public double[] answer(int day) throws Exception {
            return DuckDb.ask(statement, AREAS, 1, day);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
            duckDb.close();
        }
    }
}
