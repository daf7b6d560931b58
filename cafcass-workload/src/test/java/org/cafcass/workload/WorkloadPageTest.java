package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cafcass.metrics.Measure;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.workload.prioritisation.Protocol;
import org.junit.jupiter.api.Test;

/** The user's page about workload says what the code does. */
class WorkloadPageTest {
    private final String page;
    private final List<String> documents;

    WorkloadPageTest() throws IOException {
        page = Files.readString(Path.of("../docs/workload.md"));
        Matcher fenced = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        documents = fenced.results().map(result -> result.group(1)).toList();
    }

    @Test
    void theWorkedExampleIsWhatTheSchemeExplains() {
        WeightingScheme scheme = WeightingSchemes.parse(documents.get(0)).inEffect("worked", LocalDate.of(2025, 3, 31));

        List<Step> steps = scheme.explain(new CaseKind(
                Law.PUBLIC,
                Application.S31_CARE,
                Stage.AFTER_FIRST_HEARING,
                AllocationKind.SUPPORT,
                true,
                false,
                false,
                3));

        assertThat(page)
                .contains(steps.stream()
                        .map(step -> "| " + step.words() + " | "
                                + step.points().stripTrailingZeros().toPlainString() + " |\n")
                        .collect(Collectors.joining("", "| step | points |\n| --- | --- |\n", "")));
    }

    @Test
    void theProtocolIsTheShippedOne() {
        assertThat(Protocol.parse(documents.get(1))).isEqualTo(Protocol.shipped());
    }

    @Test
    void everyMeasureIsDefined() {
        for (Measure measure : WorkloadMeasures.all()) {
            String definition = measure.definition().replace(" Weighting scheme: ceiling-2022.", "");
            assertThat(page).contains("| `" + measure.name() + "` | " + measure.unit() + " | " + definition + " |\n");
        }
    }

    @Test
    void everyShippedSchemeIsListed() {
        for (String name : WeightingSchemes.shipped().names()) {
            assertThat(page).contains("\n| `" + name + "`");
        }
    }
}
