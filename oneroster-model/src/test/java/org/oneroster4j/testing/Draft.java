package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A drop being generated: rows by file that later passes may still damage. Mutable, for one thread. */
final class Draft {

    /** A row with its cells by the header of the specification; {@code spared} rows keep what they say. */
    static final class Row {

        final Map<String, String> cells;
        final boolean spared;

        Row(Map<String, String> cells, boolean spared) {
            this.cells = new LinkedHashMap<>(cells);
            this.spared = spared;
        }

        String get(String header) {
            return cells.getOrDefault(header, "");
        }

        void set(String header, String value) {
            cells.put(header, value);
        }

        /** A copy that need not be spared. */
        Row copy() {
            return new Row(cells, false);
        }
    }

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    Draft() {
        SpecHeaders.DATA_FILES.forEach(file -> rows.put(file, new ArrayList<>()));
    }

    /** The rows of a file, to be read and changed. */
    List<Row> rows(String file) {
        return rows.computeIfAbsent(file, any -> new ArrayList<>());
    }

    Row add(String file, boolean spared, Map<String, String> cells) {
        Row row = new Row(cells, spared);
        rows(file).add(row);
        return row;
    }
}
