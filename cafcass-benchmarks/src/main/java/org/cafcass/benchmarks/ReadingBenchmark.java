package org.cafcass.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cafcass.model.extract.Columns;
import org.cafcass.model.extract.ExtractReader;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Reading {@code cases.csv} from a file: by this library into columns that hold every rule of the format (words of the lists, days,
 * references, order of days, no case twice), by DuckDB into a table of typed columns and by Jackson into objects with days as
 * {@link LocalDate}; of those two the types are all that is checked. DuckDB is told the format instead of guessing it. Each then counts
 * the rows and the closed ones, and adds up the days of receipt.
 *
 * <pre>{@code bin/benchmark ReadingBenchmark -p cases=1000000 -prof gc}</pre>
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark extends HotPath {
    /** What reads. */
    @Param({"CAFCASS", "DUCKDB", "JACKSON"})
    public Implementation implementation = Implementation.CAFCASS;

    private @Nullable Path folder;

    /** Reads the file. */
    @Benchmark
    public double[] read() throws Exception {
        return nextAnswer();
    }

    @Override
    int[] days() {
        return new int[] {Peers.epochDay(SampleRecords.LAST_DAY)};
    }

    @Override
    Question question(SampleRecords records) throws Exception {
        Path written = Files.createTempDirectory("cafcass-benchmarks");
        folder = written;
        records.write(written, Set.of());
        /* Children are a table without rows: the other required tables are small. */
        Files.writeString(written.resolve("children.csv"), "child_id,case_id\n");
        Path file = written.resolve("cases.csv");
        switch (implementation) {
            case CAFCASS:
                return day -> cafcass(written);
            case DUCKDB:
                return new InDuckDb(file);
            case JACKSON:
                CsvMapper mapper = CsvMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                        .build();
                ObjectReader reader = mapper.readerFor(CaseRow.class)
                        .with(CsvSchema.emptySchema().withHeader());
                return day -> jackson(reader, file);
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        double[] answer = {records.cases, 0, 0};
        for (int row = 0; row < records.cases; row++) {
            answer[1] += records.closedOn[row] == SampleRecords.NEVER ? 0 : 1;
            answer[2] += records.receivedOn[row];
        }
        return answer;
    }

    private static double[] cafcass(Path folder) {
        Columns cases = ExtractReader.create().read(folder).extract().columns(ExtractTable.CASES);
        double closed = 0;
        for (int day : cases.toArray("closed_on")) {
            closed += day == Columns.ABSENT ? 0 : 1;
        }
        double days = 0;
        for (int day : cases.toArray("received_on")) {
            days += day;
        }
        return new double[] {cases.size(), closed, days};
    }

    private static final class InDuckDb implements Question {
        private final DuckDb duckDb = DuckDb.open();
        private final String read;
        private final String count;

        InDuckDb(Path file) throws SQLException {
            read = "CREATE OR REPLACE TABLE cases AS SELECT * FROM read_csv('" + file
                    + "', auto_detect = false, header = true,"
                    + " delim = ',', quote = '\"', escape = '\"', nullstr = '', dateformat = '%Y-%m-%d', columns = {"
                    + "'case_id': 'VARCHAR', 'law': 'VARCHAR', 'application': 'VARCHAR', 'area_code': 'VARCHAR',"
                    + " 'received_on': 'DATE', 'first_hearing_on': 'DATE', 'further_work_ordered_on': 'DATE',"
                    + " 'rule_16_4_on': 'DATE', 'closed_on': 'DATE'})";
            count = "SELECT 0, count(*), count(closed_on), sum(received_on - DATE '1970-01-01') FROM cases";
        }

        @Override
        public double[] answer(int day) throws Exception {
            duckDb.execute(read);
            try (PreparedStatement statement = duckDb.prepare(count)) {
                return DuckDb.ask(statement, 1, 3);
            }
        }

        @Override
        public void close() throws SQLException {
            duckDb.close();
        }
    }

    /** A row as an object. */
    record CaseRow(
            @JsonProperty("case_id") String caseId,
            @JsonProperty("law") String law,
            @JsonProperty("application") String application,
            @JsonProperty("area_code") String areaCode,
            @JsonProperty("received_on") LocalDate receivedOn,
            @JsonProperty("first_hearing_on") @Nullable LocalDate firstHearingOn,

            @JsonProperty("further_work_ordered_on") @Nullable
            LocalDate furtherWorkOrderedOn,

            @JsonProperty("rule_16_4_on") @Nullable LocalDate rule164On,
            @JsonProperty("closed_on") @Nullable LocalDate closedOn) {}

    private static double[] jackson(ObjectReader reader, Path file) throws Exception {
        List<CaseRow> cases = new ArrayList<>();
        try (MappingIterator<CaseRow> rows = reader.readValues(file.toFile())) {
            rows.forEachRemaining(cases::add);
        }
        double closed = 0;
        double days = 0;
        for (CaseRow one : cases) {
            closed += one.closedOn() == null ? 0 : 1;
            days += one.receivedOn().toEpochDay();
        }
        return new double[] {cases.size(), closed, days};
    }

    @Override
    @TearDown
    public void close() throws Exception {
        super.close();
        if (folder != null) {
            SampleRecords.delete(folder);
        }
    }
}
