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
    private final Set<OneRosterFile> broken;

    MemoryRoster(RosterRecord... records) {
        this(List.of(records), List.of(), Set.of(), Set.of());
    }

    private MemoryRoster(
            List<RosterRecord> records, List<Row<?>> moreRows, Set<OneRosterFile> absent, Set<OneRosterFile> broken) {
        this.records = records;
        this.moreRows = moreRows;
        this.absent = absent;
        this.broken = broken;
    }

    /** Returns this roster with rows behind its records that a reader could not read, or not wholly. */
    MemoryRoster with(Row<?>... more) {
        return new MemoryRoster(records, List.of(more), absent, broken);
    }

    MemoryRoster without(OneRosterFile file, OneRosterFile... more) {
        return new MemoryRoster(records, moreRows, EnumSet.of(file, more), broken);
    }

    /** Returns this roster with a file that cannot be read further behind its rows. */
    MemoryRoster brokenBehind(OneRosterFile file) {
        return new MemoryRoster(records, moreRows, absent, EnumSet.of(file));
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
                return broken.contains(file) ? thenBroken(rows.iterator()) : rows.iterator();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private static <E> Iterator<E> thenBroken(Iterator<E> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public E next() {
                if (!rows.hasNext()) {
                    throw new IllegalStateException("The rest cannot be read");
                }
                return rows.next();
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
