package org.cafcass.model.synthetic;

import static java.util.Objects.requireNonNull;
import static org.cafcass.model.synthetic.CaseFile.NEVER;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A table of a scenario: a resource of tab-separated lines under a header. */
final class Table {
    private static final Splitter TABS = Splitter.on('\t');

    private Table() {}

    /* The class itself looks its resource up: another module's class would not see it. */
    static List<Line> read(String resource) {
        List<String> lines;
        try {
            lines = Resources.readLines(
                    requireNonNull(Table.class.getResource(resource), resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read scenario table: " + resource, e);
        }
        List<String> header = TABS.splitToList(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> new Line(header, TABS.splitToList(line)))
                .toList();
    }

    record Line(List<String> header, List<String> cells) {
        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        int count(String column) {
            return Integer.parseInt(text(column));
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        int day(String column) {
            String text = text(column);
            return text.isEmpty() ? NEVER : (int) LocalDate.parse(text).toEpochDay();
        }

        <E extends Enum<E>> E constant(String column, Class<E> type) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        }
    }
}
