package org.oneroster4j.impero;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.compact.ByteColumn;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** The records of a file by number, with what became of each; R15 for records that are there more than once. */
final class Judged {
    private final FindingListener listener;
    private final Tally tally = new Tally();
    private final RecordTable table;
    private final ByteColumn fates = new ByteColumn();
    private final IntColumn lines = new IntColumn();
    private String fileName = "";
    private int liveRows;

    Judged(TextPool pool, List<String> reads, FindingListener listener) {
        this.table = new RecordTable(pool, reads);
        this.listener = listener;
    }

    RecordTable table() {
        return table;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Notes a live row.
     *
     * @param own what the rules before R15 say of the row by itself
     * @return whether it is the first of its id, whose values count
     */
    boolean isFirst(Row<?> row, Fate own) {
        fileName = row.location().file();
        liveRows++;
        RecordTable.Seen seen = table.live(row);
        LiveRows.tellIfAgain(seen, row, listener);
        if (seen == RecordTable.Seen.CONFLICTING) {
            countConflicting(own);
        } else if (seen == RecordTable.Seen.FIRST) {
            int number = table.find(row.sourcedId());
            fates.set(number, own.number());
            lines.set(number, Math.toIntExact(row.location().line()));
        }
        return seen == RecordTable.Seen.FIRST;
    }

    /**
     * R15: reads again the rows that count as equal by their hashes, and counts those that are not.
     *
     * @param own what the rules before R15 say of a row by itself
     */
    <T extends RosterRecord> void confirmRepeated(Roster roster, Class<T> type, BiFunction<Row<T>, T, Fate> own) {
        LiveRows.confirm(roster, type, table, (row, record) -> countConflicting(own.apply(row, record)));
    }

    private void countConflicting(Fate own) {
        tally.add(own == Fate.WRITTEN ? Fate.CONFLICTING_RECORDS : own);
    }

    /** R15: records of one id that differ are all left out. The rows behind the first were counted when they came. */
    void settleRepeated() {
        table.settle();
        for (int number = 0; number < table.size(); number++) {
            if (table.isConflicting(number)) {
                Fate own = fate(number);
                listener.found(Finding.of(ImperoCode.CONFLICTING_RECORDS, location(number), table.id(number)));
                tally.add(own == Fate.WRITTEN ? Fate.CONFLICTING_RECORDS : own, table.copies(number));
                fates.set(number, Fate.CONFLICTING_RECORDS.number());
            }
        }
    }

    /** Returns the name of the file; absent when it has no live row. */
    Optional<String> fileName() {
        return fileName.isEmpty() ? Optional.empty() : Optional.of(fileName);
    }

    Fate fate(int number) {
        return Fate.ofNumber(fates.get(number));
    }

    void decide(int number, Fate fate) {
        fates.set(number, fate.number());
    }

    /** Leaves out a record that everything before let through, and says so. */
    void leaveOut(int number, Fate fate) {
        decide(number, fate);
        @Nullable FindingCode code = fate.code();
        if (code != null) {
            listener.found(Finding.of(code, location(number), table.id(number)));
        }
    }

    Location.Row location(int number) {
        return new Location.Row(fileName, lines.get(number));
    }

    /** Counts what became of every row; to be called once, at the end. */
    Tally tallied() {
        for (int number = 0; number < table.size(); number++) {
            if (table.counts(number)) {
                Fate fate = fate(number);
                int copies = table.copies(number);
                tally.add(fate, fate.isShared() ? copies : 1);
                tally.add(Fate.REPEATED_RECORD, fate.isShared() ? 0 : copies - 1);
            }
        }
        return tally;
    }

    /** Returns, of the live rows, those of ids whose rows differ. */
    MappingFacts.Share conflicts() {
        int peaceful = 0;
        for (int number = 0; number < table.size(); number++) {
            peaceful += table.counts(number) ? table.copies(number) : 0;
        }
        return new MappingFacts.Share(liveRows - peaceful, liveRows);
    }
}
