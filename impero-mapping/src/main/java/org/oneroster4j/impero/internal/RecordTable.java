package org.oneroster4j.impero.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.compact.ByteColumn;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.RowDigests;
import org.oneroster4j.model.compact.TextHash;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.FindingCode;

/**
 * The records of one file by their ids, and which of them are there more than once. Equality of records is that of what
 * the mapping reads, as trimmed text. Of that text a hash of 64 bits is kept: rows of one id whose hashes differ are different.
 * Rows whose hashes are equal may have been made so; a second reading of the file confirms by their SHA-256 that they are
 * equal.
 */
public final class RecordTable {
    /** What a live row is to the rows of the same id before it. */
    public enum Seen {
        /** The first. */
        FIRST,
        /** Equal to the first. */
        REPEATED,
        /** Different from the first. */
        CONFLICTING
    }

    private static final int LIVE = 1;
    private static final int CONFLICT = 2;
    private static final int NOT_LIVE = 4;

    private final TextPool pool;
    private final IdIndex ids;
    private final List<String> columns;
    private final ByteColumn state = new ByteColumn();
    /** How many rows are equal to the first of an id. */
    private final IntColumn repeated = new IntColumn();
    /** One more than the place in {@link #reasons} of why the first row of an id makes no record, 0 for live ones. */
    private final IntColumn whys = new IntColumn();

    private final List<FindingCode> reasons = new ArrayList<>();
    private final LongColumn hashes = new LongColumn();
    private boolean hasRepeated;
    /** One more than the place in {@link #digests} of the first row of an id, 0 before it was read again. */
    private final IntColumn digestOf = new IntColumn();

    private final RowDigests digests;

    /**
     * Makes an empty table.
     *
     * @param columns the columns in which records of one id must not differ
     */
    public RecordTable(TextPool pool, List<String> columns) {
        this.pool = pool;
        this.ids = new IdIndex(pool);
        this.columns = columns;
        this.digests = new RowDigests(columns);
    }

    /**
     * Notes an id that a row describes which is not live or was rejected.
     *
     * @param why the code that says which of the two
     */
    public void described(String id, FindingCode why) {
        if (id.isEmpty()) {
            return;
        }
        int number = ids.add(id);
        if (whys.get(number) == 0) {
            if (!reasons.contains(why)) {
                reasons.add(why);
            }
            whys.set(number, reasons.indexOf(why) + 1);
        }
    }

    /**
     * Notes an id that a row describes which is not live.
     *
     * @param why the code that says so
     * @return whether a live row has the id too
     */
    public boolean notLive(String id, FindingCode why) {
        described(id, why);
        if (id.isEmpty()) {
            return false;
        }
        int number = ids.add(id);
        state.set(number, state.get(number) | NOT_LIVE);
        return isLive(number);
    }

    /** Says which ids will be noted next, as {@link IdIndex#expect} does. */
    public void expect(String[] some, int count) {
        ids.expect(some, count);
    }

    /** Returns why an id that is described has no record: what the first of its rows says. Absent when a row is live. */
    public Optional<FindingCode> whyNoRecord(int number) {
        return isLive(number) ? Optional.empty() : Optional.of(reasons.get(whys.get(number) - 1));
    }

    /** Notes a live row. Its number is {@link #find} of its id. */
    public Seen live(Row<?> row) {
        int number = ids.add(row.sourcedId());
        long hash = hash(row);
        if ((state.get(number) & LIVE) == 0) {
            state.set(number, state.get(number) | LIVE);
            hashes.set(number, hash);
            return Seen.FIRST;
        }
        if (hashes.get(number) == hash) {
            repeated.add(number, 1);
            hasRepeated = true;
            return Seen.REPEATED;
        }
        state.set(number, state.get(number) | CONFLICT);
        return Seen.CONFLICTING;
    }

    /** Tells whether rows count as equal to others of their id, so that {@link #confirm} has to confirm it. */
    public boolean hasRepeated() {
        return hasRepeated;
    }

    /**
     * Reads a live row again, in the order of {@link #live}.
     *
     * @return whether it counted as equal to the first of its id and is not; it is in conflict now
     */
    public boolean confirm(Row<?> row) {
        int number = find(row.sourcedId());
        if (number < 0 || repeated.get(number) == 0) {
            return false;
        }
        if (digestOf.get(number) == 0) {
            digestOf.set(number, digests.add(row) + 1);
            return false;
        }
        // A row that differs by its hash was noted as that before.
        if (digests.isEqual(digestOf.get(number) - 1, row) || hash(row) != hashes.get(number)) {
            return false;
        }
        repeated.add(number, -1);
        state.set(number, state.get(number) | CONFLICT);
        return true;
    }

    private long hash(Row<?> row) {
        long hash = 0;
        for (String column : columns) {
            hash = TextHash.of(CellText.trimmed(row.text(column)), hash);
        }
        return hash;
    }

    /** Forgets what live rows are compared by, once all have been noted and confirmed: eight bytes for each record. */
    public void settle() {
        hashes.clear();
        digests.clear();
    }

    /** Forgets how ids are found until one is looked for again, as {@link IdIndex#rest} does. */
    public void rest() {
        ids.rest();
    }

    /** Returns how many ids were noted. */
    public int size() {
        return ids.size();
    }

    /** Returns the number of an id as another row names it, spaces around it or not; -1 when no row describes it. */
    public int find(String id) {
        String trimmed = CellText.trimmed(id);
        return trimmed.isEmpty() ? -1 : ids.find(trimmed);
    }

    /** Finds several, as {@link #find(String)} does one; the ids themselves are trimmed for that. */
    public void find(String[] some, int count, int[] numbers) {
        for (int i = 0; i < count; i++) {
            some[i] = CellText.trimmed(some[i]);
        }
        ids.find(some, count, numbers);
    }

    /** Returns where the pool keeps the id of a number. */
    public int address(int number) {
        return ids.address(number);
    }

    /** Writes the id of a number as {@link TextPool#copy} does. */
    public int copy(int number, boolean utf8, byte[] target, int to) {
        return pool.copy(ids.address(number), 0, utf8, target, to);
    }

    /** Returns the id of a number. */
    public String id(int number) {
        return ids.get(number);
    }

    /** Compares the ids of two numbers by UTF-16 code unit. */
    public int compare(int a, int b) {
        return ids.compare(a, b);
    }

    /** Sorts numbers, all different, by UTF-16 code unit of their ids. */
    public void sort(int[] numbers) {
        ids.sort(numbers);
    }

    /** Tells whether a live row that was not rejected has this number. */
    public boolean isLive(int number) {
        return (state.get(number) & LIVE) != 0;
    }

    /** Tells whether live rows of this number differ, or another row of it is not live. */
    public boolean isConflicting(int number) {
        int flags = state.get(number);
        return (flags & LIVE) != 0 && flags != LIVE;
    }

    /** Tells whether there is one record of this number that counts. */
    public boolean counts(int number) {
        return number >= 0 && state.get(number) == LIVE;
    }

    /** Returns how many live rows are equal to the first of this number, itself included. */
    public int copies(int number) {
        return isLive(number) ? 1 + repeated.get(number) : 0;
    }
}
