package org.oneroster4j.csv.delta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.internal.CsvRowWriter;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;

/**
 * Writes a full file of one that was full and changes to it. The rows that were there keep their order and stream through; new
 * ones follow them, in the order of the changes. For one thread.
 */
final class FullFile {
    private final Layout layout;
    private final CsvRowWriter out;
    private final Set<String> written = new HashSet<>();
    private long rows;
    private long carried;
    private long replaced;
    private long added;
    private long deleted;
    private long takenOut;

    FullFile(Layout layout, CsvRowWriter out) {
        this.layout = layout;
        this.out = out;
    }

    /** Writes a file as it is. */
    void carry(CellReader before) throws IOException {
        int[] positions = layout.positionsIn(before);
        while (before.next()) {
            carryRow(before, positions);
        }
    }

    /** A row that readers reject for its shape is written so that they reject it again. */
    private void carryRow(CellReader before, int[] positions) throws IOException {
        carried++;
        write(before.fits() ? undated(Layout.row(before, positions)) : layout.misshapen(before.sourcedId()));
    }

    /** Writes a file with its changes. */
    void change(CellReader before, Changes changes, StoredRecords stored) throws IOException {
        int[] positions = layout.positionsIn(before);
        while (before.next()) {
            String id = before.sourcedId();
            Changes.Change change = changes.byId().get(id);
            List<String> cells = Layout.row(before, positions);
            boolean out = change == null ? stored.isOut(id, cells) : change.isOut();
            if (out) {
                // Several rows of one changed id are one record.
                takenOut += change == null || written.add(id) ? 1 : 0;
                write(before.fits() ? Layout.deleted(cells) : layout.deleted(id));
            } else if (change == null) {
                carryRow(before, positions);
            } else if (written.add(id)) {
                deleted += change.isDeleted() ? 1 : 0;
                replaced += change.isDeleted() ? 0 : 1;
                writeAll(change);
            }
        }
    }

    /** Writes the changes of records that were not there before. */
    void add(Changes changes) throws IOException {
        for (Map.Entry<String, Changes.Change> entry : changes.byId().entrySet()) {
            Changes.Change change = entry.getValue();
            if (!written.add(entry.getKey())) {
                continue;
            }
            if (change.isOut()) {
                takenOut++;
                write(change.fallback());
            } else {
                deleted += change.isDeleted() ? 1 : 0;
                added += change.isDeleted() ? 0 : 1;
                writeAll(change);
            }
        }
    }

    private void writeAll(Changes.Change change) throws IOException {
        for (List<String> row : change.rows()) {
            write(change.isDeleted() ? Layout.deleted(row) : undated(row));
        }
    }

    /** A row of a full file says neither that it is active nor when it was changed. */
    private static List<String> undated(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        if (CellText.trimmed(cells.get(Layout.STATUS)).equalsIgnoreCase(RecordStatus.ACTIVE.token())) {
            cells.set(Layout.STATUS, "");
        }
        cells.set(Layout.DATE_LAST_MODIFIED, "");
        return cells;
    }

    private void write(List<String> cells) throws IOException {
        rows++;
        out.row(cells);
    }

    FileCounts counts() {
        return new FileCounts(carried, replaced, added, deleted, takenOut, rows);
    }
}
