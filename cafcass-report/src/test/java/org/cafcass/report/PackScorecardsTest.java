package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.scorecard.Cell;
import org.cafcass.metrics.scorecard.Scorecard;
import org.cafcass.metrics.scorecard.Variation;
import org.cafcass.metrics.statistics.XmrChart.Assurance;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Variation and assurance of the scorecards' cells, told in words beside their signs as often as the scorecards have them. */
class PackScorecardsTest {
    private static final SyntheticExtract SYNTHETIC =
            SyntheticExtract.scenario("national-2025").scale(0.02);

    private static MetricsEngine engine = MetricsEngine.of(SYNTHETIC.extract());
    private static List<Cell> shown = List.of();

    /* The national cells stand in two tables. */
    @BeforeAll
    static void rate() {
        ReportingPeriod year = ReportingPeriod.asAt(SYNTHETIC.asAt());
        List<ReportingPeriod> months = IntStream.rangeClosed(1, 24)
                .mapToObj(month -> LocalDate.of(2023, 3, 1).plusMonths(month))
                .map(first ->
                        ReportingPeriod.of(new Period(first, first.plusMonths(1).minusDays(1))))
                .toList();
        shown = Scorecard.shipped().stream()
                .map(Scorecard::named)
                .map(card -> card.rate(
                        card.figures(engine, year, year.previousYear(), months, List.of()),
                        year,
                        year.previousYear(),
                        months,
                        engine.extract().ratings()))
                .flatMap(card -> card.cells().stream())
                .filter(cell -> cell.part().value(BreakdownKey.REGION).isEmpty())
                .filter(cell ->
                        cell.colour().isPresent() || cell.reading().value().isPresent() && isShownUnrated(cell))
                .flatMap(cell ->
                        cell.part().equals(Breakdown.whole()) ? List.of(cell, cell).stream() : List.of(cell).stream())
                .toList();
    }

    private static boolean isShownUnrated(Cell cell) {
        return cell.status().code().equals("not_applicable");
    }

    private static long withVariation(Variation variation) {
        return shown.stream()
                .filter(cell -> cell.trend().variation().equals(Optional.of(variation)))
                .count();
    }

    private static long withAssurance(Assurance assurance) {
        return shown.stream()
                .filter(cell -> cell.trend().assurance().equals(Optional.of(assurance)))
                .count();
    }

    private static long times(String page, String sign, String words) {
        return Pattern.compile("<span><span aria-hidden=\"true\">" + sign + "\u00A0</span>" + words + "</span>")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void eachCellTellsItsVariationAndAssurance() {
        ReportingPeriod year = ReportingPeriod.asAt(SYNTHETIC.asAt());
        String page = BoardPack.builder(engine, year).build().html();

        assertThat(withVariation(Variation.COMMON_CAUSE)).isPositive();
        assertThat(withVariation(Variation.CONCERN)).isPositive();
        assertThat(withAssurance(Assurance.FAIL)).isPositive();
        assertThat(times(page, "\u25CF", "common cause")).isEqualTo(withVariation(Variation.COMMON_CAUSE));
        assertThat(times(page, "\u25B2", "improvement")).isEqualTo(withVariation(Variation.IMPROVEMENT));
        assertThat(times(page, "\u25A0", "concern")).isEqualTo(withVariation(Variation.CONCERN));
        assertThat(times(page, "\u2713", "pass")).isEqualTo(withAssurance(Assurance.PASS));
        assertThat(times(page, "~", "hit or miss")).isEqualTo(withAssurance(Assurance.HIT_OR_MISS));
        assertThat(times(page, "\u2717", "fail")).isEqualTo(withAssurance(Assurance.FAIL));
    }

    @Test
    void aPublishedPackTellsNone() {
        SyntheticExtract small = SyntheticExtract.scenario("national-2025").scale(0.01);
        String page = BoardPack.builder(MetricsEngine.of(small.extract()), ReportingPeriod.asAt(small.asAt()))
                .published()
                .build()
                .html();

        assertThat(times(page, ".", "(common cause|improvement|concern|pass|hit or miss|fail)"))
                .isZero();
        assertThat(page).contains("months by area give small counts away");
    }
}
