package org.cafcass.model.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file (RFC 1952), member after member up to the file's last byte. The JDK's own stream takes
 * whatever follows a member and isn't a member for the end, which would lose rows without a word.
 */
final class GzipContent extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean inMember;

    GzipContent(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (true) {
                if (!inMember) {
                    if (at == limit && !fill()) {
                        return -1;
                    }
                    beginMember();
                }
                int read = inflater.inflate(bytes, offset, length);
                if (read > 0) {
                    checksum.update(bytes, offset, read);
                    return read;
                }
                if (inflater.finished()) {
                    endMember();
                } else if (inflater.needsDictionary()) {
                    throw new ZipException("broken gzip: it needs a dictionary");
                } else {
                    if (!fill()) {
                        throw tooShort();
                    }
                    inflater.setInput(buffer, 0, limit);
                }
            }
        } catch (DataFormatException e) {
            ZipException broken = new ZipException("broken gzip: its data are damaged");
            broken.initCause(e);
            throw broken;
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private void beginMember() throws IOException {
        if (readByte() != 0x1F || readByte() != 0x8B || readByte() != 8) {
            throw new ZipException("broken gzip: no gzip header where one has to stand");
        }
        int flags = readByte();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(readByte() | readByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, at, limit - at);
        checksum.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        at = limit - inflater.getRemaining();
        long expected = checksum.getValue();
        long length = inflater.getBytesWritten() & 0xFFFF_FFFFL;
        if (readInt() != expected || readInt() != length) {
            throw new ZipException("broken gzip: its checksum is wrong");
        }
        inMember = false;
    }

    private long readInt() throws IOException {
        return readByte() | readByte() << 8 | readByte() << 16 | (long) readByte() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            readByte();
        }
    }

    private void skipText() throws IOException {
        while (readByte() != 0) {
            // up to the zero that ends it
        }
    }

    private int readByte() throws IOException {
        if (at == limit && !fill()) {
            throw tooShort();
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }

    private static ZipException tooShort() {
        return new ZipException("broken gzip: it ends too early");
    }
}
