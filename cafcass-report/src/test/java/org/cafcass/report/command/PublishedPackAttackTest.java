package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader who has the whole figures.csv of a pack that was published, and knows the definitions: works out bounds for every hidden
 * count, from every total and every pair of measures, until nothing narrows any more. Reads the files alone, and shares nothing with the
 * code under test.
 */
class PublishedPackAttackTest {
    /** Ratio, numerator, denominator; a count that no measure of its own has is named here. */
    private static final String RATIOS = """
            within-26-weeks-percent within-26-weeks-cases cases-closed
            duration-mean-weeks - cases-closed
            open-age-mean-weeks - open-cases
            clearance-rate-percent cases-closed cases-received
            disposition-time-days open-cases cases-closed
            cases-returning-percent returning cases-received
            cases-received-per-working-day cases-received -
            court-ready-percent court-ready-cases open-private
            hearing-ahead-percent hearing-ahead-cases open-private
            filing-mean-working-weeks - reports-filed
            filing-extended-percent extended first-agreed
            filing-by-agreed-date-percent by-agreed agreed
            filing-within-40-working-days-percent in-40 due-40
            allocation-mean-days - first-allocated
            allocation-mean-working-days - first-allocated
            allocated-by-month-end-percent by-month-end cases-received
            supervisor-lead-percent led held-by-supervisors
            supervisor-caseload-mean held-by-supervisors supervisors
            supervisors-above-12-percent above-12 supervisors
            duty-cases-per-service-manager duty-of-managers managers
            caseload-mean held advisers
            caseload-above-20-percent above-20 advisers
            caseload-above-25-percent above-25 advisers
            caseload-above-40-percent above-40 advisers
            caseload-fte-20-or-more-percent fte-20 advisers
            caseload-fte-25-or-more-percent fte-25 advisers
            audit-good-or-outstanding-percent good graded
            audit-coverage-percent with-audit eligible
            audit-collaborative-percent collaborative local-audits
            audit-significant-learning-percent learning learning-answered
            audit-introduction-letter-percent letter letter-answered
            audit-recommendations-shared-percent shared shared-answered
            audit-feedback-percent feedback feedback-answered
            engagement-recorded-percent recorded eligible-children
            engagement-in-person-percent in-person recorded
            feedback-positive-percent positive answered
            police-checks-within-2-working-days-percent returned-in-2 checked
            locum-share-percent locums headcount
            """;

    /** Part and whole of the same breakdown and days. */
    private static final String PARTS = """
            open-cases-52-weeks open-cases
            open-cases-100-weeks open-cases-52-weeks
            open-children-52-weeks open-children
            open-children-100-weeks open-children-52-weeks
            distinct-open-children open-children
            distinct-children-received children-received
            returning cases-received
            by-month-end cases-received
            within-26-weeks-cases cases-closed
            within-26-weeks-children children-closed
            court-ready-children open-children
            court-ready-cases open-private
            hearing-ahead-children open-children
            hearing-ahead-cases open-private
            hearing-unlisted-cases open-private
            hearing-unlisted-children open-children
            open-private open-cases
            duty-cases open-cases
            duty-children open-children
            hub-cases open-cases
            unallocated-cases open-cases
            extended first-agreed
            first-agreed agreed
            agreed reports-filed
            by-agreed agreed
            in-40 due-40
            led held-by-supervisors
            above-12 supervisors
            above-20 advisers
            above-25 above-20
            above-40 above-25
            fte-20 advisers
            fte-25 fte-20
            advisers headcount
            good graded
            graded audits-completed
            with-audit eligible
            eligible advisers
            collaborative local-audits
            local-audits audits-completed
            learning learning-answered
            letter letter-answered
            shared shared-answered
            feedback feedback-answered
            recorded eligible-children
            in-person recorded
            eligible-children open-children
            positive answered
            answered feedback-received
            returned-in-2 checked
            locums headcount
            """;

    private static final List<String> COUNTED =
            List.of("cases", "children", "reports", "audits", "reflections", "complaints", "compliments", "people");

    private record Cell(String counted, String first, String last, Map<String, String> part) {
        Cell with(String key, String value) {
            Map<String, String> more = new TreeMap<>(part);
            more.put(key, value);
            return new Cell(counted, first, last, more);
        }

