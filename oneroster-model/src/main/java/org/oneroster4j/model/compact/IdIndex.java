package org.oneroster4j.model.compact;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers texts from 0 in the order in which they come, the same text always by the same number. Grows only. */
public final class IdIndex {
    private static final long EMPTY = 0;
    private static final long[] AT_REST = {};

    private final TextPool pool;
    private final IntColumn addresses = new IntColumn();
    /**
     * The hash of a text in the upper half, one more than its address in the lower. Its number stands before it there: to
     * find one among many is to wait for memory, so it is in two places and not in three.
     */
    private long[] slots = new long[64];

    private int size;
    /** The text that was looked for last, and its number: several ask about one record, and rows of one class stand together. */
    private @Nullable String last;

    private int lastNumber;
    /** The texts that are looked for together, their hashes, and what stands where each of them should. */
    private StoredText[] together = {};

    private int[] hashes = {};
    private long[] candidates = {};

    /** Makes an empty index that keeps its texts in a pool. */
    public IdIndex(TextPool pool) {
        this.pool = pool;
    }

    /** Returns how many texts there are. */
    public int size() {
        return size;
    }

    /** Returns the number of a text, which gets one if it has none. */
    public int add(String text) {
        if (text.equals(last) && lastNumber >= 0) {
            return lastNumber;
        }
        wake();
        StoredText looked = pool.look(text);
        int hash = looked.hash();
        int slot = slot(hash, looked);
        last = text;
        if (slots[slot] != EMPTY) {
            lastNumber = number(slots[slot]);
            return lastNumber;
        }
        lastNumber = size;
        int address = pool.append(size);
        addresses.set(size++, address);
        slots[slot] = (long) hash << 32 | (address + 1L);
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        return lastNumber;
    }

    /** Returns the number of a text, -1 when it has none. */
    public int find(String text) {
        if (text.equals(last)) {
            return lastNumber;
        }
        wake();
        StoredText looked = pool.look(text);
        lastNumber = number(slots[slot(looked.hash(), looked)]);
        last = text;
        return lastNumber;
    }

    /**
     * Finds several texts at once, as {@link #find} does one. Of millions, each lies somewhere else in memory; asked for
     * together they are waited for together.
     *
     * @param texts their first {@code count} are looked for
     * @param numbers takes the numbers, -1 for a text that has none
     */
    public void find(String[] texts, int count, int[] numbers) {
        lookAt(texts, count);
        for (int i = 0; i < count; i++) {
            candidates[i] = likely(i);
        }
        for (int i = 0; i < count; i++) {
            numbers[i] = number(candidates[i]);
        }
        for (int i = 0; i < count; i++) {
            if (candidates[i] != EMPTY && !pool.isAt((int) candidates[i] - 1, together[i])) {
                numbers[i] = number(slots[slot(hashes[i], together[i])]);
            }
        }
    }

    /**
     * Says that several texts will be added or looked for next, one by one. It changes nothing but the time that takes: what
     * each of them waits for in memory is waited for together, here.
     *
     * @param texts their first {@code count} are meant
     */
    public void expect(String[] texts, int count) {
        lookAt(texts, count);
    }

    /** Returns the number that what stands in a slot leads to, -1 for nothing. */
    private int number(long filled) {
        return filled == EMPTY ? -1 : pool.number((int) filled - 1);
    }

    /** Reads the first slot of each text, one behind the other: none of them needs what another finds. */
    private void lookAt(String[] texts, int count) {
        wake();
        makeTogether(count);
        for (int i = 0; i < count; i++) {
            together[i].set(texts[i]);
            hashes[i] = together[i].hash();
        }
        for (int i = 0; i < count; i++) {
            candidates[i] = slots[hashes[i] & (slots.length - 1)];
        }
    }

    /**
     * Returns what stands in the first slot of the hash of a text that was looked at: nearly always it is the text's own, since
     * the others are of other hashes. The slots behind the first came with it when that was read.
     */
    private long likely(int place) {
        int hash = hashes[place];
        int slot = hash & (slots.length - 1);
        long filled = candidates[place];
        while (filled != EMPTY && (int) (filled >>> 32) != hash) {
            slot = (slot + 1) & (slots.length - 1);
            filled = slots[slot];
        }
        return filled;
    }

    /**
     * Forgets how texts are found, which takes sixteen bytes for each and more, until one is looked for again: that takes as
     * long as adding all of them.
     */
    public void rest() {
        slots = AT_REST;
    }

    private void wake() {
        if (slots.length > 0) {
            return;
        }
        int needed = 64;
        while (size * 3L > needed * 2L) {
            needed *= 2;
        }
        slots = new long[needed];
        for (int number = 0; number < size; number++) {
            int address = addresses.get(number);
            int hash = pool.look(pool.get(address)).hash();
            put((long) hash << 32 | (address + 1L));
        }
    }

    private void makeTogether(int count) {
        if (together.length < count) {
            together = Stream.generate(StoredText::new).limit(count).toArray(StoredText[]::new);
            hashes = new int[count];
            candidates = new long[count];
        }
    }

    /** Returns the text of a number. */
    public String get(int number) {
        return pool.get(addresses.get(number));
    }

    /** Returns where the pool keeps the text of a number. */
    public int address(int number) {
        return addresses.get(number);
    }

    /** Compares the texts of two numbers by UTF-16 code unit. */
    public int compare(int a, int b) {
        return pool.compare(addresses.get(a), addresses.get(b));
    }

    /** Sorts numbers, all different, by UTF-16 code unit of their texts. */
    public void sort(int[] numbers) {
        new TextOrder(pool, addresses).sort(numbers);
    }

    /** Returns the slot of a text, or the empty one in which it would be. */
    private int slot(int hash, StoredText text) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != EMPTY
                && !((int) (slots[slot] >>> 32) == hash && pool.isAt((int) slots[slot] - 1, text))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Returns how many slots are read beyond the first to look up each text once. */
    long probes() {
        wake();
        long probes = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != EMPTY) {
                probes += (slot - (slots[slot] >>> 32)) & (slots.length - 1);
            }
        }
        return probes;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long filled : before) {
            if (filled != EMPTY) {
                put(filled);
            }
        }
    }

    /** Puts one that is in none of the slots into the first that is empty. */
    private void put(long filled) {
        int slot = (int) (filled >>> 32) & (slots.length - 1);
        while (slots[slot] != EMPTY) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = filled;
    }
}
