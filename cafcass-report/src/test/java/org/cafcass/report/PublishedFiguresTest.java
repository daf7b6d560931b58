package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.cafcass.workload.WorkloadMeasures;
import org.cafcass.workload.prioritisation.Protocol;
import org.cafcass.workload.prioritisation.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recomputes what five public documents print, from synthetic records and small extracts, and lists it beside the documents. */
class PublishedFiguresTest {
    private static final List<Measure> CATALOGUE = Stream.concat(
                    Measures.all().stream(), WorkloadMeasures.all().stream())
            .toList();
    private static final List<String> DOCUMENTS = List.of(
            "national-2022",
            "national-2025",
            "quality-account-2015-16",
            "strategic-dashboard-2019-20-q2",
            "board-questions-2021-06");

    /**
     * A number that a document prints.
     *
     * @param id the figure's row in the list of published figures
     * @param breakdown the cell; several values of a key, joined by a bar, are added up
     * @param what what is printed of the figure, with its argument: its value, numerator, denominator, previous value, change,
     *     change_percent, the number of areas_above a value, or what percent_of another measure, percent_of_whole or
     *     percent_of_change of the whole it is
     * @param number the number; what it is above where it begins so
     */
    private record Printed(
            String id,
            Measure measure,
            String breakdown,
            Period days,
            String comparedWith,
            String what,
            String number) {
        static Printed parse(String line) {
            String[] cells = line.split(",", -1);
            return new Printed(
                    cells[0],
                    Measures.named(cells[1], CATALOGUE),
                    cells[2],
                    days(cells[3]),
                    cells[4],
                    cells[5],
                    cells[6]);
        }

        private static Period days(String text) {
            return text.contains("/") ? Period.parse(text) : new Period(LocalDate.parse(text), LocalDate.parse(text));
        }

        OptionalDouble computed(MetricsEngine engine) {
            String[] words = what.split(" ");
            return switch (words[0]) {
                case "value" -> OptionalDouble.of(value(engine, measure, days, breakdown));
                case "numerator" -> figure(engine, measure, days, breakdown).numerator();
                case "denominator" -> figure(engine, measure, days, breakdown).denominator();
                case "previous" -> OptionalDouble.of(value(engine, measure, previous(), breakdown));
                case "change" -> OptionalDouble.of(change(engine, breakdown));
                case "change_percent" ->
                    new Comparison(
                                    figure(engine, measure, days, breakdown),
                                    figure(engine, measure, previous(), breakdown))
                            .changePercent();
                case "areas_above" -> OptionalDouble.of(areasAbove(engine, Double.parseDouble(words[1])));
                case "percent_of" ->
                    OptionalDouble.of(100
                            * value(engine, measure, days, breakdown)
                            / value(engine, Measures.named(words[1], CATALOGUE), days, breakdown));
                case "percent_of_whole" ->
                    OptionalDouble.of(100 * value(engine, measure, days, breakdown) / value(engine, measure, days, ""));
                case "percent_of_change" -> OptionalDouble.of(100 * change(engine, breakdown) / change(engine, ""));
                default -> throw new IllegalArgumentException("Invalid aspect: " + what);
            };
        }

        private Period previous() {
            return days(comparedWith);
        }

        private double change(MetricsEngine engine, String cell) {
            return value(engine, measure, days, cell) - value(engine, measure, previous(), cell);
        }

        private long areasAbove(MetricsEngine engine, double level) {
            List<BreakdownKey> by = keys(breakdown);
            by.add(BreakdownKey.AREA);
            return engine.figures(measure, ReportingPeriod.of(days), by).stream()
                    .filter(figure -> List.of(figure.breakdown().toString().split(";"))
                            .containsAll(breakdown.isEmpty() ? List.of() : List.of(breakdown.split(";"))))
                    .filter(figure -> figure.value().orElse(0) > level)
                    .count();
        }

        private double value(MetricsEngine engine, Measure some, Period period, String cells) {
            return Stream.of(cells)
                    .flatMap(cell -> cell.contains("|")
                            ? Stream.of(cell.substring(cell.indexOf('=') + 1).split("\\|"))
                                    .map(value -> cell.substring(0, cell.indexOf('=') + 1) + value)
                            : Stream.of(cell))
                    .flatMap(cell -> cell(engine, some, period, cell).stream())
                    .mapToDouble(figure -> figure.value().orElse(0))
                    .sum();
        }

        private Figure figure(MetricsEngine engine, Measure some, Period period, String cell) {
            return cell(engine, some, period, cell)
                    .orElseThrow(() -> new AssertionError(id + ": no figure " + some + " " + cell));
        }

        /* A cell in which nothing is counted does not appear. */
        private static Optional<Figure> cell(MetricsEngine engine, Measure some, Period period, String cell) {
            return engine.figures(some, ReportingPeriod.of(period), keys(cell)).stream()
                    .filter(figure -> figure.breakdown().toString().equals(cell))
                    .findFirst();
        }

        private static List<BreakdownKey> keys(String cell) {
            List<BreakdownKey> by = new ArrayList<>();
            for (String pair : cell.split(";")) {
                if (!pair.isEmpty()) {
                    by.add(BreakdownKey.of(pair.substring(0, pair.indexOf('='))));
                }
            }
            return by;
        }

        boolean isMetBy(OptionalDouble computed) {
            if (number.startsWith(">")) {
                return computed.orElse(0) > Double.parseDouble(number.substring(1));
            }
            BigDecimal printed = new BigDecimal(number);
            return computed.isPresent()
                    && BigDecimal.valueOf(computed.getAsDouble())
                                    .setScale(printed.scale(), RoundingMode.HALF_UP)
                                    .compareTo(printed)
                            == 0;
        }

        String shown() {
            return number.startsWith(">") ? number : new BigDecimal(number).toPlainString();
        }
    }

