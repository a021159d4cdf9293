package org.oneroster4j.model.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Keeps many short texts in few arrays: about as many bytes as the text has letters, and sixteen for a UUID, where a
 * {@link String} costs fifty more. Grows only; {@link #get}, {@link #compare}, {@link #size} and {@link #copyAscii} may be called
 * by several threads once nobody adds or looks up.
 */
public final class TextPool {
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MAX_CHUNKS = 1 << (31 - CHUNK_BITS);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[][] chunks = new byte[16][];
    private int size;
    private int used = CHUNK;
    private final StoredText scratch = new StoredText();

    /** Makes an empty pool, whose address 0 is the empty text. */
    public TextPool() {
        scratch.set("");
        append();
    }

    /** Keeps a text and returns where it is; 0 for the empty one. */
    public int add(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        scratch.set(text);
        return append();
    }

    /**
     * Keeps several texts one behind the other, in the address of one.
     *
     * @return where the first is
     */
    public int addRow(String... texts) {
        int needed = 0;
        for (String text : texts) {
            scratch.set(text);
            needed += scratch.size();
        }
        makeRoom(needed);
        int address = address();
        for (String text : texts) {
            scratch.set(text);
            put();
        }
        return address;
    }

    /** Takes a text that {@link #append} is for, and returns its form. */
    StoredText look(String text) {
        scratch.set(text);
        return scratch;
    }

    /** Keeps the text that was looked for last. */
    int append() {
        makeRoom(scratch.size());
        int address = address();
        put();
        return address;
    }

    /** Keeps the text that was looked for last, and a number before it. */
    int append(int number) {
        makeRoom(Integer.BYTES + scratch.size());
        INT.set(chunks[size - 1], used, number);
        used += Integer.BYTES;
        int address = address();
        put();
        return address;
    }

    /** Returns the number before a text. */
    int number(int address) {
        return (int) INT.get(chunk(address), at(address) - Integer.BYTES);
    }

    private void makeRoom(int needed) {
        if (used + needed > CHUNK) {
            if (size == MAX_CHUNKS) {
                throw new IllegalStateException("More than 2 GiB of text");
            }
            if (size == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * size);
            }
            chunks[size++] = new byte[Math.max(CHUNK, needed)];
            used = 0;
        }
    }

    private int address() {
        return ((size - 1) << CHUNK_BITS) | used;
    }

    private void put() {
        scratch.copyTo(chunks[size - 1], used);
        used += scratch.size();
    }

    /** Returns the text at an address. */
    public String get(int address) {
        return StoredText.text(chunk(address), at(address));
    }

    /**
     * Returns one of the texts that {@link #addRow} kept together.
     *
     * @param place its place among them, from 0
     */
    public String get(int address, int place) {
        return StoredText.text(chunk(address), at(address, place));
    }

    /** Returns how many bytes the text at an address takes as {@link #copyAscii} writes it. */
    public int size(int address) {
        return StoredText.size(chunk(address), at(address));
    }

    /**
     * Writes one of the texts that {@link #addRow} kept together, or the one that {@link #add} kept, as bytes, if it is of
     * ASCII characters alone and there is room.
     *
     * @param place its place among them, from 0
     * @param target is spoiled from {@code to} on in any case
     * @return where it ends there, -1 when it was not written
     */
    public int copyAscii(int address, int place, byte[] target, int to) {
        return StoredText.copyAscii(chunk(address), at(address, place), target, to);
    }

    /** Compares two texts of this pool by UTF-16 code unit, as {@link String#compareTo} does. */
    public int compare(int a, int b) {
        byte[] chunkA = chunk(a);
        byte[] chunkB = chunk(b);
        int atA = at(a);
        int atB = at(b);
        if (StoredText.kind(chunkA, atA) != StoredText.kind(chunkB, atB)) {
            return get(a).compareTo(get(b));
        }
        return Arrays.compareUnsigned(
                chunkA,
                StoredText.start(chunkA, atA),
                StoredText.end(chunkA, atA),
                chunkB,
                StoredText.start(chunkB, atB),
                StoredText.end(chunkB, atB));
    }

    /** Returns which of the {@link StoredText#KINDS} a text is of: within one, the order of texts is that of their bytes. */
    int kind(int address) {
        return StoredText.kind(chunk(address), at(address));
    }

    /** Returns four bytes of a text, those behind its end 0. */
    int four(int address, int depth) {
        return StoredText.four(chunk(address), at(address), depth);
    }

    /** Tells whether a text is at an address. */
    boolean isAt(int address, StoredText text) {
        return text.isAt(chunk(address), at(address));
    }

    private byte[] chunk(int address) {
        return chunks[address >>> CHUNK_BITS];
    }

    private static int at(int address) {
        return address & (CHUNK - 1);
    }

    private int at(int address, int place) {
        byte[] chunk = chunk(address);
        int at = at(address);
        for (int i = 0; i < place; i++) {
            at = StoredText.end(chunk, at);
        }
        return at;
    }
}
