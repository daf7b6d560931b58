package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cafcass.model.Adviser;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Law;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractReaderTest {
    @TempDir
    Path path;

    private ExtractFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = ExtractFolder.in(path);
    }

    @Test
    void smallestFolder() {
        ReadExtract read = folder.read();

        assertThat(read.extract().cases())
                .extracting(row -> row.caseId().value())
                .containsExactly("C1", "C2");
        assertThat(read.extract().children())
                .singleElement()
                .extracting(row -> row.caseId().value())
                .isEqualTo("C1");
        assertThat(read.extract().has(ExtractTable.HEARINGS)).isFalse();
        assertThat(read.setAside()).isEmpty();
        assertThat(read.tables())
                .containsExactly(
                        new ReadTable(ExtractTable.AREAS, 2, Map.of(), List.of()),
                        new ReadTable(ExtractTable.ADVISERS, 1, Map.of(), List.of()),
                        new ReadTable(ExtractTable.CASES, 2, Map.of(), List.of()),
                        new ReadTable(ExtractTable.CHILDREN, 1, Map.of(), List.of()));
    }

    @Test
    void hundredThousandUnknownColumns() {
        StringBuilder header = new StringBuilder("area_code,name,region");
        for (int i = 0; i < 100_000; i++) {
            header.append(",x").append(i);
        }
        String row = "A1,East,North" + ",".repeat(100_000);

        ReadExtract read = folder.with("areas.csv", header + "\n" + row + "\n" + row.replace("A1", "A2") + "\n")
                .read();

        assertThat(read.extract().count(ExtractTable.AREAS)).isEqualTo(2);
        assertThat(read.tables().get(0).ignoredColumns()).hasSize(100_000);
    }

    @Test
    void columnsInAnyOrderAndUnknownOnes() {
        ReadExtract read = folder.with(
                        "areas.csv",
                        "\uFEFFregion,note,area_code,Name,name\r\nNorth,x,A2,y,West\r\n\"\",,A1,,East\r\nN,,A1,,E\r\n")
                .read();

        assertThat(read.tables().get(0))
                .isEqualTo(new ReadTable(
                        ExtractTable.AREAS, 2, Map.of(SetAsideReason.REQUIRED_AND_EMPTY, 1), List.of("note", "Name")));
        assertThat(read.extract().areas()).extracting(Area::name).containsExactly("West", "E");
        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.AREAS, 3, "region", "", SetAsideReason.REQUIRED_AND_EMPTY));
    }

    @Test
    void headerAloneIsATableWithoutRows() {
        ReadExtract read = folder.with("absences.csv", "adviser_id,from,to").read();

        assertThat(read.extract().has(ExtractTable.ABSENCES)).isTrue();
        assertThat(read.extract().absences()).isEmpty();
    }

    @Test
    void gzippedFile() {
        folder.without("cases.csv").with("cases.csv.gz", ExtractFolder.gzip(ExtractFolder.CASES));

        assertThat(folder.read().extract().cases()).hasSize(2);
    }

    @Test
    void codesAndTruthValuesInAnyCase_cellsAreNotTrimmed() {
        ReadExtract read = folder.with(
                        "cases.csv",
                        "case_id,law,application,area_code,received_on,high_risk,court_code\n"
                                + " C1,PUBLIC,S31_Care,A1,2024-01-03,TRUE, x \n"
                                + "C1,pUblic,other_PUBLIC,A1,2024-01-03,fALse,\n"
                                + "c1,private,enforcement,A1,2024-01-03,\"\",\"\"\n"
                                + "C2, public,s31_care,A1,2024-01-03,,\n"
                                + "C3,public,s31_care,a1,2024-01-03,,\n"
                                + "C4,public,s31_care,A1,2024-01-03,yes,\n"
                                + "C5,public,ſ31_care,A1,2024-01-03,,\n")
                .with("children.csv", "child_id,case_id,engagement_mode\nK1,C1,IN_PERSON\nK2, C1,\n")
                .read();

        List<ChildrensCase> cases = read.extract().cases();
        assertThat(cases).extracting(row -> row.caseId().value()).containsExactly(" C1", "C1", "c1");
        assertThat(cases).extracting(ChildrensCase::law).containsExactly(Law.PUBLIC, Law.PUBLIC, Law.PRIVATE);
        assertThat(cases)
                .extracting(ChildrensCase::application)
                .containsExactly(Application.S31_CARE, Application.OTHER_PUBLIC, Application.ENFORCEMENT);
        assertThat(cases).extracting(ChildrensCase::highRisk).containsExactly(true, false, false);
        assertThat(cases).extracting(row -> row.courtCode().orElse("-")).containsExactly(" x ", "-", "-");
        assertThat(read.extract().children().get(0).engagementMode()).contains(EngagementMode.IN_PERSON);
        assertThat(read.setAside())
                .extracting(SetAsideRow::toString)
                .containsExactly(
                        "cases line 5: law: unknown_code",
                        "cases line 6: area_code: refers_to_nothing",
                        "cases line 7: high_risk: unknown_code",
                        "cases line 8: application: unknown_code");
    }

    @Test
    void aRowOfAnotherCellCountHoldsNoIdentifier() {
        ReadExtract read = folder.with(
                        "cases.csv", ExtractFolder.CASES + "C3,public\n\n\"\"\nC4,public,s31_care,A1,2024-01-03,\n")
                .with("children.csv", "child_id,case_id\nK1,C3\nK2,C4\nK3,C1\n")
                .read();

        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.CASES, 4, "", "", SetAsideReason.CELL_COUNT),
                        new SetAsideRow(ExtractTable.CASES, 6, "", "", SetAsideReason.CELL_COUNT),
                        new SetAsideRow(ExtractTable.CASES, 7, "", "", SetAsideReason.CELL_COUNT),
                        new SetAsideRow(ExtractTable.CHILDREN, 2, "case_id", "C3", SetAsideReason.REFERS_TO_NOTHING),
                        new SetAsideRow(ExtractTable.CHILDREN, 3, "case_id", "C4", SetAsideReason.REFERS_TO_NOTHING));
    }

    @Test
    void settingAsideGoesOnToTheRowsThatRefer() {
        ReadExtract read = folder.with("areas.csv", "area_code,name,region\nA1,East,North\nA2,,North\n")
                .with("hearings.csv", "case_id,kind,listed_on,hearing_on\nC2,final,2024-03-01,2024-03-02\n")
                .read();

        assertThat(read.setAside())
                .extracting(SetAsideRow::toString)
                .containsExactly(
                        "areas line 3: name: required_and_empty",
                        "cases line 3: area_code: refers_to_row_set_aside",
                        "hearings line 2: case_id: refers_to_row_set_aside");
    }

    @Test
    void ofSeveralRowsTheFirstThatKeepsTheRulesIsRead() {
        ReadExtract read = folder.with(
                        "cases.csv",
                        "case_id,law,application,area_code,received_on\n"
                                + "C1,public,s31_care,A1,2024-02-30\n"
                                + "C1,public,enforcement,A1,2024-01-03\n"
                                + "C1,public,s31_care,A9,2024-01-03\n"
                                + "C1,public,s31_care,A1,2024-01-04\n"
                                + "C1,public,s31_care,A1,2024-01-05\n"
                                + "C1,public,s31_care,A1,2024-01-06,\n")
                .read();

        assertThat(read.extract().cases())
                .singleElement()
                .extracting(row -> row.receivedOn().getDayOfMonth())
                .isEqualTo(4);
        assertThat(read.extract().children()).hasSize(1);
        assertThat(read.setAside())
                .extracting(SetAsideRow::toString)
                .containsExactly(
                        "cases line 2: received_on: not_a_date",
                        "cases line 3: application: application_not_of_law",
                        "cases line 4: area_code: refers_to_nothing",
                        "cases line 6: case_id: repeated_identifier",
                        "cases line 7: cell_count");
    }

    @Test
    void identifiersOfTwoColumnsMayRepeatOneByOne() {
        ReadExtract read = folder.with("children.csv", "child_id,case_id\nK1,C1\nK1,C2\nK2,C1\nK1,C2\nK2,C1\n")
                .with(
                        "survey.csv",
                        "survey,question,closed_on,invited,responses,agreed\n"
                                + "s,q,2024-01-31,3,2,1\ns,r,2024-01-31,3,2,1\nq,s,2024-01-31,3,2,1\ns,q,2024-01-31,3,2,1\n")
                .with("audits.csv", "audit_id,adviser_id,audited_on,source,scale\nU1,V1,2024-01-31,local,since_2022\n")
                .with("answers.csv", "audit_id,question,answer\nU1,q,yes\nU1,r,no\nU1,q,no\n")
                .read();

        assertThat(read.extract().children())
                .extracting(row -> row.childId().value() + row.caseId().value())
                .containsExactly("K1C1", "K1C2", "K2C1");
        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.CHILDREN, 5, "child_id", "", SetAsideReason.REPEATED_IDENTIFIER),
                        new SetAsideRow(ExtractTable.CHILDREN, 6, "child_id", "", SetAsideReason.REPEATED_IDENTIFIER),
                        new SetAsideRow(ExtractTable.ANSWERS, 4, "audit_id", "U1", SetAsideReason.REPEATED_IDENTIFIER),
                        new SetAsideRow(ExtractTable.SURVEY, 5, "survey", "s", SetAsideReason.REPEATED_IDENTIFIER));
    }

    @Test
    void overlapsNeedNotBeNeighbours() {
        ReadExtract read = folder.with(
                        "allocations.csv",
                        "case_id,kind,adviser_id,from,to\n"
                                + "C1,lead,V1,2024-03-01,2024-04-01\n"
                                + "C2,lead,V1,2024-03-01,\n"
                                + "C1,support,V1,2024-03-01,\n"
                                + "C1,hub,,2024-02-01,2024-03-02\n"
                                + "C1,duty,,2024-03-02,2024-03-02\n"
                                + "C1,duty,,2024-03-20,2024-04-02\n"
                                + "C1,lead,V1,2024-03-02,2024-03-20\n"
                                + "C1,lead,,2024-05-01,\n"
                                + "C1,lead,V1,2024-04-02,\n"
                                + "C1,lead,V1,2025-04-02,2025-04-03\n"
                                + "C1,hub,,2024-02-01,2024-02-02\n"
                                + "C1,support,V1,2024-03-01,\n")
                .read();

        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.ALLOCATIONS, 2, "from", "2024-03-01", SetAsideReason.OVERLAP),
                        new SetAsideRow(
                                ExtractTable.ALLOCATIONS, 9, "adviser_id", "", SetAsideReason.REQUIRED_AND_EMPTY),
                        new SetAsideRow(ExtractTable.ALLOCATIONS, 11, "from", "2025-04-02", SetAsideReason.OVERLAP),
                        new SetAsideRow(ExtractTable.ALLOCATIONS, 12, "from", "2024-02-01", SetAsideReason.OVERLAP));
        assertThat(read.extract().allocations()).hasSize(8);
        assertThat(read.extract().columns(ExtractTable.ALLOCATIONS).toArray("case_id"))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
        ReadTable table = read.tables().get(4);
        assertThat(table.rows()).isEqualTo(12);
        assertThat(table.read()).isEqualTo(8);
        assertThat(table.setAsideRows()).isEqualTo(4);
    }

    @Test
    void childrenAreShownOnlyToThoseWhoAsk() {
        ReadExtract read = folder.with(
                        "children.csv",
                        "child_id,case_id,born_on\nK1,C1,2015-06-31\nK2,C9,2015-06-30\n" + "K".repeat(65) + ",C1,\n")
                .read();

        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.CHILDREN, 2, "born_on", "", SetAsideReason.NOT_A_DATE),
                        new SetAsideRow(ExtractTable.CHILDREN, 3, "case_id", "C9", SetAsideReason.REFERS_TO_NOTHING),
                        new SetAsideRow(ExtractTable.CHILDREN, 4, "child_id", "", SetAsideReason.TOO_LONG));
        assertThat(read.setAsideWithChildIdentifiers())
                .extracting(SetAsideRow::value)
                .containsExactly("2015-06-31", "C9", "K".repeat(65));
        assertThat(read.setAsideWithChildIdentifiers().toString())
                .doesNotContain("2015")
                .doesNotContain("KK");
    }

    @Test
    void identifiersAreCountedInCharacters() {
        String emoji = "😀".repeat(64);
        ReadExtract read = folder.with(
                        "areas.csv",
                        "area_code,name,region\nA1,East,North\nA2,West,South\n" + emoji + ",x,x\n" + emoji + "é,x,x\n")
                .read();

        assertThat(read.extract().areas().get(2).areaCode().value()).isEqualTo(emoji);
        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.AREAS, 5, "area_code", emoji + "é", SetAsideReason.TOO_LONG));
    }

    /* one row each: table, header, cells, the column and the reason, or an empty reason for a row that is read */
    static Stream<Arguments> rows() {
        String advisers = "adviser_id,role,employment,team,area_code,fte,started_on,left_on,ceiling";
        String adviser = "V2,family_court_adviser,locum,hub,A1,";
        String cases = "case_id,law,application,area_code,received_on,first_hearing_on,closed_on,previous_case_id";
        String kase = "C3,public,s31_care,A1,";
        String reports = "report_id,case_id,kind,ordered_on,first_agreed_on,agreed_on,filed_on";
        String allocations = "case_id,kind,adviser_id,from,to";
        String audits = "audit_id,case_id,adviser_id,audited_on,source,scale,grade,moderated_grade";
        String survey = "survey,question,closed_on,invited,responses,agreed";
        String posts = "area_code,role,team,fte,from,to";
        String post = "A1,service_manager,improvement,";
        String ratings = "subject,scale,rating,rated_on,pillar,area_code,reason";
        return Stream.of(
                arguments("advisers", advisers, adviser + "1.5,2020-01-01,,", "", ""),
                arguments("advisers", advisers, adviser + "1.50000,2020-01-01,,", "", ""),
                arguments("advisers", advisers, adviser + "001.0,2020-01-01,,", "", ""),
                arguments("advisers", advisers, adviser + "1.5001,2020-01-01,,", "fte", "out_of_range"),
                arguments("advisers", advisers, adviser + "0,2020-01-01,,", "fte", "out_of_range"),
                arguments("advisers", advisers, adviser + "0.000,2020-01-01,,", "fte", "out_of_range"),
                arguments("advisers", advisers, adviser + "-1,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "+1,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + ".5,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "1.,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "1.0.0,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "1e0,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "1 ,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "\u0661,2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + "\"0,5\",2020-01-01,,", "fte", "not_a_number"),
                arguments("advisers", advisers, adviser + ",2020-01-01,,", "fte", "required_and_empty"),
                arguments("advisers", advisers, adviser + "1,2020-01-01,,0.1", "", ""),
                arguments("advisers", advisers, adviser + "1,2020-01-01,,250", "", ""),
                arguments("advisers", advisers, adviser + "1,2020-01-01,,0", "ceiling", "out_of_range"),
                arguments("advisers", advisers, adviser + "1,2020-01-02,2020-01-02,", "", ""),
                arguments("advisers", advisers, adviser + "1,2020-01-02,2020-01-01,", "left_on", "left_before_started"),
                arguments(
                        "advisers",
                        advisers,
                        "V1,family_court_adviser,locum,hub,A1,1,2020-01-02,,",
                        "adviser_id",
                        "repeated_identifier"),
                arguments("advisers", advisers, "V2,Adviser,x,hub,A1,1,2020-01-02,,", "role", "unknown_code"),
                arguments(
                        "advisers",
                        advisers,
                        "V2,service_manager,x,hub,A1,1,2020-01-02,,",
                        "employment",
                        "unknown_code"),
                arguments("advisers", advisers, "V2,service_manager,locum,x,A1,1,2020-01-02,,", "team", "unknown_code"),
                arguments("cases", cases, kase + "2024-01-03,2024-01-03,2024-01-03,", "", ""),
                arguments("cases", cases, kase + "2024-01-03,,2024-01-02,", "closed_on", "closed_before_received"),
                arguments(
                        "cases",
                        cases,
                        kase + "2024-01-03,2024-01-02,,",
                        "first_hearing_on",
                        "first_hearing_before_received"),
                arguments(
                        "cases",
                        cases,
                        kase + "2024-01-03,2024-01-02,2024-01-02,",
                        "closed_on",
                        "closed_before_received"),
                arguments(
                        "cases",
                        cases,
                        "C3,private,s31_care,A9,2024-01-03,,2024-01-02,",
                        "application",
                        "application_not_of_law"),
                arguments(
                        "cases",
                        cases,
                        "C3,public,s31_care,A9,2024-01-03,,2024-01-02,",
                        "closed_on",
                        "closed_before_received"),
                arguments("cases", cases, kase + "2024-01-03,,,no such case", "", ""),
                arguments("cases", cases, kase + "2024-01-03,,," + "x".repeat(65), "previous_case_id", "too_long"),
                arguments("cases", cases, kase + "2024-01-03,,," + "é".repeat(64), "", ""),
                arguments("cases", cases, ",public,s31_care,A1,2024-01-03,,,", "case_id", "required_and_empty"),
                arguments(
                        "cases",
                        cases,
                        "C3,public,s31_care," + "A".repeat(65) + ",2024-01-03,,,",
                        "area_code",
                        "too_long"),
                arguments(
                        "cases",
                        cases,
                        "C3,public,s31_care," + "A".repeat(64) + ",2024-01-03,,,",
                        "area_code",
                        "refers_to_nothing"),
                arguments("cases", cases, kase + "0000-01-01,9999-12-31,,", "", ""),
                arguments("cases", cases, kase + "2000-02-29,,,", "", ""),
                arguments("cases", cases, kase + "1900-02-29,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2023-02-29,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-04-31,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-13-01,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-00-01,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-01-00,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-1-3,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "03/01/2024,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + " 2024-01-03,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-01-03T00:00,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024\u201001-03,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "-024-01-03,,,", "received_on", "not_a_date"),
                arguments("cases", cases, kase + "2024-01-0\u0663,,,", "received_on", "not_a_date"),
                arguments("reports", reports, "R1,C1,section_7,2024-03-01,,,2024-03-01", "", ""),
                arguments(
                        "reports",
                        reports,
                        "R1,C1,section_7,2024-03-01,,,2024-02-29",
                        "filed_on",
                        "filed_before_ordered"),
                arguments(
                        "reports",
                        reports,
                        "R1,C9,section_7,2024-03-01,,,2024-02-29",
                        "filed_on",
                        "filed_before_ordered"),
                arguments(
                        "hearings",
                        "case_id,kind,listed_on,hearing_on,vacated_on",
                        "C1,final,2024-03-01,2024-02-01,2024-03-01",
                        "",
                        ""),
                arguments(
                        "hearings",
                        "case_id,kind,listed_on,hearing_on,vacated_on",
                        "C1,final,2024-03-01,2024-02-01,2024-02-29",
                        "vacated_on",
                        "vacated_before_listed"),
                arguments("allocations", allocations, "C1,lead,V1,2024-01-03,2024-01-03", "", ""),
                arguments("allocations", allocations, "C1,lead,V1,2024-01-03,2024-01-02", "to", "to_before_from"),
                arguments("allocations", allocations, "C1,lead,V1,2024-01-02,2024-01-01", "to", "to_before_from"),
                arguments("allocations", allocations, "C1,lead,V1,2024-01-02,", "from", "allocation_before_received"),
                arguments("allocations", allocations, "C1,duty,,2024-01-02,", "from", "allocation_before_received"),
                arguments("allocations", allocations, "C1,hub,V9,2024-01-02,", "from", "allocation_before_received"),
                arguments("allocations", allocations, "C1,support,V1,2024-01-02,", "", ""),
                arguments("allocations", allocations, "C1,hub,,2024-01-03,", "", ""),
                arguments("allocations", allocations, "C1,hub,V9,2024-01-03,", "adviser_id", "refers_to_nothing"),
                arguments("allocations", allocations, "C1,lead,,2024-01-02,x", "adviser_id", "required_and_empty"),
                arguments("allocations", allocations, "C1,support,,2024-01-03,", "adviser_id", "required_and_empty"),
                arguments("allocations", allocations, "C9,lead,V1,2024-01-02,", "case_id", "refers_to_nothing"),
                arguments("audits", audits, "U1,,V1,2024-01-31,local,since_2022,,", "", ""),
                arguments("audits", audits, "U1,,V1,2024-01-31,local,since_2022,inadequate,outstanding", "", ""),
                arguments("audits", audits, "U1,,V1,2024-01-31,local,until_2022,met,met", "", ""),
                arguments("audits", audits, "U1,,V1,2024-01-31,local,since_2022,Met,", "grade", "grade_not_of_scale"),
                arguments(
                        "audits",
                        audits,
                        "U1,,V1,2024-01-31,local,until_2022,good,inadequate",
                        "moderated_grade",
                        "grade_not_of_scale"),
                arguments(
                        "audits",
                        audits,
                        "U1,,V1,2024-01-31,local,until_2022,excellent,inadequate",
                        "grade",
                        "unknown_code"),
                arguments("audits", audits, "U1,C9,V9,2024-01-31,local,since_2022,,", "case_id", "refers_to_nothing"),
                arguments("answers", "audit_id,question,answer", "U1,q,yes", "audit_id", "refers_to_nothing"),
                arguments(
                        "feedback",
                        "feedback_id,kind,source,received_on,responded_on",
                        "F1,complaint,adult,2024-01-31,2024-01-30",
                        "responded_on",
                        "responded_before_received"),
                arguments(
                        "feedback",
                        "feedback_id,kind,source,received_on,responded_on",
                        "F1,complaint,adult,2024-01-31,2024-01-31",
                        "",
                        ""),
                arguments("absences", "adviser_id,from,to,reason", "V1,2024-01-31,2024-01-31,flu", "", ""),
                arguments(
                        "absences",
                        "adviser_id,from,to,reason",
                        "V1,2024-01-31,2024-01-30,flu",
                        "to",
                        "to_before_from"),
                arguments("absences", "adviser_id,from,to,reason", "V1,2024-01-31,,flu", "to", "required_and_empty"),
                arguments(
                        "checks",
                        "case_id,kind,requested_on,returned_on",
                        "C1,local_authority,2024-01-31,2024-01-31",
                        "",
                        ""),
                arguments(
                        "checks",
                        "case_id,kind,requested_on,returned_on",
                        "C1,local_authority,2024-01-31,2024-01-30",
                        "returned_on",
                        "returned_before_requested"),
                arguments("survey", survey, "s,q,2024-01-31,3,3,3", "", ""),
                arguments("survey", survey, "s,q,2024-01-31,0,0,0", "", ""),
                arguments("survey", survey, "s,q,2024-01-31,2147483647,0002,1", "", ""),
                arguments("survey", survey, "s,q,2024-01-31,2147483648,2,1", "invited", "out_of_range"),
                arguments("survey", survey, "s,q,2024-01-31,99999999999999999999999,2,1", "invited", "out_of_range"),
                arguments("survey", survey, "s,q,2024-01-31,3.0,2,1", "invited", "not_a_number"),
                arguments("survey", survey, "s,q,2024-01-31,-3,2,1", "invited", "not_a_number"),
                arguments("survey", survey, "s,q,2024-01-31,3,4,1", "agreed", "survey_counts"),
                arguments("survey", survey, "s,q,2024-01-31,3,2,3", "agreed", "survey_counts"),
                arguments("posts", posts, post + "0,2024-01-01,", "", ""),
                arguments("posts", posts, post + "12.75,2024-01-01,2024-01-01", "", ""),
                arguments("posts", posts, post + "-0.1,2024-01-01,", "fte", "not_a_number"),
                arguments("posts", posts, post + "1,2024-01-01,2023-12-31", "to", "to_before_from"),
                arguments("ratings", ratings, "x,risk,very_high,2024-01-31,people,A1,because", "", ""),
                arguments("ratings", ratings, "x,progress,satisfactory,2024-01-31,,,", "", ""),
                arguments("ratings", ratings, "x,progress,outstanding,2024-01-31,,,", "rating", "grade_not_of_scale"),
                arguments("ratings", ratings, "x,progress,good,2024-01-31,person,,", "pillar", "unknown_code"),
                arguments("ratings", ratings, "x,progress,good,2024-01-31,,A9,", "area_code", "refers_to_nothing"),
                arguments("ratings", ratings, ",progress,good,2024-01-31,,A9,", "subject", "required_and_empty"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowIsReadOrSetAside(String table, String header, String row, String column, String reason) {
        String first = switch (table) {
            case "advisers" -> "V1,family_court_adviser,permanent,hub,A1,0.5,2020-01-01,,\n";
            case "cases" -> "C1,public,s31_care,A1,2024-01-03,,,\n";
            default -> "";
        };
        ReadExtract read =
                folder.with(table + ".csv", header + "\n" + first + row + "\n").read();

        assertThat(read.setAside().stream()
                        .filter(each -> each.table().fileName().equals(table))
                        .map(each -> each.column() + ": " + each.reason().code()))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(column + ": " + reason));
        read.tables().forEach(each -> assertThat(each.rows()).isEqualTo(each.read() + each.setAsideRows()));
        if (!reason.isEmpty()) {
            int at = Arrays.asList(header.split(",")).indexOf(column);
            SetAsideRow shown = read.setAside().get(0);
            assertThat(shown.line()).isEqualTo(first.isEmpty() ? 2 : 3);
            assertThat(shown.value())
                    .isEqualTo(row.replace("\"0,5\"", "0;5").split(",", -1)[at].replace(';', ','));
        }
    }

    private void assertFails(String message) {
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> folder.read())
                .withMessage(message);
    }

    static Stream<Arguments> unreadableFiles() {
        return Stream.of(
                arguments("cases.csv", "", "it has 0 bytes"),
                arguments("posts.csv", "", "it has 0 bytes"),
                arguments("posts.csv", "\uFEFF", "required columns are missing: area_code, role, team, fte, from"),
                arguments(
                        "cases.csv",
                        "\n\n",
                        "required columns are missing: case_id, law, application, area_code, received_on"),
                arguments(
                        "cases.csv",
                        "case_id,law,application,Area_code, received_on\n",
                        "required columns are missing: area_code, received_on"),
                arguments("absences.csv", "adviser_id,from\nV1,2024-01-01\n", "required columns are missing: to"),
                arguments("areas.csv", "area_code,name,region,name\n", "columns 2 and 4 have the same name (name)"),
                arguments("areas.csv", "area_code,name,region,x,y,x\n", "columns 4 and 6 have the same name"),
                arguments("areas.csv", "area_code,name,region,,\n", "columns 4 and 5 have the same name"),
                arguments("children.csv", "K1,C1,2015-01-02,2015-01-02\n", "columns 3 and 4 have the same name"),
                arguments("areas.csv", "area_code,name,region\n\nA,\"b\"c,d\n", "line 3: text after a closing quote"),
                arguments("areas.csv", "area_code,name,region\nA,\"\n\nc,d\n", "line 2: a quote is never closed"),
                arguments(
                        "areas.csv",
                        "area_code,name,region\nA,b," + "c".repeat(2 << 20) + "\nB,c,d\n",
                        "line 2: a row of over 1 MiB"));
    }

    @ParameterizedTest
    @MethodSource("unreadableFiles")
    void unreadableFile(String file, String content, String problem) {
        folder.with(file, content);

        assertFails("Cannot read " + file + ": " + problem);
    }

    @Test
    void noUtf8() {
        folder.with(
                "areas.csv",
                "area_code,name,region,note\nA1,East,North,\nA2,West,South,caf\u00E9\n".getBytes(ISO_8859_1));

        assertFails("Cannot read areas.csv: line 3: no UTF-8");
    }

    @Test
    void ofSeveralFilesThatCannotBeReadTheFirstIsTold() {
        folder.with("children.csv", "child_id\nK1\n")
                .with("hearings.csv", "case_id\nC1\n")
                .with("checks.csv", "")
                .with("absences.csv", "adviser_id,from,to\n\"D1\"x,2024-01-01,2024-01-02\n");

        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(ExtractException.class)
                    .isThrownBy(folder::read)
                    .withMessageContaining("children.csv");
        }
    }

    @Test
    void brokenGzip() {
        byte[] file = ExtractFolder.gzip(ExtractFolder.CASES);
        folder.without("cases.csv").with("cases.csv.gz", Arrays.copyOf(file, file.length - 3));

        assertFails("Cannot read cases.csv.gz: broken gzip: it ends too early");
    }

    @Test
    void gzipOfNothing() {
        folder.with("posts.csv.gz", ExtractFolder.gzip(""));

        assertFails("Cannot read posts.csv.gz: it has 0 bytes");
    }

    @Test
    void gzippedFileOfZeroBytes() {
        folder.with("posts.csv.gz", "");

        assertFails("Cannot read posts.csv.gz: it has 0 bytes");
    }

    @Test
    void plainAndGzipped() {
        folder.with("cases.csv.gz", ExtractFolder.gzip(ExtractFolder.CASES));

        assertFails("Cannot read cases: both cases.csv and cases.csv.gz");
    }

    @Test
    void requiredFilesMissing() {
        folder.without("cases.csv").without("areas.csv");

        assertFails("Cannot read " + path + ": required files are missing: areas.csv, cases.csv");
    }

    @Test
    void noFolder() {
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().read(path.resolve("none")))
                .withMessage("Cannot read " + path.resolve("none") + ": no such folder");
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().read(path.resolve("cases.csv")))
                .withMessage("Cannot read " + path.resolve("cases.csv") + ": not a folder");
    }

    @Test
    void folderInPlaceOfAFile() throws IOException {
        folder.without("cases.csv");
        Files.createDirectory(path.resolve("cases.csv"));

        assertFails("Cannot read cases.csv: it is a folder");
    }

    /* Without the first the folder cannot be listed, without the second its files cannot be opened. */
    @ParameterizedTest
    @ValueSource(strings = {"-wx------", "rw-------"})
    void folderWithoutPermission(String permissions) throws IOException {
        assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        try {
            assumeThat(Files.isReadable(path) && Files.isExecutable(path))
                    .as("read all the same, as the superuser may")
                    .isFalse();

            assertFails("Cannot read " + path + ": access denied");
        } finally {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static Stream<Arguments> failuresToOpen() {
        return Stream.of(
                arguments(new AccessDeniedException("/secret/areas.csv"), "access denied"),
                arguments(new NoSuchFileException("/secret/areas.csv"), "no such file or folder"),
                arguments(new IOException("Input/output\nerror"), "Input/output?error"),
                arguments(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("failuresToOpen")
    void failureToOpen(IOException failure, String reason) {
        CsvFile file = new CsvFile("areas.csv", () -> {
            throw failure;
        });

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().read(Map.of(ExtractTable.AREAS, file)))
                .withMessage("Cannot read areas.csv: " + reason)
                .withCause(failure);
    }

    @Test
    void failureWhileReading() {
        CsvFile file = new CsvFile("areas.csv", () -> new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (begun) {
                    return read();
                }
                begun = true;
                byte[] header = ExtractFolder.AREAS.getBytes(UTF_8);
                System.arraycopy(header, 0, bytes, offset, header.length);
                return header.length;
            }
        });

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().read(Map.of(ExtractTable.AREAS, file)))
                .withMessage("Cannot read areas.csv: Input/output error");
    }

    @Test
    void strict_namesTheFirstRowsAndTheCounts() {
        folder.with(
                "children.csv", "child_id,case_id,born_on\n" + "K1,C1,01/02/2015\n".repeat(4) + "K2,C9,\n".repeat(3));

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().strict().read(path))
                .withMessage("Cannot read the extract: 7 rows break a rule: children line 2: born_on: not_a_date;"
                        + " children line 3: born_on: not_a_date; children line 4: born_on: not_a_date;"
                        + " children line 5: born_on: not_a_date; children line 6: case_id: refers_to_nothing; ..."
                        + " (not_a_date 4, refers_to_nothing 3)");
    }

    @Test
    void strict_readsWhatHoldsEveryRule() {
        assertThat(ExtractReader.create().strict().read(path).extract())
                .isEqualTo(folder.read().extract());
    }

    @Test
    void longNumbersTakeNoLongerThanTheirLength() {
        String zeros = "0".repeat(300_000);
        ReadExtract read = folder.with(
                        "advisers.csv",
                        "adviser_id,role,employment,team,area_code,fte,started_on\n"
                                + "V1,family_court_adviser,permanent,hub,A1,0.5" + zeros + ",2020-01-01\n"
                                + "V2,family_court_adviser,permanent,hub,A1," + zeros + "1,2020-01-01\n"
                                + "V3,family_court_adviser,permanent,hub,A1,9" + zeros + ",2020-01-01\n"
                                + "V4,family_court_adviser,permanent,hub,A1,1." + "7".repeat(300_000)
                                + ",2020-01-01\n")
                .read();

        assertThat(read.extract().advisers())
                .extracting(Adviser::fte)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.5"), BigDecimal.ONE);
        assertThat(read.extract().advisers().get(0).fte().scale()).isEqualTo(300_001);
        assertThat(read.tables().get(1).setAside()).isEqualTo(Map.of(SetAsideReason.OUT_OF_RANGE, 2));
    }

    @Test
    void childsViewNeverTellsWhoTheChildIs() {
        Child child = folder.with("children.csv", "child_id,case_id,born_on\nK-secret,C1,2015-06-07\n")
                .read()
                .extract()
                .children()
                .get(0);

        assertThat(child.toString()).doesNotContain("secret").doesNotContain("2015");
    }
}
