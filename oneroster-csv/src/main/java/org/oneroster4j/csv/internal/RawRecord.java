package org.oneroster4j.csv.internal;

import java.util.function.UnaryOperator;

/**
 * A record as it stands in its file, with every quote and line end, and the cells that readers see in it. Immutable, but
 * for the array of cells, which is the caller's.
 */
public final class RawRecord {
    /** Of a character that is no part of a cell. */
    static final int NO_CELL = -1;

    /** Of a character that stands outside the quotes of a value. */
    static final int OUTSIDE = -2;

    private final String text;
    private final int[] owners;
    private final String[] cells;
    private final boolean strayQuote;
    private final long firstLine;
    private final long lastLine;
    private final int ending;

    /**
     * Makes a record.
     *
     * @param text all of its characters, and those between it and the record before it
     * @param owners for each character the index of the cell it belongs to, or why it belongs to none
     * @param ending whether a line break ends it, in the words of {@link Records}
     */
    RawRecord(
            String text, int[] owners, String[] cells, boolean strayQuote, long firstLine, long lastLine, int ending) {
        this.text = text;
        this.owners = owners;
        this.cells = cells;
        this.strayQuote = strayQuote;
        this.firstLine = firstLine;
        this.lastLine = lastLine;
        this.ending = ending;
    }

    /** Returns the cells as readers see them: without the quotes around them, every line break one LF. */
    public String[] cells() {
        return cells.clone();
    }

    /** Returns the record as the verdict on its shape takes it. */
    public RowShape.Row shape() {
        return RowShape.Row.of(strayQuote, lastLine > firstLine, ending);
    }

    /** Tells whether its quotes leave open where its cells end. */
    public boolean hasStrayQuote() {
        return strayQuote;
    }

    /** Returns the physical line on which it starts. */
    public long firstLine() {
        return firstLine;
    }

    /** Returns the physical line on which it ends. */
    public long lastLine() {
        return lastLine;
    }

    /**
     * Returns the record with other cells in place of its own, all else as it is.
     *
     * @param others as many cells, each as long as the one in whose place it stands, with line breaks and quotes where
     *     that has them
     * @param outside what becomes of text outside the quotes of a value, which is as long too
     * @throws IllegalStateException when a cell is of another length
     */
    public String with(String[] others, UnaryOperator<String> outside) {
        StringBuilder written = new StringBuilder(text);
        int[] next = new int[cells.length];
        for (int i = 0; i < owners.length; i++) {
            int cell = owners[i];
            if (cell >= 0) {
                char other = others[cell].charAt(next[cell]);
                if (other != cells[cell].charAt(next[cell]++)) {
                    written.setCharAt(i, other);
                }
            } else if (cell == OUTSIDE) {
                int end = i;
                while (end < owners.length && owners[end] == OUTSIDE) {
                    end++;
                }
                written.replace(i, end, sameLength(text.substring(i, end), outside));
                i = end - 1;
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            if (others[cell].length() != next[cell]) {
                throw new IllegalStateException("The cell " + (cell + 1) + " is of another length");
            }
        }
        return written.toString();
    }

    private static String sameLength(String text, UnaryOperator<String> outside) {
        String other = outside.apply(text);
        if (other.length() != text.length()) {
            throw new IllegalStateException("The text outside quotes is of another length");
        }
        return other;
    }
}
