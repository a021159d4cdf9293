package org.oneroster4j.impero.blackbox;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final List<Row<?>> moreRows;
    private final Set<OneRosterFile> absent;

    MemoryRoster(RosterRecord... records) {
        this(List.of(records), List.of(), Set.of());
    }

    private MemoryRoster(List<RosterRecord> records, List<Row<?>> moreRows, Set<OneRosterFile> absent) {
        this.records = records;
        this.moreRows = moreRows;
        this.absent = absent;
    }

    /** Returns this roster with rows behind its records that a reader could not read, or not wholly. */
    MemoryRoster with(Row<?>... more) {
        return new MemoryRoster(records, List.of(more), absent);
    }

    MemoryRoster without(OneRosterFile file, OneRosterFile... more) {
        return new MemoryRoster(records, moreRows, EnumSet.of(file, more));
    }

    @Override
    @SuppressWarnings("unchecked") // A row of a file is one of the file's kind of record.
    public <T extends RosterRecord> RosterRows<T> rows(Class<T> type) {
        OneRosterFile file = OneRosterFile.of(type);
        List<Row<T>> rows = new ArrayList<>();
        for (RosterRecord record : records) {
            if (type.isInstance(record)) {
                rows.add(Row.of(type.cast(record), new Location.Row(file.fileName(), rows.size() + 2)));
            }
        }
        for (Row<?> row : moreRows) {
            if (row.location().file().equals(file.fileName())) {
                rows.add((Row<T>) row);
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
        return !absent.contains(file);
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
