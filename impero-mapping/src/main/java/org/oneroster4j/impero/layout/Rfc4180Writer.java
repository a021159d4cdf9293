package org.oneroster4j.impero.layout;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.util.List;

/**
 * Writes rows as RFC 4180 has them, with quotes only where they are needed. A character that the charset lacks is a
 * {@link java.nio.charset.CharacterCodingException}, never a question mark. For one thread.
 *
 * <p>Each cell is encoded as it comes, and not when some buffer is full, so that whoever writes it can say which it was.
 */
public final class Rfc4180Writer implements Closeable {
    private static final int BUFFER = 8192;

    private final OutputStream out;
    private final CharsetEncoder encoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final char delimiter;
    private final Quoting quoting;
    private final String lineEnd;
    private CharBuffer chars = CharBuffer.allocate(BUFFER);
    private boolean inRow;

    /** Starts to write; {@link #close} closes the stream. */
    public Rfc4180Writer(OutputStream out, Charset charset, char delimiter, String lineEnd) {
        this(out, charset, delimiter, lineEnd, Quoting.AS_NEEDED);
    }

    Rfc4180Writer(OutputStream out, Charset charset, char delimiter, String lineEnd, Quoting quoting) {
        this.out = out;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
        this.quoting = quoting;
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
        if (inRow) {
            encode(String.valueOf(delimiter));
        }
        inRow = true;
        boolean quoted = quoting == Quoting.ALWAYS || (quoting == Quoting.AS_NEEDED && needsQuotes(text, delimiter));
        encode(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
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

    private void encode(String text) throws IOException {
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
