package org.oneroster4j.impero.blackbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Location;

/** A roster made of records, as a tool would have it that gets its data from somewhere else than files. */
final class MemoryRoster implements Roster {
    private final List<RosterRecord> records;

    MemoryRoster(RosterRecord... records) {
        this.records = List.of(records);
    }

    @Override
    public <T extends RosterRecord> RosterRows<T> rows(Class<T> type) {
        OneRosterFile file = OneRosterFile.of(type);
        List<Row<T>> rows = new ArrayList<>();
        for (RosterRecord record : records) {
            if (type.isInstance(record)) {
                rows.add(Row.of(type.cast(record), new Location.Row(file.fileName(), rows.size() + 2)));
            }
        }
        return new RosterRows<>() {
            @Override
            public Iterator<Row<T>> iterator() {
                return rows.iterator();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public boolean has(OneRosterFile file) {
        return true;
    }

    @Override
    public List<String> header(OneRosterFile file) {
        return List.of();
    }

    @Override
    public Optional<Manifest> manifest() {
        return Optional.empty();
    }
}
