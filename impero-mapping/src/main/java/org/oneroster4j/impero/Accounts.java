package org.oneroster4j.impero;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.oneroster4j.model.OneRosterFile;

/**
 * What became of the rows that a mapping read.
 *
 * @param users of {@code users.csv}
 * @param classes of {@code classes.csv}
 * @param enrollments of {@code enrollments.csv}
 * @param ended which enrollments are over
 */
record Accounts(Tally users, Tally classes, Tally enrollments, Ended ended) {
    /** Returns the rows of all three files together. */
    Tally all() {
        Tally all = new Tally();
        all.addAll(users);
        all.addAll(classes);
        all.addAll(enrollments);
        return all;
    }

    /** Returns the rows of each file. */
    Map<OneRosterFile, RowTotals> byFile() {
        Map<OneRosterFile, RowTotals> byFile = new EnumMap<>(OneRosterFile.class);
        byFile.put(OneRosterFile.USERS, users.totals());
        byFile.put(OneRosterFile.CLASSES, classes.totals());
        byFile.put(OneRosterFile.ENROLLMENTS, enrollments.totals());
        return Collections.unmodifiableMap(byFile);
    }
}
