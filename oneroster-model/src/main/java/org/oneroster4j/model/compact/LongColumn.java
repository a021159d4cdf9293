package org.oneroster4j.model.compact;

import java.util.Arrays;

/** A list of long numbers. It grows by pieces, so that there is never a second copy of all. */
public final class LongColumn {
    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;

    /** Whole pieces, but for the first when it is the only one. */
    private long[][] pieces = {new long[64]};

    private int size;

    /** Returns how many numbers there are. */
    public int size() {
        return size;
    }

    /** Returns a number. */
    public long get(int index) {
        return pieces[index >>> PIECE_BITS][index & (PIECE - 1)];
    }

    /** Adds a number at the end. */
    public void add(long value) {
        set(size, value);
    }

    /** Sets a number; those between the end and it become 0. */
    public void set(int index, long value) {
        if (index >= size) {
            grow(index);
            size = index + 1;
        }
        pieces[index >>> PIECE_BITS][index & (PIECE - 1)] = value;
    }

    private void grow(int index) {
        int needed = (index >>> PIECE_BITS) + 1;
        int first = pieces[0].length;
        if (needed == 1) {
            if (index >= first) {
                pieces[0] = Arrays.copyOf(pieces[0], Math.min(PIECE, Math.max(index + 1, first * 2)));
            }
            return;
        }
        if (first < PIECE) {
            pieces[0] = Arrays.copyOf(pieces[0], PIECE);
        }
        int last = ((size - 1) >>> PIECE_BITS) + 1;
        if (needed > pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(needed, pieces.length * 2));
        }
        for (int piece = Math.max(1, size == 0 ? 1 : last); piece < needed; piece++) {
            pieces[piece] = new long[PIECE];
        }
    }

    /** Forgets all numbers. */
    public void clear() {
        pieces = new long[][] {new long[64]};
        size = 0;
    }

    /** Returns the numbers from small to large; the list is empty afterwards. */
    public long[] drainSorted() {
        long[] sorted = new long[size];
        for (int from = 0; from < size; from += PIECE) {
            System.arraycopy(pieces[from >>> PIECE_BITS], 0, sorted, from, Math.min(PIECE, size - from));
        }
        clear();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns the numbers that stand here more than once, each once, from small to large; the list is empty afterwards. */
    public long[] drainRepeated() {
        long[] sorted = drainSorted();
        int found = 0;
        for (int i = 1; i < sorted.length; i++) {
            long number = sorted[i];
            if (number == sorted[i - 1] && (found == 0 || sorted[found - 1] != number)) {
                sorted[found++] = number;
            }
        }
        return Arrays.copyOf(sorted, found);
    }
}
