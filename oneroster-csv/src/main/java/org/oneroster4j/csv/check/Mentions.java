package org.oneroster4j.csv.check;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.Location;

/**
 * Where records are named that are not what the naming column needs, gathered by what is named: the first place, and how
 * many rows of which columns. So a school that is missing is one thing, however many classes and people are in it.
 */
final class Mentions {
    private static final int NONE = 0;

    private final CheckRun run;
    private final TextPool pool;
    private final IntColumn firstOf = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final IntColumn named = new IntColumn();
    private final IntColumn column = new IntColumn();
    private final IntColumn count = new IntColumn();
    private final LongColumn line = new LongColumn();
    private final IntColumn rowId = new IntColumn();
    private int entries = 1;

    Mentions(CheckRun run) {
        this.run = run;
        this.pool = run.pool();
        line.add(0);
    }

    /** What is told of something that was named. */
    interface Teller {
        /**
         * Takes what was gathered.
         *
         * @param number what was named
         * @param first the column of the first place
         * @param at the first place
         * @param rowId the id of the row there
         * @param counts the rows that name it, by column
         */
        void tell(int number, ReferringColumn first, Location.Cell at, String rowId, int[] counts);
    }

    /** Notes that a row names something. */
    void add(int number, ReferringColumn by, Location.Row at, String id) {
        add(number, by, at, id, 1);
    }

    /** Notes that so many rows name something, of which one is given. */
    void add(int number, ReferringColumn by, Location.Row at, String id, int rows) {
        int last = NONE;
        for (int entry = firstOf.get(number); entry != NONE; entry = next.get(entry)) {
            if (column.get(entry) == by.index()) {
                count.add(entry, rows);
                return;
            }
            last = entry;
        }
        int entry = entries++;
        named.set(entry, number);
        column.set(entry, by.index());
        count.set(entry, rows);
        line.add(at.line());
        rowId.set(entry, pool.add(id));
        if (last == NONE) {
            firstOf.set(number, entry);
        } else {
            next.set(last, entry);
        }
    }

    /** Hands out what was named, in the order in which it was named first. */
    void forEach(Teller teller) {
        for (int entry = 1; entry < entries; entry++) {
            int number = named.get(entry);
            if (firstOf.get(number) == entry) {
                ReferringColumn first = ReferringColumn.ALL.get(column.get(entry));
                teller.tell(
                        number,
                        first,
                        run.row(first.file(), line.get(entry)).cell(first.name()),
                        pool.get(rowId.get(entry)),
                        counts(entry));
            }
        }
    }

    private int[] counts(int first) {
        int[] counts = new int[ReferringColumn.ALL.size()];
        for (int entry = first; entry != NONE; entry = next.get(entry)) {
            counts[column.get(entry)] += count.get(entry);
        }
        return counts;
    }

    /** Returns counts in words, for example {@code 3 rows (classes.csv schoolSourcedId 1, users.csv orgSourcedIds 2)}. */
    static String inWords(int[] counts) {
        int all = Arrays.stream(counts).sum();
        return all + (all == 1 ? " row (" : " rows (")
                + IntStream.range(0, counts.length)
                        .filter(index -> counts[index] > 0)
                        .mapToObj(index -> {
                            ReferringColumn by = ReferringColumn.ALL.get(index);
                            return by.file().fileName() + " " + by.name() + " " + counts[index];
                        })
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
