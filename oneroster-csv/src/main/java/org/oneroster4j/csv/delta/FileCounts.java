package org.oneroster4j.csv.delta;

/**
 * What became of the rows of one file.
 *
 * @param carried rows taken over as they were, from the last full drop, or from a file that the delta has in full
 * @param replaced records that the delta has in another version
 * @param added records that were not there before
 * @param removed rows that are gone: deleted by the delta, or called deleted where they stood, or standing a second time
 *     under the id of a record that the delta replaces
 * @param unknownDeletes records that the delta deletes and that were not there
 * @param ignored rows of the delta that change nothing, as they cannot be read
 * @param leftOut rows whose columns may have shifted, so that they could not be taken over
 */
public record FileCounts(
        long carried, long replaced, long added, long removed, long unknownDeletes, long ignored, long leftOut) {

    /** Returns how many rows the file has now. */
    public long rows() {
        return carried + replaced + added;
    }
}
