package org.oneroster4j.impero.layout;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.oneroster4j.impero.internal.Stored;

/**
 * Writes rows as RFC 4180 has them, with quotes only where they are needed. A character that the charset lacks is a
 * {@link CharacterCodingException}, never a question mark. For one thread.
 *
 * <p>Each cell is encoded as it comes, and not when some buffer is full, so that whoever writes it can say which it was.
 */
public final class Rfc4180Writer implements Closeable {
    private static final int BUFFER = 1 << 16;
    /** Room for a cell as cells mostly are; one that is longer goes the long way. */
    private static final int CELL = 1 << 10;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A byte in all eight. */
    private static final long EACH = 0x0101010101010101L;
    /** Before it stand the comma, the quote and the ends of lines. */
    private static final char FIRST_PLAIN = '-';

    private final OutputStream out;
    private final CharsetEncoder encoder;
    /** For cells that are encoded by themselves: an encoder cannot do both. */
    private final CharsetEncoder ofCells;

    private final boolean ascii;
    private final boolean utf8;
    /** The ASCII characters for which a cell needs quotes. */
    private final boolean[] special = new boolean[0x80];
    /** Whether one of them stands behind {@link #FIRST_PLAIN}. */
    private final boolean higher;

    private final byte[] encodedDelimiter;
    private final byte[] encodedLineEnd;

    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final char delimiter;
    private final String delimiterText;
    private final Quoting quoting;
    private final String lineEnd;
    private CharBuffer chars = CharBuffer.allocate(CELL);
    private boolean inRow;

    /** Starts to write; {@link #close} closes the stream. */
    public Rfc4180Writer(OutputStream out, Charset charset, char delimiter, String lineEnd) {
        this(out, charset, delimiter, lineEnd, Quoting.AS_NEEDED);
    }

    Rfc4180Writer(OutputStream out, Charset charset, char delimiter, String lineEnd, Quoting quoting) {
        this.out = out;
        this.encoder = strict(charset);
        this.ofCells = strict(charset);
        this.ascii = holdsAscii(charset);
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.delimiter = delimiter;
        this.delimiterText = String.valueOf(delimiter);
        this.lineEnd = lineEnd;
        this.quoting = quoting;
        for (char c = 0; c < special.length; c++) {
            special[c] = c == delimiter || c == '"' || c == '\n' || c == '\r';
        }
        this.higher = delimiter >= FIRST_PLAIN;
        this.encodedDelimiter = encodedOrNothing(delimiterText);
        this.encodedLineEnd = encodedOrNothing(lineEnd);
    }

    /** What the charset lacks goes the long way, which says so. */
    private byte[] encodedOrNothing(String text) {
        return ascii && encoder.canEncode(text) ? text.getBytes(encoder.charset()) : new byte[0];
    }

