package org.oneroster4j.model.compact;

import java.util.Arrays;

/** Numbers texts from 0 in the order in which they come, the same text always by the same number. Grows only. */
public final class IdIndex {
    private static final int EMPTY = -1;

    private final TextPool pool;
    private final IntColumn addresses = new IntColumn();
    private final IntColumn hashes = new IntColumn();
    private int[] slots = new int[64];
    private int size;

    /** Makes an empty index that keeps its texts in a pool. */
    public IdIndex(TextPool pool) {
        this.pool = pool;
        Arrays.fill(slots, EMPTY);
    }

    /** Returns how many texts there are. */
    public int size() {
        return size;
    }

    /** Returns the number of a text, which gets one if it has none. */
    public int add(String text) {
        int hash = hash(text);
        int slot = slot(text, hash);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        addresses.set(size, pool.add(text));
        hashes.set(size, hash);
        slots[slot] = size;
        if (++size * 3 > slots.length * 2) {
            grow();
        }
        return size - 1;
    }

    /** Returns the number of a text, -1 when it has none. */
    public int find(String text) {
        return slots[slot(text, hash(text))];
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

    private int slot(String text, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != EMPTY
                && !(hashes.get(slots[slot]) == hash && pool.isAt(addresses.get(slots[slot]), text))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, EMPTY);
        for (int number = 0; number < size; number++) {
            int slot = hashes.get(number) & (slots.length - 1);
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }

    /** Not {@link String#hashCode}, under which thousands of short ids can be equal. */
    private static int hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
