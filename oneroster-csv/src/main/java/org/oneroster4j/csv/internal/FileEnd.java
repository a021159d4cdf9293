package org.oneroster4j.csv.internal;

/** The last bytes of a file, which say whether it was written to its end. For one thread. */
public final class FileEnd {
    /** The last three bytes, the last one lowest; -1 for one that is not there. */
    private int last = -1;

    private int secondLast = -1;
    private int thirdLast = -1;

    /**
     * Takes the next bytes.
     *
     * @param count how many; none when not above 0
     */
    public void take(byte[] bytes, int from, int count) {
        for (int i = Math.max(from, from + count - 3); i < from + count; i++) {
            thirdLast = secondLast;
            secondLast = last;
            last = bytes[i];
        }
    }

    /**
     * Tells whether the file ends in NUL bytes, as after a crash or a full disk. In UTF-16 every other byte of plain text is
     * NUL, with a byte order mark or without.
     */
    public boolean isPadded(boolean utf16) {
        if (last != 0) {
            return false;
        }
        return utf16 ? secondLast == 0 : secondLast == 0 || thirdLast != 0;
    }
}
