package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
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

    /* Of London's scorecard London and its areas are shown, and nothing else. */
    private static final Set<String> IN_LONDON = Set.of("region=London", "area=A15A", "area=A15B");

    private static MetricsEngine engine = MetricsEngine.of(SYNTHETIC.extract());
    private static List<Cell> shown = List.of();

    /* Each cell stands in two tables: by area, and with the reason of its colour. */
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
                        engine.extract()))
                .flatMap(card -> card.cells().stream()
                        .filter(cell -> card.scorecard().name().equals("london-2025")
                                ? IN_LONDON.contains(cell.part().toString())
                                : cell.part().value(BreakdownKey.REGION).isEmpty()))
                .filter(cell ->
                        cell.colour().isPresent() || cell.reading().value().isPresent() && isShownUnrated(cell))
                .flatMap(cell -> Stream.of(cell, cell))
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

    /** The synthetic extract has ratings of subjects that no scorecard rates, and areas' own assessments. */
    @Test
    void everyRatingEnteredIsShown() {
        String pack = BoardPack.builder(engine, ReportingPeriod.asAt(SYNTHETIC.asAt()))
                .build()
                .markdown();

        assertThat(SYNTHETIC.extract().ratings()).hasSizeGreaterThan(20);
        assertThat(labels(pack, "Ratings entered by people"))
                .hasSameSizeAs(SYNTHETIC.extract().ratings());
        assertThat(pack)
                .containsPattern("\\| timely decisions \\| Progress \\| Inadequate \\| \\d+ \\w+ 2025 \\| Practice \\|")
                .containsPattern("\\| area self-assessment, [^|]*\\(A15A\\) \\| Inspection \\| \\w+ \\|")
                .containsPattern(
                        "- Practice: (amber|red), the worst of Practice quality, Children's engagement recorded; entered: timely decisions, inadequate on \\d+ \\w+ 2025");
    }

    /** What is rated may be rounded or a change in percent: the figure stands beside it with that of the year before. */
    @Test
    void theFigureStandsBesideThatOfTheYearBefore() {
        ReportingPeriod year = ReportingPeriod.asAt(SYNTHETIC.asAt());
        String compared = BoardPack.builder(engine, year)
                .comparedWith(year.previousYear())
                .build()
                .markdown();

        assertThat(compared)
                .containsPattern("\\| Caseload \\(cases per adviser\\) \\| [^|]* \\| "
                        + was(Measures.CASELOAD_MEAN, year) + "; (rose, worse|fell, better)\\) \\|")
                .containsPattern(
                        "\\| Demand \\(change, %\\) \\| [^|]* \\| " + was(Measures.CASES_RECEIVED, year) + "; ")
                .containsPattern("\\| Open cases \\(change, %\\) \\| not begun \\| [\\d,]+ \\(was [\\d,]+; ");
        assertThat(BoardPack.builder(engine, year).build().markdown()).doesNotContain("Figure, beside", "(was ");
    }

    private static String was(Measure measure, ReportingPeriod year) {
        return Shown.value(engine.figure(measure, year)) + " \\(was "
                + Shown.value(engine.figure(measure, year.previousYear()));
    }

    @Test
    void whatIsCutOffOrHiddenIsTold() {
        ReportingPeriod year = ReportingPeriod.asAt(SYNTHETIC.asAt());

        assertThat(BoardPack.builder(engine, year).build().markdown())
                .containsPattern(
                        "Areas with most red on the scorecard: [^\n]*\\(A1\\), 3 of 5; [^\n]*\\(A12\\), 2 of 7; [^\n]*\\(A18\\), 2 of 7\n")
                .doesNotContain("suppressed; of the");
        assertThat(BoardPack.builder(engine, year).published().build().markdown())
                .doesNotContain("Areas with most red on the scorecard")
                .contains("at least 1")
                .containsPattern("\\d+ areas are suppressed; of the \\d+ that are shown: ");
    }

    @Test
    void targetsForLondonAreShownForLondonAlone() {
        BoardPack pack = BoardPack.builder(engine, ReportingPeriod.asAt(SYNTHETIC.asAt()))
                .build();
        String reason = "They are for London alone, so other areas are neither rated nor shown here.";

        assertThat(labels(pack.markdown(), "London family strategy by area"))
                .containsExactly("London", "Greater London Public Law (A15A)", "Greater London Private Law (A15B)");
        assertThat(labels(pack.markdown(), "London family strategy, London"))
                .containsExactly(
                        "Concluded within 26 weeks (%)",
                        "Public law cases over 90 weeks", "Private law cases over 100 weeks", "Open cases (change, %)");
        assertThat(pack.markdown())
                .contains(
                        "| Open cases (change, %) | not begun | its change is counted from 31 March 2025: there is none yet |")
                .containsPattern("\\| Concluded within 26 weeks \\(%\\) \\| .* \\| 60\\.0 by 31 March 2026: ");
        assertThat(pack.markdown()).doesNotContain("London family strategy, all areas");
        assertThat(pack.markdown().split(Pattern.quote(reason), -1)).hasSize(3);
        assertThat(pack.html())
                .contains("London family strategy, London</caption>")
                .doesNotContain("London family strategy, all areas");
        assertThat(pack.html().split(Pattern.quote(reason), -1)).hasSize(3);
    }

    /** The labels of the rows of a table. */
    private static List<String> labels(String page, String caption) {
        String table = page.substring(page.indexOf("### " + caption + "\n"));
        return table.lines()
                .skip(4)
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.indexOf(" | ")))
                .toList();
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
