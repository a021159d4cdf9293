package org.oneroster4j.model.compact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps many short texts in few arrays: about as many bytes as the text has letters, where a {@link String} costs fifty
 * more. Texts are encoded one UTF-16 code unit at a time (so a surrogate pair takes six bytes), which makes the order of
 * the bytes that of {@link String#compareTo}. Grows only; {@link #get} and {@link #compare} may be
 * called by several threads once nobody adds or looks up.
 */
public final class TextPool {
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MAX_CHUNKS = 1 << (31 - CHUNK_BITS);
    private static final int MAX_PREFIX = 5;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private byte[] scratch = new byte[256];

    /** Makes an empty pool, whose address 0 is the empty text. */
    public TextPool() {
        add("");
    }

    /** Keeps a text and returns where it is; 0 for the empty one. */
    public int add(String text) {
        if (text.isEmpty() && !chunks.isEmpty()) {
            return 0;
        }
        int length = encode(text);
        return add(scratch, length);
    }

    /** Encodes into {@link #scratch} and returns the number of bytes. */
    private int encode(String text) {
        if (scratch.length < text.length() * 3) {
            scratch = new byte[text.length() * 3];
        }
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                scratch[length++] = (byte) c;
            } else if (c < 0x800) {
                scratch[length++] = (byte) (0xC0 | (c >> 6));
                scratch[length++] = (byte) (0x80 | (c & 0x3F));
            } else {
                scratch[length++] = (byte) (0xE0 | (c >> 12));
                scratch[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                scratch[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        return length;
    }

    private int add(byte[] bytes, int length) {
        int needed = length + MAX_PREFIX;
        if (used + needed > CHUNK) {
            if (chunks.size() == MAX_CHUNKS) {
                throw new IllegalStateException("More than 2 GiB of text");
            }
            chunks.add(new byte[Math.max(CHUNK, needed)]);
            used = 0;
        }
        int address = ((chunks.size() - 1) << CHUNK_BITS) | used;
        byte[] chunk = chunks.get(chunks.size() - 1);
        int at = used;
        int rest = length;
        while (rest >= 0x80) {
            chunk[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        chunk[at++] = (byte) rest;
        System.arraycopy(bytes, 0, chunk, at, length);
        used = Math.min(CHUNK, at + length);
        return address;
    }

    /** Returns the text at an address. */
    public String get(int address) {
        byte[] chunk = chunks.get(address >>> CHUNK_BITS);
        int start = start(chunk, address & (CHUNK - 1));
        int end = start + length(chunk, address & (CHUNK - 1));
        for (int i = start; i < end; i++) {
            if (chunk[i] < 0) {
                return decode(chunk, start, end);
            }
        }
        return new String(chunk, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static String decode(byte[] chunk, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int b = chunk[i++];
            if (b >= 0) {
                text.append((char) b);
            } else if ((b & 0xE0) == 0xC0) {
                text.append((char) (((b & 0x1F) << 6) | (chunk[i++] & 0x3F)));
            } else {
                text.append((char) (((b & 0x0F) << 12) | ((chunk[i] & 0x3F) << 6) | (chunk[i + 1] & 0x3F)));
                i += 2;
            }
        }
        return text.toString();
    }

    /** Compares two texts of this pool by UTF-16 code unit, as {@link String#compareTo} does. */
    public int compare(int a, int b) {
        byte[] chunkA = chunks.get(a >>> CHUNK_BITS);
        byte[] chunkB = chunks.get(b >>> CHUNK_BITS);
        int startA = start(chunkA, a & (CHUNK - 1));
        int startB = start(chunkB, b & (CHUNK - 1));
        return Arrays.compareUnsigned(
                chunkA,
                startA,
                startA + length(chunkA, a & (CHUNK - 1)),
                chunkB,
                startB,
                startB + length(chunkB, b & (CHUNK - 1)));
    }

    boolean isAt(int address, String text) {
        byte[] chunk = chunks.get(address >>> CHUNK_BITS);
        int start = start(chunk, address & (CHUNK - 1));
        int length = encode(text);
        return length == length(chunk, address & (CHUNK - 1))
                && Arrays.equals(chunk, start, start + length, scratch, 0, length);
    }

    private static int start(byte[] chunk, int at) {
        int start = at;
        while (chunk[start] < 0) {
            start++;
        }
        return start + 1;
    }

    private static int length(byte[] chunk, int at) {
        int length = 0;
        int shift = 0;
        int i = at;
        while (chunk[i] < 0) {
            length |= (chunk[i++] & 0x7F) << shift;
            shift += 7;
        }
        return length | (chunk[i] << shift);
    }
}
