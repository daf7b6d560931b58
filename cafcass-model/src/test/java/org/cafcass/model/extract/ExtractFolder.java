package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A folder of hand-made files, with the smallest valid required ones in it from the start. */
record ExtractFolder(Path path) {
    static final String AREAS = "area_code,name,region\nA1,East,North\nA2,West,South\n";
    static final String ADVISERS = "adviser_id,role,employment,team,area_code,fte,started_on\n"
            + "V1,family_court_adviser,permanent,hub,A1,0.5,2020-01-01\n";
    static final String CASES = "case_id,law,application,area_code,received_on\n"
            + "C1,public,s31_care,A1,2024-01-03\nC2,private,enforcement,A2,2024-02-05\n";
    static final String CHILDREN = "child_id,case_id\nK1,C1\n";

    static ExtractFolder in(Path path) {
        return new ExtractFolder(path)
                .with("areas.csv", AREAS)
                .with("advisers.csv", ADVISERS)
                .with("cases.csv", CASES)
                .with("children.csv", CHILDREN);
    }

    ExtractFolder with(String file, String content) {
        return with(file, content.getBytes(UTF_8));
    }

    ExtractFolder with(String file, byte[] content) {
        try {
            Files.write(path.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ExtractFolder without(String file) {
        try {
            Files.delete(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ReadExtract read() {
        return ExtractReader.create().read(path);
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(UTF_8));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
