package org.cafcass.benchmarks;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.dflib.DataFrame;
import org.dflib.Series;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The sample records as each implementation keeps them. */
final class Peers {
    private Peers() {}

    /** The columns of the cases that all columnar peers are given: what the library prepares for itself. */
    static Map<String, int[]> caseColumns(SampleRecords records) {
        Map<String, int[]> columns = new LinkedHashMap<>();
        int[] cells = new int[records.cases];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = records.cell(row);
        }
        columns.put("cell", cells);
        columns.put("application", records.application);
        columns.put("rule_16_4", records.rule164On);
        columns.put("received", records.receivedOn);
        columns.put("closed", records.closedOn);
        columns.put("children", records.children);
        return columns;
    }

    static DuckDb duckDb(SampleRecords records) throws SQLException {
        return DuckDb.open().table("cases", caseColumns(records));
    }

    static Table tablesaw(SampleRecords records) {
        Table table = Table.create("cases");
        caseColumns(records).forEach((name, values) -> table.addColumns(IntColumn.create(name, values)));
        return table;
    }

    static DataFrame dflib(SampleRecords records) {
        Map<String, int[]> columns = caseColumns(records);
        return DataFrame.byColumn(columns.keySet().toArray(String[]::new))
                .of(columns.values().stream().map(Series::ofInt).toArray(Series[]::new));
    }

    static Extract extract(SampleRecords records) {
        return records.extract(Set.of());
    }

    static MetricsEngine engine(SampleRecords records) {
        return MetricsEngine.of(extract(records));
    }

    /** How many children a case has. */
    static Map<CaseId, Integer> childrenByCase(List<Child> children) {
        Map<CaseId, Integer> counts = new HashMap<>();
        children.forEach(child -> counts.merge(child.caseId(), 1, Integer::sum));
        return counts;
    }

    /** The value of a key that is there. */
    static <K, V> V of(Map<K, V> values, K key) {
        return Objects.requireNonNull(values.get(key));
    }

    /** The place of a case's area and law, as in {@link SampleRecords#cell}. */
    static int cell(ChildrensCase one) {
        return cell(one.areaCode().value(), one.law());
    }

    /** The place of a figure's area and law. */
    static int cell(Figure figure) {
        String law = figure.breakdown().value(BreakdownKey.LAW).orElseThrow();
        return cell(
                figure.breakdown().value(BreakdownKey.AREA).orElseThrow(),
                law.equals(Law.PUBLIC.code()) ? Law.PUBLIC : Law.PRIVATE);
    }

    private static int cell(String areaCode, Law law) {
        return area(areaCode) * SampleRecords.LAWS + law.ordinal();
    }

    static int area(AreaCode areaCode) {
        return area(areaCode.value());
    }

    /** The number that {@link SampleRecords#areaCode} made a code of. */
    static int area(String areaCode) {
        return (areaCode.charAt(1) - '0') * 10 + areaCode.charAt(2) - '0';
    }

    static int epochDay(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
