package org.oneroster4j.csv.delta;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * The rows of a delta file by id, one for each: of several the one that was changed last, of those of one date the one that
 * stands last. A row without a date is older than any that has one.
 */
final class Changes {
    /**
     * A row.
     *
     * @param deletes whether the record is gone
     * @param at when it was changed, {@code Instant.MIN} when it does not say
     * @param cells its cells in the layout of what is written, as they stand there
     * @param location where it stands
     * @param shownId its id as findings show it
     */
    record Change(boolean deletes, Instant at, List<String> cells, Location.Row location, String shownId) {}

    private final Map<String, Change> byId = new LinkedHashMap<>();
    private long ignored;

    /** Reads the rows of a delta file and tells of those that change nothing. */
    static Changes read(CellReader rows, Layout layout, FindingListener listener) {
        Changes changes = new Changes();
        int[] positions = layout.positionsIn(rows);
        while (rows.next()) {
            List<Finding> rejections = rows.fits() ? rows.rejections() : List.of();
            String reason = reasonAgainst(rows, rejections);
            if (reason == null) {
                changes.take(
                        rows.sourcedId(),
                        new Change(
                                rows.status()
                                        .filter(status -> status == RecordStatus.TOBEDELETED)
                                        .isPresent(),
                                rows.dateLastModified().orElse(Instant.MIN),
                                Layout.row(rows, positions),
                                rows.location(),
                                rows.shownId()));
            } else {
                changes.ignored++;
                rejections.forEach(listener::found);
                listener.found(Finding.of(CsvFindingCode.DELTA_ROW_IGNORED, rows.location(), rows.shownId(), reason));
            }
        }
        return changes;
    }

    private static @Nullable String reasonAgainst(CellReader rows, List<Finding> rejections) {
        if (!rows.fits()) {
            return "Its columns may have shifted";
        }
        if (rows.sourcedId().isEmpty() || CellText.holdsControl(rows.sourcedId())) {
            return "It has no id that can be read";
        }
        if (rows.status().isEmpty()) {
            return "It does not say whether the record is active or tobedeleted";
        }
        // Of a record that is gone nothing has to be read but that.
        return rejections.isEmpty() ? null : "A cell cannot be read without which there is no record";
    }

    private void take(String id, Change change) {
        Change before = byId.get(id);
        if (before == null || !change.at().isBefore(before.at())) {
            // Taken out first, so that the order is that of the rows which count.
            byId.remove(id);
            byId.put(id, change);
        }
    }

    /** Returns these changes with others after them, which count whatever their dates: they were applied later. */
    Changes then(Changes later) {
        Changes both = new Changes();
        both.byId.putAll(byId);
        later.byId.forEach((id, change) -> {
            both.byId.remove(id);
            both.byId.put(id, change);
        });
        both.ignored = ignored + later.ignored;
        return both;
    }

    /** Returns the change of a record; null when it is not changed. */
    @Nullable
    Change of(String id) {
        return byId.get(id);
    }

    /** Returns the changes by id, in the order of their rows. */
    Map<String, Change> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /** Returns how many rows change nothing. */
    long ignored() {
        return ignored;
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Returns the newest date of all; absent when no row has one. */
    static Optional<Instant> newest(Collection<Changes> files) {
        return files.stream()
                .flatMap(changes -> changes.byId.values().stream())
                .map(Change::at)
                .filter(at -> at.isAfter(Instant.MIN))
                .max(Instant::compareTo);
    }
}
