package org.oneroster4j.importer.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oneroster4j.importer.oracle.PlainInput.Drop;
import org.oneroster4j.importer.oracle.PlainInput.Row;
import org.oneroster4j.importer.oracle.PlainInput.Table;

/**
 * A plain reading of the contract's section "Deltas": makes the full drop that a stored full drop and a delta make together.
 * One method per rule. A record that is taken out stays in the result with its old cells and the status {@code tobedeleted}, so
 * that later deltas are compared with what it said.
 */
public final class PlainDelta {

    private static final String TAKEN_OUT = "tobedeleted";

    private PlainDelta() {}

    /**
     * Returns the full drop that the two make together, as CSV. It has no manifest and none of the files that the mapping does
     * not read. The delta must have no {@link #stops}.
     *
     * @param stored the stored full drop, or the result of the last delta
     */
    public static Map<String, byte[]> apply(
            Map<String, byte[]> stored, Map<String, byte[]> delta, PlainConversion.Settings settings) {
        Drop before = PlainConversion.read(stored, settings);
        Drop upload = PlainConversion.read(delta, settings);
        Map<String, byte[]> full = new LinkedHashMap<>();
        for (String file : PlainInput.MAPPED) {
            if (upload.isDelta(file)) {
                full.put(
                        file + ".csv",
                        new FileDelta(before.tables.get(file), upload.tables.get(file), settings).merged());
            } else if (upload.has(file)) {
                full.put(file + ".csv", upload.tables.get(file).bytes); // "bulk" replaces the file
            } else if (before.has(file)) {
                full.put(file + ".csv", before.tables.get(file).bytes);
            }
        }
        return full;
    }

    /**
     * Returns the codes that stop the delta before it is applied, in the order of the contract's table: missing-header "in a
     * full drop or a delta", and the other codes about the files of the upload. A delta may lack files.
     *
     * @param stored the stored full drop; empty: none
     */
    public static List<String> stops(
            Map<String, byte[]> stored, Map<String, byte[]> delta, PlainConversion.Settings settings) {
        return PlainConversion.read(delta, settings)
                .fileLevelStops(settings, stored.isEmpty() ? null : PlainConversion.read(stored, settings), true);
    }

    /** The delta of one file. */
    private static final class FileDelta {
        private final String file;
        private final PlainConversion.Settings settings;
        private final List<Row> storedRows;
        private final List<Row> deltaRows;
        private final List<String> names = new ArrayList<>(); // the header of the result
        private final Map<String, List<Row>> storedById = new TreeMap<>();
        private final Map<String, List<Row>> deltaById = new TreeMap<>();
        /** The ids whose records are taken out. */
        private final Set<String> out = new TreeSet<>();
        /** The class and user, of enrollments, all of whose enrollments are taken out. */
        private final Set<List<String>> outPairs = new HashSet<>();

        FileDelta(Table stored, Table delta, PlainConversion.Settings settings) {
            file = delta.file;
            this.settings = settings;
            storedRows = stored == null ? List.of() : stored.rows;
            deltaRows = delta.rows;
            header(stored, delta);
            for (Row row : storedRows) {
                storedById.computeIfAbsent(row.id(), k -> new ArrayList<>()).add(row);
            }
            for (Row row : deltaRows) {
                deltaById.computeIfAbsent(row.id(), k -> new ArrayList<>()).add(row);
            }
            storedById.remove("");
            deltaById.keySet().removeIf(FileDelta::isNoId);
        }

        /** The header of the stored file, followed by the columns that only the delta has; without columns that have no name. */
        private void header(Table stored, Table delta) {
            List<String> all = new ArrayList<>(stored == null ? List.of() : stored.names);
            all.addAll(delta.names);
            all.add("sourcedId"); // an id and a status are needed to carry a record that is taken out
            all.add("status");
            Set<String> known = new TreeSet<>();
            for (String name : all) {
                if (!PlainInput.token(name).isEmpty() && known.add(PlainInput.token(name))) {
                    names.add(name);
                }
            }
        }

        byte[] merged() {
            for (Row row : deltaRows) {
                rejectedRow(row);
                blankStatus(row);
                blankedColumn(row);
                otherPerson(row);
                enrollmentWithoutId(row);
            }
            liveAndNotLive();
            idEqualByKey();
            enrollmentIdStoredTwice();
            deltaById.forEach((id, rows) -> {
                if (rows.stream().anyMatch(this::isOut)) {
                    out.add(id);
                }
            });

            List<List<String>> rows = new ArrayList<>();
            List<List<String>> strayQuotes = new ArrayList<>();
            for (Row row : storedRows) {
                boolean replaced = deltaById.containsKey(row.id()); // "A delta row replaces the record of its id"
                if (replaced && !out.contains(row.id())) {
                    continue; // its new row says of which class and user it is
                }
                if (isOut(row)) {
                    rows.add(takenOut(row));
                } else if (row.line.strayQuote()) {
                    strayQuotes.add(idAlone(row));
                } else if (row.misshapen) {
                    rows.add(misshapen(row));
                } else {
                    rows.add(cells(row));
                }
            }
            deltaById.forEach((id, records) -> {
                if (!out.contains(id)) {
                    records.forEach(row -> rows.add(cells(row)));
                } else if (!storedById.containsKey(id)) {
                    // a new id: its record does not come in, but the id is that of a row
                    rows.add(records.stream()
                            .map(this::takenOut)
                            .min(Comparator.comparing(List::toString))
                            .orElseThrow());
                }
            });
            return csv(rows, strayQuotes);
        }

