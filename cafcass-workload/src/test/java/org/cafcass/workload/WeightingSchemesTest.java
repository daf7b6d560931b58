package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightingSchemesTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final String EVERYTHING = """
            {"name": "everything", "effective_from": "2025-04-01", "capacity_per_fte": 100,
             "ceilings": {"after_first_hearing": 25, "to_first_hearing": 40, "hub": 60},
             "weights":     [{"when": {"stage": "after_first_hearing", "law": "public"}, "points": 4},
                             {"when": {"application": "enforcement"}, "points": 3.50, "low": 3, "high": 4.25},
                             {"when": {}, "points": 2}],
             "adjustments": [{"name": "rule 16.4", "when": {"rule_16_4": true}, "multiply": 1.2},
                             {"name": "each further child", "when": {"children_above": 1, "hub": false, "high_risk": true},
                              "add_per_further_child": 0.4},
                             {"name": "support", "when": {"allocation": "support"}, "multiply": 0.5}],
             "reductions":  [{"name": "newly qualified", "when": {"months_in_post_below": 12}, "percent": 20},
                             {"name": "associates", "when": {"role": "family_court_adviser", "employment": "associate",
                              "team": "hub"}, "percent": 12.5}],
             "bands": {"near": 85, "over": 100}}
            """;

    private static CaseKind lead(Law law, Stage stage) {
        Application application = law == Law.PUBLIC ? Application.S31_CARE : Application.S8_CHILD_ARRANGEMENTS;
        return new CaseKind(law, application, stage, AllocationKind.LEAD, false, false, false, 1);
    }

    private static WeightingScheme shipped(String name) {
        return WeightingSchemes.shipped().inEffect(name, MON_2025_03_31);
    }

    @Test
    void oneEachCountsCases() {
        WeightingScheme scheme = shipped("one-each");

        assertThat(scheme.capacityPerFte()).isEqualByComparingTo("25");
        assertThat(scheme.ceilings().values()).hasSize(4).allMatch(ceiling -> ceiling.intValueExact() == 25);
        assertThat(scheme.points(lead(Law.PRIVATE, Stage.TO_FIRST_HEARING))).isEqualTo(Points.of(BigDecimal.ONE));
        assertThat(scheme.points(lead(Law.PUBLIC, Stage.AFTER_FIRST_HEARING))).isEqualTo(Points.of(BigDecimal.ONE));
    }

    /* Cafcass board paper, 28 April 2022: 'we set ceiling at 25 in work after first hearing and 40 in work before the first hearing'. */
    @Test
    void ceiling2022Has40CasesToFirstHearingAnd25Others() {
        WeightingScheme scheme = shipped("ceiling-2022");

        assertThat(scheme.ceilings())
                .containsEntry(Team.TO_FIRST_HEARING, BigDecimal.valueOf(40))
                .containsEntry(Team.AFTER_FIRST_HEARING, BigDecimal.valueOf(25))
                .containsEntry(Team.HUB, BigDecimal.valueOf(25))
                .containsEntry(Team.IMPROVEMENT, BigDecimal.valueOf(25));
        BigDecimal toFirstHearing =
                scheme.points(lead(Law.PRIVATE, Stage.TO_FIRST_HEARING)).central();
        BigDecimal other =
                scheme.points(lead(Law.PUBLIC, Stage.AFTER_FIRST_HEARING)).central();
        assertThat(toFirstHearing.multiply(BigDecimal.valueOf(40))).isEqualByComparingTo("100");
        assertThat(other.multiply(BigDecimal.valueOf(25))).isEqualByComparingTo("100");
    }

    /* Board questions, 17 June 2021: 'could safely hold was 17.4 … for … public law teams, the average figure dropped to 16.5'. */
    @Test
    void surveyed2021HasTheQuotientsTo34DigitsRoundedDown() {
        WeightingScheme scheme = shipped("surveyed-2021");
        MathContext down = new MathContext(34, RoundingMode.DOWN);
        BigDecimal hundred = BigDecimal.valueOf(100);

        assertThat(scheme.points(lead(Law.PUBLIC, Stage.AFTER_FIRST_HEARING)).central())
                .isEqualByComparingTo(hundred.divide(new BigDecimal("16.5"), down));
        assertThat(scheme.points(lead(Law.PRIVATE, Stage.TO_FIRST_HEARING)).central())
                .isEqualByComparingTo(hundred.divide(new BigDecimal("17.4"), down));
        assertThat(scheme.ceilings().values()).hasSize(4).allMatch(new BigDecimal("17.4")::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-each", "ceiling-2022", "surveyed-2021"})
    void shippedSchemesReadBackEqual(String name) {
        WeightingScheme scheme = shipped(name);

        assertThat(WeightingSchemes.parse(scheme.toJson()).all()).containsExactly(scheme);
        assertThat(scheme.adjustments()).isEmpty();
        assertThat(scheme.reductions()).isEmpty();
        assertThat(scheme.bands()).isEqualTo(new Bands(BigDecimal.valueOf(85), BigDecimal.valueOf(100)));
    }

    @Test
    void everyPartReadsBackEqual() {
        WeightingScheme scheme = WeightingSchemes.parse(EVERYTHING).all().get(0);

        assertThat(WeightingSchemes.parse(scheme.toJson()).all()).containsExactly(scheme);
        assertThat(scheme.weights().get(1).points())
                .isEqualTo(new Points(new BigDecimal("3"), new BigDecimal("3.5"), new BigDecimal("4.25")));
        assertThat(scheme.adjustments().get(1).when()).hasToString("high_risk=true, hub=false, children_above=1");
        assertThat(scheme.reductions().get(1).when())
                .hasToString("role=family_court_adviser, employment=associate, team=hub");
    }

    @Test
    void numbersAreEqualWhateverTheirZeros() {
        assertThat(WeightingSchemes.parse(EVERYTHING.replace("3.50", "3.5").replace(": 100,", ": 1.00e2,"))
                        .all())
                .isEqualTo(WeightingSchemes.parse(EVERYTHING).all());
    }

    @Test
    void everyFaultIsNamed() {
        String faulty = """
                {"name": "", "effective_from": "2025-02-30", "capacity_per_fte": 0,
                 "ceilings": {"after_first_hearing": "25", "night": 3},
                 "weights":     [{"when": {"stage": "between"}, "points": -4}, {"points": 1, "low": 2, "high": 3},
                                 {"when": [], "point": 1}],
                 "adjustments": [{"name": "both", "when": {"hub": "yes"}, "multiply": 1.2, "add_per_further_child": 1},
                                 {"name": "none", "when": {"children_above": 1.5}}],
                 "reductions":  [{"name": "too much", "when": {"months_in_post_below": 0}, "percent": 101}],
                 "bands": {"near": 101, "over": 100}}
                """;

        assertThatThrownBy(() -> WeightingSchemes.parse(faulty))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid weighting scheme: name: not a text; effective_from: not a date;"
                        + " capacity_per_fte: not above 0; ceilings.after_first_hearing: not a number;"
                        + " ceilings.night: unknown;"
                        + " weights[0].when.stage: none of to_first_hearing, after_first_hearing;"
                        + " weights[0].points: not from 0 to 1000000000;"
                        + " weights[1].when: missing; weights[1].points: not from low to high;"
                        + " weights[2].when: not an object; weights[2].points: missing; weights[2].point: unknown;"
                        + " adjustments[0].when.hub: neither true nor false;"
                        + " adjustments[0].multiply: not beside add_per_further_child;"
                        + " adjustments[1].when.children_above: not a whole number; adjustments[1].multiply: missing;"
                        + " reductions[0].when.months_in_post_below: not from 1 to 1000000000;"
                        + " reductions[0].percent: not from 0 to 100; bands.near: above over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[\"a\"]", "3", "\"text\"", "null"})
    void whatIsNoObjectIsAFault(String json) {
        assertThatThrownBy(() -> WeightingSchemes.parse(json))
                .isInstanceOf(WorkloadException.class)
                .hasMessageStartingWith("Invalid weighting scheme: ")
                .hasMessageContaining("not an object");
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertThatThrownBy(() -> WeightingSchemes.parse("{\n  \"name\": oops}"))
                .hasMessage("Cannot read weighting scheme: no JSON at line 2, column 11");
        assertThatThrownBy(() -> WeightingSchemes.parse("{\"name\": \"a\", \"name\": \"b\"}"))
                .hasMessage("Cannot read weighting scheme: no JSON at line 1, column 21");
        assertThatThrownBy(() -> WeightingSchemes.parse("")).hasMessage("Cannot read weighting scheme: empty");
        assertThatThrownBy(() -> WeightingSchemes.parse("[]")).hasMessage("Cannot read weighting scheme: empty");
    }

    @Test
    void theLatestOfANameThatHasComeCounts() {
        String earlier = EVERYTHING.replace("2025-04-01", "2024-04-01").replace("\"near\": 85", "\"near\": 80");
        WeightingSchemes schemes = WeightingSchemes.parse("[" + EVERYTHING + "," + earlier + "]");

        assertThat(schemes.inEffect("everything", LocalDate.of(2025, 3, 31))
                        .bands()
                        .near())
                .isEqualByComparingTo("80");
        assertThat(schemes.inEffect("everything", LocalDate.of(2025, 4, 1))
                        .bands()
                        .near())
                .isEqualByComparingTo("85");
        assertThatThrownBy(() -> schemes.inEffect("everything", LocalDate.of(2024, 3, 31)))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot use weighting scheme everything: not in effect on 2024-03-31, effective from"
                        + " 2024-04-01");
        assertThatThrownBy(() -> schemes.inEffect("other", LocalDate.of(2024, 3, 31)))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Unknown weighting scheme: other (there are everything)");
    }

    @Test
    void twoOfANameOnOneDayAreRefused() {
        assertThatThrownBy(() -> WeightingSchemes.parse("[" + EVERYTHING + "," + EVERYTHING + "]"))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid weighting scheme: two of the name everything are effective from 2025-04-01");
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("scheme.json"), "\ufeff" + EVERYTHING);
        assertThat(WeightingSchemes.read(file).names()).isEqualTo(Set.of("everything"));

        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> WeightingSchemes.read(missing))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot read weighting scheme: no readable file " + missing);
        Path latin =
                Files.write(folder.resolve("latin.json"), "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WeightingSchemes.read(latin))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot read weighting scheme: " + latin + " is not UTF-8");
    }

    @Test
    void adjustmentsAndReductionsMayBeLeftOut() {
        WeightingScheme scheme = WeightingSchemes.parse("""
                        {"name": "short", "effective_from": "2025-04-01", "capacity_per_fte": 1, "ceilings": {},
                         "weights": [], "bands": {"near": 85, "over": 100}}
                        """).all().get(0);

        assertThat(scheme.adjustments()).isEqualTo(List.of());
        assertThat(scheme.reductions()).isEqualTo(List.of());
    }
}
