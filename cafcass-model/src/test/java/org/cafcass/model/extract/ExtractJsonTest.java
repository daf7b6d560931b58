package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.model.Adviser;
import org.cafcass.model.ChildrensCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractJsonTest {
    private static final JsonMapper MAPPER = ExtractJson.mapper();

    private static ReadExtract read(String json) {
        return ExtractReader.create().readJson(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static String write(Extract extract) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExtractWriter.create().writeJson(extract, out);
        return out.toString(UTF_8);
    }

    @Property(tries = 200, seed = "20260101")
    void extractReadsBackEqual(@ForAll long seed) {
        Extract extract = RandomExtract.of(seed);

        assertThat(read(write(extract)).extract()).isEqualTo(extract);
    }

    @Property(tries = 100, seed = "20260101")
    void everyValueReadsBackEqual(@ForAll long seed) throws JsonProcessingException {
        Extract extract = RandomExtract.of(seed);
        for (RowBinding<?, ?> binding : RowBinding.ALL) {
            for (Object row : extract.rows(binding)) {
                Class<?> type = row.getClass().getSuperclass();
                assertThat(MAPPER.readValue(MAPPER.writeValueAsString(row), type))
                        .isEqualTo(row);
            }
        }
    }

    @Test
    void absentValuesAreLeftOut() {
        Extract extract = Extract.builder()
                .add(Extracts.area("W"))
                .add(Extracts.adviser("V1", "W"))
                .add(Extracts.childrensCase("C1", "W").build())
                .add(Extracts.child("K1", "C1"))
                .present(ExtractTable.HEARINGS)
                .build();

        assertThat(write(extract))
                .isEqualTo("{\"areas\":[{\"area_code\":\"W\",\"name\":\"Area W\",\"region\":\"North\"}],"
                        + "\"advisers\":[{\"adviser_id\":\"V1\",\"role\":\"family_court_adviser\","
                        + "\"employment\":\"permanent\",\"team\":\"after_first_hearing\",\"area_code\":\"W\","
                        + "\"fte\":0.60,\"started_on\":\"2020-02-29\"}],"
                        + "\"cases\":[{\"case_id\":\"C1\",\"law\":\"public\",\"application\":\"s31_care\","
                        + "\"area_code\":\"W\",\"received_on\":\"2024-01-03\",\"high_risk\":false}],"
                        + "\"children\":[{\"child_id\":\"K1\",\"case_id\":\"C1\",\"born_on\":\"2015-06-07\"}],"
                        + "\"hearings\":[]}");
    }

    @Test
    void tablesInAnyOrder_unknownPropertiesIgnored_nullIsAbsent() {
        ReadExtract read = read("""
                {"children": [{"child_id": "K1", "case_id": "C1", "born_on": null, "nick_name": ["x"]}],
                 "colours": [{"a": 1}],
                 "cases": [{"case_id": "C1", "law": "PUBLIC", "application": "s31_care", "area_code": "A1",
                            "received_on": "2024-01-03", "high_risk": true, "weight": 1},
                           {"case_id": "C2", "law": "public", "application": "s31_care", "area_code": "A1"}],
                 "areas": [{"area_code": "A1", "name": "East", "region": "North"}],
                 "advisers": [{"adviser_id": "V1", "role": "service_manager", "employment": "locum", "team": "hub",
                               "area_code": "A1", "fte": 1.50, "started_on": "2024-01-01", "ceiling": 1e1}]}
                """);

        assertThat(read.extract().cases())
                .singleElement()
                .extracting(ChildrensCase::highRisk)
                .isEqualTo(true);
        assertThat(read.extract().children()).hasSize(1);
        assertThat(read.setAside())
                .containsExactly(
                        new SetAsideRow(ExtractTable.ADVISERS, 1, "ceiling", "1e1", SetAsideReason.NOT_A_NUMBER),
                        new SetAsideRow(ExtractTable.CASES, 2, "received_on", "", SetAsideReason.REQUIRED_AND_EMPTY));
        assertThat(read.tables())
                .contains(
                        new ReadTable(
                                ExtractTable.CASES, 1, Map.of(SetAsideReason.REQUIRED_AND_EMPTY, 1), List.of("weight")),
                        new ReadTable(ExtractTable.CHILDREN, 1, Map.of(), List.of("nick_name")));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(
                        "",
                        "Cannot read the extract: line 1: not an object of tables, each an array of objects of single values"),
                arguments(
                        "[]",
                        "Cannot read the extract: line 1: not an object of tables, each an array of objects of single values"),
                arguments(
                        "{\"areas\": 1}",
                        "Cannot read the extract: line 1: not an object of tables, each an array of objects of single values"),
                arguments(
                        "{\n\"areas\": [1]}",
                        "Cannot read the extract: line 2: not an object of tables, each an array of objects of single values"),
                arguments(
                        "{\"areas\": [{\n\n\"name\": {}}]}",
                        "Cannot read the extract: line 3: not an object of tables, each an array of objects of single values"),
                arguments(
                        "{\"areas\": [{\"name\": []}]}",
                        "Cannot read the extract: line 1: not an object of tables, each an array of objects of single values"),
                arguments("{\"areas\": [", "Cannot read the extract: line 1: no valid JSON"),
                arguments("{\"children\": [\n{\"child_id\": K1}]}", "Cannot read the extract: line 2: no valid JSON"),
                arguments(
                        "{\"children\": [\n{\"child_id\": \"K1\", \"child_id\": \"K2\"}]}",
                        "Cannot read the extract: line 2: no valid JSON"),
                arguments("{\"children\": [], \"children\": []}", "Cannot read the extract: line 1: no valid JSON"),
                arguments("{} {}", "Cannot read the extract: more than one JSON value"),
                arguments(
                        "{\"areas\": [{\"name\": \"\\ud83d\"}]}",
                        "Cannot read the extract: line 1: Invalid text: half a surrogate pair"),
                arguments(
                        "{\"areas\": [{\"name\": \"" + "x".repeat((1 << 20) + 1) + "\"}]}",
                        "Cannot read the extract: line 1: Invalid row: over 1 MiB"),
                arguments(
                        "{\"areas\": [], \"children\": []}",
                        "Cannot read the extract: required tables are missing: advisers, cases"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void unreadable(String json, String message) {
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> read(json))
                .withMessage(message)
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("K1"));
    }

    @Test
    void streamThatFails() {
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Input/output error");
            }
        };

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractReader.create().readJson(in))
                .withMessage("Cannot read the extract: Input/output error");
        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractWriter.create().writeJson(RandomExtract.of(3), out))
                .withMessage("Cannot write the extract as JSON: Input/output error");
    }

    @Test
    void strict_failsOnARowThatBreaksARule() {
        String json = "{\"areas\": [{}], \"advisers\": [], \"cases\": [], \"children\": []}";

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(
                        () -> ExtractReader.create().strict().readJson(new ByteArrayInputStream(json.getBytes(UTF_8))))
                .withMessage("Cannot read the extract: 1 row breaks a rule: areas line 1: area_code: required_and_empty"
                        + " (required_and_empty 1)");
    }

    @Test
    void value_missingProperty() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> MAPPER.readValue("{\"adviser_id\": \"V1\"}", Adviser.class))
                .withMessageContaining("role");
    }

    @Test
    void value_unknownPropertyIsIgnored() throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(Extracts.area("W"));

        assertThat(MAPPER.readTree(json).size()).isEqualTo(3);
        assertThat(MAPPER.readValue(
                        json.replace("}", ",\"colour\":\"red\"}"),
                        Extracts.area("W").getClass().getSuperclass()))
                .isEqualTo(Extracts.area("W"));
    }
}
