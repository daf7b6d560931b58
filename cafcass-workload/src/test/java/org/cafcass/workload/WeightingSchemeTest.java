package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.cafcass.model.Adviser;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightingSchemeTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);

    private final WeightingScheme scheme = WeightingSchemes.parse("""
                    {"name": "worked", "effective_from": "2025-01-01", "capacity_per_fte": 100,
                     "ceilings": {"after_first_hearing": 25, "to_first_hearing": 40},
                     "weights":     [{"when": {"stage": "after_first_hearing", "law": "public"}, "points": 4},
                                     {"when": {"law": "public"}, "points": 99},
                                     {"when": {"stage": "after_first_hearing"}, "points": 3},
                                     {"when": {"allocation": "lead", "high_risk": true}, "points": 2.9, "low": 2, "high": 4}],
                     "adjustments": [{"name": "rule 16.4", "when": {"rule_16_4": true}, "multiply": 1.2},
                                     {"name": "each further child", "when": {}, "add_per_further_child": 0.4},
                                     {"name": "large families", "when": {"children_above": 3}, "multiply": 1.5},
                                     {"name": "in a hub", "when": {"hub": true}, "multiply": 0.25},
                                     {"name": "support", "when": {"allocation": "support"}, "multiply": 0.5}],
                     "reductions":  [{"name": "newly qualified", "when": {"months_in_post_below": 12}, "percent": 20},
                                     {"name": "locums", "when": {"employment": "locum"}, "percent": 12.5}],
                     "bands": {"near": 85, "over": 100}}
                    """).all().get(0);

    private static CaseKind kind(Law law, AllocationKind allocation, boolean rule164, boolean hub, int children) {
        Application application = law == Law.PUBLIC ? Application.S31_CARE : Application.ENFORCEMENT;
        return new CaseKind(law, application, Stage.AFTER_FIRST_HEARING, allocation, rule164, false, hub, children);
    }

    static Stream<Arguments> weighed() {
        return Stream.of(
                arguments(kind(Law.PUBLIC, AllocationKind.LEAD, false, false, 0), "4"),
                arguments(kind(Law.PUBLIC, AllocationKind.LEAD, false, false, 1), "4"),
                // 4 + 2 x 0.4
                arguments(kind(Law.PUBLIC, AllocationKind.LEAD, false, false, 3), "4.8"),
                // 3 x 1.2 + 2 x 0.4: in the order of the scheme, the addition is not multiplied
                arguments(kind(Law.PRIVATE, AllocationKind.LEAD, true, false, 3), "4.4"),
                // (3 + 3 x 0.4) x 1.5: more than 3 children, and what was added before is multiplied
                arguments(kind(Law.PRIVATE, AllocationKind.LEAD, false, false, 4), "6.3"),
                // (4 x 1.2 + 0.4) x 0.25 x 0.5
                arguments(kind(Law.PUBLIC, AllocationKind.SUPPORT, true, true, 2), "0.65"));
    }

    @ParameterizedTest
    @MethodSource("weighed")
    void theFirstWeightCountsThenTheAdjustmentsInOrder(CaseKind kind, String points) {
        assertThat(scheme.points(kind).central()).isEqualByComparingTo(points);
        assertThat(scheme.points(kind)).isEqualTo(Points.of(scheme.points(kind).central()));
        assertThat(scheme.explain(kind).get(scheme.explain(kind).size() - 1).points())
                .isEqualByComparingTo(points);
    }

    @Test
    void everyStepIsTold() {
        assertThat(scheme.explain(kind(Law.PUBLIC, AllocationKind.SUPPORT, true, true, 2)))
                .hasToString("[law=public, stage=after_first_hearing = 4, rule 16.4: x 1.2 = 4.8,"
                        + " each further child: + 1 x 0.4 = 5.2, in a hub: x 0.25 = 1.3, support: x 0.5 = 0.65]");
    }

    @Test
    void limitsOfWeightsCarryThrough() {
        CaseKind kind = new CaseKind(
                Law.PRIVATE,
                Application.S8_SPECIFIC_ISSUE,
                Stage.TO_FIRST_HEARING,
                AllocationKind.LEAD,
                true,
                true,
                false,
                2);

        Points points = scheme.points(kind);

        assertThat(points.low()).isEqualByComparingTo("2.8");
        assertThat(points.central()).isEqualByComparingTo("3.88");
        assertThat(points.high()).isEqualByComparingTo("5.2");
    }

    @Test
    void aKindWithoutAWeightIsNamed() {
        CaseKind kind = new CaseKind(
                Law.PRIVATE,
                Application.S8_SPECIFIC_ISSUE,
                Stage.TO_FIRST_HEARING,
                AllocationKind.DUTY,
                true,
                true,
                true,
                1);

        assertThatThrownBy(() -> scheme.points(kind))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot weigh a case: weighting scheme worked has no weight for private s8_specific_issue"
                        + " to_first_hearing, duty, rule 16.4, high risk, in a hub, 1 child");
    }

    private static Extracts.AdviserRow adviser(String fte) {
        return Extracts.adviser("A", "N1", fte);
    }

    static Stream<Arguments> capacities() {
        return Stream.of(
                arguments(adviser("0.6"), "60"),
                // 12 months of post end on 2025-03-31: on that day it is the anniversary
                arguments(adviser("0.6").startedOn(LocalDate.of(2024, 3, 31)), "60"),
                arguments(adviser("0.6").startedOn(LocalDate.of(2024, 4, 1)), "48"),
                // 60 x 0.8 x 0.875
                arguments(
                        adviser("0.6")
                                .startedOn(LocalDate.of(2024, 4, 1))
                                .employment(org.cafcass.model.Employment.LOCUM),
                        "42"),
                // 100 x 20 / 25, whatever fte and reductions
                arguments(adviser("0.6").startedOn(LocalDate.of(2024, 4, 1)).ceiling("20"), "80"),
                arguments(adviser("1").team(Team.TO_FIRST_HEARING).ceiling("46"), "115"),
                arguments(adviser("1").startedOn(LocalDate.of(2025, 4, 1)), "0"),
                arguments(adviser("1").startedOn(LocalDate.of(2025, 3, 31)), "80"),
                arguments(adviser("1").leftOn(LocalDate.of(2025, 3, 31)), "0"),
                arguments(adviser("1").leftOn(LocalDate.of(2025, 4, 1)), "100"));
    }

    @ParameterizedTest
    @MethodSource("capacities")
    void capacityIsOfTheFteLessReductionsOrOfThePersonalCeiling(Extracts.AdviserRow adviser, String points) {
        assertThat(scheme.capacity(adviser.build(), MON_2025_03_31).points()).isEqualByComparingTo(points);
    }

    @Test
    void capacityTellsItsSteps() {
        assertThat(scheme.capacity(
                                adviser("0.6")
                                        .startedOn(LocalDate.of(2024, 4, 1))
                                        .build(),
                                MON_2025_03_31)
                        .steps())
                .hasToString("[capacity per FTE = 100, fte: x 0.6 = 60, newly qualified: - 20% = 48]");
        assertThat(scheme.capacity(adviser("0.6").ceiling("20").build(), MON_2025_03_31)
                        .steps())
                .hasToString("[capacity per FTE = 100, personal ceiling: x 20 / 25 = 80]");
    }

    @Test
    void aMonthlyAnniversaryThatAMonthDoesNotHaveIsItsLastDay() {
        WeightingScheme oneMonth = WeightingSchemes.parse(
                        scheme.toJson().replace("\"months_in_post_below\" : 12", "\"months_in_post_below\" : 1"))
                .all()
                .get(0);
        Adviser adviser = adviser("1").startedOn(LocalDate.of(2025, 1, 31)).build();

        assertThat(oneMonth.capacity(adviser, LocalDate.of(2025, 2, 27)).points())
                .isEqualByComparingTo("80");
        assertThat(oneMonth.capacity(adviser, LocalDate.of(2025, 2, 28)).points())
                .isEqualByComparingTo("100");
    }

    @Test
    void aPersonalCeilingNeedsOneOfTheTeam() {
        Adviser adviser = adviser("1").team(Team.HUB).ceiling("10").build();

        assertThatThrownBy(() -> scheme.capacity(adviser, MON_2025_03_31))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot work out a capacity: weighting scheme worked has no ceiling for team hub");
        assertThat(scheme.capacity(adviser("1").team(Team.HUB).build(), MON_2025_03_31)
                        .points())
                .isEqualByComparingTo("100");
    }

    @Test
    void aCeilingsWorthOfCasesFitsWhereTheQuotientsDoNotComeOutEven() {
        WeightingScheme surveyed = WeightingSchemes.shipped().inEffect("surveyed-2021", MON_2025_03_31);
        BigDecimal weight = surveyed.points(kind(Law.PRIVATE, AllocationKind.LEAD, false, false, 1))
                .central();

        for (int ceiling = 1; ceiling <= 40; ceiling++) {
            BigDecimal capacity = surveyed.capacity(
                            adviser("1").ceiling(String.valueOf(ceiling)).build(), MON_2025_03_31)
                    .points();
            BigDecimal load = weight.multiply(BigDecimal.valueOf(ceiling));
            assertThat(surveyed.bands().of(load, capacity)).isEqualTo(Band.NEAR);
        }
    }

    static Stream<Arguments> bands() {
        return Stream.of(
                arguments("0", "100", Band.NO_WORK),
                arguments("0", "0", Band.NO_WORK),
                arguments("0.1", "0", Band.NO_CAPACITY),
                arguments("50.99", "60", Band.WITHIN),
                arguments("51", "60", Band.NEAR),
                arguments("60", "60", Band.NEAR),
                arguments("60.01", "60", Band.OVER));
    }

    @ParameterizedTest
    @MethodSource("bands")
    void bandsTellNoCapacityAndNoWorkApart(String load, String capacity, Band band) {
        Saturation saturation =
                new Saturation(Points.of(new BigDecimal(load)), new BigDecimal(capacity), scheme.bands());

        assertThat(saturation.band()).isEqualTo(band);
        assertThat(saturation.percent().isPresent()).isEqualTo(!capacity.equals("0"));
    }
}
