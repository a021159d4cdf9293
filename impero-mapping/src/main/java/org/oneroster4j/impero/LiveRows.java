package org.oneroster4j.impero;

import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;

/** R1: of the rows of a file, those that exist for the other rules; the others are counted, and their ids noted. */
final class LiveRows {
    private final Tally tally;
    private final FindingListener listener;

    LiveRows(Tally tally, FindingListener listener) {
        this.tally = tally;
        this.listener = listener;
    }

    /**
     * Walks through the rows of a file and closes it.
     *
     * @param table notes the ids of rows that are not live or rejected; null for a file that nothing refers to
     */
    <T extends RosterRecord> void each(RosterRows<T> rows, @Nullable RecordTable table, BiConsumer<Row<T>, T> live) {
        try (rows) {
            for (Row<T> row : rows) {
                boolean isLive = RecordStatus.isLive(row.status());
                if (isLive && row.record().isPresent()) {
                    live.accept(row, row.record().get());
                    continue;
                }
                if (table != null) {
                    FindingCode why = isLive ? row.rejection().orElseThrow() : ImperoCode.NOT_LIVE;
                    table.described(row.sourcedId(), why);
                }
                if (isLive) {
                    // The reader has said why.
                    tally.addRejected(row.rejection().orElseThrow());
                } else {
                    // In a row that was rejected the columns may have shifted: what stands below the id may be a name.
                    String id = row.rejection().isPresent() ? "" : row.sourcedId();
                    listener.found(Finding.of(ImperoCode.NOT_LIVE, row.location(), id));
                    tally.add(Fate.NOT_LIVE);
                }
            }
        }
    }

    /**
     * Walks through the rows of a file that others only look things up in.
     *
     * @param first takes the first record of each id, with its number in the table; R15 decides later whether it counts
     */
    static <T extends RosterRecord> void look(
            RosterRows<T> rows, RecordTable table, FindingListener listener, ObjIntConsumer<T> first) {
        new LiveRows(new Tally(), listener).each(rows, table, (row, record) -> {
            RecordTable.Seen seen = table.live(row);
            tellIfAgain(seen, row, listener);
            if (seen == RecordTable.Seen.FIRST) {
                first.accept(record, table.find(record.sourcedId()));
            }
        });
    }

    /** R15: says that a row stands there again, equal or not. */
    static void tellIfAgain(RecordTable.Seen seen, Row<?> row, FindingListener listener) {
        switch (seen) {
            case REPEATED -> listener.found(Finding.of(ImperoCode.REPEATED_RECORD, row.location(), row.sourcedId()));
            case CONFLICTING ->
                listener.found(Finding.of(ImperoCode.CONFLICTING_RECORDS, row.location(), row.sourcedId()));
            case FIRST -> {}
        }
    }
}
