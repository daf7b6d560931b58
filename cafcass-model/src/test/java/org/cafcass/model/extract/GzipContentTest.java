package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GzipContentTest {
    private static final String TEXT = "2024-01-03,".repeat(40_000);
    private static final byte[] FILE = ExtractFolder.gzip(TEXT);

    private static String content(byte[] file) throws IOException {
        try (GzipContent in = new GzipContent(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Test
    void oneMember() throws IOException {
        assertThat(content(FILE)).isEqualTo(TEXT);
    }

    @Test
    void membersFollowEachOther() throws IOException {
        assertThat(content(join(FILE, join(ExtractFolder.gzip(""), FILE)))).isEqualTo(TEXT + TEXT);
    }

    /** {@code printf a | gzip -n | xxd -p}, with the optional fields of RFC 1952 put in by hand. */
    @Test
    void headerFields() throws IOException {
        String data = "4b040043beb7e801000000";
        String extra = "0300" + "aabbcc";
        String name = "632e63737600";
        String comment = "6f6b00";
        String file = "1f8b081e000000000003" + extra + name + comment + "0000" + data;

        assertThat(content(HexFormat.of().parseHex(file))).isEqualTo("a");
    }

    static Stream<Arguments> broken() {
        byte[] wrongChecksum = FILE.clone();
        wrongChecksum[FILE.length - 6] ^= 1;
        byte[] wrongLength = FILE.clone();
        wrongLength[FILE.length - 1] ^= 1;
        return Stream.of(
                arguments(Arrays.copyOf(FILE, FILE.length / 2), "broken gzip: it ends too early"),
                arguments(Arrays.copyOf(FILE, FILE.length - 1), "broken gzip: it ends too early"),
                arguments(Arrays.copyOf(FILE, 5), "broken gzip: it ends too early"),
                arguments(wrongChecksum, "broken gzip: its checksum is wrong"),
                arguments(wrongLength, "broken gzip: its checksum is wrong"),
                arguments("case_id,law\n".getBytes(UTF_8), "broken gzip: no gzip header where one has to stand"),
                arguments(join(FILE, "x".getBytes(UTF_8)), "broken gzip: no gzip header where one has to stand"),
                arguments(join(FILE, new byte[64]), "broken gzip: no gzip header where one has to stand"),
                arguments(join(FILE, Arrays.copyOf(FILE, 9)), "broken gzip: it ends too early"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenFiles(byte[] file, String message) {
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> content(file))
                .withMessage(message);
    }

    @Test
    void damagedDataNeverPassForOthers() throws IOException {
        for (int at = 10; at < FILE.length; at++) {
            byte[] damaged = FILE.clone();
            damaged[at] ^= 0x10;
            String read;
            try {
                read = content(damaged);
            } catch (ZipException e) {
                assertThat(e).hasMessageStartingWith("broken gzip: ");
                continue;
            }
            assertThat(read).isEqualTo(TEXT);
        }
    }
}
