package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.metrics.BreakdownKey.AREA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Post;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class DisclosureControlTest {
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-04-01/2025-03-31"));
    private static final Collection<Set<BreakdownKey>> BY = List.of(
            Set.of(),
            EnumSet.of(AREA),
            EnumSet.of(BreakdownKey.REGION),
            EnumSet.of(BreakdownKey.LAW),
            EnumSet.of(BreakdownKey.APPLICATION),
            EnumSet.of(AREA, BreakdownKey.LAW));

    private static final Measure OWN_HOURS = ownHours(adviser -> true);

    private static Measure ownHours(Predicate<Adviser> whose) {
        return Measure.named("own-hours")
                .title("Hours")
                .unit("hours")
                .definition("Seven and a half hours for each adviser who counts.")
                .source("made up")
                .asAtDay()
                .by(AREA, BreakdownKey.ROLE)
                .count(Tally.ofAdvisers(
                        "hours",
                        (extract, asAt) -> extract.advisers().stream()
                                .map(adviser ->
                                        Optional.of(new BigDecimal("7.5")).filter(hours -> whose.test(adviser)))
                                .toList()));
    }

    private final Extract.Builder extract = Extract.builder();
    private int cases;

    @Test
    void hidesSmallCountsAndWhatGivesThemAway() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "South");
        cases("A3", Application.S31_CARE, 3);
        cases("A3", Application.S8_CHILD_ARRANGEMENTS, 40);
        cases("A4", Application.S31_CARE, 20);
        cases("A4", Application.S8_CHILD_ARRANGEMENTS, 30);
        cases("A5", Application.S31_CARE, 50);
        cases("A5", Application.S8_CHILD_ARRANGEMENTS, 60);
        List<Figure> figures = published(Measures.CASES_RECEIVED);

        assertThat(shown(figures))
                .containsExactly(
                        "whole 203",
                        "application=s31_care 73",
                        "application=s8_child_arrangements 130",
                        "area=A3 43",
                        "area=A3;law=private x",
                        "area=A3;law=public x",
                        "area=A4 50",
                        "area=A4;law=private x",
                        "area=A4;law=public x",
                        "area=A5 110",
                        "area=A5;law=private 60",
                        "area=A5;law=public 50",
                        "law=private 130",
                        "law=public 73",
                        "region=North 93",
                        "region=South 110");
    }

    /** The vacancy rate of A4 is (25.5 - 2.7) / 25.5: whoever sees it and knows the posts knows the fte of three people. */
    @Test
    void hidesTheVacancyRateOfFewPeople() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            advisers(area, area.equals("A4") ? 3 : 20);
            post(area);
        }

        assertThat(shown(published(Measures.VACANCY_RATE_PERCENT)))
                .contains("area=A4 x")
                .filteredOn(line -> line.endsWith(" x"))
                .hasSizeGreaterThan(1);
    }

    /** Turnover is shown beside the mean of the permanent headcounts: of A4 that is 4, though 20 are employed. */
    @Test
    void hidesTheTurnoverOfFewPermanentStaff() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            advisers(area, 20);
        }
        area("A6", "North");
        advisers("A6", 4);
        for (int i = 0; i < 16; i++) {
            extract.add(adviser("A6-L" + i, "A6", Employment.LOCUM, LocalDate.of(2020, 1, 1)));
        }

        List<Figure> published =
                published(Measures.HEADCOUNT, Measures.LOCUM_SHARE_PERCENT, Measures.TURNOVER_12_MONTH_PERCENT);

        assertThat(published)
                .filteredOn(figure -> figure.breakdown().equals(Breakdown.of(BreakdownKey.AREA, "A6")))
                .extracting(figure ->
                        figure.measure().name() + " " + figure.status().code())
                .contains("locum-share-percent suppressed", "turnover-12-month-percent suppressed");
        assertThat(published)
                .filteredOn(figure -> figure.measure() == Measures.TURNOVER_12_MONTH_PERCENT)
                .anySatisfy(figure -> assertThat(figure.status()).isEqualTo(FigureStatus.OK));
    }

    /** Three were employed in A4 the day before the year, 30 are at its end: 27 more joined, and the mean fte is between both. */
    @Test
    void hidesWhatTellsOfFewStaffTheDayBefore() {
        for (String area : List.of("A3", "A5")) {
            area(area, "North");
            advisers(area, 20);
        }
        area("A4", "North");
        advisers("A4", 3);
        for (int i = 0; i < 27; i++) {
            extract.add(adviser("A4-N" + i, "A4", Employment.LOCUM, LocalDate.of(2024, 6, 3)));
        }
        absent("A3-0", "sickness");
        Extract built = extract.build();
        MetricsEngine engine = MetricsEngine.of(built);
        List<Figure> figures = new ArrayList<>();
        for (ReportingPeriod year : List.of(YEAR, YEAR.previousYear())) {
            figures.addAll(engine.figures(
                    List.of(
                            Measures.HEADCOUNT,
                            Measures.JOINERS,
                            Measures.LEAVERS,
                            Measures.FTE,
                            Measures.WORKING_DAYS_LOST_PER_FTE),
                    year,
                    BY));
        }

        List<Figure> published = DisclosureControl.of(engine).publish(figures);

        List<String> ofA4 = published.stream()
                .filter(figure -> figure.breakdown().equals(Breakdown.of(BreakdownKey.AREA, "A4")))
                .filter(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .map(figure -> figure.measure().name() + " " + figure.period().last())
                .toList();
        assertThat(ofA4)
                .contains("headcount 2024-03-31", "fte 2024-03-31", "working-days-lost-per-fte 2025-03-31")
                .containsAnyOf("headcount 2025-03-31", "joiners 2025-03-31", "leavers 2025-03-31");
    }

    private static Adviser adviser(String id, String area, Employment employment, LocalDate startedOn) {
        return Adviser.builder()
                .adviserId(new AdviserId(id))
                .areaCode(new AreaCode(area))
                .team(Team.AFTER_FIRST_HEARING)
                .role(Role.FAMILY_COURT_ADVISER)
                .employment(employment)
                .fte(new BigDecimal("0.9"))
                .startedOn(startedOn)
                .build();
    }

    @Test
    void theVacancyRateDoesNotRestOnTheCasesReceived() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            advisers(area, 20);
            post(area);
        }
        for (int i = 0; i < 2; i++) {
            extract.add(ChildrensCase.builder()
                    .caseId(new CaseId("D" + i))
                    .law(Application.S31_CARE.law())
                    .application(Application.S31_CARE)
                    .areaCode(new AreaCode("A3"))
                    .receivedOn(YEAR.asAt())
                    .build());
        }

        assertThat(shown(published(Measures.VACANCY_RATE_PERCENT))).noneMatch(line -> line.endsWith(" x"));
    }

    /** Fewer figures beside it make no more of it known: the headcount of A3 alone says nothing of A4. */
    @Test
    void hidesWhatRestsOnCountsOfWhichSomeAreNotPublished() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "South");
        advisers("A3", 20);
        advisers("A4", 3);
        advisers("A5", 20);
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures = new ArrayList<>(engine.figures(Measures.HEADCOUNT, YEAR, AREA).stream()
                .filter(figure -> figure.breakdown().toString().equals("area=A3"))
                .toList());
        figures.addAll(engine.figures(Measures.FTE, YEAR, AREA));

        assertThat(DisclosureControl.of(engine).publish(figures))
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A4"))
                .extracting(Figure::status)
                .containsExactly(FigureStatus.SUPPRESSED);
    }

    @Test
    void hidesACountThatIsAlsoTheNumeratorOfAMeanOfDays() {
        area("A3", "North");
        cases("A3", Application.S31_CARE, 3);
        List<Figure> figures = published(Measures.OPEN_CASES, Measures.DISPOSITION_TIME_DAYS);

        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().isWhole())
                .extracting(Figure::status)
                .containsExactly(FigureStatus.SUPPRESSED, FigureStatus.SUPPRESSED);
    }

    /* Alone, the disposition times of areas would show the 20 open cases of A4: hiding A3 and A5 is enough for them. */
    @Test
    void hidesADispositionTimeThatShowsOpenCasesWhichAreHidden() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "South");
        area("A6", "South");
        cases("A3", Application.S31_CARE, 3);
        cases("A4", Application.S31_CARE, 20);
        cases("A5", Application.S31_CARE, 15);
        cases("A6", Application.S31_CARE, 25);
        for (String area : List.of("A3", "A4", "A5", "A6")) {
            closed(area, 40, 100);
        }
        Extract built = extract.build();
        MetricsEngine engine = MetricsEngine.of(built);
        List<Figure> dispositionTimes =
                engine.figures(List.of(Measures.DISPOSITION_TIME_DAYS), YEAR, List.of(Set.of(), EnumSet.of(AREA)));
        List<Figure> together = new ArrayList<>(engine.figures(
                List.of(Measures.OPEN_CASES),
                YEAR,
                List.of(Set.of(), EnumSet.of(AREA), EnumSet.of(BreakdownKey.REGION))));
        together.addAll(dispositionTimes);

        assertThat(suppressed(DisclosureControl.of(engine).publish(dispositionTimes)))
                .containsExactly("disposition-time-days area=A3", "disposition-time-days area=A5");
        assertThat(suppressed(DisclosureControl.of(engine).publish(together)))
                .containsExactly(
                        "open-cases area=A3",
                        "open-cases area=A4",
                        "disposition-time-days area=A3",
                        "disposition-time-days area=A4");
    }

    private static List<String> suppressed(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .map(figure -> figure.measure().name() + " " + figure.breakdown())
                .toList();
    }

    @Test
    void hidesAnAreaThatItsRegionGivesAway() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "South");
        area("A6", "South");
        cases("A3", Application.S31_CARE, 3);
        cases("A4", Application.S31_CARE, 20);
        cases("A5", Application.S31_CARE, 15);
        cases("A6", Application.S31_CARE, 25);

        assertThat(shown(published(Measures.CASES_RECEIVED)))
                .contains("area=A3 x", "area=A4 x", "area=A5 15", "region=North 23");
    }

    @Test
    void hidesEverythingThatRestsOnAHiddenCount() {
        area("A3", "North");
        area("A4", "South");
        area("A5", "South");
        cases("A3", Application.S31_CARE, 3);
        cases("A4", Application.S31_CARE, 20);
        cases("A5", Application.S31_CARE, 30);
        List<Figure> figures =
                published(Measures.CASES_RECEIVED, Measures.CASES_RECEIVED_PER_WORKING_DAY, Measures.NET_CHANGE);

        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A3"))
                .hasSize(3)
                .allSatisfy(figure -> {
                    assertThat(figure.status()).isEqualTo(FigureStatus.SUPPRESSED);
                    assertThat(figure.value()).isEmpty();
                    assertThat(figure.numerator()).isEmpty();
                    assertThat(figure.denominator()).isEmpty();
                    assertThat(figure.lower()).isEmpty();
                    assertThat(figure.upper()).isEmpty();
                });
        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().isWhole())
                .extracting(Figure::status)
                .containsOnly(FigureStatus.OK);
    }

    @Test
    void hidesQuantilesOfFewCases() {
        area("A3", "North");
        area("A4", "South");
        area("A5", "South");
        cases("A3", Application.S31_CARE, 3);
        cases("A4", Application.S31_CARE, 20);
        cases("A5", Application.S31_CARE, 30);

        assertThat(published(Measures.OPEN_CASES, Measures.OPEN_AGE_MEDIAN_WEEKS, Measures.OPEN_AGE_MEAN_WEEKS))
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A3"))
                .extracting(Figure::status)
                .containsExactly(FigureStatus.SUPPRESSED, FigureStatus.SUPPRESSED, FigureStatus.SUPPRESSED);
    }

    /* Counts that are not asked for are worked out, or a median of three cases would be shown, and the fte of three people. */
    @Test
    void hidesWhatRestsOnCountsThatAreNotPublished() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "South");
        area("A6", "South");
        closed("A3", 3, 100);
        closed("A4", 20, 100);
        closed("A5", 30, 100);
        closed("A6", 40, 100);
        cases("A4", Application.S31_CARE, 3);
        cases("A3", Application.S31_CARE, 30);
        cases("A5", Application.S31_CARE, 40);
        cases("A6", Application.S31_CARE, 20);
        advisers("A3", 3);
        advisers("A4", 20);
        advisers("A5", 8);
        advisers("A6", 12);

        assertThat(suppressedAreas(Measures.DURATION_MEDIAN_WEEKS)).containsExactly("A3", "A4");
        assertThat(suppressedAreas(Measures.TIME_TO_CLOSE_MEDIAN_WEEKS)).containsExactly("A3", "A4");
        assertThat(suppressedAreas(Measures.OPEN_AGE_MEDIAN_WEEKS)).containsExactly("A4", "A6");
        assertThat(suppressedAreas(Measures.FTE)).containsExactly("A3", "A5");
        assertThat(suppressedAreas(Measures.NET_CHANGE)).containsExactly("A3", "A4");
    }

    private List<String> suppressedAreas(Measure measure) {
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures = engine.figures(List.of(measure), YEAR, List.of(Set.of(), EnumSet.of(AREA)));
        return DisclosureControl.of(engine).publish(figures).stream()
                .filter(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .map(figure -> figure.breakdown().value(AREA).orElse("all"))
                .toList();
    }

    @Test
    void hidesAShareWhoseComplementIsSmall() {
        area("A3", "North");
        area("A4", "North");
        closed("A3", 20, 100);
        closed("A3", 2, 300);
        closed("A4", 30, 100);
        closed("A4", 40, 300);
        List<Figure> figures =
                published(Measures.CASES_CLOSED, Measures.WITHIN_26_WEEKS_CASES, Measures.WITHIN_26_WEEKS_PERCENT);

        // 22 closed, 20 of them within 26 weeks: the 2 others are given away by any two of the three
        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A3"))
                .filteredOn(figure -> figure.status() == FigureStatus.OK)
                .hasSizeLessThan(2)
                .noneMatch(figure -> figure.measure().equals(Measures.WITHIN_26_WEEKS_PERCENT));
        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().isWhole())
                .extracting(Figure::status)
                .containsOnly(FigureStatus.OK);
    }

    @Test
    void hidesWhatTheOpenCasesBeforeAndAfterGiveAway() {
        area("A3", "North");
        area("A4", "North");
        cases("A3", Application.S31_CARE, 30);
        cases("A4", Application.S31_CARE, 40);
        closed("A3", 3, 100);
        closed("A4", 50, 100);
        Extract built = extract.build();
        MetricsEngine engine = MetricsEngine.of(built);
        List<Measure> measures = List.of(Measures.OPEN_CASES, Measures.CASES_RECEIVED, Measures.CASES_CLOSED);
        List<Figure> figures = new ArrayList<>(engine.figures(measures, YEAR, BY));
        figures.addAll(engine.figures(List.of(Measures.OPEN_CASES), YEAR.previousYear(), BY));

        // closed in A3 are 3: received 33 less 30 open now, none before
        assertThat(DisclosureControl.of(engine).publish(figures))
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A3"))
                .filteredOn(figure -> figure.status() == FigureStatus.OK)
                .filteredOn(figure -> figure.value().orElseThrow() > 0)
                .hasSizeLessThan(2);
    }

    @Test
    void hidesACountUnderBothItsNames() {
        area("A3", "North");
        area("A4", "North");
        cases("A3", Application.S8_CHILD_ARRANGEMENTS, 3);
        cases("A3", Application.S31_CARE, 30);
        cases("A4", Application.S8_CHILD_ARRANGEMENTS, 40);
        cases("A4", Application.S31_CARE, 50);
        List<Figure> figures = published(Measures.OPEN_CASES, Measures.UNALLOCATED_CASES);

        assertThat(figures)
                .filteredOn(figure -> figure.breakdown().toString().equals("area=A3;law=private"))
                .extracting(Figure::status)
                .containsOnly(FigureStatus.SUPPRESSED);
    }

    @Test
    void protectsAgainstAnEarlierPublication() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "North");
        cases("A3", Application.S31_CARE, 3);
        cases("A4", Application.S31_CARE, 20);
        cases("A5", Application.S31_CARE, 30);
        Extract built = extract.build();
        MetricsEngine engine = MetricsEngine.of(built);
        List<Figure> figures =
                engine.figures(List.of(Measures.CASES_RECEIVED), YEAR, List.of(EnumSet.of(AREA), Set.of()));
        DisclosureControl control = DisclosureControl.of(engine);
        List<Figure> earlier = figures.stream()
                .filter(figure -> figure.breakdown().toString().equals("area=A4"))
                .toList();

        assertThat(shown(control.publish(figures))).containsExactly("whole 53", "area=A3 x", "area=A4 x", "area=A5 30");
        DisclosureControl.Publication publication = control.publication(figures, earlier);
        assertThat(shown(publication.figures())).containsExactly("whole 53", "area=A3 x", "area=A4 20", "area=A5 x");
        assertThat(publication.exposed()).isEmpty();

        // 53 less 20 and 30 leaves the 3 of A3
        List<Figure> all = figures.stream()
                .filter(figure -> !figure.breakdown().toString().equals("area=A3"))
                .toList();
        assertThat(control.publication(figures, all).exposed()).singleElement().satisfies(figure -> {
            assertThat(figure.breakdown()).hasToString("area=A3");
            assertThat(figure.value()).isEmpty();
        });
    }

    /** Days lost by reason are over the fte of all: the three people of A4 lost 1 day each. */
    @Test
    void hidesDaysLostByReasonOfFewPeople() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            int number = area.equals("A4") ? 3 : 20;
            advisers(area, number);
            for (int i = 0; i < number; i++) {
                absent(area + "-" + i, "flu");
            }
        }
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures =
                engine.figures(Measures.WORKING_DAYS_LOST_PER_FTE, YEAR, EnumSet.of(AREA, BreakdownKey.REASON));

        assertThat(suppressed(DisclosureControl.of(engine).publish(figures)))
                .containsExactly("working-days-lost-per-fte area=A4;reason=flu");
    }

    /** No measure of the catalogue has the advisers with cases by role. */
    @Test
    void hidesALoadOfOnesOwnByAKeyThatTheCatalogueLacks() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            advisers(area, 20);
            for (int i = 0; i < (area.equals("A4") ? 3 : 20); i++) {
                cases(area, Application.S31_CARE, 1);
                held(area + "-" + i, AllocationKind.LEAD);
            }
        }
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures = engine.figures(OWN_HOURS, YEAR, EnumSet.of(AREA, BreakdownKey.ROLE));

        assertThat(suppressed(DisclosureControl.of(engine).publish(figures)))
                .containsExactly("own-hours area=A4;role=family_court_adviser");
    }

    /** Of the 20 advisers of A4, who all lead cases, two have an amount. */
    @Test
    void hidesAnAmountOfOnesOwnOfFewAdvisers() {
        for (String area : List.of("A3", "A4", "A5")) {
            area(area, "North");
            advisers(area, 20);
            for (int i = 0; i < 20; i++) {
                cases(area, Application.S31_CARE, 1);
                held(area + "-" + i, AllocationKind.LEAD);
            }
        }
        Measure hours = ownHours(adviser -> !adviser.adviserId().value().matches("A4-1?[2-9]|A4-1[01]"));

        assertThat(suppressedAreas(hours)).hasSize(2).contains("A4");
    }

    @Test
    void hidesAndTellsOfWhatRestsOnACountThatCannotBeWorkedOut() {
        area("A3", "North");
        advisers("A3", 20);
        MetricsEngine engine = MetricsEngine.of(extract.build());
        List<Figure> figures = new ArrayList<>(engine.figures(OWN_HOURS, YEAR, Set.of()));
        figures.addAll(engine.figures(Measures.HEADCOUNT, YEAR, Set.of()));

        DisclosureControl.Publication publication = DisclosureControl.of(engine).publication(figures, List.of());

        assertThat(suppressed(publication.figures())).containsExactly("own-hours ");
        assertThat(publication.exposed()).containsExactly(publication.figures().get(0));
    }

    /** Whatever its unit is called, cases are counted: three in A3 are for 20 others. */
    @Test
    void hidesFewCasesThatAnOwnRatioIsOf() {
        area("A3", "North");
        area("A4", "North");
        area("A5", "North");
        cases("A3", Application.S31_CARE, 3);
        cases("A3", Application.S8_CHILD_ARRANGEMENTS, 20);
        for (String area : List.of("A4", "A5")) {
            cases(area, Application.S31_CARE, 20);
            cases(area, Application.S8_CHILD_ARRANGEMENTS, 30);
        }
        Measure ratio = Measure.named("public-to-private")
                .title("Public law to private law")
                .unit("ratio")
                .definition("Public law cases for each private law case.")
                .source("made up")
                .by(AREA)
                .ratio(ofLaw(Law.PUBLIC), ofLaw(Law.PRIVATE));

        assertThat(suppressedAreas(ratio)).contains("A3").hasSize(2);
    }

    private static Tally ofLaw(Law law) {
        return Tally.ofCases(law.code() + " law cases", (row, period) -> row.law() == law);
    }

    private void absent(String adviser, String reason) {
        LocalDate tue20250304 = LocalDate.of(2025, 3, 4);
        extract.add(Absence.builder()
                .adviserId(new AdviserId(adviser))
                .from(tue20250304)
                .to(tue20250304)
                .reason(reason)
                .build());
    }

    /* The case added last. */
    private void held(String adviser, AllocationKind kind) {
        extract.add(Allocation.builder()
                .caseId(new CaseId("C" + (cases - 1)))
                .adviserId(new AdviserId(adviser))
                .kind(kind)
                .from(LocalDate.of(2024, 6, 3))
                .build());
    }

    private void area(String code, String region) {
        extract.add(Area.builder()
                .areaCode(new AreaCode(code))
                .name(code)
                .region(region)
                .build());
    }

    private void advisers(String area, int number) {
        for (int i = 0; i < number; i++) {
            extract.add(adviser(area + "-" + i, area, Employment.PERMANENT, LocalDate.of(2020, 1, 1)));
        }
    }

    private void post(String area) {
        extract.add(Post.builder()
                .areaCode(new AreaCode(area))
                .role(Role.FAMILY_COURT_ADVISER)
                .team(Team.AFTER_FIRST_HEARING)
                .fte(new BigDecimal("25.5"))
                .from(LocalDate.of(2020, 1, 1))
                .build());
    }

    private void cases(String area, Application application, int number) {
        for (int i = 0; i < number; i++) {
            extract.add(ChildrensCase.builder()
                    .caseId(new CaseId("C" + cases++))
                    .law(application.law())
                    .application(application)
                    .areaCode(new AreaCode(area))
                    .receivedOn(LocalDate.of(2024, 6, 3).plusDays(i))
                    .build());
        }
    }

    private void closed(String area, int number, int days) {
        for (int i = 0; i < number; i++) {
            extract.add(ChildrensCase.builder()
                    .caseId(new CaseId("C" + cases++))
                    .law(Application.S31_CARE.law())
                    .application(Application.S31_CARE)
                    .areaCode(new AreaCode(area))
                    .receivedOn(LocalDate.of(2025, 3, 3).minusDays(days))
                    .closedOn(LocalDate.of(2025, 3, 3))
                    .build());
        }
    }

    private List<Figure> published(Measure... measures) {
        Extract built = extract.build();
        MetricsEngine engine = MetricsEngine.of(built);
        return DisclosureControl.of(engine).publish(engine.figures(List.of(measures), YEAR, BY));
    }

    private static List<String> shown(List<Figure> figures) {
        List<String> shown = new ArrayList<>();
        for (Figure figure : figures) {
            String part =
                    figure.breakdown().isWhole() ? "whole" : figure.breakdown().toString();
            String number = figure.value().isPresent()
                    ? String.valueOf((long) figure.value().getAsDouble())
                    : figure.status() == FigureStatus.SUPPRESSED ? "x" : "";
            if (!number.equals("0")) {
                shown.add(part + " " + number);
            }
        }
        return shown;
    }
}
