package org.cafcass.report;

import java.util.List;
import java.util.stream.Collectors;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Row;

/** A board pack in Markdown. */
final class PackMarkdown {
    private static final String PUNCTUATION = "([\\\\`*_{}\\[\\]<>#|~&!])";

    private PackMarkdown() {}

    static String of(String title, String about, List<PackSection> sections) {
        StringBuilder text = new StringBuilder("# " + escape(title) + "\n\n" + escape(about) + "\n");
        for (PackSection section : sections) {
            text.append("\n## ").append(escape(section.title())).append('\n');
            if (!section.introduction().isEmpty()) {
                text.append('\n').append(escape(section.introduction())).append('\n');
            }
            for (PackChart chart : section.charts()) {
                text.append("\n### ").append(escape(chart.title())).append("\n\n");
                text.append(escape(chart.summary())).append('\n');
            }
            for (PackTable table : section.tables()) {
                text.append("\n### ").append(escape(table.caption())).append("\n\n");
                append(text, table);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, PackTable table) {
        row(
                text,
                table.headings().stream().map(heading -> escape(heading.text())).toList());
        text.append('|');
        for (int i = 0; i < table.headings().size(); i++) {
            text.append(isNumeric(table, i - 1) ? " ---: |" : " --- |");
        }
        text.append('\n');
        for (Row row : table.rows()) {
            List<String> cells = row.cells().stream().map(PackMarkdown::cell).collect(Collectors.toList());
            cells.add(0, escape(row.label()));
            row(text, cells);
        }
    }

    private static boolean isNumeric(PackTable table, int column) {
        return column >= 0
                && table.rows().stream().allMatch(row -> row.cells().get(column).isNumber());
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(Cell cell) {
        return escape(cell.note().isEmpty() ? cell.text() : cell.text() + " (" + cell.note() + ")");
    }

    private static String escape(String text) {
        return Shown.onOneLine(text).replaceAll(PUNCTUATION, "\\\\$1");
    }
}
