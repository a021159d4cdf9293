package org.oneroster4j.csv.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits lines that need no parser, straight from their bytes: cells without a quote, or wholly in quotes with each one
 * inside doubled, and no control character anywhere. Nearly all lines of a good feed are such. Any other it leaves alone,
 * without an opinion on it, for the {@link RecordScanner} and the parser behind it, which would read the same out of those
 * that it takes.
 */
final class LineSplitter {
    /** Charsets in which a byte below 0x80 is that character of ASCII and part of no other. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    /** What a decoder puts in the place of bytes that are none of its charset. */
    private static final char REPLACEMENT = '\uFFFD';

    /** How many bytes go to the parser at once, the end of their line aside, while it gets one line after the other. */
    private static final int MAX_PIECE = 1 << 14;

    /** In place of where a line ends: it is for the parser. */
    private static final int NOT_PLAIN = -1;
    /** In place of where a line ends: that is not among the bytes that are there. */
    private static final int TOO_SHORT = -2;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A byte in all eight. */
    private static final long EACH = 0x0101010101010101L;

    private static final long HIGHEST = EACH << 7;
    private static final byte DELETE = 0x7F;
    /** All before it may end a cell, or are spaces and the like; behind it only {@link #DELETE} may. */
    private static final byte FIRST_PLAIN = '-';

    private final StrictReader in;
    private final Charset charset;
    private final int maxCellLength;
    private final int maxColumns;
    private final int maxRowLength;
    private final ByteBuffer ahead;
    private final byte[] bytes;

    private int piece;
    private String[] cells = {};
    private int count;
    private boolean cellIsAscii;
    /** Whether there are doubled quotes in the cell. */
    private boolean cellHasQuotes;

    private boolean lineIsAscii;

    /** The cells of the line before; none when its bytes have been moved. */
    private String[] cellsBefore = {};

    /**
     * Where each cell begins with its quote, and behind the last of them where the next line does: of this line up to
     * {@link #count}, from there on of the line before.
     */
    private int[] begins = new int[16];
    /** Whether each cell has no other characters than those of ASCII, as in {@link #begins}. */
    private boolean[] areAscii = new boolean[16];

    /** Makes a splitter of the lines that a reader has not decoded yet; the reader goes line by line from here. */
    LineSplitter(StrictReader in, CsvRecords.Dialect dialect) {
        this.in = in;
        this.charset = dialect.charset();
        this.maxCellLength = dialect.maxCellLength();
        this.maxColumns = dialect.maxColumns();
        this.maxRowLength = dialect.maxRowLength();
        this.ahead = in.ahead();
        this.bytes = in.array();
        in.inPieces(piece);
    }

    /** Tells whether lines in that charset can be split. */
    static boolean knows(Charset charset) {
        return CHARSETS.contains(charset);
    }

    /**
     * Returns the cells of the next line, a new array that nobody may change; null when it is not for this class, and
     * then nothing of it is taken.
     */
    String @Nullable [] next() {
        int end = in.isUtf16() ? NOT_PLAIN : split(ahead.position(), ahead.limit());
        while (end == TOO_SHORT && in.readAhead()) {
            cellsBefore = new String[0];
            end = in.mayHaveMark() ? NOT_PLAIN : split(ahead.position(), ahead.limit());
        }
        if (end < 0 || end - ahead.position() > maxRowLength) {
            cellsBefore = new String[0];
            in.inPieces(piece);
            piece = Math.min(2 * piece + 64, MAX_PIECE);
            return null;
        }
        piece = 0;
        ahead.position(end);
        in.passStart();
        if (count < cells.length) {
            cells = Arrays.copyOf(cells, count);
        }
        cellsBefore = cells;
        return cells;
    }

    /** Tells whether the line that was returned last has no other characters than those of ASCII that can be printed. */
    boolean isAscii() {
        return lineIsAscii;
    }

    /** Splits a line and returns where the next one begins. */
    private int split(int from, int limit) {
        cells = new String[cellsBefore.length];
        count = 0;
        lineIsAscii = true;
        int at = from;
        while (at < limit) {
            int same = takeSame(at, limit);
            if (same > at) {
                at = same;
                if (count == cellsBefore.length) {
                    return at;
                }
                continue;
            }
            cellHasQuotes = false;
            boolean quoted = bytes[at] == '"';
            int start = quoted ? at + 1 : at;
            int end = quoted ? stopQuoted(start, limit) : stop(start, limit, false);
            int behind = quoted && end < limit && bytes[end] == '"' ? end + 1 : end;
            if (behind >= limit) {
                return TOO_SHORT;
            }
            byte b = bytes[behind];
            boolean last = b == '\n' || b == '\r';
            if ((quoted && behind == end) || !(last || b == ',') || (last && behind == from) || !add(at, start, end)) {
                return NOT_PLAIN;
            }
            at = behind + 1;
            if (last) {
                int next = b == '\n' ? at : behindLineFeed(at, limit);
                begins[count] = next;
                return next;
            }
        }
        return TOO_SHORT;
    }

