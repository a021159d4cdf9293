package org.oneroster4j.csv.delta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;

/**
 * Makes a full file of one that was full and changes to it. The rows that were there keep their order and stream through;
 * new ones come behind them, in the order of the changes.
 */
final class FullFile {
    /** Takes the rows that are written. */
    @FunctionalInterface
    interface Rows {
        /** Takes a row. */
        void row(List<String> cells) throws IOException;
    }

    private final Layout layout;
    private final Changes changes;
    private final Rows out;
    /** The changed records that were met: as many as there are changes at the most. */
    private final Set<String> met = new HashSet<>();

    private long carried;
    private long replaced;
    private long added;
    private long removed;
    private long unknownDeletes;
    private long leftOut;

    FullFile(Layout layout, Changes changes, Rows out) {
        this.layout = layout;
        this.changes = changes;
        this.out = out;
    }

    /** Writes what is there with its changes; the listener is told of rows that cannot be taken over. */
    void carry(CellReader before, FindingListener listener) throws IOException {
        int[] positions = layout.positionsIn(before);
        while (before.next()) {
            Changes.Change change = before.fits() ? changes.of(before.sourcedId()) : null;
            if (!before.fits()) {
                leftOut++;
                listener.found(Finding.of(CsvFindingCode.ROW_NOT_CARRIED, before.location(), before.shownId()));
            } else if (change != null) {
                change(before.sourcedId(), change);
            } else if (RecordStatus.isLive(before.status())) {
                carried++;
                out.row(live(Layout.row(before, positions)));
            } else {
                removed++;
            }
        }
    }

    private void change(String id, Changes.Change change) throws IOException {
        boolean first = met.add(id);
        if (change.deletes() || !first) {
            removed++;
        } else {
            replaced++;
            out.row(live(change.cells()));
        }
    }

    /** Writes what was not there before; the listener is told of records that are to be deleted and are not there. */
    void add(FindingListener listener) throws IOException {
        for (Map.Entry<String, Changes.Change> entry : changes.byId().entrySet()) {
            Changes.Change change = entry.getValue();
            if (met.contains(entry.getKey())) {
                continue;
            }
            if (change.deletes()) {
                unknownDeletes++;
                listener.found(Finding.of(CsvFindingCode.DELTA_DELETE_UNKNOWN, change.location(), change.shownId()));
            } else {
                added++;
                out.row(live(change.cells()));
            }
        }
    }

    /** A row of a full file says neither that it is active nor when it was changed. */
    private static List<String> live(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        String status = cells.get(Layout.STATUS);
        // A word that nobody can read stays: without it the record would be live.
        boolean readable =
                CellText.isBlank(status) || CellText.trimmed(status).equalsIgnoreCase(RecordStatus.ACTIVE.token());
        cells.set(Layout.STATUS, readable ? "" : status);
        cells.set(Layout.DATE_LAST_MODIFIED, "");
        return cells;
    }

    FileCounts counts() {
        return new FileCounts(carried, replaced, added, removed, unknownDeletes, changes.ignored(), leftOut);
    }
}
