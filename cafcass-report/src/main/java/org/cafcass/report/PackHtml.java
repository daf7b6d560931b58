package org.cafcass.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cafcass.metrics.Movement;
import org.cafcass.report.PackDefinitions.Definition;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Row;
import org.cafcass.report.PackTable.Sign;
import org.cafcass.report.PackTable.Was;

/** A board pack in HTML: one file that needs no script and no other file. */
final class PackHtml {
    private static final String STYLE = resource("pack.css");

    private static final int FEW_COLUMNS = 4;
    private static final int MANY_COLUMNS = 10;

    private final Html html = new Html();
    private int tables;

    private PackHtml() {}

    static String of(String title, String about, List<PackSection> sections, PackDefinitions definitions) {
        PackHtml page = new PackHtml();
        page.write(title, about, sections, definitions);
        return page.html.markup();
    }

    private void write(String title, String about, List<PackSection> sections, PackDefinitions definitions) {
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
        html.element("a", "Skip to the figures", "class", "skip", "href", "#brief")
                .line();
        html.begin("header").line();
        html.element("h1", title).line();
        html.element("p", about).line();
        html.element(
                        "p",
                        "On paper, folded tables and the numbers of charts are left out: on a screen this page has them.",
                        "class",
                        "printed")
                .line();
        html.endLine();
        contents(sections);
        html.begin("main").line();
        sections.forEach(this::section);
        definitions(definitions);
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
            html.element("p", section.introduction(), "class", "introduction").line();
        }
        String open = "";
        for (PackBlock block : section.blocks()) {
            String group = block instanceof PackChart ? "charts" : block instanceof PackList ? "lists" : "";
            if (!group.equals(open)) {
                endGroup(open);
                beginGroup(group);
                open = group;
            }
            block(block);
        }
        endGroup(open);
        html.endLine();
    }

    /* Charts stand side by side, and so do lists. */
    private void beginGroup(String group) {
        if (!group.isEmpty()) {
            html.begin("div", "class", group).line();
        }
    }

    private void endGroup(String group) {
        if (!group.isEmpty()) {
            html.endLine();
        }
    }

    private void block(PackBlock block) {
        if (block instanceof PackTiles tiles) {
            tiles(tiles);
        } else if (block instanceof PackList list) {
            list(list);
        } else if (block instanceof PackChart chart) {
            chart(chart);
        } else if (block instanceof PackTable table) {
            table(table);
        }
    }

    private void tiles(PackTiles tiles) {
        html.begin("ul", "class", "tiles").line();
        for (PackTiles.Tile tile : tiles.tiles()) {
            html.begin("li");
            defined(tile.title(), Optional.of(tile.figure().measure().name()));
            html.begin("strong").text(Shown.value(tile.figure()));
            String unit = tile.figure().value().isEmpty()
                    ? ""
                    : Shown.unit(tile.figure().measure());
            if (unit.equals("%")) {
                html.text(unit).end();
            } else {
                html.element("small", unit).end();
            }
            tile.was().ifPresent(this::was);
            html.endLine();
        }
        html.endLine();
    }

    private void list(PackList list) {
        html.begin("div", "class", "list " + list.tone().name().toLowerCase(Locale.ROOT) + "-news")
                .line();
        html.element("h3", list.title()).line().begin("ul").line();
        for (PackList.Item item : list.items()) {
            html.begin("li");
            defined(item.lead(), item.defined());
            html.text(": " + item.text()).endLine();
        }
        html.endLine().endLine();
    }

    /* The drawing is described to a screen reader; its numbers are a click away for everyone. */
    private void chart(PackChart chart) {
        html.begin("figure").line();
        html.begin("h3");
        defined(chart.title(), Optional.of(chart.measure().name()));
        html.endLine();
        html.raw(chart.svg()).line();
        html.element("figcaption", chart.summary()).line();
        html.begin("details").element("summary", "Numbers").line();
        box(chart.numbers());
        html.endLine().endLine();
    }

    private void table(PackTable table) {
        if (table.folded()) {
            html.begin("details", "class", "folded")
                    .element("summary", table.caption())
                    .line();
        }
        box(table);
        if (!table.note().isEmpty()) {
            html.element("p", table.note(), "class", "note").line();
        }
        if (table.folded()) {
            html.endLine();
        }
    }

    /* The box scrolls where the table is wider than the screen; it takes the focus, so that the keyboard can scroll it. */
    private void box(PackTable table) {
        String id = "table-" + ++tables;
        html.begin("div", "class", "box", "role", "region", "tabindex", "0", "aria-labelledby", id)
                .line();
        int columns = table.headings().size();
        String style = columns <= FEW_COLUMNS ? "narrow" : columns >= MANY_COLUMNS ? "wide" : "";
        html.begin("table", style.isEmpty() ? "" : "class", style).line();
        html.element("caption", table.caption(), "id", id).line();
        html.begin("thead").line().begin("tr");
        for (int i = 0; i < table.headings().size(); i++) {
            PackTable.Heading heading = table.headings().get(i);
            html.begin("th", "scope", "col", table.isNumeric(i) ? "class" : "", "number");
            defined(heading.text(), heading.defined());
            html.end();
        }
        html.endLine().endLine().begin("tbody").line();
        for (Row row : table.rows()) {
            html.begin("tr").begin("th", "scope", "row");
            defined(row.label(), row.defined());
            html.end();
            row.cells().forEach(this::cell);
            html.endLine();
        }
        html.endLine().endLine().endLine();
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
        List<String> styles = new ArrayList<>();
        if (cell.isNumber()) {
            styles.add("number");
        }
        cell.colour().ifPresent(colour -> styles.add(colour.code()));
        html.begin("td", styles.isEmpty() ? "" : "class", String.join(" ", styles));
        if (cell.isDirection()) {
            moved(cell.text(), cell.movement());
        } else {
            html.text(cell.text());
        }
        cell.colour().ifPresent(colour -> html.text(" ").element("small", colour.code()));
        if (!cell.signs().isEmpty()) {
            html.text(" ").begin("small", "class", "signs");
            for (Sign sign : cell.signs()) {
                html.begin("span");
                html.element("span", sign.sign() + "\u00A0", "aria-hidden", "true");
                html.text(sign.words()).end().text(" ");
            }
            html.end();
        }
        cell.was().ifPresent(this::was);
        if (!cell.limits().isEmpty()) {
            html.text(" ").element("small", "95%: " + cell.limits(), "class", "limits");
        }
        html.end();
    }

    private void was(Was was) {
        html.text(" ").begin("small").element("span", "was " + was.value());
        if (!was.direction().isEmpty()) {
            html.text(" ");
            moved(was.direction(), was.movement());
        }
        html.end();
    }

    /* Which way it moved is an arrow to the eye and a word to the ear, whether that is better a word to both. */
    private void moved(String direction, Optional<Movement> movement) {
        String arrow = direction.matches("rose\\b.*") ? "\u25B2" : direction.matches("fell\\b.*") ? "\u25BC" : "";
        html.begin(
                "span",
                movement.isPresent() ? "class" : "",
                movement.map(Movement::code).orElse(""));
        if (!arrow.isEmpty()) {
            html.element("span", arrow + "\u00A0", "aria-hidden", "true");
        }
        html.text(direction).end();
    }

    private void definitions(PackDefinitions definitions) {
        html.begin("section", "id", "definitions", "aria-labelledby", "definitions-title")
                .line();
        html.element("h2", "Definitions", "id", "definitions-title").line();
        definitions.introduction().forEach(text -> html.element("p", text).line());
        html.begin("dl").line();
        definitions.definitions().forEach(this::definition);
        html.endLine().endLine();
    }

    private void definition(Definition definition) {
        html.begin("div");
        html.begin("dt", "id", id(definition.name())).text(definition.title());
        if (definition.isMeasure()) {
            html.text(" ").element("code", definition.name());
        }
        html.endLine();
        html.begin("dd").element("p", definition.text());
        if (!definition.details().isEmpty()) {
            html.element("p", definition.details());
        }
        html.endLine().endLine();
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
