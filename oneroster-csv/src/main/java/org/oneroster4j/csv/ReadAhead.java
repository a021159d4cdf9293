package org.oneroster4j.csv;

/**
 * Whether a second thread reads the rows of a file, ahead of the one that takes them. Rows, findings, lines and failures are
 * the same, told by the same thread; the second one ends with the file, or when its rows are closed. A third, to split the
 * text for the second, was slower by a tenth on two processors: what waits between three no longer fits their caches.
 */
public enum ReadAhead {
    /** From the ten thousandth row of a file on, where there is more than one processor. */
    AUTOMATIC,
    /** From the first row of each file. */
    ALWAYS,
    /** Never: each file is read by the thread that takes its rows. */
    NEVER
}
