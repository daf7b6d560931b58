package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.junit.jupiter.api.Test;

class VariationChartTest {
    private static final Pattern CHART = Pattern.compile(
            "### ([^\n]+)\n\nAll areas: ([\\d.]+)%\\. \\d+ of \\d+ areas that are shown are within the 95% limits\\."
                    + " \\d+ areas? (?:is|are) suppressed\\.");

    /** Where areas are hidden the line is still that of all areas, as the headline has it, not of those that are shown. */
    @Test
    void aPublishedChartIsAboutAllAreas() {
        SyntheticExtract small = SyntheticExtract.scenario("national-2025").scale(0.02);
        BoardPack pack = BoardPack.builder(MetricsEngine.of(small.extract()), ReportingPeriod.asAt(small.asAt()))
                .published()
                .build();

        List<MatchResult> charts = CHART.matcher(pack.markdown()).results().toList();

        assertThat(charts).hasSizeGreaterThan(2);
        assertThat(charts).allSatisfy(chart -> assertThat(chart.group(2)).isEqualTo(ofAll(pack, chart.group(1))));
    }

    /* The one figure of the measure that is of the law in the title, or of all. */
    private static String ofAll(BoardPack pack, String title) {
        String part = title.endsWith(" law")
                ? title.replaceAll(".*, (public|private) law$", "law=$1")
                : title.endsWith("hearing") ? "team=after_first_hearing" : "";
        return pack.figures().stream()
                .filter(figure -> figure.measure()
                        .title()
                        .equals(title.replaceAll(", ((public|private) law|after first hearing)$", "")))
                .filter(figure -> figure.breakdown().toString().equals(part))
                .map(Figure::value)
                .map(value -> Shown.decimal(value.orElseThrow(), 1))
                .findFirst()
                .orElseThrow();
    }
}
