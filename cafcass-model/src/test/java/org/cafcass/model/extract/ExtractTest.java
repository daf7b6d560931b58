package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cafcass.model.extract.Extracts.FRI_2024_07_05;
import static org.cafcass.model.extract.Extracts.WED_2024_01_03;
import static org.cafcass.model.extract.Extracts.adviser;
import static org.cafcass.model.extract.Extracts.area;
import static org.cafcass.model.extract.Extracts.child;
import static org.cafcass.model.extract.Extracts.childrensCase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cafcass.model.Adviser;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.junit.jupiter.api.Test;

class ExtractTest {
    private static final Area WEST = area("W");
    private static final Area EAST = area("E");
    private static final Adviser ADVISER = adviser("A7", "E");
    private static final ChildrensCase OPEN =
            childrensCase("C1", "E").courtCode("Ö1").build();
    private static final ChildrensCase CLOSED = childrensCase("C2", "W")
            .closedOn(FRI_2024_07_05)
            .highRisk(true)
            .previousCaseId(new CaseId("C1"))
            .build();
    private static final Child CHILD = child("K1", "C2");

    private static Extract extract() {
        return Extract.builder()
                .add(CHILD)
                .add(OPEN)
                .add(CLOSED)
                .add(ADVISER)
                .add(WEST)
                .add(EAST)
                .present(ExtractTable.SURVEY)
                .build();
    }

    @Test
    void viewsHoldTheValuesInRowOrder() {
        Extract extract = extract();

        assertThat(extract.areas()).containsExactly(WEST, EAST);
        assertThat(extract.advisers()).containsExactly(ADVISER);
        assertThat(extract.cases()).containsExactly(OPEN, CLOSED);
        assertThat(extract.children()).containsExactly(CHILD);
        assertThat(extract.survey()).isEmpty();
        assertThat(extract.hearings()).isEmpty();
    }

    @Test
    void has_tellsGivenTables() {
        Extract extract = extract();

        assertThat(extract.has(ExtractTable.CASES)).isTrue();
        assertThat(extract.has(ExtractTable.SURVEY)).isTrue();
        assertThat(extract.has(ExtractTable.HEARINGS)).isFalse();
        assertThat(extract.count(ExtractTable.CASES)).isEqualTo(2);
        assertThat(extract.count(ExtractTable.HEARINGS)).isZero();
        assertThat(extract.columns(ExtractTable.HEARINGS).toArray("listed_on")).isEmpty();
    }

    @Test
    void columnsAreNumbers() {
        Columns cases = extract().columns(ExtractTable.CASES);

        assertThat(cases.size()).isEqualTo(2);
        assertThat(cases.toArray("area_code")).containsExactly(1, 0);
        assertThat(cases.toArray("received_on"))
                .containsExactly((int) WED_2024_01_03.toEpochDay(), (int) WED_2024_01_03.toEpochDay());
        assertThat(cases.toArray("closed_on")).containsExactly(Columns.ABSENT, (int) FRI_2024_07_05.toEpochDay());
        assertThat(cases.toArray("high_risk")).containsExactly(0, 1);
        assertThat(cases.toArray("court_code")).containsExactly(0, Columns.ABSENT);
        assertThat(cases.texts("court_code")).containsExactly("Ö1");
        assertThat(cases.texts("case_id")).containsExactly("C1", "C2");
        assertThat(cases.get("law", 1)).isZero();
        assertThat(extract().columns(ExtractTable.ADVISERS).decimals("fte")).containsExactly(new BigDecimal("0.60"));
    }

    @Test
    void daysOfYearsWithFourDigits() {
        LocalDate first = LocalDate.of(0, 1, 1);
        LocalDate early = LocalDate.of(476, 9, 4);
        LocalDate last = LocalDate.of(9999, 12, 31);

        Extract extract = Extract.builder()
                .add(EAST)
                .add(ChildrensCase.builder()
                        .caseId(new CaseId("C1"))
                        .law(Law.PUBLIC)
                        .application(Application.ADOPTION)
                        .areaCode(new AreaCode("E"))
                        .receivedOn(first)
                        .firstHearingOn(early)
                        .closedOn(last)
                        .build())
                .build();

        ChildrensCase read = extract.cases().get(0);
        assertThat(read.receivedOn()).isEqualTo(first);
        assertThat(read.firstHearingOn()).contains(early);
        assertThat(read.closedOn()).contains(last);
    }

    @Test
    void build_dayOfAYearWithFiveDigits() {
        Extract.Builder extract = Extract.builder()
                .add(EAST)
                .add(childrensCase("C1", "E")
                        .closedOn(LocalDate.of(10_000, 1, 1))
                        .build());

        assertThatIllegalArgumentException()
                .isThrownBy(extract::build)
                .withMessage(
                        "Invalid extract: 1 row breaks a rule: cases line 1: closed_on: not_a_date (not_a_date 1)");
    }

    @Test
    void columns_unknownName() {
        Columns cases = extract().columns(ExtractTable.CASES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases.toArray("closedOn"))
                .withMessage("Invalid column of cases: closedOn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases.texts("closed_on"))
                .withMessage("Invalid text column of cases: closed_on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases.decimals("closed_on"))
                .withMessage("Invalid decimal column of cases: closed_on");
    }

    @Test
    void equalsByTablesAndRows() {
        assertThat(extract()).isEqualTo(extract()).hasSameHashCodeAs(extract());
        assertThat(Extract.builder().add(WEST).add(EAST).build())
                .isNotEqualTo(Extract.builder().add(EAST).add(WEST).build())
                .isNotEqualTo(Extract.builder().add(WEST).build());
        assertThat(Extract.builder().build())
                .isNotEqualTo(Extract.builder().present(ExtractTable.HEARINGS).build());
    }

    @Test
    void build_namesTheRowsThatBreakARule() {
        Extract.Builder builder = Extract.builder();
        List.of(WEST, WEST).forEach(builder::add);
        builder.add(OPEN).add(CLOSED).add(CHILD).add(CHILD).add(child("K2", "C1"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("Invalid extract: 4 rows break a rule: areas line 2: area_code: repeated_identifier;"
                        + " cases line 1: area_code: refers_to_nothing; children line 2: child_id: repeated_identifier;"
                        + " children line 3: case_id: refers_to_row_set_aside"
                        + " (refers_to_row_set_aside 1, refers_to_nothing 1, repeated_identifier 2)");
    }
}
