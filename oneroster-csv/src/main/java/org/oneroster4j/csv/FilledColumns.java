package org.oneroster4j.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;

/**
 * Counts, while a drop is read, how many rows its files have and how many of the live ones have a value in each column that
 * {@linkplain org.oneroster4j.model.Decides decides}. A file that is read again is counted again. The counts of a file can be
 * asked for when all of its rows were read, by the thread that read them.
 */
public final class FilledColumns {
    private final Map<OneRosterFile, Counter> counters = new EnumMap<>(OneRosterFile.class);

    /**
     * The counts of a file.
     *
     * @param header the names of its columns
     * @param rows how many rows it has, live or not, rejected or not
     * @param live how many of them are live and not rejected
     * @param filled how many of the live ones have a value in each column that decides and is there
     */
    public record Counts(List<String> header, long rows, long live, Map<String, Long> filled) {
        /** Copies what could be changed from outside. */
        public Counts {
            header = List.copyOf(header);
            filled = Map.copyOf(filled);
        }
    }

    /** Returns the counts of the files that were read. */
    public Map<OneRosterFile, Counts> counts() {
        Map<OneRosterFile, Counts> counts = new EnumMap<>(OneRosterFile.class);
        counters.forEach((file, counter) -> counts.put(file, counter.counts()));
        return counts;
    }

    /** Starts to count a file, again if it was counted before. */
    Counter of(OneRosterFile file, Header header) {
        Counter counter = new Counter(header);
        counters.put(file, counter);
        return counter;
    }

    /** Counts one file. For one thread. */
    static final class Counter {
        private final Header header;
        private final int[] places;
        private final long[] filled;
        private long rows;
        private long live;

        private Counter(Header header) {
            this.header = header;
            List<Integer> deciding = new ArrayList<>();
            for (int i = 0; i < header.names().size(); i++) {
                Column column = header.column(i);
                if (column != null && column.decides()) {
                    deciding.add(i);
                }
            }
            this.places = deciding.stream().mapToInt(Integer::intValue).toArray();
            this.filled = new long[places.length];
        }

        /** Takes a row. */
        void take(String[] cells, boolean isLive) {
            rows++;
            if (!isLive) {
                return;
            }
            live++;
            for (int i = 0; i < places.length; i++) {
                if (places[i] < cells.length && !CellText.isBlank(cells[places[i]])) {
                    filled[i]++;
                }
            }
        }

        private Counts counts() {
            Map<String, Long> byName = new LinkedHashMap<>();
            for (int i = 0; i < places.length; i++) {
                byName.put(header.names().get(places[i]), filled[i]);
            }
            return new Counts(header.names(), rows, live, byName);
        }
    }
}
