package org.oneroster4j.csv;

/**
 * Whether a second thread splits the text of a file into cells, ahead of the one that takes its rows. Rows, findings, lines
 * and failures are the same, told by the same thread; the second one ends with the file, or when its rows are closed.
 */
public enum ReadAhead {
    /** From the ten thousandth row of a file on, where there is more than one processor. */
    AUTOMATIC,
    /** From the first row of each file. */
    ALWAYS,
    /** Never: each file is read by the thread that takes its rows. */
    NEVER
}