    private static MetricsEngine engine(String scenario, long seed) {
        SyntheticExtract synthetic = SyntheticExtract.scenario(scenario).seed(seed);
        return MetricsEngine.of(
                synthetic.extract(), WorkingDayCalendar.englandAndWales().withClosures(synthetic.closures()));
    }

    @ParameterizedTest
    @CsvSource({"national-2025, 42", "national-2025, 7", "national-2022, 42", "national-2022, 7", "national-2022, 2026"
    })
    void syntheticRecordsGiveWhatThePaperPrints(String scenario, long seed) throws IOException {
        assertThat(unmet(scenario, engine(scenario, seed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality-account-2015-16", "strategic-dashboard-2019-20-q2", "board-questions-2021-06"})
    void smallExtractsGiveWhatTheDocumentPrints(String document) throws IOException {
        assertThat(unmet(document, MetricsEngine.of(DocumentExtracts.of(document))))
                .isEmpty();
    }

    /** F037 is no figure of a measure: five of the areas prioritise, by the shipped protocol at the end of January and on 20 April 2022. */
    @ParameterizedTest
    @ValueSource(longs = {42, 7, 2026})
    void fiveOf19AreasPrioritise(long seed) {
        MetricsEngine engine = engine("national-2022", seed);
        List<Map<String, Map<Trigger, OptionalDouble>>> observed =
                List.of(triggers(engine, "2021-11-01/2022-01-31"), triggers(engine, "2022-02-01/2022-04-20"));
        List<String> prioritising = engine.extract().areas().stream()
                .map(area -> area.areaCode().value())
                .filter(area -> Protocol.shipped()
                        .standings(observed.stream()
                                .map(values -> values.getOrDefault(area, Map.of()))
                                .toList())
                        .get(1)
                        .state()
                        .isPrioritising())
                .toList();
        System.out.println("F037   printed 5, computed " + prioritising.size() + " " + prioritising);
        assertThat(prioritising).containsExactlyInAnyOrder("A3", "A4", "A12", "A13", "A14");
        assertThat(engine.extract().areas()).hasSize(19);
    }

    private static Map<String, Map<Trigger, OptionalDouble>> triggers(MetricsEngine engine, String days) {
        Map<String, Map<Trigger, OptionalDouble>> values = new HashMap<>();
        for (Trigger trigger : Protocol.shipped().triggers()) {
            Map<BreakdownKey, String> within = trigger.breakdown().values();
            Set<BreakdownKey> by = new TreeSet<>(within.keySet());
            by.add(BreakdownKey.AREA);
            for (Figure figure : engine.figures(
                    Measures.named(trigger.measure(), CATALOGUE), ReportingPeriod.of(Period.parse(days)), by)) {
                Map<BreakdownKey, String> part = figure.breakdown().values();
                if (part.entrySet().containsAll(within.entrySet())) {
                    values.computeIfAbsent(part.get(BreakdownKey.AREA), area -> new HashMap<>())
                            .put(trigger, figure.value());
                }
            }
        }
        return values;
    }

    /** Every published figure is computed above, or says why not; some have a number of each kind. */
    @Test
    void everyPublishedFigureIsComputedOrSaysWhyNot() throws IOException {
        Set<String> accounted = new TreeSet<>(Set.of("F037"));
        for (String document : DOCUMENTS) {
            printed(document).forEach(printed -> accounted.add(printed.id()));
        }
        List<String> reasons = lines("not-computed");
        System.out.println("Not computed: id, what is printed, reason");
        reasons.forEach(System.out::println);
        reasons.forEach(line -> accounted.add(line.substring(0, line.indexOf(','))));

        assertThat(accounted)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 171)
                        .mapToObj(number -> String.format(Locale.ROOT, "F%03d", number))
                        .toList());
    }

    /** Prints every number beside the computed one; those that are not met. */
    private static List<String> unmet(String document, MetricsEngine engine) throws IOException {
        String row = "%-6s %-70s %-22s %10s %14s  %s%n";
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n" + row, "id", "measure", "what", "printed", "computed", "verdict"));
        List<String> unmet = new ArrayList<>();
        for (Printed printed : printed(document)) {
            OptionalDouble computed = printed.computed(engine);
            boolean met = printed.isMetBy(computed);
            table.append(String.format(
                    Locale.ROOT,
                    row,
                    printed.id(),
                    printed.measure() + (printed.breakdown().isEmpty() ? "" : " " + printed.breakdown()),
                    printed.what(),
                    printed.shown(),
                    computed.isPresent() ? String.format(Locale.ROOT, "%.4f", computed.getAsDouble()) : "none",
                    met ? "met" : "NOT MET"));
            if (!met) {
                unmet.add(printed.id() + " " + printed.measure() + " " + printed.breakdown() + " " + printed.what());
            }
        }
        System.out.println(table);
        return unmet;
    }

    private static List<Printed> printed(String document) throws IOException {
        return lines(document).stream().map(Printed::parse).toList();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(PublishedFiguresTest.class.getResourceAsStream(name + ".csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        }
    }
}
