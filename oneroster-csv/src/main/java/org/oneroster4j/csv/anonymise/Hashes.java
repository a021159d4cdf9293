package org.oneroster4j.csv.anonymise;

import java.util.function.LongConsumer;

/** A set of hashes: twelve to twenty-four bytes each. Grows only. */
final class Hashes {
    private long[] slots = new long[64];
    private int size;
    /** 0 marks an empty slot, so the hash 0 has a place of its own. */
    private boolean hasZero;

    /** Adds a hash and tells whether it was not there. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        if (++size * 3L > slots.length * 2L) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? hasZero : slots[slot(slots, hash)] == hash;
    }

    void forEach(LongConsumer taking) {
        if (hasZero) {
            taking.accept(0);
        }
        for (long hash : slots) {
            if (hash != 0) {
                taking.accept(hash);
            }
        }
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long hash) {
        int slot = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
