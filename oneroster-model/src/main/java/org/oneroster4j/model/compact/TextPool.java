package org.oneroster4j.model.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps many short texts in few arrays: about as many bytes as the text has letters, and sixteen for a UUID, where a
 * {@link String} costs fifty more. Of the texts of a row the ends from an {@code @} on are kept once each, and so is a
 * beginning that is the text before: an email that is the username at a school takes three. Grows only; {@link #get}, {@link
 * #compare}, {@link #size} and {@link #copy} may be called
 * by several threads once nobody adds or looks up.
 */
public final class TextPool {
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MAX_CHUNKS = 1 << (31 - CHUNK_BITS);
    /** Of so many ends from an {@code @} on it is noted that they were there before: a feed with more has none in common. */
    private static final int MAX_ENDS = 1 << 12;

    private static final int WHOLE = -1;
    private static final byte[] NOT_ASCII = {};
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[][] chunks = new byte[16][];
    private int size;
    private int used = CHUNK;
    private final StoredText scratch = new StoredText();
    private final List<String> ends = new ArrayList<>();
    private final List<byte[]> encodedEnds = new ArrayList<>();
    private final Map<String, Integer> numbersOfEnds = new HashMap<>();

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
     * @return where the first is; for {@link #get(int, int)} and {@link #copy} alone
     */
    public int addRow(String... texts) {
        @Nullable String[] heads = new String[texts.length];
        int[] endsOf = new int[texts.length];
        int needed = 0;
        for (int i = 0; i < texts.length; i++) {
            endsOf[i] = end(texts[i]);
            boolean isWhole = endsOf[i] == WHOLE;
            String head = isWhole ? texts[i] : texts[i].substring(0, texts[i].lastIndexOf('@'));
            boolean isBefore = !isWhole && i > 0 && head.equals(texts[i - 1]);
            heads[i] = isBefore ? null : head;
            needed += (isWhole ? 0 : StoredText.JOINT)
                    + (isBefore ? 0 : look(head).size());
        }
        makeRoom(needed);
        int address = address();
        for (int i = 0; i < texts.length; i++) {
            @Nullable String head = heads[i];
            if (endsOf[i] != WHOLE) {
                StoredText.joint(chunks[size - 1], used, endsOf[i], head != null);
                used += StoredText.JOINT;
            }
            if (head != null) {
                scratch.set(head);
                put();
            }
        }
        return address;
    }

    /** Returns the number of the end that a text has in common with others. */
    private int end(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return WHOLE;
        }
        String end = text.substring(at);
        @Nullable Integer known = numbersOfEnds.get(end);
        if (known != null) {
            return known;
        }
        if (ends.size() == MAX_ENDS) {
            return WHOLE;
        }
        numbersOfEnds.put(end, ends.size());
        ends.add(end);
        byte[] ascii = end.getBytes(StandardCharsets.US_ASCII);
        encodedEnds.add(end.equals(new String(ascii, StandardCharsets.US_ASCII)) ? ascii : NOT_ASCII);
        return ends.size() - 1;
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
        byte[] chunk = chunk(address);
        int at = at(address, place);
        int end = StoredText.jointEnd(chunk, at);
        if (end == WHOLE) {
            return StoredText.text(chunk, at);
        }
        boolean follows = StoredText.headFollows(chunk, at);
        return (follows ? StoredText.text(chunk, at + StoredText.JOINT) : get(address, place - 1)) + ends.get(end);
    }

    /**
     * Returns how many bytes the texts at some addresses, each the first of a row, take as {@link #copy} writes them. They lie
     * all over the memory, so each is touched before any is looked at: a processor waits for several at a time as long as
     * nothing depends on what it waits for.
     *
     * @param addresses the first {@code count} are asked for
     */
    public int size(int[] addresses, int count) {
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += Math.max(0, knownSize(addresses[i]));
        }
        for (int i = 0; i < count; i++) {
            size += knownSize(addresses[i]) < 0 ? size(addresses[i]) : 0;
        }
        return size;
    }

    private int knownSize(int address) {
        return StoredText.sizeBy(chunk(address)[at(address)]);
    }

    private int size(int address) {
        byte[] chunk = chunk(address);
        int at = at(address);
        int end = StoredText.jointEnd(chunk, at);
        return end == WHOLE
                ? StoredText.size(chunk, at)
                : StoredText.size(chunk, at + StoredText.JOINT) + ends.get(end).length();
    }

    /**
     * Writes one of the texts that {@link #addRow} kept together, or the one that {@link #add} kept, as bytes, if there is
     * room and it is of ASCII characters alone, or of any that UTF-8 has where that is asked for.
     *
     * @param place its place among them, from 0
     * @param target is spoiled from {@code to} on in any case
     * @return where it ends there, -1 when it was not written
     */
    public int copy(int address, int place, boolean utf8, byte[] target, int to) {
        byte[] chunk = chunk(address);
        int at = at(address, place);
        int end = StoredText.jointEnd(chunk, at);
        if (end == WHOLE) {
            return StoredText.copy(chunk, at, utf8, target, to);
        }
        int behindHead = StoredText.headFollows(chunk, at)
                ? StoredText.copy(chunk, at + StoredText.JOINT, utf8, target, to)
                : copy(address, place - 1, utf8, target, to);
        byte[] ascii = encodedEnds.get(end);
        if (behindHead < 0 || ascii.length == 0 || ascii.length > target.length - behindHead) {
            return -1;
        }
        System.arraycopy(ascii, 0, target, behindHead, ascii.length);
        return behindHead + ascii.length;
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