    private static CharsetEncoder strict(Charset charset) {
        return charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Tells whether each ASCII character is the byte of the same number, whatever stands before it. */
    private static boolean holdsAscii(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        byte[] all = new byte[0x80];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String text = new String(all, StandardCharsets.US_ASCII);
        return charset.newEncoder().maxBytesPerChar() == 1 && Arrays.equals(text.getBytes(charset), all);
    }

    /** Tells whether cells can be {@link #encoded} by themselves: in some charsets one depends on those before it. */
    boolean hasCellsOfTheirOwn() {
        return ascii;
    }

    /** Returns a writer of the same form to another stream, for some rows that stand by themselves. */
    Rfc4180Writer like(OutputStream other) {
        return new Rfc4180Writer(other, encoder.charset(), delimiter, lineEnd, quoting);
    }

    /** Writes bytes between two rows. */
    interface Bytes {
        void writeTo(OutputStream target) throws IOException;
    }

    /** Lets somebody else write whole rows, by a writer that is {@link #like} this one, behind those written so far. */
    void flushTo(Bytes rows) throws IOException {
        drain();
        rows.writeTo(out);
    }

    /** Writes a row. */
    public void row(List<String> cells) throws IOException {
        for (String cell : cells) {
            cell(cell);
        }
        endRow();
    }

    /** Writes text that is part of no cell. */
    void mark(String text) throws IOException {
        encode(text);
    }

    /** Writes the next cell of a row; with {@link Quoting#NEVER} its caller has seen that it {@link #needsQuotes} not. */
    void cell(String text) throws IOException {
        delimit();
        encode(quoted(text));
    }

    private void delimit() throws IOException {
        if (inRow) {
            part(encodedDelimiter, delimiterText);
        }
        inRow = true;
    }

    private String quoted(String text) {
        boolean quoted = quoting == Quoting.ALWAYS || (quoting == Quoting.AS_NEEDED && needsQuotes(text, delimiter));
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Returns the bytes of a cell, for a writer that {@link #hasCellsOfTheirOwn}, to be written many times. */
    byte[] encoded(String text) throws CharacterCodingException {
        ByteBuffer cell = ofCells.encode(CharBuffer.wrap(quoted(text)));
        byte[] encoded = new byte[cell.remaining()];
        cell.get(encoded);
        return encoded;
    }

    /** Writes the next cell of a row, which was {@link #encoded} before. */
    void cell(byte[] encoded) throws IOException {
        delimit();
        put(encoded);
    }

    private void part(byte[] encoded, String text) throws IOException {
        if (encoded.length > 0) {
            put(encoded);
        } else {
            encode(text);
        }
    }

    private void put(byte[] encoded) throws IOException {
        if (bytes.remaining() < encoded.length) {
            drain();
        }
        if (encoded.length <= BUFFER) {
            bytes.put(encoded);
        } else {
            out.write(encoded, 0, encoded.length);
        }
    }

    /** Returns cells that were {@link #encoded} as one, as they stand side by side in a row. */
    byte[] joined(List<byte[]> cells) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < cells.size(); i++) {
            joined.writeBytes(i == 0 ? new byte[0] : encodedDelimiter);
            joined.writeBytes(cells.get(i));
        }
        return joined.toByteArray();
    }

    /** Tells whether several cells can be {@link #joined}. */
    boolean canJoin() {
        return encodedDelimiter.length > 0;
    }

    /**
     * Writes the next cell of a row from where it is kept.
     *
     * @return false when nothing was written, because it needs to be looked at as a text
     */
    boolean cell(Stored stored, int row, Stored.Column column) throws IOException {
        if (!canJoin()) {
            return false;
        }
        if (bytes.remaining() < CELL) {
            drain();
        }
        byte[] target = bytes.array();
        int position = bytes.position();
        int before = inRow ? encodedDelimiter.length : 0;
        int start = position + before + (quoting == Quoting.ALWAYS ? 1 : 0);
        int end = stored.copy(row, column, utf8, target, start);
        if (end < 0 || end == target.length || isSpecial(target, start, end)) {
            return false;
        }
        System.arraycopy(encodedDelimiter, 0, target, position, before);
        inRow = true;
        if (quoting == Quoting.ALWAYS) {
            target[start - 1] = '"';
            target[end++] = '"';
        }
        bytes.position(end);
        return true;
    }

    /** Makes room for so many bytes, as far as the buffer goes. */
    void makeRoom(int more) throws IOException {
        if (bytes.remaining() < more) {
            drain();
        }
    }

    /** Looks at eight characters at once for one that stands before all of which names of accounts are made. */
    private boolean isSpecial(byte[] cell, int start, int end) {
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long eight = (long) LONG.get(cell, i);
            boolean mayBe = higher || ((eight - FIRST_PLAIN * EACH) & ~eight & EACH << 7) != 0;
            if (mayBe && isOneSpecial(cell, i, i + Long.BYTES)) {
                return true;
            }
        }
        return isOneSpecial(cell, i, end);
    }

    private boolean isOneSpecial(byte[] cell, int start, int end) {
        boolean any = false;
        for (int i = start; i < end; i++) {
            any |= cell[i] >= 0 && special[cell[i]];
        }
        return any;
    }

    void endRow() throws IOException {
        part(encodedLineEnd, lineEnd);
        inRow = false;
    }

    static boolean needsQuotes(String text, char delimiter) {
        return text.indexOf(delimiter) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    private void encode(String text) throws IOException {
        if (ascii && isWritten(text)) {
            return;
        }
        if (chars.capacity() < text.length()) {
            chars = CharBuffer.allocate(text.length());
        }
        chars.clear();
        chars.put(text).flip();
        CoderResult result = encoder.encode(chars, bytes, false);
        while (result.isOverflow()) {
            drain();
            result = encoder.encode(chars, bytes, false);
        }
        if (result.isError()) {
            result.throwException();
        }
        if (chars.hasRemaining()) {
            // Half of a surrogate pair: the encoder waits for the other half, which would be that of another cell.
            throw new MalformedInputException(chars.remaining());
        }
    }

    /** Writes a text of ASCII characters for which there is room. */
    private boolean isWritten(String text) {
        int length = text.length();
        if (length > bytes.remaining()) {
            return false;
        }
        byte[] target = bytes.array();
        int start = bytes.position();
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            all |= c;
            target[start + i] = (byte) c;
        }
        if (all >= 0x80) {
            return false;
        }
        bytes.position(start + length);
        return true;
    }

    private void drain() throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            CharBuffer nothing = CharBuffer.allocate(0);
            while (encoder.encode(nothing, bytes, true).isOverflow()) {
                drain();
            }
            while (encoder.flush(bytes).isOverflow()) {
                drain();
            }
            drain();
        }
    }
}