    /**
     * Takes the next cells as far as they are those of the line before, with what separates them and, behind the last, with
     * the line end. A class, a school, a day mostly stand in several rows: those are compared all at once, and neither
     * looked through nor made again.
     *
     * @return where the next cell, or the next line, begins; {@code at} when the first cell is another
     */
    private int takeSame(int at, int limit) {
        int columns = cellsBefore.length;
        if (count >= columns || bytes[at] != bytes[begins[count]]) {
            return at;
        }
        int before = begins[count];
        int length = Math.min(limit - at, begins[columns] - before);
        int mismatch = Arrays.mismatch(bytes, at, at + length, bytes, before, before + length);
        int same = mismatch < 0 ? length : mismatch;
        int moved = at - before;
        while (count < columns && begins[count + 1] - before <= same) {
            begins[count] += moved;
            lineIsAscii &= areAscii[count];
            cells[count] = cellsBefore[count];
            count++;
        }
        int next = begins[count] + moved;
        if (count == columns) {
            begins[count] = next;
        }
        return next;
    }

    private int behindLineFeed(int at, int limit) {
        if (at == limit) {
            return TOO_SHORT;
        }
        return bytes[at] == '\n' ? at + 1 : NOT_PLAIN;
    }

    /** Returns where a cell in quotes may end, as {@link #stop} does: a doubled quote is one of the cell. */
    private int stopQuoted(int from, int limit) {
        int end = stop(from, limit, true);
        boolean ascii = cellIsAscii;
        while (end + 1 < limit && bytes[end] == '"' && bytes[end + 1] == '"') {
            cellHasQuotes = true;
            end = stop(end + 2, limit, true);
            ascii &= cellIsAscii;
        }
        cellIsAscii = ascii;
        return end;
    }

    /**
     * Returns where a cell may end: before a comma outside quotes, a quote or a control character. Eight bytes are looked at
     * at once: of a subtraction that borrows, the lowest byte that says so is right.
     */
    private int stop(int from, int limit, boolean quoted) {
        byte[] array = bytes;
        long foreign = 0;
        int i = from;
        while (i <= limit - Long.BYTES) {
            long eight = (long) LONG.get(array, i);
            long stops = mayStop(eight) ? stops(eight, quoted) : 0;
            if (stops != 0) {
                int before = Long.numberOfTrailingZeros(stops) >>> 3;
                foreign |= eight & ((1L << (before << 3)) - 1);
                cellIsAscii = (foreign & HIGHEST) == 0;
                return i + before;
            }
            foreign |= eight;
            i += Long.BYTES;
        }
        while (i < limit && !isStop(array[i], quoted)) {
            foreign |= array[i];
            i++;
        }
        cellIsAscii = (foreign & HIGHEST) == 0;
        return i;
    }

    /** Tells whether one of eight bytes may be where a cell ends: ids, numbers and most words are of none such. */
    private static boolean mayStop(long eight) {
        return (((eight - EACH * FIRST_PLAIN) | (eight + EACH * (0x80 - DELETE))) & ~eight & HIGHEST) != 0;
    }

    /** Has the highest bit set of the first of eight bytes where a cell ends, and perhaps of some behind it. */
    private static long stops(long eight, boolean quoted) {
        long stops = isZero(eight ^ EACH * '"') | isZero(eight ^ EACH * DELETE) | ((eight - EACH * ' ') & ~eight);
        return (quoted ? stops : stops | isZero(eight ^ EACH * ',')) & HIGHEST;
    }

    /** Has the highest bit of a byte set where that is 0, as far as {@link #stops} looks. */
    private static long isZero(long eight) {
        return (eight - EACH) & ~eight;
    }

    private static boolean isStop(byte b, boolean quoted) {
        return (b >= 0 && b < ' ') || b == '"' || b == DELETE || (b == ',' && !quoted);
    }

    /**
     * Takes a cell; false when it is one for the parser.
     *
     * @param begin where it begins, with its quote
     */
    private boolean add(int begin, int start, int end) {
        if (end - start > maxCellLength || count == maxColumns) {
            return false;
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, Math.max(8, 2 * count));
        }
        if (count + 1 == begins.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
            areAscii = Arrays.copyOf(areAscii, begins.length);
        }
        @Nullable String text = text(start, end);
        if (text == null) {
            return false;
        }
        lineIsAscii &= cellIsAscii;
        areAscii[count] = cellIsAscii;
        begins[count] = begin;
        cells[count++] = cellHasQuotes ? text.replace("\"\"", "\"") : text;
        return true;
    }

    /** Returns the text of a cell, null when bytes of it may be none of the charset. */
    private @Nullable String text(int start, int end) {
        if (start == end) {
            return "";
        }
        if (cellIsAscii) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        String text = new String(bytes, start, end - start, charset);
        return text.indexOf(REPLACEMENT) < 0 ? text : null;
    }
}
