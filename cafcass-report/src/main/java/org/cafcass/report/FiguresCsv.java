package org.cafcass.report;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.cafcass.metrics.Conventions;
import org.cafcass.metrics.Decimals;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.WrittenFigures;

/** Figures as CSV, one row a figure. */
final class FiguresCsv {
    private FiguresCsv() {}

    static void write(List<Figure> figures, Appendable to) throws IOException {
        Csv.row(to, WrittenFigures.COLUMNS.toArray(String[]::new));
        for (Figure figure : figures) {
            if (!figure.conventions().equals(Conventions.DEFAULT)) {
                throw new IllegalArgumentException("Cannot write "
                        + figure.measure().name() + " as CSV: it has no place for conventions other than the default");
            }
            Csv.row(
                    to,
                    figure.measure().name(),
                    figure.measure().unit(),
                    figure.period().first().toString(),
                    figure.period().last().toString(),
                    figure.breakdown().toString(),
                    number(figure.value()),
                    number(figure.numerator()),
                    number(figure.denominator()),
                    number(figure.lower()),
                    number(figure.upper()),
                    figure.status().code());
        }
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Decimals.shortest(number.getAsDouble()).toPlainString() : "";
    }
}
