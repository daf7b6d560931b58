package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cafcass.metrics.Measures;
import org.cafcass.model.Application;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.report.command.CafcassCommand;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What an embedder on the module path meets: run there by an execution of its own, so that a missing {@code opens} shows. */
@EnabledIfSystemProperty(named = "cafcass.path", matches = "module")
class ModulePathTest {
    @Test
    void modulesAreNamed() {
        assertThat(Stream.of(ChildrensCase.class, Measures.class, WorkloadMeasures.class, BoardPack.class)
                        .map(type -> type.getModule().getName()))
                .containsExactly(
                        "org.cafcass.model", "org.cafcass.metrics", "org.cafcass.workload", "org.cafcass.report");
    }

    @Test
    void valuesPassThroughJson() throws Exception {
        ObjectMapper mapper =
                new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        ChildrensCase value = ChildrensCase.builder()
                .caseId(new CaseId("c1"))
                .law(Law.PUBLIC)
                .application(Application.S31_CARE)
                .areaCode(new AreaCode("A1"))
                .receivedOn(LocalDate.of(2025, 3, 3))
                .build();

        String json = mapper.writeValueAsString(value);

        assertThat(json).contains("\"received_on\":\"2025-03-03\"", "\"application\":\"s31_care\"");
        assertThat(mapper.readValue(json, ChildrensCase.class)).isEqualTo(value);
    }

    @Test
    void commandLineWritesThePack(@TempDir Path folder) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = CafcassCommand.run(
                new String[] {"pack", "--out", folder.toString()}, new PrintWriter(out), new PrintWriter(err));

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(List.of("figures.csv", "figures.json", "set-aside.csv", "pack.html", "pack.md"))
                .allSatisfy(file -> assertThat(Files.size(folder.resolve(file))).isPositive());
    }
}
