package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oneroster4j.csv.FilledColumns;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;

/**
 * The columns of a full drop and how far they are filled: the file {@code columns.json} of a generation. The next drop is
 * compared with it: a column that decides may not disappear, nor lose all of its values.
 *
 * @param files the counts by the name of the file
 */
public record ColumnCounts(@JsonProperty(required = true) Map<String, OfFile> files) {
    static final String FILE = "columns.json";

    /**
     * The counts of one file.
     *
     * @param header the names of its columns
     * @param rows how many rows it has
     * @param live how many of them are live and not rejected
     * @param filled how many of the live ones have a value in each column that decides
     */
    public record OfFile(
            @JsonProperty(required = true) List<String> header,
            @JsonProperty(required = true) long rows,
            @JsonProperty(required = true) long live,
            @JsonProperty(required = true) Map<String, Long> filled) {}

    /** Returns what was counted while a drop was read. */
    public static ColumnCounts of(FilledColumns columns) {
        Map<String, OfFile> files = new TreeMap<>();
        columns.counts()
                .forEach((file, counts) -> files.put(
                        file.fileName(),
                        new OfFile(counts.header(), counts.rows(), counts.live(), new TreeMap<>(counts.filled()))));
        return new ColumnCounts(files);
    }

    /** Counts a drop, reading it: for one that was published by a version that did not count. */
    static ColumnCounts read(OneRosterDrop drop) {
        FilledColumns columns = new FilledColumns();
        OneRosterDrop counted = drop.quietly().counting(columns);
        for (OneRosterFile file : OneRosterFile.ofRoster()) {
            if (drop.has(file)) {
                readThrough(counted, RosterFile.of(file));
            }
        }
        return of(columns);
    }

    private static <T extends RosterRecord> void readThrough(OneRosterDrop drop, RosterFile<T> file) {
        try (var rows = drop.rows(file)) {
            rows.forEach(row -> {});
        }
    }

    /** Returns the counts of a file; absent when the drop does not have it. */
    public Optional<OfFile> of(OneRosterFile file) {
        return Optional.ofNullable(files.get(file.fileName()));
    }

    /** Returns the headers of the files that the drop has. */
    public Map<OneRosterFile, List<String>> headers() {
        Map<OneRosterFile, List<String>> headers = new EnumMap<>(OneRosterFile.class);
        for (OneRosterFile file : OneRosterFile.ofRoster()) {
            of(file).ifPresent(counts -> headers.put(file, counts.header()));
        }
        return headers;
    }

    void write(Disk disk, Path folder) throws IOException {
        SmallJson.write(disk, folder.resolve(FILE), this);
    }
}
