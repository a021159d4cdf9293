package org.oneroster4j.impero.layout;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

    private final OutputStream out;
    private final CharsetEncoder encoder;
    /** For cells that are encoded by themselves: an encoder cannot do both. */
    private final CharsetEncoder ofCells;

    private final boolean ascii;
    /** The ASCII characters for which a cell needs quotes. */
    private final boolean[] special = new boolean[0x80];

    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final char delimiter;
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
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
        this.quoting = quoting;
        for (char c = 0; c < special.length; c++) {
            special[c] = c == delimiter || c == '"' || c == '\n' || c == '\r';
        }
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
            put(delimiter);
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
        if (bytes.remaining() < encoded.length) {
            drain();
        }
        if (encoded.length <= BUFFER) {
            bytes.put(encoded);
        } else {
            out.write(encoded, 0, encoded.length);
        }
    }

    /**
     * Writes the next cell of a row from where it is kept.
     *
     * @return false when nothing was written, because it needs to be looked at as a text
     */
    boolean cell(Stored stored, int row, Stored.Column column) throws IOException {
        if (!ascii) {
            return false;
        }
        if (bytes.remaining() < CELL) {
            drain();
        }
        byte[] target = bytes.array();
        int start = bytes.position() + (inRow ? 1 : 0) + (quoting == Quoting.ALWAYS ? 1 : 0);
        int end = stored.copyAscii(row, column, target, start);
        if (end < 0 || end == target.length || isSpecial(target, start, end)) {
            return false;
        }
        delimit();
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

    private boolean isSpecial(byte[] cell, int start, int end) {
        boolean any = false;
        for (int i = start; i < end; i++) {
            any |= special[cell[i]];
        }
        return any;
    }

    void endRow() throws IOException {
        encode(lineEnd);
        inRow = false;
    }

    static boolean needsQuotes(String text, char delimiter) {
        return text.indexOf(delimiter) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
    }

    private void put(char c) throws IOException {
        if (!ascii || c >= 0x80) {
            encode(String.valueOf(c));
            return;
        }
        if (!bytes.hasRemaining()) {
            drain();
        }
        bytes.put((byte) c);
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
