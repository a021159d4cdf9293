package org.oneroster4j.csv.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes and refuses what is not of the charset, where the JDK's readers put U+FFFD into a child's name. All
 * characters before the first bad byte are handed out first. A byte order mark is skipped; where UTF-8 is expected and
 * the mark is that of UTF-16, it is UTF-16.
 */
final class StrictReader extends Reader {
    /** Bytes that are not of the charset. */
    static final class UndecodableException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long offset;
        private final byte[] bad;

        UndecodableException(long offset, byte[] bad) {
            super("Bytes at offset " + offset + " are not of the charset");
            this.offset = offset;
            this.bad = bad;
        }

        /** Returns the bad bytes. */
        byte[] bad() {
            return bad.clone();
        }

        /** Returns the offset of the first bad byte in the file, from 0. */
        long offset() {
            return offset;
        }
    }

    /** The bytes end in NUL: the file was not written to its end. */
    static final class PaddedException extends IOException {
        private static final long serialVersionUID = 1L;

        PaddedException() {
            super("The bytes end in NUL");
        }
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private CharsetDecoder decoder;
    private final boolean mayBeUtf16;
    private boolean utf16;
    private boolean mark;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    /** How many bytes were taken out of {@link #bytes} before its present content. */
    private long before;

    /** The last bytes that were read. */
    private final FileEnd end = new FileEnd();

    private boolean ignoresPadding;
    private boolean looked;
    private boolean atStart = true;
    private boolean endOfBytes;
    private boolean flushed;
    /** How many bytes are decoded at once, and then up to the end of their line. */
    private int piece = Integer.MAX_VALUE;
    /** What the medium said when bytes were asked for that nobody needs yet. */
    private @Nullable Exception failure;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = strict(charset);
        this.mayBeUtf16 = charset.equals(StandardCharsets.UTF_8);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Takes NUL bytes at the end for text like any other. */
    void ignorePadding() {
        ignoresPadding = true;
    }

    /** Tells whether the bytes turned out to be UTF-16. */
    boolean isUtf16() {
        return utf16;
    }

    /** Tells whether nothing was taken out yet and the first byte may be of a byte order mark, as none of ASCII is. */
    boolean mayHaveMark() {
        return atStart && bytes.hasRemaining() && bytes.get(bytes.position()) < 0;
    }

    /** Tells whether all bytes were taken out and the medium has said that there are no more. */
    boolean isAtEnd() {
        return endOfBytes && !bytes.hasRemaining();
    }

    /** Is told that bytes were taken from {@link #ahead}: a mark that comes now is a character like others. */
    void passStart() {
        atStart = false;
    }

    /** Returns the charset that the bytes turned out to be of. */
    Charset charset() {
        return decoder.charset();
    }

    /** Tells whether a byte order mark was skipped. */
    boolean hasMark() {
        return mark;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("A surrogate pair may need two characters");
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int first = chars.position();
        while (chars.position() == first && !flushed) {
            decodeInto(chars);
            if (atStart && chars.position() > first) {
                atStart = false;
                if (target[offset] == '\uFEFF') {
                    mark = true;
                    System.arraycopy(target, offset + 1, target, offset, chars.position() - first - 1);
                    chars.position(chars.position() - 1);
                }
            }
        }
        int count = chars.position() - first;
        return count == 0 ? -1 : count;
    }

    private void decodeInto(CharBuffer chars) throws IOException {
        int first = chars.position();
        int limit = bytes.limit();
        bytes.limit(endOfPiece());
        CoderResult result = decoder.decode(bytes, chars, endOfBytes && bytes.limit() == limit);
        bytes.limit(limit);
        if (result.isError()) {
            // What was decoded before goes out first; the next call comes here again with nothing before it.
            if (chars.position() == first) {
                byte[] bad = new byte[result.length()];
                bytes.get(bytes.position(), bad);
                throw new UndecodableException(before + bytes.position(), bad);
            }
        } else if (result.isUnderflow()) {
            if (endOfBytes && !bytes.hasRemaining()) {
                if (!ignoresPadding && end.isPadded(utf16)) {
                    // What was decoded before goes out first.
                    if (chars.position() == first) {
                        throw new PaddedException();
                    }
                    return;
                }
                decoder.flush(chars);
                flushed = true;
            } else if (chars.position() == first) {
                fill();
            }
        }
    }

    /** A line ends with a byte that is no part of another character; only such charsets are read {@link #inPieces}. */
    private int endOfPiece() {
        if (utf16 || bytes.remaining() <= piece) {
            return bytes.limit();
        }
        byte[] array = bytes.array();
        for (int i = bytes.position() + piece; i < bytes.limit(); i++) {
            if (array[i] == '\n') {
                return i + 1;
            }
        }
        return bytes.limit();
    }

    /** Decodes no more at once than so many bytes, and then up to the end of their line. */
    void inPieces(int length) {
        piece = length;
    }

    /** Returns the bytes that were read ahead and not yet decoded: between the position and the limit. */
    ByteBuffer ahead() {
        return bytes;
    }

    /** Returns the array of {@link #ahead}, which is the same for the life of the reader. */
    byte[] array() {
        return bytes.array();
    }

    /**
     * Reads more bytes ahead. What the medium says against it is kept until the bytes before are decoded.
     *
     * @return whether there are more now
     */
    boolean readAhead() {
        int had = bytes.remaining();
        if (endOfBytes || had == bytes.capacity() || failure != null) {
            return false;
        }
        try {
            fill();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        return bytes.remaining() > had;
    }

    /** The two bytes with which UTF-16 begins are none with which UTF-8 can. */
    private void lookAtMark() {
        boolean big = bytes.get(0) == (byte) 0xFE && bytes.get(1) == (byte) 0xFF;
        boolean little = bytes.get(0) == (byte) 0xFF && bytes.get(1) == (byte) 0xFE;
        if (big || little) {
            utf16 = true;
            decoder = strict(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
    }

    private void fill() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        before += bytes.position();
        bytes.compact();
        try {
            do {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                endOfBytes = count < 0;
                end.take(bytes.array(), bytes.position(), count);
                bytes.position(bytes.position() + Math.max(0, count));
            } while (!looked && !endOfBytes && bytes.position() < 2);
        } finally {
            bytes.flip();
        }
        if (!looked && mayBeUtf16 && bytes.limit() >= 2) {
            lookAtMark();
        }
        looked = true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
