package org.cafcass.model.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever stands in the files, a reading gives an extract and an account of every row, or one clear error. */
class CorruptedFilesTest {
    private static final String[] SNIPPETS = {
        "\"",
        ",",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\"\"",
        "é",
        "\u0000",
        "-1",
        "9999-12-31",
        "true",
        "C1",
        "\uFEFF",
        "=",
        "."
    };
    private static final Map<ExtractTable, byte[]> FILES = new EnumMap<>(ExtractTable.class);

    @BeforeContainer
    static void writeFiles() throws IOException {
        Path folder = Files.createTempDirectory("extract");
        Extract extract = RandomExtract.of(42);
        ExtractWriter.create().write(extract, folder);
        for (ExtractTable table : ExtractTable.values()) {
            Path file = folder.resolve(CsvFile.plainName(table));
            if (Files.exists(file)) {
                FILES.put(table, Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @AfterContainer
    static void forgetFiles() {
        FILES.clear();
    }

    private static byte[] corrupted(byte[] file, Random random) {
        byte[] bytes = file.clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) (' ' + random.nextInt(95));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), "");
                default -> bytes = spliced(bytes, at, at, SNIPPETS[random.nextInt(SNIPPETS.length)]);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, String snippet) {
        byte[] between = snippet.getBytes(StandardCharsets.UTF_8);
        byte[] spliced = new byte[from + between.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced.length == 0 ? bytes : spliced;
    }

    private static Map<ExtractTable, CsvFile> csvFiles(Map<ExtractTable, byte[]> contents) {
        Map<ExtractTable, CsvFile> files = new EnumMap<>(ExtractTable.class);
        contents.forEach((table, bytes) ->
                files.put(table, new CsvFile(CsvFile.plainName(table), () -> new ByteArrayInputStream(bytes))));
        return files;
    }

    private static int rows(byte[] file) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(file), "file");
        int count = -1;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    @Property(tries = 3000, seed = "20260101")
    void everyRowIsReadOrSetAside(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Map<ExtractTable, byte[]> contents = new EnumMap<>(FILES);
        contents.replaceAll((table, bytes) -> random.nextInt(3) == 0 ? corrupted(bytes, random) : bytes);
        ReadExtract read;
        try {
            read = ExtractReader.create().read(csvFiles(contents));
        } catch (ExtractException e) {
            assertThat(e.getMessage()).startsWith("Cannot read ").doesNotContain("\n", "\r");
            return;
        }

        for (ReadTable table : read.tables()) {
            assertThat(table.rows()).isEqualTo(rows(contents.get(table.table())));
            assertThat(table.read()).isEqualTo(read.extract().count(table.table()));
        }
        assertThat(read.setAside())
                .hasSize(
                        read.tables().stream().mapToInt(ReadTable::setAsideRows).sum());
        assertValuesHoldTheirRules(read.extract());
        assertNumbersAreGapless(read.extract());
    }

    private static void assertValuesHoldTheirRules(Extract extract) {
        RowBinding.ALL.forEach(
                binding -> extract.rows(binding).forEach(row -> assertThat(row).isNotNull()));
    }

    private static void assertNumbersAreGapless(Extract extract) {
        for (ExtractTable table : ExtractTable.values()) {
            for (ExtractColumn column : table.columns()) {
                int distinct = (int) Arrays.stream(extract.columns(table).toArray(column.name()))
                        .filter(number -> number != Columns.ABSENT)
                        .distinct()
                        .count();
                switch (column.kind()) {
                    case IDENTIFIER, TEXT ->
                        assertThat(extract.columns(table).texts(column.name()))
                                .hasSize(distinct)
                                .doesNotHaveDuplicates();
                    case DECIMAL ->
                        assertThat(extract.columns(table).decimals(column.name()))
                                .hasSize(distinct);
                    case REFERENCE, DATE, CODE, BOOLEAN, COUNT -> {}
                }
            }
        }
    }

    @Property(tries = 500, seed = "20260101")
    void jsonGivesAnExtractOrOneClearError(@ForAll long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ExtractWriter.create().writeJson(RandomExtract.of(seed), json);
        byte[] bytes = corrupted(json.toByteArray(), random);
        ReadExtract read;
        try {
            read = ExtractReader.create().readJson(new ByteArrayInputStream(bytes));
        } catch (ExtractException e) {
            assertThat(e.getMessage()).startsWith("Cannot read ").doesNotContain("\n", "\r");
            return;
        }
        for (ReadTable table : read.tables()) {
            assertThat(table.read()).isEqualTo(read.extract().count(table.table()));
        }
    }

    @Property(tries = 500, seed = "20260101")
    void gzipGivesTheSameOrOneClearError(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] plain = FILES.get(ExtractTable.CASES);
        byte[] zipped = corrupted(ExtractFolder.gzip(plain), random);
        byte[] read;
        try (GzipContent in = new GzipContent(new ByteArrayInputStream(zipped))) {
            read = in.readAllBytes();
        } catch (ZipException e) {
            assertThat(e).hasMessageStartingWith("broken gzip: ");
            return;
        }
        assertThat(read).isEqualTo(plain);
    }
}
