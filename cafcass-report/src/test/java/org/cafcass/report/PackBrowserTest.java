package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractReader;
import org.cafcass.model.extract.ExtractWriter;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pack as Chromium shows it. */
class PackBrowserTest {
    /* A4 on its side less its margins, 273 mm by 188 mm, at 96 dots an inch. */
    private static final int PAPER_WIDTH = 1031;
    private static final int PAPER_HEIGHT = 710;

    private enum Pack {
        NATIONAL,
        HOSTILE,
        PUBLISHED
    }

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static final Map<Pack, Path> PAGES = new TreeMap<>();

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.start();
        SyntheticExtract synthetic = SyntheticExtract.scenario("national-2025").scale(0.05);
        Extract extract = synthetic.extract();
        write(Pack.NATIONAL, builder(extract, synthetic.asAt()).build());
        write(Pack.PUBLISHED, builder(extract, synthetic.asAt()).published().build());
        write(Pack.HOSTILE, builder(withHostileNames(extract), synthetic.asAt()).build());
    }

    private static BoardPack.Builder builder(Extract extract, LocalDate asAt) {
        ReportingPeriod year = ReportingPeriod.asAt(asAt);
        List<Measure> measures = new ArrayList<>(Measures.all());
        measures.addAll(WorkloadMeasures.all());
        return BoardPack.builder(MetricsEngine.of(extract), year)
                .measures(measures)
                .comparedWith(year.previousYear());
    }

    private static Extract withHostileNames(Extract extract) throws IOException {
        Path copy = folder.resolve("extract");
        ExtractWriter.create().write(extract, copy);
        List<String> names = List.of(
                "<script>document.title='run'</script>",
                "\"><img src=x onerror=alert(1)>",
                "a | b",
                "=cmd()",
                "](javascript:alert(1))",
                "\u202Esdrawkcab",
                "W".repeat(200),
                "\uD83D\uDE00 emoji");
        List<String> lines = Files.readAllLines(copy.resolve("areas.csv"));
        List<String> spoilt = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            cells[1] = '"' + names.get(i % names.size()).replace("\"", "\"\"") + '"';
            spoilt.add(String.join(",", cells));
        }
        Files.write(copy.resolve("areas.csv"), spoilt);
        return ExtractReader.create().read(copy).extract();
    }

    private static void write(Pack pack, BoardPack made) throws IOException {
        PAGES.put(pack, Files.writeString(folder.resolve(pack + ".html"), made.html()));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL, 1280", "NATIONAL, 320", "HOSTILE, 320", "PUBLISHED, 1280"})
    void accessibilityRulesFindNothing(Pack pack, int width) {
        browser.open(PAGES.get(pack), width);
        browser.unfoldOneOfAKind();

        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void accessibilityRulesAreAwake() throws IOException {
        browser.open(
                Files.writeString(
                        folder.resolve("spoilt.html"),
                        "<!DOCTYPE html><html><title>Spoilt</title><main><h1>Spoilt</h1><p style='color:#aaa'>Too pale</p>"
                                + "<div style='overflow:auto;width:9em;height:2em'><pre>too wide to be seen without moving it</pre></div>"
                                + "<svg role=img width=9 height=9></svg></main></html>"),
                1280);

        assertThat(browser.violations().stream().map(found -> found.replaceAll("(?s):.*", "")))
                .contains("html-has-lang", "color-contrast", "scrollable-region-focusable", "svg-img-alt");
    }

    @ParameterizedTest
    @EnumSource
    void narrowScreenScrollsTablesAndNotThePage(Pack pack) {
        for (int width : new int[] {320, 768, 1280}) {
            browser.open(PAGES.get(pack), width);
            browser.unfold();

            assertThat(browser.run(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0L);
            assertThat(wider(width)).as("%d pixels", width).isEmpty();
        }
    }

    @Test
    void tableScrollsByTheKeyboard() {
        browser.open(PAGES.get(Pack.NATIONAL), 320);
        browser.unfold();

        assertThat(browser.texts("""
                        return [...document.querySelectorAll('.box')].filter(box => box.scrollWidth > box.clientWidth)
                            .filter(box => { box.focus(); return document.activeElement !== box
                                || box.getAttribute('role') !== 'region' || !box.getAttribute('aria-labelledby'); })
                            .map(box => box.innerText.slice(0, 40))
                        """)).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('.box').length"))
                .isInstanceOf(Long.class)
                .isNotEqualTo(0L);
    }

    /* What reaches past the right edge, but for what scrolls within its box. */
    private static List<String> wider(int width) {
        return browser.texts("""
                return [...document.querySelectorAll('body *')]
                    .filter(part => !part.closest('.box *') && !part.closest('.skip') && !part.closest('caption'))
                    .filter(part => part.getBoundingClientRect().right > %d + 0.5)
                    .map(part => part.outerHTML.slice(0, 120))
                """.formatted(width));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAskedOfAnyone(Pack pack) {
        browser.requests();
        browser.open(PAGES.get(pack), 1280);

        assertThat(browser.requests()).containsExactly(PAGES.get(pack).toUri().toString());
        assertThat(browser.run("return document.title")).isEqualTo("Board pack as at 31 March 2025");
    }

    @Test
    void pageIsTheSameWithoutScripts() {
        String text = "return document.body.innerText";
        browser.open(PAGES.get(Pack.NATIONAL), 1280);
        Object withScripts = browser.run(text);
        try (Browser other = Browser.start()) {
            other.withoutScripts();
            other.open(PAGES.get(Pack.NATIONAL), 1280);

            assertThat(other.run(text)).isEqualTo(withScripts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCutOffOnPaper(Pack pack) {
        browser.open(PAGES.get(pack), 1280);
        browser.layOutForPrint(PAPER_WIDTH);

        assertThat(browser.texts("""
                        return [...document.querySelectorAll('main *')]
                            .filter(part => part.getBoundingClientRect().right > %d + 0.5)
                            .map(part => part.outerHTML.slice(0, 120))
                        """.formatted(PAPER_WIDTH))).isEmpty();
        assertThat(browser.texts("""
                        return [...document.querySelectorAll('tr, figure, li')]
                            .filter(part => part.getBoundingClientRect().height > %d)
                            .map(part => part.outerHTML.slice(0, 120))
                        """.formatted(PAPER_HEIGHT))).isEmpty();
    }

    @Test
    void paperIsA4OnItsSide() {
        browser.open(PAGES.get(Pack.NATIONAL), 1280);
        String pdf = browser.pdf();

        assertThat(Pattern.compile("/MediaBox \\[([^]]*)]")
                        .matcher(pdf)
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(box -> box.matches("0 0 84[12](\\.\\d+)? 59[456](\\.\\d+)?"));
        assertThat(Pattern.compile("/Type /Page\\b(?!s)").matcher(pdf).results().count())
                .isBetween(8L, 40L);
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL, 1280", "NATIONAL, 320", "PUBLISHED, 1280"})
    void whatACellSaysStaysInIt(Pack pack, int width) {
        browser.open(PAGES.get(pack), width);
        browser.unfold();

        assertThat(browser.texts("""
                        return [...document.querySelectorAll('td, th')].filter(cell => {
                            const range = document.createRange();
                            range.selectNodeContents(cell);
                            const text = range.getBoundingClientRect(), box = cell.getBoundingClientRect();
                            return text.width > 0 && (text.left < box.left - 0.5 || text.right > box.right + 0.5);
                        }).map(cell => cell.innerText)
                        """)).isEmpty();
    }

    /* 7 points are 9.33 pixels; a drawing's texts shrink with it. */
    @Test
    void noTextOnPaperIsSmallerThanSevenPoints() {
        browser.open(PAGES.get(Pack.NATIONAL), 1280);
        browser.layOutForPrint(PAPER_WIDTH);

        assertThat(browser.texts("""
                        return [...document.querySelectorAll('body *')].filter(part => part.getClientRects().length > 0
                            && [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())).filter(part => {
                                const drawing = part.ownerSVGElement;
                                const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
                                return parseFloat(getComputedStyle(part).fontSize) * scale < 9.33;
                        }).map(part => part.tagName + ': ' + part.textContent.slice(0, 60))
                        """)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void textsOfChartsStayInTheirDrawing(Pack pack) {
        browser.open(PAGES.get(pack), 1280);

        assertThat(browser.texts("""
                        return [...document.querySelectorAll('svg text')].filter(text => {
                            const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
                            return box.x < -1 || box.y < -1 || box.x + box.width > view.width + 1
                                || box.y + box.height > view.height + 1;
                        }).map(text => text.textContent)
                        """)).isEmpty();
    }
}
