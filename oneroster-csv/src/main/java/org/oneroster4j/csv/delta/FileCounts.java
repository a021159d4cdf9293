package org.oneroster4j.csv.delta;

/**
 * What became of the rows of one file.
 *
 * @param carried rows taken over as they were, from the last full drop, or from a file that the delta has in full
 * @param replaced records that the delta has in another version
 * @param added records that were not there before
 * @param deleted records that the delta deletes; they are kept as deleted ones
 * @param takenOut records that a row of the delta takes out, as it cannot be read or its meaning is in doubt; they are kept as
 *     deleted ones
 * @param rows how many rows the file has now
 */
public record FileCounts(long carried, long replaced, long added, long deleted, long takenOut, long rows) {}
