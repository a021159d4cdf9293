package org.oneroster4j.csv.internal;

import org.oneroster4j.csv.CsvFindingCode;

/** Is told what had to be done to a cell before it could be read. */
interface Repairs {
    /** Takes a repair. */
    void repaired(CsvFindingCode code, Object... details);
}
