package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;

class ConventionsTest {
    private static final Path PAGE = Path.of("..", "docs", "conventions.md");
    private static final LocalDate MON_2024_04_01 = LocalDate.of(2024, 4, 1);
    private static final ReportingPeriod YEAR = ReportingPeriod.of(Period.parse("2024-25"));

    /* Four cases closed after 181, 182, 183 and 189 days, each of the same child; the last has another child too. */
    private final MetricsEngine engine = MetricsEngine.of(extract(181, 182, 183, 189));

    private static Extract extract(int... days) {
        Extract.Builder extract = Extract.builder()
                .present(ExtractTable.ADVISERS)
                .add(Area.builder()
                        .areaCode(new AreaCode("N1"))
                        .name("North")
                        .region("North")
                        .build());
        for (int duration : days) {
            CaseId caseId = new CaseId("closed-" + duration);
            extract.add(ChildrensCase.builder()
                    .caseId(caseId)
                    .law(Law.PUBLIC)
                    .application(Application.S31_CARE)
                    .areaCode(new AreaCode("N1"))
                    .receivedOn(MON_2024_04_01)
                    .closedOn(MON_2024_04_01.plusDays(duration))
                    .build());
            extract.add(Child.builder()
                    .childId(new ChildId("child-1"))
                    .caseId(caseId)
                    .build());
        }
        return extract.add(Child.builder()
                        .childId(new ChildId("child-2"))
                        .caseId(new CaseId("closed-189"))
                        .build())
                .build();
    }

    private double value(Conventions conventions, Measure measure) {
        return engine.with(conventions).figure(measure, YEAR).value().orElseThrow();
    }

    @Test
    void durations() {
        Conventions whole = Conventions.DEFAULT.with(Conventions.Duration.WHOLE_WEEKS);
        Conventions statutory = Conventions.DEFAULT.with(Conventions.Duration.STATUTORY);

        assertThat(value(Conventions.DEFAULT, Measures.WITHIN_26_WEEKS_CASES)).isEqualTo(2);
        assertThat(value(whole, Measures.WITHIN_26_WEEKS_CASES)).isEqualTo(3);
        assertThat(value(statutory, Measures.WITHIN_26_WEEKS_CASES)).isEqualTo(1);
        assertThat(value(Conventions.DEFAULT, Measures.DURATION_MEAN_WEEKS)).isEqualTo(735 / 28.0);
        assertThat(value(whole, Measures.DURATION_MEAN_WEEKS)).isEqualTo((25 + 26 + 26 + 27) / 4.0);
        assertThat(value(statutory, Measures.DURATION_MEAN_WEEKS)).isEqualTo(735 / 28.0);
    }

    @Test
    void quantiles() {
        assertThat(value(Conventions.DEFAULT, Measures.DURATION_MEDIAN_WEEKS)).isEqualTo(182.5 / 7);
        assertThat(value(Conventions.DEFAULT.with(Conventions.Quantile.LOWER), Measures.DURATION_MEDIAN_WEEKS))
                .isEqualTo(26);
    }

    @Test
    void children() {
        assertThat(value(Conventions.DEFAULT, Measures.CHILDREN_CLOSED)).isEqualTo(5);
        assertThat(value(Conventions.DEFAULT.with(Conventions.Children.DISTINCT), Measures.CHILDREN_CLOSED))
                .isEqualTo(2);
    }

    @Test
    void conventionsTravelWithTheFigure() {
        Conventions lower = Conventions.DEFAULT.with(Conventions.Quantile.LOWER);

        assertThat(engine.figure(Measures.CASES_CLOSED, YEAR).conventions()).isEqualTo(Conventions.DEFAULT);
        assertThat(engine.with(lower).figure(Measures.CASES_CLOSED, YEAR).conventions())
                .isEqualTo(lower);
    }

    /** Fails when the page is stale; {@code -Dcafcass.write-docs=true} writes it anew. */
    @Test
    void pageShowsTheSameDataByEachConvention() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# The conventions",
                "",
                "Where the field disagrees, the convention is a choice that travels with the figure: `engine.with(conventions)`.",
                "The first of each kind is the default, and the one that figures in CSV carry. The table shows the same data by",
                "each: four cases closed after 181, 182, 183 and 189 days, all of one child, the last of a second child too. It is",
                "written by `ConventionsTest`.",
                "",
                "| convention | closed within 26 weeks | mean duration, weeks | median duration, weeks | children in cases closed |",
                "| --- | ---: | ---: | ---: | ---: |"));
        for (Conventions.Duration duration : Conventions.Duration.values()) {
            lines.add(row("duration: " + duration.code(), Conventions.DEFAULT.with(duration)));
        }
        for (Conventions.Quantile quantile : Conventions.Quantile.values()) {
            lines.add(row("quantile: " + quantile.code(), Conventions.DEFAULT.with(quantile)));
        }
        for (Conventions.Children children : Conventions.Children.values()) {
            lines.add(row("children: " + children.code(), Conventions.DEFAULT.with(children)));
        }
        String page = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("cafcass.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String row(String convention, Conventions conventions) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.0f | %.2f | %.2f | %.0f |",
                convention,
                value(conventions, Measures.WITHIN_26_WEEKS_CASES),
                value(conventions, Measures.DURATION_MEAN_WEEKS),
                value(conventions, Measures.DURATION_MEDIAN_WEEKS),
                value(conventions, Measures.CHILDREN_CLOSED));
    }
}
