package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cafcass.metrics.FiguresCheck;
import org.cafcass.metrics.WrittenFigures;
import org.cafcass.metrics.published.CheckedFigure;
import org.cafcass.metrics.published.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures.csv of a pack passes {@code check}; one altered number in it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPackCheckTest {
    private static final Set<String> COUNTED =
            Set.of("cases", "children", "reports", "audits", "people", "reflections", "complaints", "compliments");

    @TempDir
    private static Path folder;

    private List<String> lines = List.of();

    @BeforeAll
    void makePack() throws Exception {
        lines = Files.readAllLines(pack("national-2025", "2025-03-31", "7", "none"));
    }

    private static Path pack(String scenario, String asAt, String seed, String disclosure) throws Exception {
        Path extract = folder.resolve("extract-" + scenario + seed);
        Path pack = folder.resolve("pack-" + scenario + seed + disclosure);
        Run.of("synthesise", "--scenario", scenario, "--scale", "0.01", "--seed", seed, "--out", extract);
        Run.of(
                "pack",
                "--extract",
                extract,
                "--as-at",
                asAt,
                "--compare",
                "previous-year",
                "--disclosure",
                disclosure,
                "--out",
                pack);
        return pack.resolve("figures.csv");
    }

    static Stream<Arguments> packs() {
        return Stream.of(
                Arguments.of("national-2025", "2025-03-31", "42", "none", 9_000),
                Arguments.of("national-2025", "2024-11-15", "7", "none", 9_000),
                Arguments.of("national-2025", "2025-03-31", "7", "publish", 2_000),
                Arguments.of("national-2022", "2022-04-18", "42", "none", 5_000),
                Arguments.of("national-2022", "2022-04-18", "42", "publish", 1_000));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void ownPackIsConsistent(String scenario, String asAt, String seed, String disclosure, int decided)
            throws Exception {
        Run checked = Run.of("check", "--figures", pack(scenario, asAt, seed, disclosure));

        assertThat(checked.out().lines().filter(line -> line.matches(".*,(inconsistent|implausible),.*")))
                .isEmpty();
        assertThat(checked.status()).isZero();
        assertThat(checked.out().lines().filter(line -> line.contains(",consistent,")))
                .hasSizeGreaterThan(decided);
    }

    @Test
    void alteredCountIsFoundAlone() throws Exception {
        String slip = "open-cases,cases,2025-03-31,2025-03-31,law=public,";
        Path file = Files.write(
                folder.resolve("slip.csv"),
                lines.stream()
                        .map(line -> line.startsWith(slip) ? oneMore(line) : line)
                        .toList());

        Run planted = Run.of("check", "--figures", file);

        assertThat(planted.status()).isEqualTo(1);
        assertThat(planted.out().lines().filter(line -> line.contains(",inconsistent,")))
                .singleElement()
                .asString()
                .startsWith("open-cases 2025-03-31 law=public,inconsistent,");
    }

    /** Feedback without a case has no area and no law, and a child may count in two parts: of those counts alone nothing can be told. */
    @Test
    void everyAlteredCountIsFound() {
        Random random = new Random(20);
        Set<String> notFound = new TreeSet<>();
        int altered = 0;
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            if (!COUNTED.contains(cells[1]) || !cells[10].equals("ok") || random.nextInt(200) > 0) {
                continue;
            }
            List<String> slip = new ArrayList<>(lines);
            slip.set(row, oneMore(lines.get(row)));
            CheckedFigure checked = check(slip).get(row - 1);
            altered++;
            boolean isOfFeedback =
                    cells[0].matches("(feedback|complaints|compliments)-received") && !cells[4].startsWith("source=");
            boolean isDistinct = cells[0].startsWith("distinct-");
            if (checked.verdict() != Verdict.INCONSISTENT && !isOfFeedback && !isDistinct) {
                notFound.add(cells[0] + " " + cells[4]);
            }
        }
        assertThat(altered).isGreaterThan(20);
        assertThat(notFound).isEmpty();
    }

    @Test
    void everyAlteredRatioIsFound() {
        Random random = new Random(21);
        int altered = 0;
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            if (cells[6].isEmpty() || !cells[10].equals("ok") || random.nextInt(200) > 0) {
                continue;
            }
            List<String> slip = new ArrayList<>(lines);
            slip.set(row, oneMore(lines.get(row)));
            assertThat(check(slip).get(row - 1).verdict()).as(lines.get(row)).isEqualTo(Verdict.INCONSISTENT);
            altered++;
        }
        assertThat(altered).isGreaterThan(10);
    }

    private static List<CheckedFigure> check(List<String> figures) {
        return FiguresCheck.check(WrittenFigures.read(String.join("\n", figures), MeasureOptions.ofShippedScheme()));
    }

    private static String oneMore(String row) {
        String[] cells = row.split(",", -1);
        cells[5] = new BigDecimal(cells[5]).add(BigDecimal.ONE).toPlainString();
        return String.join(",", cells);
    }
}
