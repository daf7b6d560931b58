package org.cafcass.metrics.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One figure as the oracle gives it: a row of the CSV. A stock has the same first and last day. */
public record OracleFigure(
        String measure,
        String unit,
        LocalDate periodStart,
        LocalDate periodEnd,
        SortedMap<String, String> breakdown,
        OptionalDouble value,
        OptionalDouble numerator,
        OptionalDouble denominator,
        OptionalDouble lower,
        OptionalDouble upper,
        String status) {

    /** The order of the CSV's rows. */
    static final Comparator<OracleFigure> CSV_ORDER = Comparator.comparing(
                    OracleFigure::measure, OracleFigure::byCodePoint)
            .thenComparing(OracleFigure::periodStart)
            .thenComparing(OracleFigure::periodEnd)
            .thenComparing(OracleFigure::breakdownText, OracleFigure::byCodePoint);

    /** The breakdown as the CSV writes it: {@code area=A1;law=public}. */
    public String breakdownText() {
        return breakdown.entrySet().stream()
                .map(pair -> escape(pair.getKey()) + "=" + escape(pair.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace(";", "%3B").replace("=", "%3D");
    }

    private static int byCodePoint(String left, String right) {
        return java.util.Arrays.compare(
                left.codePoints().toArray(), right.codePoints().toArray());
    }
}