        /** The rows, and those that the reader rejected: text after a closing quote, so that it rejects them again. */
        private byte[] csv(List<List<String>> rows, List<List<String>> strayQuotes) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(PlainInput.csv(names, rows));
            for (List<String> row : strayQuotes) {
                String line = PlainInput.quotedRow(row) + ",\"rejected\"x\r\n";
                bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }

        private boolean isOut(Row row) {
            return out.contains(row.id())
                    || outPairs.contains(List.of(row.get("classSourcedId"), row.get("userSourcedId")));
        }

        // ------------------------------------------------------------ "These take the record of the id out"

        /** "a row that R1 rejects, live or not". */
        private void rejectedRow(Row row) {
            if (row.rejected) {
                takeOut(row);
            }
        }

        /** An id that R1 rejects names no record: "a blank id ..., or one that holds Cc, Zl or Zp". */
        private static boolean isNoId(String id) {
            return id.isEmpty() || PlainInput.containsControlOrSeparator(id);
        }

        private void takeOut(Row row) {
            if (!isNoId(row.id())) {
                out.add(row.id());
            }
        }

        /** "a blank status". */
        private void blankStatus(Row row) {
            if (row.get("status").isEmpty()) {
                takeOut(row);
            }
        }

        /** "a live and a not-live row of one id in one file". */
        private void liveAndNotLive() {
            deltaById.forEach((id, rows) -> {
                boolean live = rows.stream().anyMatch(row -> row.live);
                boolean notLive = rows.stream().anyMatch(row -> !row.live);
                if (live && notLive) {
                    out.add(id);
                }
            });
        }

        /**
         * "a row that blanks a column that decides where the stored record has a value". A row that is not live is "kept as
         * such", whatever else it says.
         */
        private void blankedColumn(Row row) {
            for (Row old : old(row)) {
                for (String column : PlainInput.decidingColumns(file)) {
                    if (row.live
                            && row.get(column).isEmpty()
                            && !old.get(column).isEmpty()) {
                        takeOut(row);
                    }
                }
            }
        }

        /** The stored rows of the id, without those whose cells may not be those of their columns. */
        private List<Row> old(Row row) {
            return storedById.getOrDefault(row.id(), List.of()).stream()
                    .filter(old -> !old.misshapen)
                    .toList();
        }

        /**
         * "an id that equals a stored one by key and is not identical (both are out)". An id that is identical to that of a
         * stored live record means that record, even where another one differs from it by case alone.
         */
        private void idEqualByKey() {
            Map<String, Set<String>> storedByKey = new TreeMap<>();
            for (String id : storedById.keySet()) {
                storedByKey
                        .computeIfAbsent(PlainInput.key(id), k -> new TreeSet<>())
                        .add(id);
            }
            for (String id : deltaById.keySet()) {
                boolean identical =
                        storedById.getOrDefault(id, List.of()).stream().anyMatch(row -> row.live && !row.misshapen);
                Set<String> others = new TreeSet<>(storedByKey.getOrDefault(PlainInput.key(id), Set.of()));
                others.remove(id);
                if (!identical && !others.isEmpty()) {
                    out.add(id);
                    out.addAll(others);
                }
            }
        }

        /**
         * "a row of users with another identity and both names other (the id may have been given to someone else)". All are
         * compared by key.
         */
        private void otherPerson(Row row) {
            if (!file.equals("users") || !row.live) {
                return;
            }
            for (Row old : old(row)) {
                boolean other = true;
                boolean saysNothing = true; // a deleted record whose other cells were left blank
                for (String column : List.of(settings.identity(), "givenName", "familyName")) {
                    String oldKey = PlainConversion.nameKey(old, column);
                    other &= !oldKey.equals(PlainConversion.nameKey(row, column));
                    saysNothing &= oldKey.isEmpty();
                }
                if (other && !saysNothing) {
                    takeOut(row);
                }
            }
        }

        /** "A delta of enrollments needs ids ...: a row without one takes out all of its class and user". */
        private void enrollmentWithoutId(Row row) {
            if (file.equals("enrollments") && isNoId(row.id())) {
                outPairs.add(List.of(row.get("classSourcedId"), row.get("userSourcedId")));
            }
        }

        /** "one whose id is stored more than once all of those". */
        private void enrollmentIdStoredTwice() {
            for (String id : deltaById.keySet()) {
                if (file.equals("enrollments")
                        && storedById.getOrDefault(id, List.of()).size() > 1) {
                    out.add(id);
                }
            }
        }

        // ------------------------------------------------------------ rows of the result

        /** The row under the header of the result; cells that it does not have are blank. */
        private List<String> cells(Row row) {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                cells.add(row.get(PlainInput.token(name)));
            }
            return cells;
        }

        /** The row with the status tobedeleted; of one that R1 rejects for its shape the id alone. */
        private List<String> takenOut(Row row) {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                String column = PlainInput.token(name);
                String cell = row.misshapen && !column.equals("sourcedid") ? "" : row.get(column);
                cells.add(column.equals("status") ? TAKEN_OUT : cell);
            }
            return cells;
        }

        /**
         * A stored row that R1 rejects for its shape, so that it stays rejected under every setting: its id, and one cell more
         * than the header has.
         */
        private List<String> misshapen(Row row) {
            List<String> cells = idAlone(row);
            cells.add("rejected");
            return cells;
        }

        private List<String> idAlone(Row row) {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                cells.add(PlainInput.token(name).equals("sourcedid") ? row.id() : "");
            }
            return cells;
        }
    }
}
