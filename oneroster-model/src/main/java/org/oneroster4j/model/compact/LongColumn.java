package org.oneroster4j.model.compact;

import java.util.Arrays;

/** A list of long numbers. */
public final class LongColumn {
    private long[] cells = new long[64];
    private int size;

    /** Returns how many numbers there are. */
    public int size() {
        return size;
    }

    /** Returns a number. */
    public long get(int index) {
        return cells[index];
    }

    /** Adds a number at the end. */
    public void add(long value) {
        set(size, value);
    }

    /** Sets a number; those between the end and it become 0. */
    public void set(int index, long value) {
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(index + 1, cells.length + (cells.length >> 1)));
        }
        cells[index] = value;
        size = Math.max(size, index + 1);
    }

    /** Returns the numbers from small to large, in an array without spare cells; the list is empty afterwards. */
    public long[] drainSorted() {
        long[] sorted = size == cells.length ? cells : Arrays.copyOf(cells, size);
        cells = new long[0];
        size = 0;
        Arrays.sort(sorted);
        return sorted;
    }
}
