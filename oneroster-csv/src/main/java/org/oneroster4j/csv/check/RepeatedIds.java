package org.oneroster4j.csv.check;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.RowDigests;
import org.oneroster4j.model.compact.TextHash;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Severity;

/**
 * Ids that stand in more than one row of a file, or differ from another by upper and lower case alone. While the file is
 * read, eight bytes are kept for each row: a hash of its id without case. Only where two of them are equal is the file
 * read again, and of the rows that may be meant the ids are kept. So what is told is exact, and millions of ids that are
 * all different, as they should be, cost little. Rows that were rejected take no part.
 */
final class RepeatedIds<T extends RosterRecord> {
    private final CheckRun run;
    private final RosterFile<T> file;
    private final FindingListener listener;
    private final LongColumn hashes = new LongColumn();

    RepeatedIds(CheckRun run, RosterFile<T> file) {
        this.run = run;
        this.file = file;
        this.listener = run.drop().listener();
    }

    /** Takes a row of the first reading. */
    void note(Row<T> row) {
        if (takesPart(row)) {
            hashes.add(hash(CellText.key(row.sourcedId())));
        }
    }

    private static boolean takesPart(Row<?> row) {
        return row.record().isPresent() && !row.sourcedId().isEmpty();
    }

    /** Tells what was found, in the order of the rows. */
    void tell() {
        long[] suspects = hashes.drainRepeated();
        if (suspects.length == 0) {
            return;
        }
        Suspects seen = new Suspects(run.drop().header(file.file()));
        try (var rows = run.drop().telling(again -> {}).rows(file)) {
            for (Row<T> row : rows) {
                if (takesPart(row) && Arrays.binarySearch(suspects, hash(CellText.key(row.sourcedId()))) >= 0) {
                    tellOf(row, seen.take(row));
                }
            }
        }
    }

    private void tellOf(Row<T> row, @Nullable CsvFindingCode code) {
        if (code != null) {
            Finding finding = Finding.of(code, row.location().cell("sourcedId"), row.sourcedId());
            // Where nothing names the records, as with enrollments, each of them can be used all the same.
            boolean harmless = code == CsvFindingCode.CONFLICTING_ID && !ReferringColumn.isTarget(file.file());
            listener.found(harmless ? finding.as(Severity.WARNING) : finding);
        }
    }

    private static long hash(String text) {
        return TextHash.of(text, 0);
    }

    /** The rows of which an id may be repeated, as the second reading meets them. */
    private static final class Suspects {
        private final IdIndex ids;
        private final IdIndex keys;
        private final RowDigests texts;
        private final IntColumn live = new IntColumn();

        Suspects(List<String> columns) {
            TextPool pool = new TextPool();
            this.texts = new RowDigests(columns);
            this.ids = new IdIndex(pool);
            this.keys = new IdIndex(pool);
        }

        /** Returns what is to be told of a row; null when it is the first of its id. */
        @Nullable
        CsvFindingCode take(Row<?> row) {
            int size = ids.size();
            int number = ids.add(row.sourcedId());
            int knownKeys = keys.size();
            boolean isNewKey = keys.add(CellText.key(row.sourcedId())) == knownKeys;
            boolean isLive = RecordStatus.isLive(row.status());
            if (number == size) {
                texts.set(number, row);
                live.set(number, isLive ? 1 : 0);
                return isNewKey ? null : CsvFindingCode.ID_DIFFERS_BY_CASE;
            }
            boolean differs = isLive && live.get(number) == 1 && !texts.isEqual(number, row);
            if (isLive && live.get(number) == 0) {
                texts.set(number, row);
                live.set(number, 1);
            }
            return differs ? CsvFindingCode.CONFLICTING_ID : CsvFindingCode.REPEATED_ID;
        }
    }
}
