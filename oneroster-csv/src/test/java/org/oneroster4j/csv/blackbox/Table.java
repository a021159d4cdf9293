package org.oneroster4j.csv.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.RecordWriter;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.testing.Records;

/**
 * A file as records.
 *
 * @param type the kind of record
 * @param mode the whole of it, or changes
 * @param metadata the columns of the sender's own
 * @param records the rows
 */
record Table<T extends RosterRecord>(Class<T> type, ImportMode mode, List<String> metadata, List<T> records) {

    private static final int FILES_AT_ONCE = 3;

    /** Some of the thirteen files in any order, each with up to three records. */
    static Arbitrary<List<Table<?>>> some() {
        // Made once: making a generator takes longer than generating.
        Map<RosterFile<?>, Arbitrary<Table<?>>> tables = new LinkedHashMap<>();
        RosterFile.all().forEach(file -> tables.put(file, of(file.recordType()).map(table -> table)));
        return Arbitraries.of(RosterFile.all())
                .list()
                .uniqueElements()
                .ofSize(FILES_AT_ONCE)
                .flatMap(files -> Combinators.combine(
                                files.stream().map(tables::get).toList())
                        .as(List::copyOf))
                .withoutEdgeCases();
    }

    private static <T extends RosterRecord> Arbitrary<Table<T>> of(Class<T> type) {
        Arbitrary<Table<T>> bulk = of(type, ImportMode.BULK, Records.bulk(type));
        Arbitrary<Table<T>> delta = of(type, ImportMode.DELTA, Records.delta(type));
        return Arbitraries.oneOf(bulk, delta);
    }

    private static <T extends RosterRecord> Arbitrary<Table<T>> of(
            Class<T> type, ImportMode mode, Arbitrary<T> records) {
        return records.list().ofMaxSize(3).map(list -> new Table<>(type, mode, Records.METADATA, list));
    }

    static Manifest write(DropWriter drop, Collection<Table<?>> tables) {
        try {
            for (Table<?> table : tables) {
                table.write(drop);
            }
            return drop.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DropWriter drop) throws IOException {
        try (RecordWriter<T> writer = drop.open(type, mode, metadata)) {
            for (T one : records) {
                writer.write(one);
            }
        }
    }

    /** The same file as a drop has it. */
    Table<T> readFrom(OneRosterDrop drop) {
        List<T> read = new ArrayList<>();
        try (RosterRows<T> rows = drop.rows(type)) {
            rows.records().forEach(read::add);
        }
        return new Table<>(type, mode, metadata, read);
    }
}
