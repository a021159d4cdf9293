package org.oneroster4j.model.compact;

import java.util.Arrays;

/** An array of small numbers, from -128 to 127, that grows when a cell behind its end is set. Cells never set are 0. */
public final class ByteColumn {
    private byte[] cells = new byte[64];

    /** Returns a cell. */
    public int get(int index) {
        return index < cells.length ? cells[index] : 0;
    }

    /** Sets a cell. */
    public void set(int index, int value) {
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(index + 1, cells.length + (cells.length >> 1)));
        }
        cells[index] = (byte) value;
    }
}
