package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractWriterTest {
    private final List<Path> folders = new ArrayList<>();

    private Path newFolder() throws IOException {
        Path folder = Files.createTempDirectory("extract");
        folders.add(folder);
        return folder;
    }

    @AfterTry
    void deleteFolders() throws IOException {
        for (Path folder : folders) {
            for (Path file : files(folder).values()) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
        folders.clear();
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeMap<>(
                    files.collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file)));
        }
    }

    private static void assertReadsAs(Extract extract, Path folder) {
        ReadExtract read = ExtractReader.create().strict().read(folder);
        assertThat(read.extract()).isEqualTo(extract);
        assertThat(read.extract().cases()).isEqualTo(extract.cases());
        assertThat(read.extract().ratings()).isEqualTo(extract.ratings());
    }

    @Property(tries = 200, seed = "20260101")
    void readsBackEqual(@ForAll long seed) throws IOException {
        Extract extract = RandomExtract.of(seed);
        Path folder = newFolder();

        ExtractWriter.create().write(extract, folder);
        assertReadsAs(extract, folder);
        Map<String, Path> plain = files(folder);

        ExtractWriter.create().gzipped().write(extract, folder);
        assertReadsAs(extract, folder);
        assertThat(files(folder).keySet())
                .isEqualTo(plain.keySet().stream().map(name -> name + ".gz").collect(Collectors.toSet()));
    }

    @Property(tries = 200, seed = "20260101")
    void readsBackEqualInAnotherDialect(@ForAll long seed) throws IOException {
        Extract extract = RandomExtract.of(seed);
        Path folder = newFolder();
        ExtractWriter.create().write(extract, folder);
        Random random = new Random(seed);
        for (Path file : files(folder).values()) {
            rewrite(file, random);
        }

        assertReadsAs(extract, folder);
    }

    /* Shuffles the columns, adds one, quotes every cell, ends lines in CRLF and begins with a byte-order mark. */
    private static void rewrite(Path file, Random random) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (var in = Files.newInputStream(file)) {
            CsvRows csv = new CsvRows(in, file.toString());
            while (csv.next()) {
                rows.add(IntStream.range(0, csv.cells()).mapToObj(csv::text).toList());
            }
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(-1, rows.get(0).size()).boxed().toList());
        Collections.shuffle(order, random);
        StringBuilder text = new StringBuilder("\uFEFF");
        for (List<String> row : rows) {
            text.append(order.stream()
                            .map(i -> '"' + (i < 0 ? "another" : row.get(i)).replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append("\r\n")
                    .append(random.nextBoolean() ? "\r\n" : "");
        }
        Files.writeString(file, text);
    }

    @Test
    void oneRowOfEachKindOfCell(@TempDir Path folder) throws IOException {
        Extract extract = Extract.builder()
                .add(Area.builder()
                        .areaCode(new AreaCode("W"))
                        .name("West, \"far\"")
                        .region("=1+1")
                        .build())
                .add(Extracts.adviser("V1", "W"))
                .add(Extracts.childrensCase("C1", "W")
                        .closedOn(Extracts.FRI_2024_07_05)
                        .build())
                .present(ExtractTable.ANSWERS)
                .build();

        ExtractWriter.create().write(extract, folder);

        assertThat(files(folder).keySet())
                .containsExactly("advisers.csv", "answers.csv", "areas.csv", "cases.csv", "children.csv");
        assertThat(folder.resolve("areas.csv")).hasContent("area_code,name,region\nW,\"West, \"\"far\"\"\",=1+1\n");
        assertThat(folder.resolve("advisers.csv"))
                .hasContent("adviser_id,role,employment,team,area_code,fte,started_on,left_on,ceiling\n"
                        + "V1,family_court_adviser,permanent,after_first_hearing,W,0.60,2020-02-29,,\n");
        assertThat(folder.resolve("cases.csv"))
                .hasContent("case_id,law,application,area_code,received_on,first_hearing_on,further_work_ordered_on,"
                        + "rule_16_4_on,high_risk,court_code,closed_on,previous_case_id\n"
                        + "C1,public,s31_care,W,2024-01-03,,,,false,,2024-07-05,\n");
        assertThat(folder.resolve("answers.csv")).hasContent("audit_id,question,answer\n");
    }

    @Test
    void replacesTheExtractThatStandsThere(@TempDir Path folder) throws IOException {
        Extract first = RandomExtract.of(1);
        ExtractWriter.create().gzipped().write(first, folder);
        Files.writeString(folder.resolve("notes.txt"), "kept");
        Extract second = Extract.builder().add(Extracts.area("W")).build();

        ExtractWriter.create().write(second, folder);

        assertReadsAs(second, folder);
        assertThat(files(folder).keySet())
                .containsExactly("advisers.csv", "areas.csv", "cases.csv", "children.csv", "notes.txt");
    }

    @Test
    void sameBytesEachTime(@TempDir Path first, @TempDir Path second) throws IOException {
        Extract extract = RandomExtract.of(7);
        ExtractWriter.create().gzipped().write(extract, first);
        ExtractWriter.create().gzipped().write(extract, second);

        for (Map.Entry<String, Path> file : files(first).entrySet()) {
            assertThat(second.resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
    }

    @Test
    void rowOfOverOneMebibyte(@TempDir Path folder) {
        Extract extract = Extract.builder()
                .add(Extracts.area("W"))
                .add(Area.builder()
                        .areaCode(new AreaCode("E"))
                        .name("\"".repeat(600_000))
                        .region("North")
                        .build())
                .build();

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractWriter.create().write(extract, folder))
                .withMessage("Cannot write " + folder.resolve("areas.csv") + ": row 2 is of over 1 MiB");
    }

    @Test
    void folderThatCannotBeMade(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(ExtractException.class)
                .isThrownBy(() -> ExtractWriter.create().write(RandomExtract.of(1), file))
                .withMessageStartingWith("Cannot write " + file + ": ");
    }
}
