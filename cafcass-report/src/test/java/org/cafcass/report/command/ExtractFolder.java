package org.cafcass.report.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** An extract of a few rows in a folder, for tests to spoil. */
final class ExtractFolder {
    private final Path folder;

    private ExtractFolder(Path folder) {
        this.folder = folder;
    }

    /* As at 31 March 2025: C1 is open for 441 days, C2 was closed after 182 days and C3 after 183. */
    static ExtractFolder in(Path folder) {
        ExtractFolder extract = new ExtractFolder(folder);
        extract.write("areas.csv", "area_code,name,region\nA1,North,N\nA2,South,S\n");
        extract.write(
                "advisers.csv",
                "adviser_id,role,employment,team,area_code,fte,started_on\n"
                        + "W1,family_court_adviser,permanent,after_first_hearing,A1,1.0,2020-01-01\n");
        extract.write(
                "cases.csv",
                "case_id,law,application,area_code,received_on,closed_on\n"
                        + "C1,public,s31_care,A1,2024-01-15,\n"
                        + "C2,private,s8_child_arrangements,A2,2024-05-01,2024-10-30\n"
                        + "C3,private,s8_child_arrangements,A2,2024-05-01,2024-10-31\n");
        extract.write("children.csv", "child_id,case_id\nK1,C1\nK2,C1\nK3,C2\n");
        return extract;
    }

    Path path() {
        return folder;
    }

    ExtractFolder write(String file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    ExtractFolder write(String file, byte[] content) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ExtractFolder append(String file, String content) {
        return write(file, read(file) + content);
    }

    ExtractFolder delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /* Gzips a file and keeps only some of its bytes. */
    ExtractFolder gzipAndCut(String file, int bytes) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(read(file).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(file);
        return write(file + ".gz", java.util.Arrays.copyOf(gzipped.toByteArray(), bytes));
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