        Cell without(String key) {
            Map<String, String> less = new TreeMap<>(part);
            less.remove(key);
            return new Cell(counted, first, last, less);
        }

        Cell of(String other) {
            return new Cell(other, first, last, part);
        }
    }

    /** Counts of one side are together as many as those of the other, or fewer. */
    private record Balance(List<Cell> one, List<Cell> other, boolean orFewer) {}

    @TempDir
    private Path folder;

    private final Map<Cell, Long> truth = new LinkedHashMap<>();
    private final Map<Cell, Long> shown = new HashMap<>();
    private final Map<Cell, Double> least = new HashMap<>();
    private final Map<Cell, Double> most = new HashMap<>();
    private final List<Balance> balances = new ArrayList<>();

    private static void pack(Path extract, String disclosure, Path out) {
        Run.of(
                "pack",
                "--extract",
                extract,
                "--as-at",
                "2025-03-31",
                "--compare",
                "previous-year",
                "--disclosure",
                disclosure,
                "--out",
                out);
    }

    @Test
    void noSmallCountCanBeWorkedOutFromAPublishedPack() throws IOException {
        Path extract = folder.resolve("extract");
        Run.of("synthesise", "--scale", "0.01", "--seed", "7", "--out", extract);
        keepAreas(extract.resolve("areas.csv"));
        pack(extract, "none", folder.resolve("whole"));
        pack(extract, "publish", folder.resolve("published"));
        read(folder.resolve("whole/figures.csv"), truth);
        read(folder.resolve("published/figures.csv"), shown);
        truth.forEach((cell, count) -> {
            boolean hidden = count > 0 && !shown.containsKey(cell);
            least.put(cell, hidden ? 1 : (double) count);
            most.put(cell, hidden ? Double.POSITIVE_INFINITY : (double) count);
        });
        balances(extract);

        narrow();

        List<Cell> small = truth.keySet().stream()
                .filter(cell -> truth.get(cell) >= 1 && truth.get(cell) <= 5)
                .toList();
        assertThat(small).hasSizeGreaterThan(500);
        assertThat(small).noneMatch(shown::containsKey);
        assertThat(small.stream()
                        .filter(cell -> most.get(cell) - least.get(cell) < 4)
                        .map(cell -> cell + " " + least.get(cell) + " to " + most.get(cell)))
                .isEmpty();
    }

    /** Leaves two areas of one region and one of another: all other rows are set aside, and what is left takes seconds. */
    private static void keepAreas(Path areas) throws IOException {
        List<String> kept = Files.readAllLines(areas).stream()
                .filter(line -> line.matches("(area_code|A1|A2|A3),.*"))
                .toList();
        assertThat(kept).hasSize(4);
        Files.write(areas, kept);
    }

