package org.oneroster4j.csv.internal;

import org.oneroster4j.csv.CsvFindingCode;

/** Takes what had to be done to a cell before it could be read, and says what depends on the rest of the drop. */
interface Repairs {
    /** Takes a repair. */
    void repaired(CsvFindingCode code, Object... details);

    /** Returns how a date of the form {@code A/B/YYYY} is read. */
    default Doubts.SlashDates slashDates() {
        return Doubts.SlashDates.MONTH_FIRST;
    }
}
