package org.oneroster4j.model.compact;

import java.util.Arrays;

/** An array of numbers that grows when a cell behind its end is set. Cells never set are 0. */
public final class IntColumn {
    private int[] cells = new int[64];

    /** Returns a cell. */
    public int get(int index) {
        return index < cells.length ? cells[index] : 0;
    }

    /** Sets a cell. */
    public void set(int index, int value) {
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(index + 1, cells.length + (cells.length >> 1)));
        }
        cells[index] = value;
    }

    /** Adds to a cell. */
    public void add(int index, int more) {
        set(index, get(index) + more);
    }
}
