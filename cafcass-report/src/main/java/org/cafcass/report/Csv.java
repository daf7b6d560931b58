package org.cafcass.report;

import java.io.IOException;
import java.util.regex.Pattern;

/** Rows of a CSV file: RFC 4180 with LF, every text harmless to a spreadsheet, every number as it is. */
final class Csv {
    /* What a spreadsheet would run or take for a formula, after blanks or none: OWASP's list with its full-width forms. */
    private static final Pattern FORMULA =
            Pattern.compile("\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern TO_BE_QUOTED = Pattern.compile(".*[\",\\r\\n].*|\\s.*|.*\\s", Pattern.DOTALL);

    private Csv() {}

    static void row(Appendable to, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                to.append(',');
            }
            to.append(cell(cells[i]));
        }
        to.append('\n');
    }

    private static String cell(String text) {
        if (isPlain(text)) {
            return text;
        }
        String harmless =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return TO_BE_QUOTED.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /* Most cells: letters, digits and what joins them, beginning with neither a blank nor a sign. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
            boolean joining = i > 0 && (c == '-' || c == '_' || c == '.' || c == '=' || c == ';' || c == '%');
            if (!letterOrDigit && !joining) {
                return false;
            }
        }
        return true;
    }
}
