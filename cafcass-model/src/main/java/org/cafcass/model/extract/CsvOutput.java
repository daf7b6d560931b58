package org.cafcass.model.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes rows of CSV: RFC 4180, UTF-8, LF, a cell in quotes where it has to be. */
final class CsvOutput implements AutoCloseable {
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int end;
    private int rowStart;
    private boolean inRow;

    CsvOutput(OutputStream out) {
        this.out = out;
    }

    void cell(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        cell(bytes, 0, bytes.length);
    }

    void cell(byte[] bytes, int from, int to) {
        if (inRow) {
            put(',');
        }
        inRow = true;
        if (!needsQuotes(bytes, from, to)) {
            ensure(to - from);
            System.arraycopy(bytes, from, buffer, end, to - from);
            end += to - from;
            return;
        }
        put('"');
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                put('"');
            }
            put(bytes[i]);
        }
        put('"');
    }

    private static boolean needsQuotes(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Ends the row; returns its length in bytes. */
    int endRow() throws IOException {
        int length = end - rowStart;
        put('\n');
        inRow = false;
        if (end > buffer.length / 2) {
            flush();
        }
        rowStart = end;
        return length;
    }

    private void put(int b) {
        ensure(1);
        buffer[end++] = (byte) b;
    }

    private void ensure(int more) {
        if (end + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(end + more, buffer.length * 2));
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
