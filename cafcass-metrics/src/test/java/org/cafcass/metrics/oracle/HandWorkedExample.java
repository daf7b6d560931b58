package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.cafcass.model.extract.Extract;

/**
 * A small extract with figures worked out by hand: both the oracle and the engine are held to them.
 *
 * @param name what it is about
 * @param extract the rows
 * @param first the first day of the period
 * @param last its last day, and the as-at day
 * @param expectations the figures
 * @param leftOut what some of them left out
 */
record HandWorkedExample(
        String name,
        Extract extract,
        LocalDate first,
        LocalDate last,
        List<Expectation> expectations,
        List<LeftOut> leftOut) {

    /** The rows that a measure by some keys has, in their order. */
    record Expectation(String measure, Set<String> keys, List<Row> rows) {}

    /** How many rows the figure of a breakdown left out for a reason. */
    record LeftOut(String measure, String breakdown, String reason, long rows) {}

    /** A row: the breakdown as the CSV writes it, and its numbers; NaN stands for none. */
    record Row(
            String breakdown,
            double value,
            double numerator,
            double denominator,
            double lower,
            double upper,
            String status) {
        Row within(double low, double high) {
            return new Row(breakdown, value, numerator, denominator, low, high, status);
        }
    }

    private static final double NONE = Double.NaN;

    @Override
    public String toString() {
        return name;
    }

    static HandWorkedExample of(String name, String first, String last, Extract.Builder rows) {
        return new HandWorkedExample(
                name,
                rows.build(),
                LocalDate.parse(first),
                LocalDate.parse(last),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** Adds how many rows a figure left out for a reason. */
    HandWorkedExample leavesOut(String measure, String breakdown, String reason, long rows) {
        leftOut.add(new LeftOut(measure, breakdown, reason, rows));
        return this;
    }

    /** Adds what a measure gives by some keys, separated by a comma; the empty text for the whole. */
    HandWorkedExample gives(String measure, String keys, Row... rows) {
        expectations.add(new Expectation(measure, keys.isEmpty() ? Set.of() : Set.of(keys.split(",")), List.of(rows)));
        return this;
    }

    /** Adds a whole that is a count or a quantile. */
    HandWorkedExample gives(String measure, double value) {
        return gives(measure, "", value("", value));
    }

    /** Adds a whole that is a ratio. */
    HandWorkedExample gives(String measure, double value, double numerator, double denominator) {
        return gives(measure, "", ratio("", value, numerator, denominator));
    }

    static Row value(String breakdown, double value) {
        return new Row(breakdown, value, NONE, NONE, NONE, NONE, "ok");
    }

    static Row ratio(String breakdown, double value, double numerator, double denominator) {
        return new Row(breakdown, value, numerator, denominator, NONE, NONE, "ok");
    }

    /** A ratio over nothing. */
    static Row empty(String breakdown, double numerator) {
        return new Row(breakdown, NONE, numerator, 0, NONE, NONE, "empty");
    }

    /** A quantile, median or kappa of nothing. */
    static Row empty(String breakdown) {
        return new Row(breakdown, NONE, NONE, NONE, NONE, NONE, "empty");
    }

    static Row notAvailable() {
        return new Row("", NONE, NONE, NONE, NONE, NONE, "not_available");
    }

    /** What is asked: figures of a measure by some keys, over a period, as at a day. */
    @FunctionalInterface
    interface Answering {
        List<OracleFigure> figures(
                Extract extract, String measure, Set<String> keys, LocalDate first, LocalDate last, LocalDate asAt);
    }

    /** Holds something that works out figures to this example. */
    void hold(Answering answering) {
        for (Expectation expected : expectations) {
            String what = name + ": " + expected.measure() + " by " + expected.keys();
            List<OracleFigure> figures =
                    answering.figures(extract, expected.measure(), expected.keys(), first, last, last);
            assertThat(figures)
                    .as(what)
                    .extracting(OracleFigure::breakdownText)
                    .containsExactlyElementsOf(
                            expected.rows().stream().map(Row::breakdown).toList());
            for (int i = 0; i < figures.size(); i++) {
                OracleFigure figure = figures.get(i);
                Row row = expected.rows().get(i);
                String which = what + ", " + row.breakdown();
                assertThat(figure.status()).as(which).isEqualTo(row.status());
                holds(which + " value", figure.value(), row.value());
                holds(which + " numerator", figure.numerator(), row.numerator());
                holds(which + " denominator", figure.denominator(), row.denominator());
                holds(which + " lower", figure.lower(), row.lower());
                holds(which + " upper", figure.upper(), row.upper());
            }
        }
    }

    private static void holds(String what, OptionalDouble actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isEmpty();
        } else {
            assertThat(actual.orElse(NONE)).as(what).isCloseTo(expected, within(1e-9));
        }
    }
}
