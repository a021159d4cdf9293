package org.oneroster4j.importer.job;

import java.util.HashMap;
import java.util.Map;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.Row;

/** What orgs are called, for what is told to people. */
final class SchoolNames {
    /** A state has a few thousand. A broken file may have any number, and what has no name is told by its id. */
    private static final int MOST = 10_000;

    private SchoolNames() {}

    /** Reads {@code orgs.csv}, whose faults were told before; of a file that breaks off, what stands before. */
    static Map<String, String> of(OneRosterDrop drop) {
        Map<String, String> names = new HashMap<>();
        try (var rows = drop.telling(again -> {}).rows(Org.class)) {
            for (Row<Org> row : rows) {
                if (names.size() == MOST) {
                    break;
                }
                row.record().ifPresent(org -> names.putIfAbsent(org.sourcedId(), org.name()));
            }
        } catch (DropUnreadableException e) {
            return names;
        }
        return names;
    }
}
