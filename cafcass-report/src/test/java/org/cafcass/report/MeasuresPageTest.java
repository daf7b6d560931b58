package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.Test;

/** The reference page has every measure that the command line knows. */
class MeasuresPageTest {
    private static final Path REFERENCE = MarkdownPage.ROOT.resolve("docs").resolve("measures.md");

    private static List<Measure> catalogue() {
        return Stream.concat(Measures.all().stream(), WorkloadMeasures.all().stream())
                .sorted(Comparator.comparing(Measure::name))
                .toList();
    }

    /** Fails when the page is stale; {@code -Dcafcass.write-docs=true} writes it anew. */
    @Test
    void referencePageIsThatOfTheCatalogue() throws IOException {
        String page = page(catalogue());
        if (Boolean.getBoolean("cafcass.write-docs")) {
            Files.writeString(REFERENCE, page);
        }
        assertThat(Files.readString(REFERENCE)).isEqualTo(page);
    }

    private static String page(Collection<Measure> measures) {
        StringBuilder page = new StringBuilder("""
                # The measures

                Generated from the catalogue (`org.cafcass.metrics.Measures`,
                `org.cafcass.workload.WorkloadMeasures`); not edited by hand. P is the period and D its last day; for a
                stock, and for a figure over the months up to D, D is the as-at day. `mvn -q test -pl cafcass-report -am
                -Dtest=MeasuresPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dcafcass.write-docs=true` writes this page anew.

                """);
        for (Measure measure : measures) {
            page.append(String.format(
                    Locale.ROOT,
                    """
                    ## %s
                    **%s** in %s, shown with %d decimal%s; %s.

                    %s

                    - value: %s
                    - by: %s%s
                    %s- source: %s

                    """,
                    measure.name(),
                    measure.title(),
                    measure.unit(),
                    measure.decimals(),
                    measure.decimals() == 1 ? "" : "s",
                    direction(measure),
                    measure.definition(),
                    measure.formula(),
                    measure.keys().isEmpty() ? "nothing" : keys(measure.keys()),
                    measure.carriedKeys().isEmpty() ? "" : "; always by " + keys(measure.carriedKeys()),
                    measure.leftOutReasons().isEmpty()
                            ? ""
                            : "- left out, and counted: " + String.join(", ", measure.leftOutReasons()) + "\n",
                    measure.source()));
        }
        return page.toString();
    }

    private static String direction(Measure measure) {
        return switch (measure.direction()) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
            case NEITHER -> "neither way is better";
        };
    }

    private static String keys(Collection<BreakdownKey> keys) {
        return keys.stream().map(BreakdownKey::code).sorted().collect(Collectors.joining(", "));
    }
}
