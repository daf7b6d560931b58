package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader learns nothing of what is hidden: two extracts that differ only in hidden counts give the same published pack, byte for byte.
 *
 * <p>The areas T1 and T2 have five cases open and five closed between them, all alike, each with its child and its allocation. One area
 * has two of those open and three of those closed, the other the rest; which is which is what no file may tell.
 */
class PublishedPackTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 9);
    private static final LocalDate AS_AT = LocalDate.of(2025, 3, 31);

    @TempDir
    private Path folder;

    @Test
    void isTheSameWhateverIsHidden() throws IOException {
        Map<String, String> twoAndThree = pack(2, "--disclosure", "publish");
        Map<String, String> threeAndTwo = pack(3, "--disclosure", "publish");

        assertThat(twoAndThree)
                .containsOnlyKeys("figures.csv", "figures.json", "pack.html", "pack.md", "set-aside.csv");
        twoAndThree.forEach((file, text) -> {
            assertThat(threeAndTwo.get(file).lines().toList())
                    .as(file)
                    .containsExactlyElementsOf(text.lines().toList());
            assertThat(threeAndTwo).containsEntry(file, text);
        });
        assertThat(twoAndThree.get("figures.csv").lines().filter(line -> line.contains("area=T1")))
                .hasSizeGreaterThan(40)
                .anyMatch(line -> line.endsWith(",suppressed"));
        assertThat(twoAndThree.get("pack.md")).contains("Not told in a published pack: of most areas a figure");
        assertThat(pack(2).get("pack.md"))
                .contains("The protocol prioritisation-2022 was followed over the months Apr 2023 to Mar 2025");
    }

    @Test
    void differsWhereNothingIsHidden() throws IOException {
        Map<String, String> twoAndThree = pack(2);
        Map<String, String> threeAndTwo = pack(3);

        for (String file : new String[] {"figures.csv", "figures.json", "pack.html", "pack.md"}) {
            assertThat(threeAndTwo.get(file)).isNotEqualTo(twoAndThree.get(file));
        }
    }

    private Map<String, String> pack(int ofT1, String... options) throws IOException {
        Path out = folder.resolve("pack" + ofT1);
        Run run = Run.of(Stream.concat(
                        Stream.of("pack", "--extract", extract(ofT1), "--as-at", AS_AT, "--out", out),
                        Stream.of((Object[]) options))
                .toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(out)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    private Path extract(int ofT1) {
        ExtractFolder extract = ExtractFolder.in(folder.resolve("extract" + ofT1));
        StringBuilder areas = new StringBuilder("area_code,name,region\nT1,Tiny one,B\nT2,Tiny two,B\n");
        StringBuilder advisers = new StringBuilder("adviser_id,role,employment,team,area_code,fte,started_on\n");
        StringBuilder cases = new StringBuilder("case_id,law,application,area_code,received_on,closed_on\n");
        StringBuilder children = new StringBuilder("child_id,case_id\n");
        StringBuilder allocations = new StringBuilder("case_id,kind,adviser_id,from,to\n");
        for (String area : new String[] {"T1", "T2"}) {
            adviser(advisers, area);
        }
        for (int i = 0; i < 10; i++) {
            boolean open = i < 5;
            String area = (i % 5 < ofT1) == open ? "T1" : "T2";
            oneCase(
                    "T" + i,
                    area,
                    "public,s31_care",
                    LocalDate.of(2024, 2, 5),
                    open ? "" : "2024-11-11",
                    cases,
                    children,
                    allocations);
        }
        for (int area = 1; area <= 4; area++) {
            areas.append("N" + area + ",Large " + area + ',' + (area == 4 ? "B" : "A") + '\n');
            adviser(advisers, "N" + area);
            for (int i = 0; i < 60; i++) {
                LocalDate received = FIRST.plusDays((i * 13L + area * 5L) % 790);
                LocalDate closed = received.plusDays((i * 37L + area) % 500);
                boolean open = i % 3 == 0 || closed.isAfter(AS_AT);
                oneCase(
                        "N" + area + "-" + i,
                        "N" + area,
                        i % 2 == 0 ? "public,s31_care" : "private,s8_child_arrangements",
                        received,
                        open ? "" : closed.toString(),
                        cases,
                        children,
                        allocations);
            }
        }
        return extract.write("areas.csv", areas.toString())
                .write("advisers.csv", advisers.toString())
                .write("cases.csv", cases.toString())
                .write("children.csv", children.toString())
                .write("allocations.csv", allocations.toString())
                .path();
    }

    private static void adviser(StringBuilder advisers, String area) {
        advisers.append(
                "W-" + area + ",family_court_adviser,permanent,after_first_hearing," + area + ",1.0,2020-01-01\n");
    }

    private static void oneCase(
            String id,
            String area,
            String kind,
            LocalDate received,
            String closed,
            StringBuilder cases,
            StringBuilder children,
            StringBuilder allocations) {
        cases.append(id + ',' + kind + ',' + area + ',' + received + ',' + closed + '\n');
        children.append("K-" + id + ',' + id + '\n');
        allocations.append(id + ",lead,W-" + area + ',' + received + ",\n");
    }
}
