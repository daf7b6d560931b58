package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.junit.jupiter.api.Test;

/** Holds the engine to the oracle, and to what must be true of any figures, on random extracts. */
class EngineAgainstOracleTest {
    private static final String SEED = "20250331";

    /** The counts over a period that are the sums of those over its parts: no key of theirs here looks at the period's end. */
    private static final List<String> FLOWS = List.of(
            "cases-received",
            "children-received",
            "reports-ordered",
            "cases-closed",
            "children-closed",
            "net-change",
            "within-26-weeks-cases",
            "within-26-weeks-children",
            "reports-filed",
            "audits-completed",
            "feedback-received",
            "complaints-received",
            "compliments-received",
            "joiners",
            "leavers");

    @Provide
    Arbitrary<Sample> samples() {
        return RandomExtracts.samples();
    }

    @Test
    void measuresHaveTheKeysAndUnitsOfTheirDefinitions() {
        assertThat(Measures.all()).extracting(Measure::name).containsAll(Oracle.measures());
        for (String name : Oracle.measures()) {
            Measure measure = Measures.named(name);
            assertThat(codes(measure.carriedKeys())).as(name).isEqualTo(Oracle.carriedKeys(name));
            Set<String> asked = codes(measure.keys());
            asked.removeAll(Oracle.carriedKeys(name));
            assertThat(asked).as(name).isEqualTo(new TreeSet<>(Oracle.keys(name)));
        }
    }

