package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The counts of a pack, printed as a paper prints them (value, previous, change, change in percent), pass the check of published figures;
 * a count that is 1 off does not.
 */
class OwnPackCheckTest {
    private static final List<String> COUNTED = List.of("cases", "children", "reports", "audits");
    private static final Map<String, String> NAMES = Map.of(
            "open-cases", "open cases",
            "open-cases-52-weeks", "open 52 weeks or more",
            "open-cases-100-weeks", "open 100 weeks or more",
            "court-ready-cases", "court ready",
            "duty-cases", "duty cases");
    private static final String HEADER =
            "id,document,as_at_or_period,measure,breakdown,unit,value,compared_with,previous,change,change_percent";

    @TempDir
    private Path folder;

    @Test
    void ownPackIsConsistentAndASlipIsFound() throws Exception {
        Path extract = folder.resolve("extract");
        Path pack = folder.resolve("pack");
        Run.of("synthesise", "--scale", "0.01", "--seed", "7", "--out", extract);
        Run.of("pack", "--extract", extract, "--as-at", "2025-03-31", "--compare", "previous-year", "--out", pack);
        List<String> printed = printed(Files.readAllLines(pack.resolve("figures.csv")));

        Run whole = check(printed);
        assertThat(printed).hasSizeGreaterThan(500);
        assertThat(whole.out().lines().filter(line -> line.matches(".*,(inconsistent|implausible),.*")))
                .isEmpty();
        assertThat(whole.status()).isZero();
        assertThat(whole.out().lines().filter(line -> line.contains(",consistent,")))
                .hasSizeGreaterThan(500);

        String slip = "open-cases|2025-03-31|law=public";
        Run planted = check(printed.stream()
                .map(row -> row.startsWith(slip + ",") ? oneMore(row) : row)
                .toList());
        assertThat(planted.status()).isEqualTo(1);
        assertThat(planted.out().lines().filter(line -> line.contains(",inconsistent,")))
                .singleElement()
                .asString()
                .startsWith(slip + ",inconsistent,");
    }

    private Run check(List<String> rows) throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Run.of("check", "--figures", Files.write(folder.resolve("printed.csv"), lines));
    }

    private static String oneMore(String row) {
        String[] cells = row.split(",", -1);
        cells[6] = new BigDecimal(cells[6]).add(BigDecimal.ONE).toPlainString();
        return String.join(",", cells);
    }

    /** The counts of the later of the two periods of each measure, with those of the earlier beside them. */
    private static List<String> printed(List<String> figures) {
        Map<String, String[]> latest = new HashMap<>();
        Map<String, String[]> before = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (String line : figures.subList(1, figures.size())) {
            String[] cells = line.split(",", -1);
            if (COUNTED.contains(cells[1]) && !cells[0].equals("net-change") && cells[10].equals("ok")) {
                String part = cells[0] + "|" + cells[4];
                if (cells[3].equals("2025-03-31")) {
                    latest.put(part, cells);
                    parts.add(part);
                } else {
                    before.put(part, cells);
                }
            }
        }
        List<String> printed = new ArrayList<>();
        for (String part : parts) {
            String[] now = latest.get(part);
            String[] then = before.get(part);
            String change = "";
            String percent = "";
            if (then != null) {
                BigDecimal previous = new BigDecimal(then[5]);
                BigDecimal difference = new BigDecimal(now[5]).subtract(previous);
                change = difference.toPlainString();
                percent = previous.signum() == 0
                        ? ""
                        : difference
                                .multiply(BigDecimal.valueOf(100))
                                .divide(previous, 1, RoundingMode.HALF_UP)
                                .toPlainString();
            }
            printed.add(String.join(
                    ",",
                    now[0] + "|" + now[3] + "|" + now[4],
                    "pack",
                    period(now),
                    NAMES.getOrDefault(now[0], now[0]),
                    now[4].isEmpty() ? "all" : now[4],
                    now[1],
                    now[5],
                    then == null ? "" : period(then),
                    then == null ? "" : then[5],
                    change,
                    percent));
        }
        return printed;
    }

    private static String period(String[] cells) {
        return cells[2].equals(cells[3]) ? cells[3] : cells[2] + "/" + cells[3];
    }
}
