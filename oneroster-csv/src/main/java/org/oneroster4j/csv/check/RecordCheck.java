package org.oneroster4j.csv.check;

import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Location;

/**
 * Looks at the live records of one file, in the order of its rows.
 *
 * @param <T> the kind of record
 */
@FunctionalInterface
interface RecordCheck<T extends RosterRecord> {
    /**
     * Takes a record.
     *
     * @param number the number of its id among those of its file
     * @param at where its row stands
     */
    void take(T record, int number, Location.Row at);
}
