package org.cafcass.metrics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Movement;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.statistics.XmrChart;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Pillar;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingCode;
import org.cafcass.model.RatingScale;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-04-01/2025-03-31"));
    private static final Breakdown A3 = Breakdown.of(BreakdownKey.AREA, "A3");
    private static final Breakdown A15 = Breakdown.of(BreakdownKey.AREA, "A15");

    private final Extract.Builder extract = Extract.builder();
    private int cases;

    @ParameterizedTest
    @MethodSource("names")
    void shipsWithScorecards(String name) {
        Scorecard scorecard = Scorecard.named(name);

        assertThat(scorecard.name()).isEqualTo(name);
        assertThat(scorecard.indicators()).isNotEmpty();
        assertThat(Scorecard.parse(scorecard.json())).isEqualTo(scorecard);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyIndicatorOfAShippedScorecardIsOfAMeasureThatHasItsKeys(String name) {
        List<String> elsewhere = List.of("saturation-percent", "open-cases-over-90-weeks", "open-cases-over-100-weeks");
        for (Indicator indicator : Scorecard.named(name).indicators()) {
            if (!elsewhere.contains(indicator.measure())) {
                assertThat(Measures.all())
                        .filteredOn(measure -> measure.name().equals(indicator.measure()))
                        .singleElement()
                        .satisfies(measure -> assertThat(
                                        measure.hasKeys(indicator.breakdown().keySet()))
                                .isTrue());
            }
        }
    }

    static List<String> names() {
        return Scorecard.shipped();
    }

    @Test
    void ratesTheNationEachRegionAndEachArea() {
        areas();
        closed("A3", 26 * 7);
        closed("A3", 26 * 7 + 3);
        closed("A15", 40 * 7);

        RatedScorecard rated = rate("duration-rag");

        assertThat(rated.cells(Breakdown.whole()))
                .extracting(
                        cell -> cell.indicator().name() + " " + cell.status().code() + " "
                                + cell.colour().map(Colour::code).orElse(""))
                .containsExactly("Public law rated red", "Care applications rated red", "Private law missing ");
        assertThat(colour(rated, A3)).isEqualTo("Public law green");
        assertThat(colour(rated, A15)).isEqualTo("Public law red");
        assertThat(colour(rated, Breakdown.of(BreakdownKey.REGION, "North"))).isEqualTo("Public law green");
        assertThat(rated.cells(A3).get(0).why()).isEqualTo("26 (rounded from 26.214) is at most 26");
    }

    @Test
    void putsWhatPeopleEnteredBesideWhatIsComputed() {
        areas();
        closed("A3", 26 * 7);
        closed("A15", 40 * 7);
        entered("Public law", RatingCode.GOOD, "2025-03-01", "A15", Optional.empty());
        entered("Public law", RatingCode.INADEQUATE, "2025-01-01", "A15", Optional.empty());
        entered("Public law", RatingCode.INADEQUATE, "2025-04-01", "A3", Optional.empty());
        entered("duration-mean-weeks", RatingCode.GOOD, "2025-02-01", "A3", Optional.empty());

        RatedScorecard rated = rate("duration-rag");

        assertThat(rated.disagreements()).singleElement().satisfies(cell -> {
            assertThat(cell.part()).isEqualTo(A15);
            assertThat(cell.entered().orElseThrow().rating()).isEqualTo(RatingCode.GOOD);
            assertThat(cell.colour()).contains(Colour.RED);
        });
        assertThat(rated.cells(A3).get(0).entered().orElseThrow().subject()).isEqualTo("duration-mean-weeks");
        assertThat(rated.cells(A3).get(0).disagrees()).isFalse();
    }

    @Test
    void ratesAPillarByItsWorstIndicator() {
        areas();
        for (int i = 0; i < 10; i++) {
            closed("A3", i < 7 ? 100 : 300);
        }
        entered("partners", RatingCode.SATISFACTORY, "2025-03-01", "", Optional.of(Pillar.PARTNERS));

        RatedScorecard rated = rate("strategic-plan");

        assertThat(rated.colour(Pillar.PARTNERS)).contains(Colour.GREEN);
        assertThat(rated.entered(Pillar.PARTNERS).orElseThrow().rating()).isEqualTo(RatingCode.SATISFACTORY);
        assertThat(rated.disagrees(Pillar.PARTNERS)).isTrue();
        assertThat(rated.colour(Pillar.PRACTICE)).isEmpty();
        assertThat(rated.disagrees(Pillar.PRACTICE)).isFalse();
    }

    /** Nobody has rated people as a whole; of what is of people the worst counts, and of each subject the latest. */
    @Test
    void aPillarIsRatedAsTheWorstThatPeopleEnteredOfIt() {
        areas();
        entered("turnover", RatingCode.INADEQUATE, "2024-12-01", "", Optional.of(Pillar.PEOPLE));
        entered("turnover", RatingCode.GOOD, "2025-03-01", "", Optional.of(Pillar.PEOPLE));
        entered("safe caseloads", RatingCode.SATISFACTORY, "2025-02-01", "", Optional.of(Pillar.PEOPLE));
        entered("safe caseloads", RatingCode.INADEQUATE, "2025-04-01", "", Optional.of(Pillar.PEOPLE));
        entered("safe caseloads", RatingCode.INADEQUATE, "2025-03-01", "A3", Optional.of(Pillar.PEOPLE));
        entered("learning", RatingCode.INADEQUATE, "2025-03-01", "", Optional.of(Pillar.PRACTICE));

        RatedScorecard rated = rate("strategic-plan");

        assertThat(rated.entered(Pillar.PEOPLE).orElseThrow())
                .returns("safe caseloads", Rating::subject)
                .returns(RatingCode.SATISFACTORY, Rating::rating);
        assertThat(rated.entered(Pillar.PRACTICE).orElseThrow().subject()).isEqualTo("learning");
        assertThat(rated.entered(Pillar.PARTNERS)).isEmpty();
        entered("people", RatingCode.GOOD, "2024-06-01", "", Optional.of(Pillar.PEOPLE));
        assertThat(rate("strategic-plan").entered(Pillar.PEOPLE).orElseThrow().rating())
                .isEqualTo(RatingCode.GOOD);
    }

    @Test
    void followsTheTargetsForLondon() {
        areas();
        open("A15", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(630));
        open("A15", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        open("A15", Application.S8_CHILD_ARRANGEMENTS, LocalDate.of(2025, 3, 31).minusDays(700));
        RatedScorecard rated = Scorecard.named("london-2025")
                .rate(MetricsEngine.of(extract.build()), YEAR, YEAR.previousYear(), List.of());

        assertThat(rated.cells(A15))
                .extracting(
                        cell -> cell.indicator().name() + ": " + cell.status().code() + ", " + cell.why())
                .containsExactly(
                        "Concluded within 26 weeks: missing, nothing was counted",
                        "Public law cases over 90 weeks: rated, 1 is above 0",
                        "Private law cases over 100 weeks: rated, 0 is at most 0",
                        "Open cases: not_begun, its change is counted from 31 March 2025: there is none yet");
        assertThat(rated.cells(A15).get(1).runRate().orElseThrow().left()).isEqualTo(-1);
    }

    @Test
    void ratesLondonAloneByTheTargetsForLondon() {
        areas();
        for (int i = 0; i < 7; i++) {
            open("A3", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        }
        open("A15", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        Scorecard london = Scorecard.named("london-2025");

        RatedScorecard rated = rate("london-2025");

        assertThat(london.regions()).containsExactly("London");
        assertThat(rated.cells())
                .filteredOn(cell -> cell.indicator().equals(london.indicators().get(1)))
                .extracting(cell -> cell.part() + ": " + cell.reading().value().orElseThrow() + ", "
                        + cell.status().code() + " "
                        + cell.colour().map(Colour::code).orElse("without a colour") + ", " + cell.why() + ", "
                        + cell.runRate().map(rate -> "to go: " + rate.left()).orElse("no target"))
                .containsExactly(
                        ": 8.0, not_applicable without a colour, its thresholds are for London, no target",
                        "region=London: 1.0, rated red, 1 is above 0, to go: -1.0",
                        "region=North: 7.0, not_applicable without a colour, its thresholds are for London, no target",
                        "area=A15: 1.0, rated red, 1 is above 0, to go: -1.0",
                        "area=A3: 7.0, not_applicable without a colour, its thresholds are for London, no target");
    }

    @Test
    void aRegionThatTheExtractDoesNotHaveIsMissing() {
        area("A3", "North");
        open("A3", Application.S31_CARE, LocalDate.of(2025, 3, 3));

        RatedScorecard rated = rate("london-2025");

        assertThat(rated.cells(Breakdown.of(BreakdownKey.REGION, "London")))
                .extracting(cell -> cell.status().code() + ", " + cell.why())
                .containsExactly(
                        "missing, no figure of within-26-weeks-percent in London",
                        "missing, no figure of open-cases-over-90-weeks in London",
                        "missing, no figure of open-cases-over-100-weeks in London",
                        "missing, no figure of open-cases in London");
        assertThat(rated.cells()).allSatisfy(cell -> assertThat(cell.colour()).isEmpty());
    }

    @Test
    void aScorecardThatNamesNoRegionIsForAll() {
        assertThat(Stream.of("prioritisation-2022", "duration-rag", "strategic-plan")
                        .map(Scorecard::named))
                .allSatisfy(scorecard -> assertThat(scorecard.regions()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"London", " "})
    void refusesARegionTwiceOrWithoutAName(String second) {
        Scorecard london = Scorecard.named("london-2025");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scorecard("n", "t", "s", List.of("London", second), london.indicators()))
                .withMessage("Invalid scorecard n: a region stands twice or has no name");
    }

    @Test
    void ratesWhatMayBePublished() {
        areas();
        for (int i = 0; i < 6; i++) {
            open("A3", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        }
        open("A15", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        MetricsEngine engine = MetricsEngine.of(extract.build());
        Scorecard london = Scorecard.named("london-2025");
        List<Figure> figures = london.figures(engine, YEAR, YEAR.previousYear(), List.of());

        RatedScorecard rated =
                london.rate(DisclosureControl.of(engine).publish(figures), YEAR, YEAR.previousYear(), engine.extract());

        assertThat(rated.cells(A15).get(1))
                .returns(CellStatus.HIDDEN, Cell::status)
                .returns(Optional.empty(), Cell::runRate)
                .returns("hidden by disclosure control", Cell::why);
    }

    @Test
    void leavesOutWhatItHasNoMeasureFor() {
        areas();

        assertThat(rate("prioritisation-2022").cells())
                .filteredOn(cell -> cell.indicator().measure().equals("saturation-percent"))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.status()).isEqualTo(CellStatus.MISSING);
                    assertThat(cell.why()).isEqualTo("no figure of saturation-percent");
                });
    }

    /** The paper counts areas by 100 duty cases: that says nothing of a region or the nation. */
    @Test
    void ratesDutyCasesByAreaAlone() {
        Indicator duty = Scorecard.named("prioritisation-2022").indicators().stream()
                .filter(indicator -> indicator.measure().equals("duty-cases"))
                .findFirst()
                .orElseThrow();

        assertThat(duty.levels()).containsExactly(Level.AREA);
        areas();
        open("A3", Application.S31_CARE, LocalDate.of(2025, 3, 3));
        extract.add(Allocation.builder()
                .caseId(new CaseId("C0"))
                .kind(AllocationKind.DUTY)
                .from(LocalDate.of(2025, 3, 3))
                .build());
        assertThat(rate("prioritisation-2022").cells())
                .filteredOn(cell -> cell.indicator().equals(duty))
                .hasSize(5)
                .allSatisfy(cell -> assertThat(cell.status())
                        .isEqualTo(Level.of(cell.part()) == Level.AREA ? CellStatus.RATED : CellStatus.NOT_APPLICABLE));
    }

    /**
     * Public law cases of A15 open over 90 weeks at the end of each of 14 months: none, and 1 in March 2025. The one moving range of 1 is
     * over 3.267 times the mean of 1/13 and dropped, so that both limits are the mean, 1/14: above the threshold of 0.
     */
    @Test
    void readsTrendsFromMonths() {
        areas();
        open("A15", Application.S31_CARE, LocalDate.of(2025, 3, 31).minusDays(631));
        closed("A15", 26 * 7);
        closed("A15", 31 * 7);
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<ReportingPeriod> months = new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2025, 3, 31))
                .byMonth().stream().map(ReportingPeriod::of).toList();
        Scorecard london = Scorecard.named("london-2025");
        List<Figure> figures = london.figures(engine, YEAR, YEAR.previousYear(), months, List.of());

        RatedScorecard rated = london.rate(figures, YEAR, YEAR.previousYear(), months, engine.extract());

        Cell over90 = rated.cells(A15).get(1);
        assertThat(over90.change()).hasValue(1);
        assertThat(over90.movement()).contains(Movement.WORSE);
        assertThat(over90.trend())
                .isEqualTo(new Trend(1, Optional.of(Variation.CONCERN), Optional.of(XmrChart.Assurance.FAIL)));
        assertThat(over90.reading().months()).hasSize(14);
        Cell closedInTime = rated.cells(A15).get(0);
        assertThat(closedInTime.status()).isEqualTo(CellStatus.TOO_SMALL);
        assertThat(closedInTime.reading().value()).hasValue(50);
        assertThat(closedInTime.trend()).isEqualTo(new Trend(0, Optional.empty(), Optional.empty()));
    }

    @Test
    void takesNoTrendFromMonthsThatShareDays() {
        areas();
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<ReportingPeriod> months =
                YEAR.period().byMonth().stream().map(ReportingPeriod::of).toList();
        Scorecard plan = Scorecard.named("strategic-plan");

        RatedScorecard rated = plan.rate(
                plan.figures(engine, YEAR, YEAR.previousYear(), months, List.of()),
                YEAR,
                YEAR.previousYear(),
                months,
                engine.extract());

        assertThat(rated.cells(Breakdown.whole()))
                .extracting(cell -> cell.indicator().measure() + " "
                        + cell.reading().months().size())
                .contains("turnover-12-month-percent 0", "caseload-mean 12");
    }

    static Stream<Arguments> invalid() {
        String start = "{\"name\":\"n\",\"title\":\"t\",\"source\":\"s\",\"indicators\":[";
        String indicator = "{\"name\":\"i\",\"measure\":\"open-cases\",\"better\":\"lower\",\"green\":1";
        return Stream.of(
                arguments("{", "Cannot read scorecard: no JSON at line 1"),
                arguments("[]", "Invalid scorecard: not an object"),
                arguments(
                        "{\"name\":\"n\"}", "Invalid scorecard: title: missing; source: missing; indicators: missing"),
                arguments(start + "]}", "Invalid scorecard: indicators: empty"),
                arguments(regions("7", indicator), "Invalid scorecard: regions: not a list"),
                arguments(regions("[]", indicator), "Invalid scorecard: regions: empty"),
                arguments(
                        regions("[\"London\",7,\"London\",\" \"]", indicator),
                        "Invalid scorecard: regions[1]: not a text; regions[2]: stands before; regions[3]: not a text"),
                arguments(
                        start + "{\"name\":\"i\"},7,{\"name\":\"i\",\"measure\":1,\"better\":\"up\",\"green\":1,"
                                + "\"amber\":\"2\",\"decimals\":1.5,\"levels\":[\"nation\"],\"target\":{\"by\":7}}]}",
                        "Invalid scorecard: indicators[0].measure: missing; indicators[0].better: missing; "
                                + "indicators[0].green: missing; indicators[1]: not an object; "
                                + "indicators[2].measure: not a text; indicators[2].better: not higher or lower; "
                                + "indicators[2].amber: not a number of at most 9 decimals; "
                                + "indicators[2].decimals: not a whole number from 0 to 9; "
                                + "indicators[2].target.value: missing; indicators[2].target.by: not a text; "
                                + "indicators[2].levels[0]: not one of national, region, area; "
                                + "indicators[2].name: an indicator before has it"),
                arguments(
                        start + indicator + ",\"amber\":0.25,\"decimals\":1,\"levels\":[]}," + indicator
                                + ",\"x\":1}]}",
                        "Invalid scorecard: indicators[0]: amber (0.25) is better than green (1); "
                                + "indicators[0]: the threshold 0.25 has more than 1 decimals; indicators[0]: no level; "
                                + "indicators[1].x: unknown field; indicators[1].name: an indicator before has it"),
                arguments(
                        start + indicator + ",\"breakdown\":{\"colour\":\"red\"}}]}",
                        "Invalid scorecard: indicators[0].breakdown.colour: Unknown breakdown: colour. Maybe holder?"),
                arguments(
                        start + indicator + ",\"breakdown\":{\"law\":\"publick\"}}]}",
                        "Invalid scorecard: indicators[0].breakdown.law: Unknown law: publick. Maybe public?"),
                arguments(
                        start + indicator + ",\"breakdown\":{\"law\":1}}]}",
                        "Invalid scorecard: indicators[0].breakdown.law: not a text"),
                arguments(
                        start + indicator + ",\"yellow\":2}]}",
                        "Invalid scorecard: indicators[0].yellow: unknown field"),
                arguments(
                        start + indicator + ",\"pillar\":\"paper\"}]}",
                        "Invalid scorecard: indicators[0].pillar: not one of practice, people, partners"),
                arguments(
                        start + indicator + ",\"least\":-1}]}",
                        "Invalid scorecard: indicators[0].least: not a whole number from 0 to 1000000000"),
                arguments(
                        start + indicator + ",\"target\":{\"value\":1,\"by\":\"soon\"}}]}",
                        "Invalid scorecard: indicators[0].target.by: not a day"),
                arguments(
                        start + indicator + "}," + indicator + "}]}",
                        "Invalid scorecard: indicators[1].name: an indicator before has it"));
    }

    private static String regions(String regions, String indicator) {
        return "{\"name\":\"n\",\"title\":\"t\",\"source\":\"s\",\"regions\":" + regions + ",\"indicators\":["
                + indicator + "}]}";
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNoScorecard(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.parse(json))
                .withMessage(message);
    }

    @Test
    void knowsNoOtherScorecard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scorecard.named("london"))
                .withMessage(
                        "Invalid scorecard: london (one of prioritisation-2022, duration-rag, strategic-plan, london-2025)");
    }

    private static String colour(RatedScorecard rated, Breakdown part) {
        Cell cell = rated.cells(part).get(0);
        return cell.indicator().name() + " " + cell.colour().orElseThrow().code();
    }

    private RatedScorecard rate(String name) {
        return Scorecard.named(name).rate(MetricsEngine.of(extract.build()), YEAR, YEAR.previousYear(), List.of());
    }

    private void areas() {
        area("A3", "North");
        area("A15", "London");
    }

    private void area(String code, String region) {
        extract.add(Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(region)
                .build());
    }

    private void closed(String area, int days) {
        extract.add(ChildrensCase.builder()
                .caseId(new CaseId("C" + cases++))
                .law(Application.S31_CARE.law())
                .application(Application.S31_CARE)
                .areaCode(new AreaCode(area))
                .receivedOn(LocalDate.of(2025, 3, 3).minusDays(days))
                .closedOn(LocalDate.of(2025, 3, 3))
                .build());
    }

    private void open(String area, Application application, LocalDate receivedOn) {
        extract.add(ChildrensCase.builder()
                .caseId(new CaseId("C" + cases++))
                .law(application.law())
                .application(application)
                .areaCode(new AreaCode(area))
                .receivedOn(receivedOn)
                .build());
    }

    private void entered(String subject, RatingCode code, String day, String area, Optional<Pillar> pillar) {
        Rating.Builder rating = Rating.builder();
        rating.subject(subject).scale(RatingScale.PROGRESS).rating(code).ratedOn(LocalDate.parse(day));
        if (!area.isEmpty()) {
            rating.areaCode(new AreaCode(area));
        }
        pillar.ifPresent(rating::pillar);
        extract.add(rating.build());
    }
}