    /** Tightens every count by every balance, until nothing changes. */
    private void narrow() {
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (Balance balance : balances) {
                narrower |= narrow(balance.one, balance.other);
                if (!balance.orFewer) {
                    narrower |= narrow(balance.other, balance.one);
                }
            }
        }
    }

    /* The ones are at most as many as the others: each at most what the others can be less the other ones, and the other way round. */
    private boolean narrow(List<Cell> ones, List<Cell> others) {
        boolean narrower = false;
        for (Cell cell : ones) {
            double bound = sum(others, most) - sum(ones, least) + least.get(cell);
            if (bound < most.get(cell)) {
                most.put(cell, bound);
                narrower = true;
            }
        }
        for (Cell cell : others) {
            List<Cell> rest =
                    others.stream().filter(other -> !other.equals(cell)).toList();
            double bound = sum(ones, least) - sum(rest, most);
            if (bound > least.get(cell)) {
                least.put(cell, bound);
                narrower = true;
            }
        }
        return narrower;
    }

    private static double sum(List<Cell> cells, Map<Cell, Double> bounds) {
        return cells.stream().mapToDouble(bounds::get).sum();
    }

    private void balances(Path extract) throws IOException {
        Map<String, String> regions = column(extract.resolve("areas.csv"), "area_code", "region");
        Map<String, String> laws = column(extract.resolve("cases.csv"), "application", "law");
        Map<Cell, List<Cell>> totals = new LinkedHashMap<>();
        Map<Cell, List<Cell>> grouped = new LinkedHashMap<>();
        for (Cell cell : truth.keySet()) {
            if (cell.counted.startsWith("distinct")) {
                continue;
            }
            cell.part.forEach((key, value) -> {
                if (!value.equals("section_7_all")) {
                    totals.computeIfAbsent(cell.without(key).with("by", key), any -> new ArrayList<>())
                            .add(cell);
                }
            });
            if (cell.part.containsKey("area") && !cell.part.containsKey("region")) {
                grouped.computeIfAbsent(
                                cell.without("area").with("region", regions.get(cell.part.get("area"))),
                                any -> new ArrayList<>())
                        .add(cell);
            }
            if (cell.part.containsKey("application") && !cell.part.containsKey("law")) {
                grouped.computeIfAbsent(
                                cell.without("application").with("law", laws.get(cell.part.get("application"))),
                                any -> new ArrayList<>())
                        .add(cell);
            }
        }
        totals.forEach((total, parts) -> total(total.without("by"), parts));
        grouped.forEach(this::total);
        for (String line : PARTS.lines().toList()) {
            String[] names = line.split(" ");
            truth.keySet().stream()
                    .filter(cell -> cell.counted.equals(names[0]))
                    .filter(cell -> truth.containsKey(cell.of(names[1])))
                    .forEach(cell -> balances.add(new Balance(List.of(cell), List.of(cell.of(names[1])), true)));
        }
        for (Cell cell : truth.keySet()) {
            same(cell, "open-private", "open-cases", "law", "private");
            same(cell, "duty-cases", "open-cases", "holder", "duty");
            same(cell, "hub-cases", "open-cases", "holder", "hub");
            same(cell, "unallocated-cases", "open-cases", "holder", "unallocated");
            same(cell, "local-audits", "audits-completed", "source", "local");
            same(cell, "supervisors", "headcount", "role", "practice_supervisor");
            same(cell, "managers", "headcount", "role", "service_manager");
            if (cell.counted.equals("cases-received")) {
                String before = LocalDate.parse(cell.first).minusDays(1).toString();
                List<Cell> one = List.of(cell, new Cell("open-cases", before, before, cell.part));
                List<Cell> other =
                        List.of(cell.of("cases-closed"), new Cell("open-cases", cell.last, cell.last, cell.part));
                if (truth.keySet().containsAll(one)
                        && truth.keySet().containsAll(other)
                        && count(one) == count(other)) {
                    balances.add(new Balance(one, other, false));
                }
            }
        }
    }

    private void same(Cell cell, String counted, String whole, String key, String value) {
        Cell slice = cell.of(whole).with(key, value);
        if (cell.counted.equals(counted) && !cell.part.containsKey(key) && truth.containsKey(slice)) {
            balances.add(new Balance(List.of(cell), List.of(slice), false));
        }
    }

    private void total(Cell total, List<Cell> parts) {
        if (truth.containsKey(total) && count(parts) <= truth.get(total)) {
            balances.add(new Balance(parts, List.of(total), count(parts) < truth.get(total)));
        }
    }

    private long count(List<Cell> cells) {
        return cells.stream().mapToLong(truth::get).sum();
    }

    private static Map<String, String> column(Path file, String key, String value) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        cells -> cells[header.indexOf(key)], cells -> cells[header.indexOf(value)], (a, b) -> a));
    }

    private static void read(Path file, Map<Cell, Long> counts) throws IOException {
        Map<String, String[]> ratios = RATIOS.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(names -> names[0], names -> names));
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",", -1);
            Map<String, String> part = new TreeMap<>();
            Arrays.stream(row[4].split(";"))
                    .filter(pair -> !pair.isEmpty())
                    .forEach(pair ->
                            part.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
            Cell cell = new Cell(row[0], row[2], row[3], part);
            String[] ratio = ratios.get(row[0]);
            if (ratio != null) {
                put(counts, cell.of(ratio[1]), row[6]);
                put(counts, cell.of(ratio[2]), row[7]);
            } else if (COUNTED.contains(row[1]) && !row[0].equals("net-change")) {
                put(counts, cell, row[5]);
            }
        }
    }

    private static void put(Map<Cell, Long> counts, Cell cell, String number) {
        if (!cell.counted.equals("-") && !number.isEmpty()) {
            counts.put(cell, Long.parseLong(number));
        }
    }
}
