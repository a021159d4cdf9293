package org.oneroster4j.csv.blackbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.testing.Records;

/**
 * A file on three days. From one day to the next some records go, some come, some change and some stay.
 *
 * @param type the kind of record
 * @param days the records by id, day by day
 * @param modes how the file is sent on the second and on the third day
 */
record Story<T extends RosterRecord>(Class<T> type, List<Map<String, T>> days, List<ImportMode> modes) {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    /** Two of the files. */
    static Arbitrary<List<Story<?>>> some() {
        Map<RosterFile<?>, Arbitrary<Story<?>>> stories = new LinkedHashMap<>();
        RosterFile.all().forEach(file -> stories.put(file, of(file.recordType()).map(story -> story)));
        return Arbitraries.of(RosterFile.all())
                .list()
                .uniqueElements()
                .ofSize(2)
                .flatMap(files -> Combinators.combine(
                                files.stream().map(stories::get).toList())
                        .as(List::copyOf))
                .withoutEdgeCases();
    }

    private static <T extends RosterRecord> Arbitrary<Story<T>> of(Class<T> type) {
        Arbitrary<String> ids = Arbitraries.integers().between(0, 5).map(n -> "id" + n);
        Arbitrary<Map<String, T>> day = Arbitraries.maps(ids, Records.bulk(type))
                .ofMaxSize(4)
                .map(records -> {
                    Map<String, T> named = new LinkedHashMap<>();
                    records.forEach((id, record) -> named.put(id, Records.with(record, "sourcedId", id)));
                    return named;
                });
        Arbitrary<Set<String>> kept = ids.set().ofMaxSize(4);
        Arbitrary<List<ImportMode>> modes = Arbitraries.of(ImportMode.DELTA, ImportMode.DELTA, ImportMode.BULK)
                .list()
                .ofSize(2);
        return Combinators.combine(day, day, kept, day, kept, modes)
                .as((first, second, staying, third, stayingToo, sent) -> {
                    Map<String, T> next = kept(first, staying, second);
                    return new Story<>(type, List.of(first, next, kept(next, stayingToo, third)), sent);
                });
    }

    private static <T> Map<String, T> kept(Map<String, T> before, Set<String> staying, Map<String, T> after) {
        Map<String, T> day = new LinkedHashMap<>(before);
        day.keySet().retainAll(staying);
        after.forEach(day::putIfAbsent);
        return day;
    }

    /** The time of a day. */
    static Instant at(int day) {
        return START.plusSeconds(86_400L * day);
    }

    /** The whole file on a day. */
    Table<T> full(int day) {
        return new Table<>(
                type,
                ImportMode.BULK,
                Records.METADATA,
                List.copyOf(days.get(day).values()));
    }

    /** What is sent on a day: the file as it is then, or how it differs from the day before. */
    Table<T> sent(int day) {
        Map<String, T> before = days.get(day - 1);
        Map<String, T> now = days.get(day);
        if (isFull(day)) {
            return full(day);
        }
        List<T> rows = new ArrayList<>();
        before.forEach((id, record) -> {
            if (!now.containsKey(id)) {
                rows.add(change(record, RecordStatus.TOBEDELETED, at(day)));
            }
        });
        now.forEach((id, record) -> {
            if (!record.equals(before.get(id))) {
                rows.add(change(record, RecordStatus.ACTIVE, at(day)));
            }
        });
        return new Table<>(type, ImportMode.DELTA, Records.METADATA, rows);
    }

    private boolean isFull(int day) {
        return modes.get(day - 1) == ImportMode.BULK && !days.get(day).isEmpty();
    }

    /**
     * The records that are live when what was sent up to a day was applied, one day after the other: those of the day, but
     * for those of which a row blanked a date that the stored record has; they are out until another row brings them back.
     */
    Map<String, T> applied(int day) {
        Map<String, T> stored = new LinkedHashMap<>(days.get(0));
        Set<String> out = new HashSet<>();
        for (int d = 1; d <= day; d++) {
            Map<String, T> before = days.get(d - 1);
            Map<String, T> now = days.get(d);
            if (isFull(d)) {
                stored = new LinkedHashMap<>(now);
                out.clear();
                continue;
            }
            for (Map.Entry<String, T> gone : before.entrySet()) {
                if (!now.containsKey(gone.getKey())) {
                    stored.put(gone.getKey(), gone.getValue());
                    out.add(gone.getKey());
                }
            }
            for (Map.Entry<String, T> sent : now.entrySet()) {
                String id = sent.getKey();
                if (sent.getValue().equals(before.get(id))) {
                    continue;
                }
                if (stored.containsKey(id) && blanksADate(stored.get(id), sent.getValue())) {
                    out.add(id);
                } else {
                    stored.put(id, sent.getValue());
                    out.remove(id);
                }
            }
        }
        stored.keySet().removeAll(out);
        return stored;
    }

    /** Other columns that decide are never blank in a sound record. */
    private static boolean blanksADate(Object before, Object now) {
        return before instanceof Enrollment was
                && now instanceof Enrollment is
                && ((was.beginDate().isPresent() && is.beginDate().isEmpty())
                        || (was.endDate().isPresent() && is.endDate().isEmpty()));
    }

    private T change(T record, RecordStatus status, Instant at) {
        return Records.with(Records.with(record, "status", Optional.of(status)), "dateLastModified", Optional.of(at));
    }

    /** The live records of the file as a drop has it, by id. */
    Map<String, T> readFrom(OneRosterDrop drop) {
        Map<String, T> read = new TreeMap<>();
        try (RosterRows<T> rows = drop.rows(type)) {
            rows.records().forEach(record -> {
                if (RecordStatus.isLive(record.status()) && read.put(record.sourcedId(), record) != null) {
                    throw new AssertionError("An id stands twice");
                }
            });
        }
        return read;
    }
}
