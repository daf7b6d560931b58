package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cafcass.model.Application;
import org.cafcass.model.AuditScale;
import org.cafcass.model.Code;
import org.cafcass.model.RatingScale;
import org.jspecify.annotations.Nullable;

/**
 * The reading of CSV files as the format's page says it, row by row, plain and slow: what the reader gives is compared with it. Knows
 * the names and kinds of columns from {@link ExtractTable}, and shares nothing else with the reader. The files are well-formed.
 */
final class PlainReader {
    /** One row of a file: the line on which it begins, and its cells. */
    record Line(long number, List<String> cells) {}

    /** A row that is read: its line, and by column the values as they are written; an absent one is an empty text. */
    record Row(long line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private record Fault(String column, SetAsideReason reason) {}

    final Map<ExtractTable, List<Row>> read = new EnumMap<>(ExtractTable.class);
    final List<SetAsideRow> setAside = new ArrayList<>();
    private final Map<ExtractTable, Set<String>> identifiersRead = new EnumMap<>(ExtractTable.class);
    private final Map<ExtractTable, Set<String>> identifiersSetAside = new EnumMap<>(ExtractTable.class);

    PlainReader(Map<ExtractTable, String> files) {
        new EnumMap<>(files).forEach(this::read);
    }

    static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        int at = file.startsWith("\uFEFF") ? 1 : 0;
        long line = 1;
        while (at < file.length()) {
            if (file.startsWith("\n", at) || file.startsWith("\r\n", at)) {
                at += file.charAt(at) == '\n' ? 1 : 2;
                line++;
                continue;
            }
            long first = line;
            List<String> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                StringBuilder cell = new StringBuilder();
                if (file.startsWith("\"", at)) {
                    at++;
                    while (file.charAt(at) != '"' || file.startsWith("\"\"", at)) {
                        line += file.charAt(at) == '\n' ? 1 : 0;
                        cell.append(file.charAt(at));
                        at += file.charAt(at) == '"' ? 2 : 1;
                    }
                    at++;
                } else {
                    while (at < file.length()
                            && file.charAt(at) != ','
                            && file.charAt(at) != '\n'
                            && !file.startsWith("\r\n", at)) {
                        cell.append(file.charAt(at++));
                    }
                }
                cells.add(cell.toString());
                more = at < file.length() && file.charAt(at) == ',';
                at += file.startsWith("\r\n", at) ? 2 : 1;
            }
            line++;
            lines.add(new Line(first, cells));
        }
        return lines;
    }

    private void read(ExtractTable table, String file) {
        List<Line> lines = lines(file);
        List<String> header = lines.get(0).cells();
        List<Row> kept = new ArrayList<>();
        List<SetAsideRow> aside = new ArrayList<>();
        Set<String> identifiersAside = new HashSet<>();
        boolean identified = table.columns().get(0).kind() == ExtractColumn.Kind.IDENTIFIER;
        String first = table.columns().get(0).name();
        for (Line line : lines.subList(1, lines.size())) {
            if (line.cells().size() != header.size()) {
                aside.add(new SetAsideRow(table, line.number(), "", "", SetAsideReason.CELL_COUNT));
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), line.cells().get(i));
            }
            Row row = new Row(line.number(), cells);
            Fault fault = fault(table, row);
            if (fault == null) {
                kept.add(row);
            } else {
                aside.add(setAside(table, row, fault.column(), fault.reason()));
                String identifier = row.get(first);
                if (identified && !identifier.isEmpty() && !isTooLong(identifier)) {
                    identifiersAside.add(identifier);
                }
            }
        }
        setRepeatedAside(table, kept, aside);
        if (table == ExtractTable.ALLOCATIONS) {
            setOverlapsAside(kept, aside);
        }
        aside.sort(Comparator.comparing(SetAsideRow::line));
        setAside.addAll(aside);
        read.put(table, kept);
        Set<String> identifiers = new HashSet<>();
        kept.forEach(row -> identifiers.add(row.get(first)));
        identifiersRead.put(table, identifiers);
        identifiersSetAside.put(table, identifiersAside);
    }

    private static SetAsideRow setAside(ExtractTable table, Row row, String column, SetAsideReason reason) {
        return new SetAsideRow(table, row.line(), column, row.get(column), reason);
    }

    private @Nullable Fault fault(ExtractTable table, Row row) {
        for (ExtractColumn column : table.columns()) {
            SetAsideReason reason = fault(table, column, row);
            if (reason != null) {
                return new Fault(column.name(), reason);
            }
        }
        Fault fault = acrossColumns(table, row);
        if (fault != null) {
            return fault;
        }
        for (SetAsideReason reason :
                List.of(SetAsideReason.REFERS_TO_ROW_SET_ASIDE, SetAsideReason.REFERS_TO_NOTHING)) {
            for (ExtractColumn column : table.columns()) {
                if (column.kind() == ExtractColumn.Kind.REFERENCE && reason == reference(column, row)) {
                    return new Fault(column.name(), reason);
                }
            }
        }
        return null;
    }

    private static @Nullable SetAsideReason fault(ExtractTable table, ExtractColumn column, Row row) {
        String text = row.get(column.name());
        if (text.isEmpty()) {
            String kind = row.get("kind").toLowerCase(java.util.Locale.ROOT);
            boolean needsAdviser = table == ExtractTable.ALLOCATIONS
                    && column.name().equals("adviser_id")
                    && (kind.equals("lead") || kind.equals("support"));
            return column.required() || needsAdviser ? SetAsideReason.REQUIRED_AND_EMPTY : null;
        }
        return switch (column.kind()) {
            case IDENTIFIER, REFERENCE -> isTooLong(text) ? SetAsideReason.TOO_LONG : null;
            case TEXT -> null;
            case DATE -> isDay(text) ? null : SetAsideReason.NOT_A_DATE;
            case CODE ->
                column.codes().stream().anyMatch(code -> code.code().equals(lowerCase(text)))
                        ? null
                        : SetAsideReason.UNKNOWN_CODE;
            case BOOLEAN -> lowerCase(text).matches("true|false") ? null : SetAsideReason.UNKNOWN_CODE;
            case COUNT ->
                !text.matches("[0-9]+")
                        ? SetAsideReason.NOT_A_NUMBER
                        : new BigInteger(text).bitLength() > 31 ? SetAsideReason.OUT_OF_RANGE : null;
            case DECIMAL ->
                !text.matches("[0-9]+([.][0-9]+)?")
                        ? SetAsideReason.NOT_A_NUMBER
                        : isInRange(table, column.name(), new BigDecimal(text)) ? null : SetAsideReason.OUT_OF_RANGE;
        };
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > 64;
    }

    private static boolean isDay(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder();
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    private static boolean isInRange(ExtractTable table, String column, BigDecimal number) {
        return switch (table.fileName() + "." + column) {
            case "advisers.fte" -> number.signum() > 0 && number.compareTo(new BigDecimal("1.5")) <= 0;
            case "advisers.ceiling" -> number.signum() > 0;
            default -> number.signum() >= 0;
        };
    }

    private @Nullable Fault acrossColumns(ExtractTable table, Row row) {
        return switch (table) {
            case ADVISERS -> notBefore(row, "left_on", "started_on", SetAsideReason.LEFT_BEFORE_STARTED);
            case CASES -> {
                Application application = code(Application.values(), row.get("application"));
                if (!application.law().code().equals(lowerCase(row.get("law")))) {
                    yield new Fault("application", SetAsideReason.APPLICATION_NOT_OF_LAW);
                }
                Fault closed = notBefore(row, "closed_on", "received_on", SetAsideReason.CLOSED_BEFORE_RECEIVED);
                yield closed != null
                        ? closed
                        : notBefore(
                                row, "first_hearing_on", "received_on", SetAsideReason.FIRST_HEARING_BEFORE_RECEIVED);
            }
            case ALLOCATIONS -> {
                Fault to = notBefore(row, "to", "from", SetAsideReason.TO_BEFORE_FROM);
                yield to != null ? to : allocatedBeforeReceived(row);
            }
            case HEARINGS -> notBefore(row, "vacated_on", "listed_on", SetAsideReason.VACATED_BEFORE_LISTED);
            case REPORTS -> notBefore(row, "filed_on", "ordered_on", SetAsideReason.FILED_BEFORE_ORDERED);
            case AUDITS -> {
                List<? extends Code> grades =
                        code(AuditScale.values(), row.get("scale")).grades();
                Fault grade = ofScale(row, "grade", grades);
                yield grade != null ? grade : ofScale(row, "moderated_grade", grades);
            }
            case FEEDBACK -> notBefore(row, "responded_on", "received_on", SetAsideReason.RESPONDED_BEFORE_RECEIVED);
            case ABSENCES, POSTS -> notBefore(row, "to", "from", SetAsideReason.TO_BEFORE_FROM);
            case CHECKS -> notBefore(row, "returned_on", "requested_on", SetAsideReason.RETURNED_BEFORE_REQUESTED);
            case SURVEY -> {
                int agreed = Integer.parseInt(row.get("agreed"));
                int responses = Integer.parseInt(row.get("responses"));
                int invited = Integer.parseInt(row.get("invited"));
                yield agreed > responses || responses > invited
                        ? new Fault("agreed", SetAsideReason.SURVEY_COUNTS)
                        : null;
            }
            case RATINGS ->
                ofScale(
                        row,
                        "rating",
                        code(RatingScale.values(), row.get("scale")).ratings());
            case AREAS, CHILDREN, ANSWERS -> null;
        };
    }

    private static <C extends Code> C code(C[] codes, String text) {
        for (C code : codes) {
            if (code.code().equals(lowerCase(text))) {
                return code;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static @Nullable Fault notBefore(Row row, String later, String earlier, SetAsideReason reason) {
        boolean before = !row.get(later).isEmpty() && row.get(later).compareTo(row.get(earlier)) < 0;
        return before ? new Fault(later, reason) : null;
    }

    private static @Nullable Fault ofScale(Row row, String column, List<? extends Code> codes) {
        String text = lowerCase(row.get(column));
        return text.isEmpty() || codes.stream().anyMatch(code -> code.code().equals(text))
                ? null
                : new Fault(column, SetAsideReason.GRADE_NOT_OF_SCALE);
    }

    private @Nullable Fault allocatedBeforeReceived(Row row) {
        if (lowerCase(row.get("kind")).equals("support")) {
            return null;
        }
        return read.get(ExtractTable.CASES).stream()
                .filter(one -> one.get("case_id").equals(row.get("case_id")))
                .filter(one -> row.get("from").compareTo(one.get("received_on")) < 0)
                .findFirst()
                .map(one -> new Fault("from", SetAsideReason.ALLOCATION_BEFORE_RECEIVED))
                .orElse(null);
    }

    private @Nullable SetAsideReason reference(ExtractColumn column, Row row) {
        String text = row.get(column.name());
        ExtractTable table = column.references().orElseThrow();
        if (text.isEmpty() || identifiersRead.getOrDefault(table, Set.of()).contains(text)) {
            return null;
        }
        return identifiersSetAside.getOrDefault(table, Set.of()).contains(text)
                ? SetAsideReason.REFERS_TO_ROW_SET_ASIDE
                : SetAsideReason.REFERS_TO_NOTHING;
    }

    private static void setRepeatedAside(ExtractTable table, List<Row> kept, List<SetAsideRow> aside) {
        Set<List<String>> keys = new HashSet<>();
        kept.removeIf(row -> {
            List<String> key =
                    table.key().stream().map(column -> row.get(column.name())).toList();
            boolean repeated = !key.isEmpty() && !keys.add(key);
            if (repeated) {
                aside.add(setAside(table, row, table.columns().get(0).name(), SetAsideReason.REPEATED_IDENTIFIER));
            }
            return repeated;
        });
    }

    private static void setOverlapsAside(List<Row> kept, List<SetAsideRow> aside) {
        List<Row> inOrder = new ArrayList<>(kept);
        inOrder.sort(Comparator.comparing((Row row) -> row.get("from")));
        List<Row> standing = new ArrayList<>();
        for (Row row : inOrder) {
            if (lowerCase(row.get("kind")).equals("support") || row.get("from").equals(row.get("to"))) {
                continue;
            }
            boolean overlaps = standing.stream()
                    .filter(other -> other.get("case_id").equals(row.get("case_id")))
                    .anyMatch(other ->
                            other.get("to").isEmpty() || row.get("from").compareTo(other.get("to")) < 0);
            if (overlaps) {
                kept.remove(row);
                aside.add(setAside(ExtractTable.ALLOCATIONS, row, "from", SetAsideReason.OVERLAP));
            } else {
                standing.add(row);
            }
        }
    }
}
