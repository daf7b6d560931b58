package org.cafcass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cafcass.report.PackDefinitions.Definition;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Row;

/** A board pack in Markdown. */
final class PackMarkdown {
    private static final String PUNCTUATION = "([\\\\`*_{}\\[\\]<>#|~&!])";

    private PackMarkdown() {}

    static String of(String title, String about, List<PackSection> sections, PackDefinitions definitions) {
        StringBuilder text = new StringBuilder("# " + escape(title) + "\n\n" + escape(about) + "\n");
        for (PackSection section : sections) {
            text.append("\n## ").append(escape(section.title())).append('\n');
            if (!section.introduction().isEmpty()) {
                text.append('\n').append(escape(section.introduction())).append('\n');
            }
            section.blocks().forEach(block -> append(text, block));
        }
        append(text, definitions);
        return text.toString();
    }

    private static void append(StringBuilder text, PackDefinitions definitions) {
        text.append("\n## Definitions\n");
        definitions
                .introduction()
                .forEach(said -> text.append('\n').append(escape(said)).append('\n'));
        text.append('\n');
        for (Definition definition : definitions.definitions()) {
            text.append("- **").append(escape(definition.title())).append("**");
            if (definition.isMeasure()) {
                text.append(" (`").append(definition.name()).append("`)");
            }
            text.append(": ")
                    .append(escape((definition.text() + " " + definition.details()).strip()))
                    .append('\n');
        }
    }

    /* What stands out in tiles stands in a table too. */
    private static void append(StringBuilder text, PackBlock block) {
        if (block instanceof PackList list) {
            heading(text, list.title());
            for (PackList.Item item : list.items()) {
                text.append("- ")
                        .append(escape(item.lead() + ": " + item.text()))
                        .append('\n');
            }
        } else if (block instanceof PackChart chart) {
            heading(text, chart.title());
            text.append(escape(chart.summary())).append('\n');
        } else if (block instanceof PackTable table) {
            heading(text, table.caption());
            append(text, table);
            if (!table.note().isEmpty()) {
                text.append('\n').append(escape(table.note())).append('\n');
            }
        }
    }

    private static void heading(StringBuilder text, String heading) {
        text.append("\n### ").append(escape(heading)).append("\n\n");
    }

    private static void append(StringBuilder text, PackTable table) {
        row(
                text,
                table.headings().stream().map(heading -> escape(heading.text())).toList());
        text.append('|');
        for (int i = 0; i < table.headings().size(); i++) {
            text.append(table.isNumeric(i) ? " ---: |" : " --- |");
        }
        text.append('\n');
        for (Row row : table.rows()) {
            List<String> cells = row.cells().stream().map(PackMarkdown::cell).collect(Collectors.toList());
            cells.add(0, escape(row.label()));
            row(text, cells);
        }
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(Cell cell) {
        List<String> notes = new ArrayList<>();
        cell.colour().ifPresent(colour -> notes.add(colour.code()));
        cell.signs().forEach(sign -> notes.add(sign.words()));
        if (!cell.limits().isEmpty()) {
            notes.add("95%: " + cell.limits());
        }
        cell.was().ifPresent(was -> notes.add(was.inWords()));
        return escape(notes.isEmpty() ? cell.text() : cell.text() + " (" + String.join("; ", notes) + ")");
    }

    private static String escape(String text) {
        return Shown.onOneLine(text).replaceAll(PUNCTUATION, "\\\\$1");
    }
}