    private static Set<String> codes(Collection<BreakdownKey> keys) {
        return keys.stream().map(BreakdownKey::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 30, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void everyMeasureByEveryKeyAndBySeveral(
            @ForAll("samples") Sample sample, @ForAll @LongRange(min = 0, max = 9_999) long choice) {
        EngineAgainstOracle both = new EngineAgainstOracle(sample);
        List<String> differences = new ArrayList<>();
        for (String measure : Oracle.measures()) {
            for (Set<String> keys : breakdowns(measure, new Random(choice))) {
                differences.addAll(both.differences(measure, keys));
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Sums by fewer keys come from those by more, where these were asked for before. */
    @Property(tries = 10, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptChangesNoFigure(
            @ForAll("samples") Sample sample, @ForAll @LongRange(min = 0, max = 9_999) long choice) {
        EngineAgainstOracle both = new EngineAgainstOracle(sample);
        Random random = new Random(choice);
        for (String measure : Oracle.measures()) {
            List<Set<String>> breakdowns = breakdowns(measure, random);
            Collections.reverse(breakdowns);
            assertThat(breakdowns)
                    .allSatisfy(keys ->
                            assertThat(both.ofKeepingEngine(measure, keys)).isEqualTo(both.ofEngine(measure, keys)));
        }
    }

    /** All the keys at once: more cells than the engine tells apart by an array. */
    @Property(tries = 6, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void everyMeasureByAllItsKeysAtOnce(@ForAll("samples") Sample sample) {
        EngineAgainstOracle both = new EngineAgainstOracle(sample);
        assertThat(Oracle.measures())
                .allSatisfy(measure -> assertThat(both.differences(measure, Oracle.keys(measure)))
                        .isEmpty());
    }

    /** The whole, each key, and three times two or more keys at once. */
    private static List<Set<String>> breakdowns(String measure, Random random) {
        List<Set<String>> breakdowns = new ArrayList<>();
        breakdowns.add(Set.of());
        List<String> keys = new ArrayList<>(new TreeSet<>(Oracle.keys(measure)));
        keys.forEach(key -> breakdowns.add(Set.of(key)));
        for (int i = 0; i < 3 && keys.size() > 1; i++) {
            Collections.shuffle(keys, random);
            breakdowns.add(new TreeSet<>(keys.subList(0, 2 + random.nextInt(Math.min(3, keys.size() - 1)))));
        }
        return breakdowns;
    }

    /** On fixed samples there is work for nearly every measure: the comparison isn't one of nothing with nothing. */
    @Test
    void samplesReachEveryMeasure() {
        Set<String> unreached = new TreeSet<>(Oracle.measures());
        LongStream.range(0, 400).takeWhile(seed -> !unreached.isEmpty()).forEach(seed -> {
            Sample sample = RandomExtracts.sample(seed);
            Rows rows = Rows.of(sample.extract());
            WorkingDayCalendar calendar = WorkingDayCalendar.englandAndWales().withClosures(sample.closures());
            unreached.removeIf(measure -> Oracle.figures(
                            rows,
                            calendar::isWorkingDay,
                            measure,
                            Set.of(),
                            sample.first(),
                            sample.last(),
                            sample.asAt())
                    .stream()
                    .anyMatch(figure -> figure.value().orElse(0) != 0));
        });
        assertThat(unreached).isEmpty();
    }

    @Property(tries = 20, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void countsAddUpOverEveryKey(@ForAll("samples") Sample sample) {
        EngineAgainstOracle both = new EngineAgainstOracle(sample);
        for (String measure : Oracle.measures()) {
            OracleFigure whole = both.ofEngine(measure, Set.of()).get(0);
            boolean counts = whole.numerator().isEmpty()
                    && !whole.unit().matches("weeks|kappa")
                    && !measure.startsWith("distinct");
            if (!counts || whole.value().isEmpty()) {
                continue;
            }
            for (String key : Oracle.keys(measure)) {
                List<OracleFigure> cells = both.ofEngine(measure, Set.of(key));
                double sum = cells.stream()
                        .filter(figure -> !figure.breakdown().containsValue("section_7_all"))
                        .mapToDouble(figure -> figure.value().orElseThrow())
                        .sum();
                boolean everyRowHasIt = !key.equals("completion")
                        && !key.equals("holder")
                        && !(whole.unit().matches("audits|reflections|complaints|compliments")
                                && Set.of("law", "application", "area", "region")
                                        .contains(key));
                if (everyRowHasIt || (key.equals("holder") && !cells.isEmpty())) {
                    assertThat(sum)
                            .as("%s by %s", measure, key)
                            .isEqualTo(whole.value().getAsDouble(), within(1e-9));
                } else {
                    assertThat(sum)
                            .as("%s by %s", measure, key)
                            .isLessThanOrEqualTo(whole.value().getAsDouble());
                }
            }
        }
    }

    @Property(tries = 40, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void netChangeIsTheDifferenceOfStocks(@ForAll("samples") Sample sample) {
        EngineAgainstOracle atTheEnd = new EngineAgainstOracle(sample.asAt(sample.last()));
        EngineAgainstOracle before =
                new EngineAgainstOracle(sample.asAt(sample.first().minusDays(1)));
        for (Set<String> keys : List.of(Set.<String>of(), Set.of("law"), Set.of("area"), Set.of("area", "law"))) {
            List<Double> stock = values(atTheEnd.ofEngine("open-cases", keys));
            List<Double> earlier = values(before.ofEngine("open-cases", keys));
            List<Double> change = values(atTheEnd.ofEngine("net-change", keys));
            assertThat(sums(earlier, change)).isEqualTo(stock);
        }
    }

    @Property(tries = 40, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void flowsOfAPeriodAreThoseOfItsParts(
            @ForAll("samples") Sample sample, @ForAll @LongRange(min = 0, max = 9_999) long choice) {
        if (sample.first().equals(sample.last())) {
            return;
        }
        long days = sample.last().toEpochDay() - sample.first().toEpochDay();
        EngineAgainstOracle whole = new EngineAgainstOracle(sample);
        EngineAgainstOracle early = new EngineAgainstOracle(
                sample.over(sample.first(), sample.first().plusDays(choice % days)));
        EngineAgainstOracle late =
                new EngineAgainstOracle(sample.over(sample.first().plusDays(choice % days + 1), sample.last()));
        for (String measure : FLOWS) {
            for (Set<String> keys : List.of(Set.<String>of(), Set.of("area"), Set.of("area", "region"))) {
                assertThat(sums(values(early.ofEngine(measure, keys)), values(late.ofEngine(measure, keys))))
                        .as("%s by %s", measure, keys)
                        .isEqualTo(values(whole.ofEngine(measure, keys)));
            }
        }
    }

    private static List<Double> values(List<OracleFigure> figures) {
        return figures.stream().map(figure -> figure.value().orElse(0)).toList();
    }

    private static List<Double> sums(List<Double> left, List<Double> right) {
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            sums.add(left.get(i) + right.get(i));
        }
        return sums;
    }

    @Property(tries = 10, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void neitherRowOrderNorThreadsChangeAFigure(
            @ForAll("samples") Sample sample, @ForAll @LongRange(min = 0, max = 9_999) long choice) {
        EngineAgainstOracle inOrder = new EngineAgainstOracle(sample);
        EngineAgainstOracle shuffled = new EngineAgainstOracle(sample.shuffled(new Random(choice)));
        List<String> measures = List.copyOf(Oracle.measures());
        List<List<OracleFigure>> oneByOne = measures.stream()
                .map(measure -> allSingleBreakdowns(inOrder, measure))
                .toList();
        List<List<OracleFigure>> atOnce = measures.parallelStream()
                .map(measure -> allSingleBreakdowns(shuffled, measure))
                .toList();
        assertThat(atOnce).isEqualTo(oneByOne);
    }

    private static List<OracleFigure> allSingleBreakdowns(EngineAgainstOracle both, String measure) {
        List<OracleFigure> figures = new ArrayList<>(both.ofEngine(measure, Set.of()));
        new TreeSet<>(Oracle.keys(measure)).forEach(key -> figures.addAll(both.ofEngine(measure, Set.of(key))));
        return figures;
    }

    /** What is asked together, of what several measures need in common, is what is asked alone. */
    @Property(tries = 5, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void figuresAskedTogetherAreThoseAskedAlone(@ForAll("samples") Sample sample) {
        EngineAgainstOracle both = new EngineAgainstOracle(sample);
        List<Set<String>> breakdowns = List.of(
                Set.of(), Set.of("law"), Set.of("region"), Set.of("area"), Set.of("area", "law"), Set.of("team"));
        Set<OracleFigure> alone = new TreeSet<>(OracleFigure.CSV_ORDER);
        for (String measure : Oracle.measures()) {
            breakdowns.stream()
                    .filter(Oracle.keys(measure)::containsAll)
                    .forEach(keys -> alone.addAll(both.ofEngine(measure, keys)));
        }
        assertThat(both.togetherByEngine(Oracle.measures(), breakdowns)).containsExactlyElementsOf(alone);
    }
}
