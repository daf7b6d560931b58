package org.cafcass.metrics.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random papers whose figures are true and rounded, and the same papers with one slip. */
class PublishedFiguresCheckPropertyTest {
    private record Count(long value, long previous) {
        Count plus(Count other) {
            return new Count(value + other.value, previous + other.previous);
        }
    }

    @Property(tries = 300)
    void raisesNoFalseAlarm(@ForAll long seed) {
        assertThat(PublishedFiguresCheck.check(paper(new Random(seed), false)))
                .extracting(CheckedFigure::verdict)
                .isNotEmpty()
                .doesNotContain(Verdict.INCONSISTENT, Verdict.IMPLAUSIBLE);
    }

    @Property(tries = 300)
    void findsASlipInAFullyPrintedFigure(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int side,
            @ForAll @IntRange(min = 1, max = 500) int by) {
        Random random = new Random(seed);
        List<PublishedFigure> paper = paper(random, true);
        int row = random.nextInt(paper.size());
        PublishedFigure slipped = slip(paper.get(row), side, random.nextBoolean() ? by : -by);
        paper.set(row, slipped);

        List<CheckedFigure> checked = PublishedFiguresCheck.check(paper);

        assertThat(checked)
                .filteredOn(figure -> figure.verdict() == Verdict.INCONSISTENT)
                .extracting(CheckedFigure::id)
                .containsExactly(slipped.id());
    }

    @Property(tries = 300)
    void findsASlipInFiguresThatPrintTheValueAlone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int by) {
        Random random = new Random(seed);
        List<PublishedFigure> paper = new ArrayList<>();
        paper(random, true).forEach(figure -> paper.add(with(figure, figure.value(), "", "", "")));
        int row = random.nextInt(paper.size());
        PublishedFigure slipped = slip(paper.get(row), 0, random.nextBoolean() ? by : -by);
        paper.set(row, slipped);

        assertThat(PublishedFiguresCheck.check(paper))
                .filteredOn(figure -> figure.verdict() == Verdict.INCONSISTENT)
                .extracting(CheckedFigure::id)
                .contains(slipped.id());
    }

    @Property(tries = 100)
    void doesNotDependOnTheOrderOfRows(@ForAll long seed) {
        Random random = new Random(seed);
        List<PublishedFigure> paper = paper(random, false);
        int row = random.nextInt(paper.size());
        paper.set(row, with(paper.get(row), "7", "", "", ""));
        List<PublishedFigure> shuffled = new ArrayList<>(paper);
        java.util.Collections.shuffle(shuffled, random);

        assertThat(verdicts(shuffled)).containsExactlyInAnyOrderElementsOf(verdicts(paper));
    }

    private static List<String> verdicts(List<PublishedFigure> paper) {
        return PublishedFiguresCheck.check(paper).stream()
                .map(figure -> figure.id() + figure.verdict())
                .toList();
    }

    private static List<PublishedFigure> paper(Random random, boolean allPrinted) {
        List<PublishedFigure> paper = new ArrayList<>();
        Count publicLaw = count(random, 3000, 9000);
        Count privateLaw = count(random, 5000, 20000);
        for (String measure : List.of("open cases", "open 52 weeks or more", "open 100 weeks or more")) {
            Count publicChildren = times(publicLaw, 1.8 + 0.2 * random.nextDouble());
            Count privateChildren = times(privateLaw, 1.5 + 0.1 * random.nextDouble());
            print(paper, random, allPrinted, measure, "cases", publicLaw, privateLaw);
            print(paper, random, allPrinted, measure, "children", publicChildren, privateChildren);
            publicLaw = times(publicLaw, 0.3 + 0.1 * random.nextDouble());
            privateLaw = times(privateLaw, 0.3 + 0.1 * random.nextDouble());
        }
        return paper;
    }

    private static void print(
            List<PublishedFigure> paper,
            Random random,
            boolean allPrinted,
            String measure,
            String unit,
            Count publicLaw,
            Count privateLaw) {
        paper.add(figure(random, allPrinted, measure, "all", unit, publicLaw.plus(privateLaw)));
        paper.add(figure(random, allPrinted, measure, "law=public", unit, publicLaw));
        paper.add(figure(random, allPrinted, measure, "law=private", unit, privateLaw));
    }

    private static PublishedFigure figure(
            Random random, boolean allPrinted, String measure, String breakdown, String unit, Count count) {
        long change = count.value - count.previous;
        BigDecimal percent =
                new BigDecimal(change * 100).divide(new BigDecimal(count.previous), 1, RoundingMode.HALF_UP);
        return new PublishedFigure(
                measure + "/" + breakdown + "/" + unit,
                "paper",
                "2025-03-31",
                measure,
                breakdown,
                unit,
                maybe(random, allPrinted, "" + count.value),
                "2024-03-31",
                maybe(random, allPrinted, "" + count.previous),
                maybe(random, allPrinted, "" + change),
                maybe(random, allPrinted, percent.toPlainString()));
    }

    private static String maybe(Random random, boolean always, String text) {
        return always || random.nextInt(3) > 0 ? text : "";
    }

    private static Count count(Random random, int least, int more) {
        long previous = least + random.nextInt(more);
        return new Count(previous * (80 + random.nextInt(40)) / 100, previous);
    }

    private static Count times(Count count, double factor) {
        return new Count((long) (count.value * factor), (long) (count.previous * factor));
    }

    private static PublishedFigure slip(PublishedFigure figure, int side, int by) {
        return switch (side) {
            case 0 ->
                with(figure, plus(figure.value(), by), figure.previous(), figure.change(), figure.changePercent());
            case 1 ->
                with(figure, figure.value(), plus(figure.previous(), by), figure.change(), figure.changePercent());
            case 2 ->
                with(figure, figure.value(), figure.previous(), plus(figure.change(), by), figure.changePercent());
            default ->
                with(
                        figure,
                        figure.value(),
                        figure.previous(),
                        figure.change(),
                        new BigDecimal(figure.changePercent())
                                .add(BigDecimal.valueOf(by, 1))
                                .toPlainString());
        };
    }

    private static String plus(String number, int by) {
        return "" + (Long.parseLong(number) + by);
    }

    private static PublishedFigure with(
            PublishedFigure figure, String value, String previous, String change, String percent) {
        return new PublishedFigure(
                figure.id(),
                figure.document(),
                figure.period(),
                figure.measure(),
                figure.breakdown(),
                figure.unit(),
                value,
                figure.comparedWith(),
                previous,
                change,
                percent);
    }
}
