package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.RowFindingCode;

/** R1: of the rows of a file, those that exist for the other rules; the others are counted, and their ids noted. */
final class LiveRows {
    /** So many rows are taken together: what is looked for in their sake is waited for once. */
    static final int TOGETHER = 64;

    private final Tally tally;
    private final FindingListener listener;
    private final String[] ids = new String[TOGETHER];

    LiveRows(Tally tally, FindingListener listener) {
        this.tally = tally;
        this.listener = listener;
    }

    /**
     * Walks through the rows of a file that others refer to, and closes it.
     *
     * @param table notes the ids of rows that are not live, or rejected; those of the others are for {@code live} to note
     */
    <T extends RosterRecord> void each(RosterRows<T> rows, RecordTable table, BiConsumer<Row<T>, T> live) {
        each(rows, table, live, () -> {});
    }

    /**
     * Walks through the rows of a file that nothing refers to, and closes it.
     *
     * @param behindSome is called behind at most {@value #TOGETHER} rows, and behind the last
     */
    <T extends RosterRecord> void each(RosterRows<T> rows, BiConsumer<Row<T>, T> live, Runnable behindSome) {
        each(rows, null, live, behindSome);
    }

    private <T extends RosterRecord> void each(
            RosterRows<T> rows, @Nullable RecordTable table, BiConsumer<Row<T>, T> live, Runnable behindSome) {
        List<Row<T>> waiting = new ArrayList<>(TOGETHER);
        try (rows) {
            Iterator<Row<T>> each = rows.iterator();
            boolean more = true;
            while (more) {
                try {
                    more = collect(each, waiting);
                } finally {
                    // What cannot be read hides no row before it.
                    takeAll(waiting, table, live);
                    behindSome.run();
                }
            }
        }
    }

    private static <T extends RosterRecord> boolean collect(Iterator<Row<T>> each, List<Row<T>> waiting) {
        while (waiting.size() < TOGETHER) {
            if (!each.hasNext()) {
                return false;
            }
            waiting.add(each.next());
        }
        return true;
    }

    private <T extends RosterRecord> void takeAll(
            List<Row<T>> waiting, @Nullable RecordTable table, BiConsumer<Row<T>, T> live) {
        if (table != null) {
            for (int i = 0; i < waiting.size(); i++) {
                ids[i] = waiting.get(i).sourcedId();
            }
            table.expect(ids, waiting.size());
        }
        for (Row<T> row : waiting) {
            take(row, table, live);
        }
        waiting.clear();
    }

    private <T extends RosterRecord> void take(Row<T> row, @Nullable RecordTable table, BiConsumer<Row<T>, T> live) {
        boolean isLive = RecordStatus.isLive(row.status());
        if (isLive && row.record().isPresent()) {
            live.accept(row, row.record().get());
            return;
        }
        if (isLive || isMisshapen(row)) {
            // The reader has reported why. Of a row of a wrong shape the status says nothing either.
            FindingCode rejection = row.rejection().orElseThrow();
            if (table != null) {
                table.described(row.sourcedId(), rejection);
            }
            tally.addRejected(rejection);
            return;
        }
        // In a row that was rejected the columns may have shifted: what is below the id may be a name.
        String id = row.rejection().isPresent() ? "" : row.sourcedId();
        listener.found(Finding.of(ImperoCode.NOT_LIVE, row.location(), id));
        tally.add(Fate.NOT_LIVE);
        if (table != null && table.notLive(row.sourcedId(), ImperoCode.NOT_LIVE)) {
            listener.found(Finding.of(ImperoCode.CONFLICTING_RECORDS, row.location(), id));
        }
    }

    /** Tells whether a row was rejected for its shape. */
    static boolean isMisshapen(Row<?> row) {
        return row.rejection().isPresent() && row.rejection().get() != RowFindingCode.UNREADABLE_VALUE;
    }

    /**
     * Walks through the rows of a file that others only look things up in.
     *
     * @param first takes the first record of each id, with its number in the table; R15 decides later whether it counts
     */
    static <T extends RosterRecord> void look(
            Roster roster, Class<T> type, RecordTable table, FindingListener listener, ObjIntConsumer<T> first) {
        new LiveRows(new Tally(), listener).each(roster.rows(type), table, (row, record) -> {
            RecordTable.Seen seen = table.live(row);
            tellIfAgain(seen, row, listener);
            if (seen == RecordTable.Seen.FIRST) {
                int number = table.find(record.sourcedId());
                if (table.isConflicting(number)) {
                    listener.found(Finding.of(ImperoCode.CONFLICTING_RECORDS, row.location(), row.sourcedId()));
                }
                first.accept(record, number);
            }
        });
        confirm(
                roster,
                type,
                table,
                (row, record) ->
                        listener.found(Finding.of(ImperoCode.CONFLICTING_RECORDS, row.location(), row.sourcedId())));
        table.settle();
    }

    /**
     * R15: reads a file again, if rows of it count as equal by their hashes.
     *
     * @param conflicting takes each row that counted as equal to the first of its id and is not
     */
    static <T extends RosterRecord> void confirm(
            Roster roster, Class<T> type, RecordTable table, BiConsumer<Row<T>, T> conflicting) {
        if (!table.hasRepeated()) {
            return;
        }
        try (RosterRows<T> rows = roster.quietly().rows(type)) {
            for (Row<T> row : rows) {
                if (RecordStatus.isLive(row.status()) && row.record().isPresent() && table.confirm(row)) {
                    conflicting.accept(row, row.record().get());
                }
            }
        }
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
