package org.cafcass.model.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV file, as stretches of bytes: RFC 4180, UTF-8 with or without a byte-order mark, lines that end in LF
 * or CRLF, no other. A row stays valid until the next one is asked for.
 */
final class CsvRows {
    /*
     * The rows in work always stand in the buffer as wholes; where the file goes on, they move to the buffer's start and
     * the buffer is filled behind them. A row of plain cells that is there as a whole, as nearly all are, is read in one
     * go by plainRow; whatever it gives up on, it leaves to nextRow, which reads every row. A line feed behind the last byte ends every search, and eight bytes of
     * padding let the search for the end of a plain cell look at eight bytes at once: of the bytes that mean something
     * in a plain cell none is above the comma, save those of characters beyond ASCII, which are negative.
     */

    /** The most bytes that a row has, without the line's end. */
    static final int MAXIMUM_ROW_BYTES = 1 << 20;

    private static final int NO_BYTE = Integer.MIN_VALUE;
    private static final int FIRST_BUFFER = 1 << 18;
    private static final int MOST_BYTES_AT_ONCE = 1 << 16;
    private static final int PADDING = Words.PADDING + 1;
    private static final long ABOVE_COMMA = 0x2D2D2D2D2D2D2D2DL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final String file;
    private byte[] buffer = new byte[FIRST_BUFFER + PADDING];
    private int limit;
    private boolean ended;

    private long discarded;
    private int kept;
    private int start;
    private int at;
    private int end;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int cells;
    private long line = 1;
    private long rowLine;
    private long quoteLine;

