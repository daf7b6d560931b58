package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cafcass.model.Code;
import org.cafcass.model.extract.ExtractColumn.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema against the published format, version 1. */
class ExtractTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "areas* | area_code*, name*, region*",
                "advisers* | adviser_id*, role*, employment*, team*, area_code*, fte*, started_on*, left_on, ceiling",
                "cases* | case_id*, law*, application*, area_code*, received_on*, first_hearing_on, further_work_ordered_on, rule_16_4_on, high_risk, court_code, closed_on, previous_case_id",
                "children* | child_id*, case_id*, born_on, engagement_eligible, engagement_recorded_on, engagement_mode, introduction_letter_on, recommendations_shared_on",
                "allocations | case_id*, kind*, adviser_id, from*, to",
                "hearings | case_id*, kind*, listed_on*, hearing_on*, vacated_on",
                "reports | report_id*, case_id*, kind*, ordered_on*, first_agreed_on, agreed_on, filed_on",
                "audits | audit_id*, case_id, adviser_id*, audited_on*, source*, scale*, grade, collaborative, child_feedback, adult_feedback, introduction_letter, recommendations_shared, improvement_agreed_on, moderated_grade, significant_learning",
                "answers | audit_id*, question*, answer*",
                "feedback | feedback_id*, kind*, source*, received_on*, case_id, positive, acknowledged_on, responded_on",
                "absences | adviser_id*, from*, to*, reason",
                "checks | case_id*, kind*, requested_on*, returned_on",
                "survey | survey*, question*, closed_on*, invited*, responses*, agreed*",
                "posts | area_code*, role*, team*, fte*, from*, to",
                "ratings | subject*, scale*, rating*, rated_on*, pillar, area_code, reason"
            })
    void filesAndColumns(String file, String columns) {
        ExtractTable table = Arrays.stream(ExtractTable.values())
                .filter(each -> (each.fileName() + (each.required() ? "*" : "")).equals(file))
                .findFirst()
                .orElseThrow();

        assertThat(table.columns().stream()
                        .map(column -> column.name() + (column.required() ? "*" : ""))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(columns);
        table.columns()
                .forEach(column -> assertThat(table.column(column.name())).containsSame(column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CASES | law | public, private",
                "CASES | application | s31_care, s31_supervision, discharge_of_care_order, emergency_protection, placement_order, adoption, secure_accommodation, deprivation_of_liberty, other_public, s8_child_arrangements, s8_specific_issue, s8_prohibited_steps, special_guardianship, enforcement, parental_order, other_private",
                "ADVISERS | role | family_court_adviser, practice_supervisor, service_manager",
                "POSTS | role | family_court_adviser, practice_supervisor, service_manager",
                "ADVISERS | employment | permanent, locum, associate",
                "ADVISERS | team | to_first_hearing, after_first_hearing, hub, improvement",
                "POSTS | team | to_first_hearing, after_first_hearing, hub, improvement",
                "ALLOCATIONS | kind | lead, support, duty, hub",
                "HEARINGS | kind | first_hearing, case_management, dispute_resolution, issues_resolution, final, other",
                "REPORTS | kind | safeguarding_letter, section_7, section_7_addendum, case_analysis, child_impact, rule_16_4, other",
                "CHILDREN | engagement_mode | in_person, remote",
                "AUDITS | source | local, national, thematic",
                "AUDITS | scale | since_2022, until_2022",
                "AUDITS | grade | inadequate, requires_improvement, met, good, outstanding",
                "AUDITS | moderated_grade | inadequate, requires_improvement, met, good, outstanding",
                "ANSWERS | answer | yes, partly, no, not_applicable",
                "FEEDBACK | kind | reflection, compliment, complaint",
                "FEEDBACK | source | child, adult, professional",
                "CHECKS | kind | police_level_1, police_level_2, local_authority",
                "RATINGS | scale | progress, inspection, assurance, risk",
                "RATINGS | rating | outstanding, good, satisfactory, requires_improvement, inadequate, low, medium, high, very_high, reasonable, limited, very_limited",
                "RATINGS | pillar | practice, people, partners"
            })
    void codeWords(ExtractTable table, String column, String codes) {
        ExtractColumn declared = table.column(column).orElseThrow();

        assertThat(declared.kind()).isEqualTo(Kind.CODE);
        assertThat(declared.codes().stream().map(Code::code).collect(Collectors.joining(", ")))
                .isEqualTo(codes);
    }

    @Test
    void referencesNameRowsOfTablesBefore() {
        Map<String, ExtractTable> targets = Map.of(
                "area_code", ExtractTable.AREAS,
                "case_id", ExtractTable.CASES,
                "adviser_id", ExtractTable.ADVISERS,
                "audit_id", ExtractTable.AUDITS);
        for (ExtractTable table : ExtractTable.values()) {
            for (ExtractColumn column : table.columns()) {
                ExtractTable target = targets.get(column.name());
                if (target == null || target == table) {
                    assertThat(column.references()).isEmpty();
                } else {
                    assertThat(column.kind()).isEqualTo(Kind.REFERENCE);
                    assertThat(column.references()).contains(target);
                    assertThat(target).isLessThan(table);
                }
            }
        }
    }

    @Test
    void keys() {
        assertThat(Arrays.stream(ExtractTable.values())
                        .filter(table -> !table.key().isEmpty())
                        .map(table -> table.fileName() + table.key()))
                .containsExactly(
                        "areas[area_code]",
                        "advisers[adviser_id]",
                        "cases[case_id]",
                        "children[child_id, case_id]",
                        "reports[report_id]",
                        "audits[audit_id]",
                        "answers[audit_id, question]",
                        "feedback[feedback_id]",
                        "survey[survey, question]");
    }

    @Test
    void onlyTheChildsIdentifierAndBirthTellWhoAChildIs() {
        assertThat(Arrays.stream(ExtractTable.values())
                        .flatMap(table -> table.columns().stream())
                        .filter(ExtractColumn::identifiesChild)
                        .map(ExtractColumn::name))
                .isEqualTo(List.of("child_id", "born_on"));
    }

    @Test
    void columnThatIsNotThere() {
        assertThat(ExtractTable.CASES.column("Case_id")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtractTable.CASES.indexOf("Case_id"))
                .withMessage("Invalid column of cases: Case_id");
    }

    @Test
    void reasonsInTheOrderInWhichTheyAreTried() {
        assertThat(Arrays.stream(SetAsideReason.values()).map(Code::code))
                .containsExactly(
                        "cell_count",
                        "required_and_empty",
                        "not_a_date",
                        "not_a_number",
                        "out_of_range",
                        "unknown_code",
                        "too_long",
                        "application_not_of_law",
                        "grade_not_of_scale",
                        "closed_before_received",
                        "first_hearing_before_received",
                        "filed_before_ordered",
                        "to_before_from",
                        "vacated_before_listed",
                        "left_before_started",
                        "responded_before_received",
                        "returned_before_requested",
                        "survey_counts",
                        "allocation_before_received",
                        "refers_to_row_set_aside",
                        "refers_to_nothing",
                        "repeated_identifier",
                        "overlap");
    }
}
