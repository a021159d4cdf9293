package org.oneroster4j.csv.delta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.CsvRowWriter;
import org.oneroster4j.csv.internal.DropOutput;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;

/** Two drops, one after the other: of each file the last full one counts, with the changes that come after it. */
final class Sequence {
    private final DeltaDrop earlier;
    private final DeltaDrop later;
    private final Map<OneRosterFile, Layout> layouts = new EnumMap<>(OneRosterFile.class);

    Sequence(DeltaDrop earlier, DeltaDrop later) {
        this.earlier = earlier;
        this.later = later;
    }

    /** Reads all changes, those too that a full file behind them makes void: their dates count. */
    void read() {
        for (RosterFile<?> file : RosterFile.all()) {
            Layout layout = Layout.of(
                    file,
                    counting(file.file()).stream()
                            .map(one -> one.drop().header(file.file()))
                            .toList());
            layouts.put(file.file(), layout);
            for (DeltaDrop one : List.of(earlier, later)) {
                if (one.mode(file.file()) == ImportMode.DELTA) {
                    one.readChanges(file, layout);
                }
            }
        }
    }

    /** The drops whose file counts: the first may be full, and those behind it are changes. */
    private List<DeltaDrop> counting(OneRosterFile file) {
        List<DeltaDrop> counting = new ArrayList<>();
        for (DeltaDrop one : List.of(earlier, later)) {
            if (one.mode(file) == ImportMode.BULK) {
                counting.clear();
            }
            if (one.mode(file) != ImportMode.ABSENT) {
                counting.add(one);
            }
        }
        return counting;
    }

    /** Tells whether one of the two has the file. */
    boolean has(OneRosterFile file) {
        return !counting(file).isEmpty();
    }

    /** Tells whether one of the two has the whole of the file. */
    boolean isFull(OneRosterFile file) {
        return counting(file).stream().anyMatch(one -> one.mode(file) == ImportMode.BULK);
    }

    private Changes changes(OneRosterFile file) {
        Changes changes = new Changes();
        for (DeltaDrop one : counting(file)) {
            changes = changes.then(one.changes(file));
        }
        return changes;
    }

    private Layout layout(OneRosterFile file) {
        Layout layout = layouts.get(file);
        if (layout == null) {
            throw new IllegalStateException("The changes were not read");
        }
        return layout;
    }

    /**
     * Writes a file in full.
     *
     * @param evenEmpty whether it is written, with its header alone, when no row is left of it
     */
    FileCounts writeFull(RosterFile<?> file, DropOutput output, boolean evenEmpty) throws IOException {
        Layout layout = layout(file.file());
        try (Opening rows = new Opening(file.file(), layout, output)) {
            FullFile full = new FullFile(layout, changes(file.file()), rows::row);
            for (DeltaDrop one : counting(file.file())) {
                if (one.mode(file.file()) == ImportMode.BULK) {
                    try (CellReader before = one.drop().cells(file)) {
                        full.carry(before, one.drop().listener());
                    }
                }
            }
            full.add(later.drop().listener());
            if (evenEmpty) {
                rows.open();
            }
            return full.counts();
        }
    }

    /** Writes a file with changes only, the cells as they stand in the changes; one without any is not written. */
    void writeChanges(RosterFile<?> file, DropOutput output) throws IOException {
        Changes changes = changes(file.file());
        if (changes.isEmpty()) {
            return;
        }
        try (CsvRowWriter rows =
                output.open(file.file(), ImportMode.DELTA, layout(file.file()).header())) {
            for (Changes.Change change : changes.byId().values()) {
                rows.row(change.cells());
            }
        }
    }

    /** A full file that begins with its first row. */
    private static final class Opening implements AutoCloseable {
        private final OneRosterFile file;
        private final Layout layout;
        private final DropOutput output;
        private @Nullable CsvRowWriter rows;

        Opening(OneRosterFile file, Layout layout, DropOutput output) {
            this.file = file;
            this.layout = layout;
            this.output = output;
        }

        CsvRowWriter open() throws IOException {
            CsvRowWriter open = rows;
            if (open == null) {
                open = output.open(file, ImportMode.BULK, layout.header());
                rows = open;
            }
            return open;
        }

        void row(List<String> cells) throws IOException {
            open().row(cells);
        }

        @Override
        public void close() throws IOException {
            if (rows != null) {
                rows.close();
            }
        }
    }
}