    /**
     * Begins to read.
     *
     * @throws ExtractException if there is not one byte
     */
    CsvRows(InputStream in, String file) throws IOException {
        this.in = in;
        this.file = file;
        boolean more = true;
        while (limit < 3 && more) {
            more = fill();
        }
        if (limit == 0) {
            throw new ExtractException("Cannot read " + file + ": it has 0 bytes");
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    /** Goes on to the next row; false if there is none. */
    boolean next() throws IOException {
        kept = at;
        return nextRow();
    }

    /**
     * Puts the next rows in the place of those in the cells, some or as many as they hold; false if there is none. They
     * stay valid until the next row is asked for.
     */
    boolean next(Cells rows) throws IOException {
        kept = at;
        rows.clear();
        while (!rows.isFull() && at - kept < MOST_BYTES_AT_ONCE) {
            if (plainRow(rows)) {
                continue;
            }
            long before = discarded;
            boolean more = nextRow();
            rows.move((int) (discarded - before));
            if (!more) {
                break;
            }
            add(rows);
        }
        rows.bytes = buffer;
        return rows.rows() > 0;
    }

    /* Adds the row to the others if it stands in the buffer as a whole and there is nothing in it to look at twice. */
    private boolean plainRow(Cells rows) {
        byte[] bytes = buffer;
        int[] from = rows.from;
        int[] to = rows.to;
        int cell = rows.rows() * rows.width;
        int last = cell + rows.width - 1;
        int first = at;
        int cellStart = first;
        if (bytes[first] == '\n' || bytes[first] == '\r') {
            return false;
        }
        for (int p = first; ; p += Long.BYTES) {
            long word = Words.at(bytes, p);
            for (long hits = hits(word); hits != 0; hits &= hits - 1) {
                int hit = p + (Long.numberOfTrailingZeros(hits) >>> 3);
                byte b = bytes[hit];
                if (b == ',') {
                    if (cell == last) {
                        return false;
                    }
                    from[cell] = cellStart;
                    to[cell++] = hit;
                    cellStart = hit + 1;
                } else if (b == '\n') {
                    if (cell != last || hit >= limit || hit - first > MAXIMUM_ROW_BYTES) {
                        return false;
                    }
                    from[cell] = cellStart;
                    to[cell] = hit > cellStart && bytes[hit - 1] == '\r' ? hit - 1 : hit;
                    at = hit + 1;
                    rows.endRow(line++);
                    return true;
                } else if (b < 0 || b == '"' && hit == cellStart) {
                    return false;
                }
            }
        }
    }

    private void add(Cells rows) {
        if (cells == rows.width) {
            System.arraycopy(from, 0, rows.from, rows.rows() * cells, cells);
            System.arraycopy(to, 0, rows.to, rows.rows() * cells, cells);
            rows.endRow(rowLine);
        } else {
            rows.addMiscounted(rowLine);
        }
    }

    private boolean nextRow() throws IOException {
        while (true) {
            start = at;
            cells = 0;
            if (at == limit && !fill()) {
                return false;
            }
            if (buffer[at] == '\n') {
                at++;
            } else if (buffer[at] == '\r' && byteAfter(at) == '\n') {
                at += 2;
            } else {
                readRow();
                return true;
            }
            line++;
        }
    }

    /** The line on which the row begins, from 1. */
    long line() {
        return rowLine;
    }

    /** How many bytes of the file stand before the next row. */
    long position() {
        return discarded + at;
    }

    /** How many cells the row has. */
    int cells() {
        return cells;
    }

    /** The bytes in which the row's cells stand. */
    byte[] bytes() {
        return buffer;
    }

    /** Where a cell begins in {@link #bytes()}. */
    int from(int cell) {
        return from[cell];
    }

    /** Where a cell ends in {@link #bytes()}. */
    int to(int cell) {
        return to[cell];
    }

    String text(int cell) {
        return new String(buffer, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    }

    private void readRow() throws IOException {
        rowLine = line;
        quoteLine = 0;
        boolean more = true;
        while (more) {
            if (cells == from.length) {
                from = Arrays.copyOf(from, cells * 2);
                to = Arrays.copyOf(to, cells * 2);
            }
            if (at == limit) {
                fill();
            }
            more = buffer[at] == '"' ? readQuotedCell() : readPlainCell();
        }
        if (end - start > MAXIMUM_ROW_BYTES) {
            throw rowTooLong();
        }
    }

    /* Returns whether another cell follows. */
    private boolean readPlainCell() throws IOException {
        int p = at;
        from[cells] = p;
        while (true) {
            long word = Words.at(buffer, p);
            long hits = hits(word);
            if (hits == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Long.numberOfTrailingZeros(hits) >>> 3;
            if (p >= limit) {
                at = limit;
                if (!fill()) {
                    return endRow(limit, limit);
                }
                p = at;
                continue;
            }
            byte b = buffer[p];
            if (b == ',') {
                to[cells++] = p;
                at = p + 1;
                return true;
            } else if (b == '\n') {
                line++;
                return endRow(p > from[cells] && buffer[p - 1] == '\r' ? p - 1 : p, p + 1);
            }
            p = b < 0 ? wide(p) : p + 1;
        }
    }

    /* The high bit of each byte that is no plain one; it may be that of a plain one too, but the lowest is not. */
    private static long hits(long word) {
        return ((word - ABOVE_COMMA) | word) & HIGH_BITS;
    }

    private boolean endRow(int cellEnd, int next) {
        to[cells++] = cellEnd;
        end = cellEnd;
        at = next;
        return false;
    }

    private boolean readQuotedCell() throws IOException {
        quoteLine = line;
        int p = at + 1;
        int write = p;
        from[cells] = p;
        while (true) {
            byte b = buffer[p];
            if (b > '"') {
                buffer[write++] = b;
                p++;
            } else if (p == limit) {
                at = p;
                to[cells] = write;
                if (!fill()) {
                    throw new ExtractException(
                            "Cannot read " + file + ": line " + quoteLine + ": a quote is never closed");
                }
                p = at;
                write = to[cells];
            } else if (b < 0) {
                at = p;
                to[cells] = write;
                int next = wide(p);
                write = to[cells];
                for (p = at; p < next; p++) {
                    buffer[write++] = buffer[p];
                }
            } else if (b == '"') {
                to[cells] = write;
                int following = byteAfter(p);
                p = at;
                write = to[cells];
                if (following != '"') {
                    return endQuotedCell(p + 1, following);
                }
                buffer[write++] = b;
                p += 2;
            } else {
                if (b == '\n') {
                    line++;
                }
                buffer[write++] = b;
                p++;
            }
        }
    }

    /* The bytes up to after the closing quote are read; to[cells] holds the end of the text. */
    private boolean endQuotedCell(int after, int following) throws IOException {
        quoteLine = 0;
        if (following == ',') {
            cells++;
            at = after + 1;
            return true;
        }
        int rowEnd = after;
        int next = after;
        if (following == '\n') {
            line++;
            next = after + 1;
        } else if (following == '\r' && byteAfter(after) == '\n') {
            line++;
            rowEnd = at;
            next = at + 2;
        } else if (following != NO_BYTE) {
            throw new ExtractException("Cannot read " + file + ": line " + line + ": text after a closing quote");
        }
        endRow(to[cells], next);
        end = rowEnd;
        return false;
    }

    /* The byte behind a position, or NO_BYTE at the file's end; the position may move, to where "at" then is. */
    private int byteAfter(int position) throws IOException {
        at = position;
        if (at + 1 == limit && !fill()) {
            return NO_BYTE;
        }
        return buffer[at + 1];
    }

    /* Where the character beyond ASCII that begins here ends; "at" is where it then begins. */
    private int wide(int position) throws IOException {
        at = position;
        while (limit - at < 4 && fill()) {
            // until the character is there as a whole
        }
        int length = Utf8.length(buffer, at);
        if (length == 0) {
            throw new ExtractException("Cannot read " + file + ": line " + line + ": no UTF-8");
        }
        return at + length;
    }

    /* Reads on behind the rows in work, which may move; false at the file's end. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit - start > MAXIMUM_ROW_BYTES + 1) {
            throw rowTooLong();
        }
        if (kept > 0) {
            move();
        }
        if (limit == buffer.length - PADDING) {
            buffer = Arrays.copyOf(buffer, (buffer.length - PADDING) * 2 + PADDING);
        }
        int read = in.read(buffer, limit, buffer.length - PADDING - limit);
        ended = read < 0;
        limit += Math.max(read, 0);
        buffer[limit] = '\n';
        return !ended;
    }

    private void move() {
        int moved = kept;
        System.arraycopy(buffer, moved, buffer, 0, limit - moved);
        for (int i = 0; i <= cells && i < from.length; i++) {
            from[i] -= moved;
            to[i] -= moved;
        }
        kept = 0;
        start -= moved;
        discarded += moved;
        at -= moved;
        limit -= moved;
    }

    private ExtractException rowTooLong() {
        String quote = quoteLine == 0 ? "" : "; the quote that opens on line " + quoteLine + " is not closed by then";
        return new ExtractException("Cannot read " + file + ": line " + rowLine + ": a row of over 1 MiB" + quote);
    }
}
