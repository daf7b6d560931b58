package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.model.Adviser;
import org.cafcass.model.Code;
import org.junit.jupiter.api.Test;

class ResultSetRowsTest {
    private static final List<String> AREA = List.of("area_code", "name", "region");
    private static final List<String> ADVISER =
            List.of("adviser_id", "role", "employment", "team", "area_code", "fte", "started_on", "left_on");

    private interface Call {
        Object answer(String method, int argument) throws SQLException;
    }

    private static <T> T answering(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ResultSetRowsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        call.answer(method.getName(), arguments == null ? 0 : (Integer) arguments[0])));
    }

    /** A result set that knows just what a reader of rows asks for. */
    private static ResultSet resultSet(List<String> labels, List<Object[]> rows) {
        ResultSetMetaData metaData = answering(ResultSetMetaData.class, (method, column) -> switch (method) {
            case "getColumnCount" -> labels.size();
            case "getColumnLabel" -> labels.get(column - 1);
            default -> throw new UnsupportedOperationException(method);
        });
        int[] row = {-1};
        return answering(ResultSet.class, (method, column) -> switch (method) {
            case "getMetaData" -> metaData;
            case "next" -> ++row[0] < rows.size();
            case "getObject" -> rows.get(row[0])[column - 1];
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Map<ExtractTable, ResultSet> smallest() {
        Map<ExtractTable, ResultSet> tables = new EnumMap<>(ExtractTable.class);
        tables.put(ExtractTable.AREAS, resultSet(AREA, List.<Object[]>of(new Object[] {"A1", "East", "North"})));
        tables.put(ExtractTable.ADVISERS, resultSet(ADVISER, List.of()));
        tables.put(
                ExtractTable.CASES,
                resultSet(List.of("case_id", "law", "application", "area_code", "received_on"), List.of()));
        tables.put(ExtractTable.CHILDREN, resultSet(List.of("child_id", "case_id"), List.of()));
        return tables;
    }

    @Property(tries = 100, seed = "20260101")
    void extractReadsBackEqual(@ForAll long seed) {
        Extract extract = RandomExtract.of(seed);
        Map<ExtractTable, ResultSet> tables = new EnumMap<>(ExtractTable.class);
        for (ExtractTable table : ExtractTable.values()) {
            if (extract.has(table)) {
                tables.put(table, resultSetOf(extract, table));
            }
        }

        assertThat(ExtractReader.create().readResultSets(tables).extract()).isEqualTo(extract);
    }

    private static ResultSet resultSetOf(Extract extract, ExtractTable table) {
        Columns columns = extract.columns(table);
        List<Object[]> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            Object[] cells = new Object[table.columns().size()];
            for (int column = 0; column < cells.length; column++) {
                Object value = extract.value(columns, column, row);
                cells[column] = value instanceof Code code ? code.code() : value;
            }
            rows.add(cells);
        }
        return resultSet(table.columns().stream().map(ExtractColumn::name).toList(), rows);
    }

    @Test
    void sqlTypesAndLabelsInCapitals() {
        Map<ExtractTable, ResultSet> tables = smallest();
        tables.put(
                ExtractTable.ADVISERS,
                resultSet(
                        List.of(
                                "ADVISER_ID",
                                "ROLE",
                                "EMPLOYMENT",
                                "TEAM",
                                "AREA_CODE",
                                "FTE",
                                "STARTED_ON",
                                "LEFT_ON",
                                "GRADE"),
                        List.of(
                                new Object[] {
                                    1,
                                    "SERVICE_MANAGER",
                                    "LOCUM",
                                    "HUB",
                                    "A1",
                                    0.5,
                                    Date.valueOf("2020-02-29"),
                                    null,
                                    "x"
                                },
                                new Object[] {
                                    2L,
                                    "service_manager",
                                    "locum",
                                    "hub",
                                    "A1",
                                    new BigDecimal("1E0"),
                                    Timestamp.valueOf("2020-02-29 00:00:00"),
                                    LocalDate.of(2021, 1, 1),
                                    "x"
                                },
                                new Object[] {
                                    "3",
                                    "service_manager",
                                    "locum",
                                    "hub",
                                    "A1",
                                    1,
                                    LocalDateTime.of(2020, 2, 29, 0, 1),
                                    null,
                                    "x"
                                },
                                new Object[] {"4", "service_manager", "locum", "hub", "A1", -1.0f, null, null, "x"})));

        ReadExtract read = ExtractReader.create().readResultSets(tables);

        assertThat(read.extract().advisers())
                .extracting(row -> row.adviserId().value())
                .containsExactly("1", "2");
        assertThat(read.extract().advisers())
                .extracting(Adviser::fte)
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("1"));
        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(
                                ExtractTable.ADVISERS, 3, "started_on", "2020-02-29T00:01", SetAsideReason.NOT_A_DATE),
                        new SetAsideRow(ExtractTable.ADVISERS, 4, "fte", "-1.0", SetAsideReason.NOT_A_NUMBER));
        assertThat(read.tables().get(1).ignoredColumns()).containsExactly("GRADE");
    }

    private static void assertFails(Map<ExtractTable, ResultSet> tables, String message) {
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().readResultSets(tables))
                .withMessage(message);
    }

    @Test
    void tableMissing() {
        Map<ExtractTable, ResultSet> tables = smallest();
        tables.remove(ExtractTable.ADVISERS);

        assertFails(tables, "Cannot read the extract: required tables are missing: advisers");
    }

    @Test
    void columnMissingOrTwice() {
        Map<ExtractTable, ResultSet> tables = smallest();
        tables.put(ExtractTable.AREAS, resultSet(List.of("area_code", "title"), List.of()));
        assertFails(tables, "Cannot read areas: required columns are missing: name, region");

        tables.put(ExtractTable.AREAS, resultSet(List.of("area_code", "name", "region", "Name"), List.of()));
        assertFails(tables, "Cannot read areas: columns 2 and 4 have the same name (name)");
    }

    @Test
    void resultSetThatFails() {
        Map<ExtractTable, ResultSet> tables = smallest();
        tables.put(ExtractTable.CHILDREN, answering(ResultSet.class, (method, column) -> {
            throw new SQLException("Child K1 is locked", "40001");
        }));

        assertFails(tables, "Cannot read children: SQL state 40001");
    }

    @Test
    void rowOfOverOneMebibyte() {
        Map<ExtractTable, ResultSet> tables = smallest();
        tables.put(ExtractTable.AREAS, resultSet(AREA, List.<Object[]>of(new Object[] {
            "A1", "x".repeat(1 << 20), "North"
        })));

        assertFails(tables, "Cannot read areas: row 1: Invalid row: over 1 MiB");
    }
}
