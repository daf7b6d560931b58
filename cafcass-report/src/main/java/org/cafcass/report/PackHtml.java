package org.cafcass.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Measure;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Row;

/** A board pack in HTML: one file that needs no script and no other file. */
final class PackHtml {
    private static final String STYLE = resource("pack.css");

    private final Html html = new Html();
    private int tables;

    private PackHtml() {}

    static String of(String title, String about, List<PackSection> sections, Collection<Measure> measures) {
        PackHtml page = new PackHtml();
        page.write(title, about, sections, measures);
        return page.html.markup();
    }

    private void write(String title, String about, List<PackSection> sections, Collection<Measure> measures) {
        html.raw("<!DOCTYPE html>").line();
        html.begin("html", "lang", "en-GB").line().begin("head").line();
        html.empty("meta", "charset", "utf-8").line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
                .line();
        html.element("title", title).line();
        html.begin("style").line().raw(STYLE).endLine();
        html.endLine();
        html.begin("body").line();
        html.element("a", "Skip to the headlines", "class", "skip", "href", "#headlines")
                .line();
        html.begin("header").line();
        html.element("h1", title).line();
        html.element("p", about).line();
        html.endLine();
        contents(sections);
        html.begin("main").line();
        sections.forEach(this::section);
        definitions(measures);
        html.endLine().endLine().endLine();
    }

    private void contents(List<PackSection> sections) {
        html.begin("nav", "aria-label", "Contents").line().begin("ol").line();
        for (PackSection section : sections) {
            html.begin("li")
                    .element("a", section.title(), "href", "#" + section.id())
                    .endLine();
        }
        html.begin("li").element("a", "Definitions", "href", "#definitions").endLine();
        html.endLine().endLine();
    }

    private void section(PackSection section) {
        html.begin("section", "id", section.id(), "aria-labelledby", section.id() + "-title")
                .line();
        html.element("h2", section.title(), "id", section.id() + "-title").line();
        if (!section.introduction().isEmpty()) {
            html.element("p", section.introduction()).line();
        }
        if (!section.charts().isEmpty()) {
            html.begin("div", "class", "charts").line();
            section.charts().forEach(this::chart);
            html.endLine();
        }
        section.tables().forEach(this::table);
        html.endLine();
    }

    /* The drawing is described to a screen reader; its numbers are a click away for everyone. */
    private void chart(PackChart chart) {
        html.begin("figure").line();
        html.begin("h3");
        defined(chart.title(), chart.measure().map(Measure::name));
        html.endLine();
        html.raw(chart.svg()).line();
        html.element("figcaption", chart.summary()).line();
        html.begin("details").element("summary", "Numbers").line();
        table(chart.numbers());
        html.endLine().endLine();
    }

    /* The box scrolls where the table is wider than the screen; it takes the focus, so that the keyboard can scroll it. */
    private void table(PackTable table) {
        String id = "table-" + ++tables;
        html.begin("div", "class", "box", "role", "region", "tabindex", "0", "aria-labelledby", id)
                .line();
        html.begin("table").line();
        html.element("caption", table.caption(), "id", id).line();
        html.begin("thead").line().begin("tr");
        for (int i = 0; i < table.headings().size(); i++) {
            PackTable.Heading heading = table.headings().get(i);
            html.begin("th", "scope", "col", isNumeric(table, i - 1) ? "class" : "", "number");
            defined(heading.text(), heading.defined());
            html.end();
        }
        html.endLine().endLine().begin("tbody").line();
        for (Row row : table.rows()) {
            html.begin("tr").begin("th", "scope", "row");
            defined(row.label(), row.measure().map(Measure::name));
            html.end();
            row.cells().forEach(this::cell);
            html.endLine();
        }
        html.endLine().endLine().endLine();
    }

    private static boolean isNumeric(PackTable table, int column) {
        return column >= 0
                && table.rows().stream().allMatch(row -> row.cells().get(column).isNumber());
    }

    /* Words that name a figure lead to its definition. */
    private void defined(String text, Optional<String> name) {
        if (name.isPresent()) {
            html.element("a", text, "href", "#" + id(name.get()));
        } else {
            html.text(text);
        }
    }

    private void cell(Cell cell) {
        html.begin("td", cell.isNumber() ? "class" : "", "number");
        Optional<String> movement = cell.movement().map(moved -> moved.code());
        if (cell.note().isEmpty()) {
            if (movement.isPresent()) {
                html.element("span", cell.text(), "class", movement.get());
            } else {
                html.text(cell.text());
            }
        } else {
            html.text(cell.text() + " ");
            html.element("small", cell.note(), movement.isPresent() ? "class" : "", movement.orElse(""));
        }
        html.end();
    }

    private void definitions(Collection<Measure> measures) {
        html.begin("section", "id", "definitions", "aria-labelledby", "definitions-title")
                .line();
        html.element("h2", "Definitions", "id", "definitions-title").line();
        html.element(
                        "p",
                        "P is the period and D its last day; for stocks and for figures over months up to D, D is the as-at day.")
                .line();
        html.begin("dl").line();
        measures.stream().sorted(Comparator.comparing(Measure::title)).forEach(this::definition);
        html.element("dt", "Share still open", "id", id(PackContents.SHARE_STILL_OPEN))
                .line();
        html.begin("dd")
                .element(
                        "p",
                        "Cases open as at D, in percent of them and the cases closed in P: how much the durations of closed"
                                + " cases leave out.")
                .endLine();
        html.endLine().endLine();
    }

    private void definition(Measure measure) {
        html.begin("dt", "id", id(measure.name()))
                .text(measure.title() + " ")
                .element("code", measure.name())
                .endLine();
        html.begin("dd")
                .element("p", measure.definition())
                .element(
                        "p",
                        "Formula: " + measure.formula() + ". Unit: " + measure.unit() + ". " + better(measure)
                                + " Source: " + measure.source() + ". Broken down by: " + keys(measure) + ".")
                .endLine();
    }

    private static String better(Measure measure) {
        Direction direction = measure.direction();
        return direction == Direction.NEITHER
                ? "Neither way is better in itself."
                : direction == Direction.HIGHER_IS_BETTER ? "Higher is better." : "Lower is better.";
    }

    private static String keys(Measure measure) {
        return measure.keys().isEmpty()
                ? "nothing"
                : measure.keys().stream().map(BreakdownKey::code).sorted().collect(Collectors.joining(", "));
    }

    private static String id(String name) {
        return "definition-" + name;
    }

    private static String resource(String name) {
        try (InputStream resource = PackHtml.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
