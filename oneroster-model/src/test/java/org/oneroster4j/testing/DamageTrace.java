package org.oneroster4j.testing;

/** What of a damaged file shows the damage to a reader that knows CSV and not the file before. */
public enum DamageTrace {
    /** A row has another number of cells than the header. */
    CELL_COUNT,
    /** A quote that does not enclose a whole value, or quotes other than before. */
    QUOTES,
    /** A line break too many, of another kind, or between the commas of a value. */
    LINE_ENDS,
    /** The file ends in a row that is not whole, or in bytes that are no text. */
    LENGTH,
    /** The bytes are of another encoding, which a byte order mark names. */
    ENCODING,
    /** A quote or a line break in a value, which the sender may have meant. */
    IN_VALUE,
    /** The file may end in a value that is cut, or after it; the last row has all its cells. */
    LAST_VALUE,
    /** None: the file is as well formed as before. */
    NONE;

    /**
     * Whether the number of cells, the quotes, the line ends or the length of the file prove the damage.
     *
     * @return false where the damaged file could be a sound one
     */
    public boolean isDetectable() {
        return compareTo(IN_VALUE) < 0;
    }
}
