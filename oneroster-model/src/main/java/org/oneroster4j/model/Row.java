package org.oneroster4j.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * A row of a data file as a {@link Roster} hands it out: where it stands, the record read from it, and what could not be
 * read. A record alone cannot tell a blank cell from one that nobody can read, and for some cells that is the difference
 * between "no end" and "out": a blank {@code endDate} never ends, an unreadable one says nothing.
 *
 * <p>Immutable. The text of its cells is personal data; no method of this class but {@link #text} gives it away.
 *
 * @param <T> the kind of record
 */
public final class Row<T extends RosterRecord> {

    /** The cells of a row by the name of their column. */
    @FunctionalInterface
    public interface Cells {
        /** Returns the text of a cell as written; empty when the row or the file has no such cell. */
        String text(String column);
    }

    private final Location.Row location;
    private final String sourcedId;
    private final Optional<RecordStatus> status;
    private final @Nullable T record;
    private final @Nullable FindingCode rejection;
    private final Set<String> unreadable;
    private final Cells cells;

    private Row(
            Location.Row location,
            String sourcedId,
            Optional<RecordStatus> status,
            @Nullable T record,
            @Nullable FindingCode rejection,
            Set<String> unreadable,
            Cells cells) {
        this.location = location;
        this.sourcedId = sourcedId;
        this.status = status;
        this.record = record;
        this.rejection = rejection;
        this.unreadable = unreadable;
        this.cells = cells;
    }

    /**
     * Returns a row from which a record was read.
     *
     * @param unreadable the names of the columns whose cells are filled and could not be read; the record has no value
     *     there
     */
    public static <T extends RosterRecord> Row<T> read(
            Location.Row location, T record, Set<String> unreadable, Cells cells) {
        return new Row<>(location, record.sourcedId(), record.status(), record, null, Set.copyOf(unreadable), cells);
    }

    /** Returns a row from which no record could be made, with the code of the finding that says why. */
    public static <T extends RosterRecord> Row<T> rejected(
            Location.Row location,
            String sourcedId,
            Optional<RecordStatus> status,
            FindingCode rejection,
            Cells cells) {
        return new Row<>(
                location, sourcedId, status, null, Objects.requireNonNull(rejection, "rejection"), Set.of(), cells);
    }

    /**
     * Returns a row for a record that comes from somewhere else than a file; its cells are what the record says. A record
     * whose id is blank, or that holds control characters in an id or a reference, is rejected as a reader would do.
     */
    public static <T extends RosterRecord> Row<T> of(T record, Location.Row location) {
        Cells cells = column -> RecordText.of(record, column);
        return RecordText.hasUsableIds(record)
                ? read(location, record, Set.of(), cells)
                : rejected(
                        location,
                        CellText.trimmed(record.sourcedId()),
                        record.status(),
                        RowFindingCode.UNREADABLE_VALUE,
                        cells);
    }

    /** Returns where the row stands. */
    public Location.Row location() {
        return location;
    }

    /** Returns the id, trimmed; empty when blank. */
    public String sourcedId() {
        return sourcedId;
    }

    /** Returns the status; absent when blank, and when it could not be read, which rejects the row. */
    public Optional<RecordStatus> status() {
        return status;
    }

    /** Returns the record; absent when the row was rejected. */
    public Optional<T> record() {
        return Optional.ofNullable(record);
    }

    /** Returns why there is no record; absent when there is one. */
    public Optional<FindingCode> rejection() {
        return Optional.ofNullable(rejection);
    }

    /** Tells whether the cell of one of these columns is filled and could not be read. */
    public boolean isUnreadable(String... columns) {
        return !unreadable.isEmpty() && List.of(columns).stream().anyMatch(unreadable::contains);
    }

    /** Returns the text of a cell as written; empty when the row or the file has no such cell. Personal data. */
    public String text(String column) {
        return cells.text(column);
    }

    @Override
    public String toString() {
        return "Row[" + location + ", " + (record == null ? "rejected" : record.toString()) + "]";
    }
}
