package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;

/** Measures of one's own, made from the ground up, over three cases and three advisers. */
class MeasureTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-25"));

    /* Open for 364 and for 363 days; closed after 100 days and after 300 days, on 1 April 2024 and on 31 March 2025. */
    private final MetricsEngine engine = MetricsEngine.of(Extract.builder()
            .add(Area.builder()
                    .areaCode(new AreaCode("A1"))
                    .name("Avon")
                    .region("West")
                    .build())
            .present(ExtractTable.CHILDREN)
            .add(received("a", Application.S31_CARE, MON_2025_03_31.minusDays(364))
                    .build())
            .add(received("b", Application.S8_CHILD_ARRANGEMENTS, MON_2025_03_31.minusDays(363))
                    .build())
            .add(received("c", Application.S31_CARE, LocalDate.of(2024, 4, 1).minusDays(100))
                    .closedOn(LocalDate.of(2024, 4, 1))
                    .build())
            .add(received("d", Application.S31_CARE, MON_2025_03_31.minusDays(300))
                    .closedOn(MON_2025_03_31)
                    .build())
            .add(adviser("1"))
            .add(adviser("2"))
            .add(adviser("3"))
            .build());

    private static ChildrensCase.Builder received(String id, Application application, LocalDate day) {
        return ChildrensCase.builder()
                .caseId(new CaseId(id))
                .law(application.law())
                .application(application)
                .areaCode(new AreaCode("A1"))
                .receivedOn(day);
    }

    private static Adviser adviser(String id) {
        return Adviser.builder()
                .adviserId(new AdviserId(id))
                .role(Role.FAMILY_COURT_ADVISER)
                .employment(Employment.PERMANENT)
                .team(Team.AFTER_FIRST_HEARING)
                .areaCode(new AreaCode("A1"))
                .fte(BigDecimal.ONE)
                .startedOn(LocalDate.of(2020, 1, 1))
                .build();
    }

    private static Measure.Builder measure() {
        return Measure.named("a-measure")
                .title("A measure")
                .unit("cases")
                .definition("Its definition.")
                .source("A paper");
    }

    @Test
    void aStockSaysWhatItIsAndCountsAsAtItsDay() {
        Measure old = measure()
                .better(Direction.LOWER_IS_BETTER)
                .decimals(2)
                .asAtDay()
                .by(BreakdownKey.LAW)
                .count(Tally.ofCasesOpenOver(363));

        assertThat(old.name()).isEqualTo("a-measure").hasToString(old.toString());
        assertThat(old.title()).isEqualTo("A measure");
        assertThat(old.unit()).isEqualTo("cases");
        assertThat(old.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(old.decimals()).isEqualTo(2);
        assertThat(old.definition()).isEqualTo("Its definition.");
        assertThat(old.formula()).isEqualTo("cases open as at D for more than 363 days");
        assertThat(old.source()).isEqualTo("A paper");
        assertThat(old.isStock()).isTrue();
        assertThat(old.countsIdentities()).isFalse();
        assertThat(engine.figure(old, YEAR).value()).hasValue(1);
        assertThat(engine.figures(old, YEAR, BreakdownKey.LAW))
                .extracting(figure -> figure.breakdown() + " " + figure.value().orElseThrow())
                .containsExactly("law=private 0.0", "law=public 1.0");
    }

    @Test
    void aShareOverMonthsDividesAndTellsWhatItLeavesOut() {
        Tally closed = Tally.ofCases(
                "cases closed in P",
                (one, period) -> one.closedOn()
                        .filter(day -> !day.isBefore(period.first()) && !day.isAfter(period.last()))
                        .isPresent());
        Tally quickly = Tally.ofCases(
                "those closed within 100 days",
                (one, period) -> one.closedOn()
                        .filter(day -> !day.isBefore(period.first())
                                && !day.isAfter(period.last())
                                && !day.isAfter(one.receivedOn().plusDays(100)))
                        .isPresent());
        Measure share = measure()
                .overMonths(12)
                .leavingOut(
                        "still open",
                        Tally.ofCases("open", (one, period) -> one.closedOn().isEmpty()))
                .limits(Statistic.LimitsOfShare.NONE)
                .percent(quickly, closed);

        Figure year = engine.figure(share, YEAR);

        assertThat(share.isStock()).isFalse();
        assertThat(share.leftOutReasons()).containsExactly("still open");
        assertThat(share.formula()).isEqualTo("100 x (those closed within 100 days) / (cases closed in P)");
        assertThat(year.value()).hasValue(50);
        assertThat(engine.leftOut(year)).containsEntry("still open", 2L);
        /* A month later case c is no longer among the twelve. */
        assertThat(engine.figure(share, ReportingPeriod.asAt(LocalDate.of(2025, 4, 30)))
                        .value())
                .hasValue(0);
        assertThat(measure().ratio(quickly, closed).formula())
                .isEqualTo("(those closed within 100 days) / (cases closed in P)");
    }

    @Test
    void amountsOfAdvisersAreAddedExactlyForThoseWhoCount() {
        Measure load = measure()
                .asAtDay()
                .count(Tally.ofAdvisers(
                        "loads",
                        (extract, day) -> List.of(
                                Optional.of(new BigDecimal("0.1")),
                                Optional.empty(),
                                Optional.of(new BigDecimal("0.2")))));

        assertThat(engine.figure(load, YEAR).value()).hasValue(0.3);
    }

    @Test
    void aMedianOfOnesOwnCarriesItsKeys() {
        Measure median = measure()
                .carrying(BreakdownKey.LAW)
                .by(BreakdownKey.AREA)
                .distribution(Statistic.Distribution.quantile(50, 1), "median", Tallies.DAYS_TO_CLOSE);

        assertThat(median.formula()).isEqualTo("median of days from received_on to closed_on of cases closed in P");
        assertThat(median.countsIdentities()).isFalse();
        assertThat(Measures.DISTINCT_OPEN_CHILDREN.countsIdentities()).isTrue();
        assertThat(engine.figures(median, YEAR))
                .extracting(figure -> figure.breakdown() + " " + figure.value())
                .contains("law=public OptionalDouble[200.0]");
        assertThat(measure()
                        .inNumeratorOnly(BreakdownKey.LAW)
                        .count(Tallies.OPEN_CASES)
                        .numeratorKeys())
                .containsExactly(BreakdownKey.LAW);
    }

    @Test
    void talliesTellWhatTheyCount() {
        assertThat(Tallies.casesHeld(Holder.DUTY, "on duty")).hasToString("on duty");
        assertThat(Tallies.childrenHeld(Holder.DUTY, "on duty").name()).isEqualTo("on duty");
        assertThat(Tallies.advisersAbove(40).name())
                .isEqualTo("family court advisers employed as at D who hold more than 40 open cases as lead");
        assertThat(Tallies.advisersAtOrAbovePerFte(25).name())
                .isEqualTo(
                        "family court advisers employed as at D whose open cases held as lead / fte are at or above 25");
        assertThat(Tallies.complaintsDue(15).name())
                .isEqualTo("complaints received in P whose 15 working days have passed by D");
        assertThat(Tallies.complaintsNotYetDue(15).name())
                .isEqualTo("complaints received in P whose 15 working days have not passed by D");
        assertThat(Tallies.complaintsAnsweredInTime(15).name())
                .isEqualTo("complaints received in P whose 15 working days have passed by D, answered within them");
        assertThat(Tallies.auditsAnswered("plan", audits -> audits.grade).name())
                .isEqualTo("audits in P where plan was answered");
        assertThat(Tallies.auditsNotAnswered("plan", audits -> audits.grade).name())
                .isEqualTo("audits in P where plan was not answered");
        assertThat(Tallies.auditsAnsweredTrue("plan", audits -> audits.grade).name())
                .isEqualTo("audits in P where plan is true");
        assertThat(Tallies.readyCases(Moment.Readiness.COURT_READY, "soon").name())
                .endsWith("none outstanding and soon");
        assertThat(Tallies.readyChildren(Moment.Readiness.COURT_READY, "soon").name())
                .startsWith("children rows of open private law cases");
    }

    @Test
    void aTallyMadeFromAnotherKeepsWhatItIs() {
        assertThat(Tallies.CASES_RECEIVED.minus(Tallies.CASES_CLOSED).name())
                .isEqualTo("cases received in P less cases closed in P");
        Tally weeks = Tallies.DAYS_TO_CLOSE.dividedBy(7);
        assertThat(weeks.divisor()).isEqualTo(7);
        assertThat(weeks.subject()).isEqualTo(Subject.CASE);
        assertThat(weeks.totalled(DailyTotals.Total.OPEN_CASES).index()).isNotNull();
        assertThat(weeks.steadyBy(columns -> columns.reports.filedOn).steadyBy())
                .isNotNull();
        assertThat(weeks.withKey(BreakdownKey.QUESTION, (moment, into) -> {}).givesItself(BreakdownKey.QUESTION))
                .isTrue();
    }
}
