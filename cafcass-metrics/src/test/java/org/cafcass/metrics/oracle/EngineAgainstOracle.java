package org.cafcass.metrics.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;
import org.cafcass.model.calendar.WorkingDayCalendar;

/** The engine and the oracle over the same extract. */
final class EngineAgainstOracle {
    private final Sample sample;
    private final WorkingDayCalendar calendar;
    private final MetricsEngine engine;
    private final MetricsEngine keeping;
    private final Rows rows;

    EngineAgainstOracle(Sample sample) {
        this.sample = sample;
        calendar = WorkingDayCalendar.englandAndWales().withClosures(sample.closures());
        engine = MetricsEngine.of(sample.extract(), calendar);
        keeping = engine.keeping();
        rows = Rows.of(sample.extract());
    }

    List<OracleFigure> ofOracle(String measure, Collection<String> keys) {
        return Oracle.figures(
                rows,
                calendar::isWorkingDay,
                measure,
                new TreeSet<>(keys),
                sample.first(),
                sample.last(),
                sample.asAt());
    }

    List<OracleFigure> ofEngine(String measure, Collection<String> keys) {
        return figures(engine, measure, keys, sample.first(), sample.last(), sample.asAt());
    }

    /** The figures of an engine that keeps what it works out for one figure for the next. */
    List<OracleFigure> ofKeepingEngine(String measure, Collection<String> keys) {
        return figures(keeping, measure, keys, sample.first(), sample.last(), sample.asAt());
    }

    /** The engine's figures of several measures by several breakdowns, asked for together. */
    List<OracleFigure> togetherByEngine(Collection<String> measures, List<Set<String>> breakdowns) {
        return engine
                .figures(
                        measures.stream().map(Measures::named).toList(),
                        new ReportingPeriod(new Period(sample.first(), sample.last()), sample.asAt()),
                        breakdowns.stream()
                                .map(keys -> keys.stream().map(BreakdownKey::of).toList())
                                .toList())
                .stream()
                .map(EngineAgainstOracle::plain)
                .toList();
    }

    /** The engine's figures in the oracle's form. */
    static List<OracleFigure> figures(
            MetricsEngine engine,
            String measure,
            Collection<String> keys,
            LocalDate first,
            LocalDate last,
            LocalDate asAt) {
        Measure asked = Measures.named(measure);
        List<BreakdownKey> by = keys.stream().map(BreakdownKey::of).toList();
        return engine.figures(asked, new ReportingPeriod(new Period(first, last), asAt), by).stream()
                .map(EngineAgainstOracle::plain)
                .toList();
    }

    private static OracleFigure plain(Figure figure) {
        SortedMap<String, String> breakdown = new TreeMap<>();
        figure.breakdown().values().forEach((key, value) -> breakdown.put(key.code(), value));
        return new OracleFigure(
                figure.measure().name(),
                figure.measure().unit(),
                figure.period().first(),
                figure.period().last(),
                breakdown,
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.lower(),
                figure.upper(),
                figure.status().code());
    }

    /** Where the two differ, of one measure by some keys. */
    List<String> differences(String measure, Collection<String> keys) {
        return differences(measure + " by " + keys, ofOracle(measure, keys), ofEngine(measure, keys));
    }

    /** Where figures differ from those expected: in rows, in their order, or in a number by more than rounding. */
    static List<String> differences(String what, List<OracleFigure> expected, List<OracleFigure> actual) {
        List<String> differences = new ArrayList<>();
        Set<String> cells = cells(expected);
        if (!cells(actual).equals(cells)) {
            Set<String> missing = new LinkedHashSet<>(cells);
            missing.removeAll(cells(actual));
            Set<String> surplus = new LinkedHashSet<>(cells(actual));
            surplus.removeAll(cells);
            differences.add(what + ": rows missing " + missing + ", too many " + surplus);
            return differences;
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (!same(expected.get(i), actual.get(i))) {
                differences.add(what + ":\n    expected " + expected.get(i) + "\n    but was  " + actual.get(i));
            }
        }
        if (expected.size() != actual.size()) {
            differences.add(what + ": " + actual.size() + " rows, not " + expected.size());
        }
        return differences;
    }

    private static Set<String> cells(List<OracleFigure> figures) {
        return figures.stream().map(OracleFigure::breakdownText).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean same(OracleFigure left, OracleFigure right) {
        return left.measure().equals(right.measure())
                && left.unit().equals(right.unit())
                && left.periodStart().equals(right.periodStart())
                && left.periodEnd().equals(right.periodEnd())
                && left.breakdown().equals(right.breakdown())
                && left.status().equals(right.status())
                && same(left.value(), right.value())
                && same(left.numerator(), right.numerator())
                && same(left.denominator(), right.denominator())
                && same(left.lower(), right.lower())
                && same(left.upper(), right.upper());
    }

    private static boolean same(OptionalDouble left, OptionalDouble right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.equals(right);
        }
        double difference = Math.abs(left.getAsDouble() - right.getAsDouble());
        return difference <= 1e-9 * Math.max(1, Math.abs(left.getAsDouble()));
    }
}
