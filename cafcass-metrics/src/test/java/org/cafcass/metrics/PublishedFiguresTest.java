package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recomputes what the board papers print from the synthetic records, and lists it beside the papers. */
class PublishedFiguresTest {
    /**
     * A number that a paper prints.
     *
     * @param id the figure's row in the list of published figures
     * @param what what is printed of the figure: its value, numerator, denominator, previous value, change or change_percent
     */
    private record Printed(
            String id,
            Measure measure,
            String breakdown,
            Period days,
            Optional<Period> comparedWith,
            String what,
            BigDecimal number) {
        static Printed parse(String line) {
            String[] cells = line.split(",", -1);
            return new Printed(
                    cells[0],
                    Measures.named(cells[1]),
                    cells[2],
                    days(cells[3]),
                    cells[4].isEmpty() ? Optional.empty() : Optional.of(days(cells[4])),
                    cells[5],
                    new BigDecimal(cells[6]));
        }

        private static Period days(String text) {
            return text.contains("/") ? Period.parse(text) : new Period(LocalDate.parse(text), LocalDate.parse(text));
        }

        OptionalDouble computed(MetricsEngine engine) {
            Figure figure = figure(engine, days);
            return switch (what) {
                case "value" -> figure.value();
                case "numerator" -> figure.numerator();
                case "denominator" -> figure.denominator();
                case "previous" -> previous(engine).value();
                case "change" -> new Comparison(figure, previous(engine)).change();
                case "change_percent" -> new Comparison(figure, previous(engine)).changePercent();
                default -> throw new IllegalArgumentException("Invalid aspect: " + what);
            };
        }

        private Figure previous(MetricsEngine engine) {
            return figure(engine, comparedWith.orElseThrow());
        }

        private Figure figure(MetricsEngine engine, Period period) {
            List<BreakdownKey> by = new ArrayList<>();
            for (String pair : breakdown.split(";")) {
                if (!pair.isEmpty()) {
                    by.add(BreakdownKey.of(pair.substring(0, pair.indexOf('='))));
                }
            }
            return engine.figures(measure, ReportingPeriod.of(period), by).stream()
                    .filter(figure -> figure.breakdown().toString().equals(breakdown))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id + ": no figure " + measure + " " + breakdown));
        }

        boolean isMetBy(OptionalDouble computed) {
            return computed.isPresent()
                    && BigDecimal.valueOf(computed.getAsDouble())
                                    .setScale(number.scale(), RoundingMode.HALF_UP)
                                    .compareTo(number)
                            == 0;
        }
    }

    @ParameterizedTest
    @CsvSource("national-2025")
    void syntheticRecordsGiveWhatThePaperPrints(String scenario) throws IOException {
        SyntheticExtract synthetic = SyntheticExtract.scenario(scenario);
        MetricsEngine engine = MetricsEngine.of(
                synthetic.extract(), WorkingDayCalendar.englandAndWales().withClosures(synthetic.closures()));
        List<String> unmet = new ArrayList<>();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-6s %-70s %-14s %10s %14s  %s%n",
                "id",
                "measure",
                "what",
                "printed",
                "computed",
                "verdict"));
        for (Printed printed : printed(scenario)) {
            OptionalDouble computed = printed.computed(engine);
            boolean met = printed.isMetBy(computed);
            table.append(String.format(
                    Locale.ROOT,
                    "%-6s %-70s %-14s %10s %14s  %s%n",
                    printed.id(),
                    printed.measure() + (printed.breakdown().isEmpty() ? "" : " " + printed.breakdown()),
                    printed.what(),
                    printed.number().toPlainString(),
                    computed.isPresent() ? String.format(Locale.ROOT, "%.4f", computed.getAsDouble()) : "none",
                    met ? "met" : "NOT MET"));
            if (!met) {
                unmet.add(printed.id() + " " + printed.measure() + " " + printed.breakdown() + " " + printed.what());
            }
        }
        System.out.println(table);
        assertThat(unmet).isEmpty();
    }

    private static List<Printed> printed(String scenario) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PublishedFiguresTest.class.getResourceAsStream(scenario + ".csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Printed::parse)
                    .toList();
        }
    }
}
