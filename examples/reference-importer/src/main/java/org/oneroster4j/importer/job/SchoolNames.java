package org.oneroster4j.importer.job;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.Row;

/** What orgs are called, for what is told to people. */
public final class SchoolNames {
    /** A state has a few thousand. A broken file may have any number, and what has no name is told by its id. */
    private static final int MOST = 10_000;

    private SchoolNames() {}

    /**
     * Reads {@code orgs.csv}, whose faults were told before; of a file that breaks off, what stands before.
     *
     * @return the names by sourcedId
     */
    public static Map<String, String> of(OneRosterDrop drop) {
        Map<String, String> names = new HashMap<>();
        read(drop, names);
        return names;
    }

    /**
     * Reads {@code orgs.csv}, and that of the last full drop too: a school that is gone is not in the new one. What both know
     * is called as in the new one.
     *
     * @param last what was published last; absent before the first time
     * @return the names by sourcedId
     * @throws org.oneroster4j.importer.state.StateException when the stored file is damaged
     */
    public static Map<String, String> of(OneRosterDrop drop, Optional<Generation> last) throws IOException {
        Map<String, String> names = of(drop);
        if (last.isPresent()) {
            last.get().orgs().ifPresent(stored -> of(stored).forEach(names::putIfAbsent));
        }
        return names;
    }

    private static void read(OneRosterDrop drop, Map<String, String> names) {
        try (var rows = drop.telling(again -> {}).rows(Org.class)) {
            for (Row<Org> row : rows) {
                if (names.size() == MOST) {
                    return;
                }
                row.record().ifPresent(org -> names.putIfAbsent(org.sourcedId(), org.name()));
            }
        } catch (DropUnreadableException e) {
            // The run that read the file before has told it; the names up to there are as good as any.
            return;
        }
    }
}
