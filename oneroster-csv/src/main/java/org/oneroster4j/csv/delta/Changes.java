package org.oneroster4j.csv.delta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** The rows of a delta file by id, and which of them take the record of their id out (contract, "Deltas"). */
final class Changes {
    /** What the rows of one id do. */
    static final class Change {
        private final Location.Row location;
        private final String shownId;
        /** Rows of a live record, in the order of the file. */
        private final List<List<String>> live = new ArrayList<>();

        /** Rows of a deleted record, likewise. */
        private final List<List<String>> deleted = new ArrayList<>();

        /** What is written of a record that is taken out and was not there before. */
        private @Nullable List<String> fallback;

        private boolean out;

        private Change(Location.Row location, String shownId) {
            this.location = location;
            this.shownId = shownId;
        }

        List<List<String>> live() {
            return live;
        }

        /** Tells whether the record is taken out. */
        boolean isOut() {
            return out;
        }

        /** Tells whether the record is deleted. */
        boolean isDeleted() {
            return !deleted.isEmpty();
        }

        /** Returns the rows that take the place of the record. */
        List<List<String>> rows() {
            return isDeleted() ? deleted : live;
        }

        /** Returns the row of a record that is taken out and was not there before. */
        List<String> fallback() {
            List<String> row = fallback;
            if (row == null) {
                row = rows().get(0);
            }
            return Layout.deleted(row);
        }

        private void takeOut(List<String> row) {
            out = true;
            fallback = fallback == null ? row : fallback;
        }
    }

    private final OneRosterFile file;
    private final FindingListener listener;
    private final Map<String, Change> byId = new LinkedHashMap<>();
    /** Classes and users of enrollments whose row has no id. */
    private final Set<Pair> pairsOut = new HashSet<>();

    private @Nullable Instant newest;
    private boolean any;

    private Changes(OneRosterFile file, FindingListener listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Reads the rows of a delta file; the listener gets those that take a record out. */
    static Changes read(OneRosterFile file, CellReader rows, Layout layout, FindingListener listener) {
        Changes changes = new Changes(file, listener);
        int[] positions = layout.positionsIn(rows);
        while (rows.next()) {
            changes.take(rows, layout, positions);
        }
        changes.settle(layout);
        return changes;
    }

    private void take(CellReader rows, Layout layout, int[] positions) {
        any = true;
        rows.dateLastModified()
                .filter(at -> newest == null || at.isAfter(newest))
                .ifPresent(at -> newest = at);
        String id = rows.sourcedId();
        boolean hasId = !id.isEmpty() && !CellText.holdsControl(id);
        if (!rows.fits()) {
            report(rows.location(), rows.shownId(), "Its columns may have shifted");
            if (hasId) {
                change(rows).takeOut(layout.deleted(id));
            } else {
                takePairOut(rows, layout, positions);
            }
            return;
        }
        if (!hasId) {
            report(rows.location(), "", "It has no id that can be read");
            takePairOut(rows, layout, positions);
            return;
        }
        List<String> cells = Layout.row(rows, positions);
        List<Finding> rejections = rows.rejections();
        if (!rejections.isEmpty()) {
            rejections.forEach(listener::found);
            report(rows.location(), rows.shownId(), "A cell that the record needs cannot be read");
            change(rows).takeOut(cells);
        } else if (rows.status().isEmpty()) {
            report(rows.location(), rows.shownId(), "It does not say whether the record is active or tobedeleted");
            change(rows).takeOut(cells);
        } else if (RecordStatus.isLive(rows.status())) {
            change(rows).live.add(cells);
        } else {
            change(rows).deleted.add(cells);
        }
    }

    /** Of an enrollment without an id only its class and person say which records it may mean. */
    private void takePairOut(CellReader rows, Layout layout, int[] positions) {
        if (file == OneRosterFile.ENROLLMENTS) {
            pairsOut.add(pair(Layout.row(rows, positions), layout));
        }
    }

    private Change change(CellReader rows) {
        return byId.computeIfAbsent(rows.sourcedId(), id -> new Change(rows.location(), rows.shownId()));
    }

    /** Takes out what the rows of the delta contradict among themselves. */
    private void settle(Layout layout) {
        byId.values().forEach(change -> {
            if (change.isDeleted() && !change.live.isEmpty()) {
                takeOut(change, "The delta has another row of this id: one is active, one tobedeleted");
            }
            if (change.live.stream().anyMatch(row -> isPairOut(row, layout))) {
                takeOut(change, "Another row of the delta is of the same class and person and has no id");
            }
        });
    }

    /** Takes the record of a change out, if it is not out already, and reports why. */
    void takeOut(Change change, String reason) {
        if (!change.out) {
            change.out = true;
            report(change.location, change.shownId, reason);
        }
    }

    private void report(Location.Row location, String shownId, String reason) {
        listener.found(Finding.of(CsvFindingCode.DELTA_ROW_UNREADABLE, location, shownId, reason));
    }

    /** Tells whether an enrollment is of a class and a person whose enrollments are all taken out. */
    boolean isPairOut(List<String> cells, Layout layout) {
        return !pairsOut.isEmpty() && pairsOut.contains(pair(cells, layout));
    }

    private static Pair pair(List<String> cells, Layout layout) {
        return new Pair(layout.cell(cells, "classSourcedId"), layout.cell(cells, "userSourcedId"));
    }

    /** A class and a person. It has an order, so that a table of pairs that collide stays fast. */
    private record Pair(String schoolClass, String user) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byClass = schoolClass.compareTo(other.schoolClass);
            return byClass == 0 ? user.compareTo(other.user) : byClass;
        }
    }

    /** Returns the changes by id, in the order of their first rows. */
    Map<String, Change> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /** Tells whether the file has a row. */
    boolean isAny() {
        return any;
    }

    /** Returns the newest date of change; absent when no row has one. */
    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }
}
