package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PackHtmlTest {
    private static final Set<String> WITHOUT_CONTENT = Set.of("meta");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>");

    private static String page = "";

    @BeforeAll
    static void makePack() {
        SyntheticExtract synthetic = SyntheticExtract.scenario("national-2025").scale(0.02);
        ReportingPeriod year = ReportingPeriod.asAt(synthetic.asAt());
        List<Measure> measures = new ArrayList<>(Measures.all());
        measures.addAll(WorkloadMeasures.all());
        page = BoardPack.builder(MetricsEngine.of(synthetic.extract()), year)
                .measures(measures)
                .comparedWith(year.previousYear())
                .build()
                .html();
    }

    private static List<MatchResult> find(String pattern) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }

    private static List<String> found(String pattern) {
        return find(pattern).stream().map(match -> match.group(1)).toList();
    }

    @Test
    void everyElementEndsInItsOrder() {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page.replaceAll("(?s)<style>.*?</style>", "").replace("<!DOCTYPE html>", ""));
        while (tags.find()) {
            String element = tags.group(2);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(element);
            } else if (!WITHOUT_CONTENT.contains(element)) {
                open.push(element);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhereInThePage() {
        List<String> ids = found(" id=\"([^\"]*)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found(" href=\"#([^\"]*)\"")).isNotEmpty().allMatch(ids::contains);
        assertThat(found(" aria-labelledby=\"([^\"]*)\"")).isNotEmpty().allMatch(ids::contains);
    }

    @Test
    void pageNeedsNoOtherFileAndNoScript() {
        assertThat(page).doesNotContain("<script", "<link", "<img", " src=", "url(", "@import", "javascript:");
        assertThat(found(" href=\"([^#][^\"]*)\"")).isEmpty();
    }

    @Test
    void everyFigureOfATableIsOneClickFromItsDefinition() {
        assertThat(found("<dt id=\"definition-([^\"]*)\""))
                .contains("open-cases", "saturation-percent", "share-still-open");
        assertThat(find("<th scope=\"col\" class=\"number\">(?!<a )").stream()
                        .map(match -> page.substring(match.end(), page.indexOf('<', match.end())))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Now",
                        "Rated",
                        "Figure, beside last year",
                        "Last year",
                        "Change",
                        "Change, %",
                        "Public law",
                        "Private law",
                        "Counted",
                        "Of",
                        "Red cells",
                        "Months prioritising, of 24");
    }

    @Test
    void chartsAndTablesAreNamedForAScreenReader() {
        assertThat(found("<svg ([^>]*)>"))
                .hasSizeGreaterThan(15)
                .allMatch(attributes -> attributes.matches(".* role=\"img\" aria-label=\"[^\"]{30,}\""));
        assertThat(found("<table>\n<(\\w+)")).hasSizeGreaterThan(15).containsOnly("caption");
        assertThat(found("<(h[1-6])[ >]")).startsWith("h1", "h2").containsOnlyOnce("h1");
        assertThat(page).contains("<html lang=\"en-GB\">", "<main>", "<nav aria-label=\"Contents\">");
    }

    @Test
    void everySectionOfTheBoardPaperIsThere() {
        assertThat(found("<section id=\"([^\"]*)\""))
                .containsExactly(
                        "brief",
                        "headlines",
                        "scorecards",
                        "law",
                        "variation",
                        "trends",
                        "long-running",
                        "durations",
                        "caseloads",
                        "prioritisation",
                        "audits",
                        "workforce",
                        "set-aside",
                        "definitions");
    }

    /* WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for text, 3 to 1 for what a chart is read by. */
    @Test
    void coloursStandOutFromTheGround() throws IOException {
        String style;
        try (InputStream css = PackHtml.class.getResourceAsStream("pack.css")) {
            style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String name : List.of("ink", "quiet", "accent", "better", "worse")) {
            assertThat(contrast(colour(style, "--" + name + ": "), "ffffff")).isGreaterThan(4.5);
            assertThat(contrast(colour(style, "--" + name + ": "), "f2f5f8")).isGreaterThan(4.5);
        }
        for (String rating : List.of("green", "amber", "red")) {
            String ground = colour(style, "td." + rating + " { background: ");
            assertThat(contrast(colour(style, "--ink: "), ground)).isGreaterThan(4.5);
            assertThat(contrast(colour(style, "td." + rating + " small { color: "), ground))
                    .isGreaterThan(4.5);
        }
        for (String mark :
                List.of(".common { fill: ", ".point { fill: ", ".far { fill: ", ".special { fill: ", ".bar { fill: ")) {
            assertThat(contrast(colour(style, mark), "ffffff")).isGreaterThan(3);
        }
    }

    private static String colour(String style, String before) {
        int at = style.indexOf(before);
        assertThat(at).as(before).isNotNegative();
        return style.substring(at + before.length() + 1, at + before.length() + 7);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            luminance += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
