package org.oneroster4j.csv.delta;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.CsvRowWriter;
import org.oneroster4j.csv.internal.DropOutput;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

/**
 * Applies deltas. What the manifest says of each file decides: {@code bulk}, and a file that is there without being named,
 * replaces the file that was there; not being there leaves it; a row of {@code delta} replaces the record of its id, and one
 * that is {@code tobedeleted} (or 1.0's {@code inactive}) is kept as a deleted one. Ids are compared trimmed.
 *
 * <p>A row that cannot be read, or whose meaning is in doubt, takes the record of its id out, until a full drop or a readable row
 * brings it back (contract, "Deltas"): the record is kept as a deleted one. What was there would be older than what the sender
 * says now, and may give access to someone who must not have it any more.
 *
 * <p>The result is a full drop with the columns of both: those of the specification in its order, then those of the senders'
 * own, then those that are not known; {@code dateLastModified} is blank. Cells are copied as they are. Rows that a reader
 * rejects for their shape stay such.
 *
 * <p>What is wrong with a drop is reported to the listener of that drop. A drop that cannot be read any further is a {@link
 * org.oneroster4j.csv.DropUnreadableException}; then, and on any other exception, nothing is left in the target. Of one
 * version and with files of one name each the drops have to be before: {@code DropCheck} sees to that. Stateless; may be called
 * by several threads, if the listeners may.
 */
public final class Delta {
    private Delta() {}

    /**
     * Applies a delta to the last full drop.
     *
     * @param baseline the last full drop; null when there is none, which is refused unless the delta's files are full
     * @param delta the delta; the identity of its {@linkplain org.oneroster4j.csv.RowPolicy policy} says by which column people
     *     are recognised
     * @param target a folder without files of a drop, which is made if it is not there
     * @return what became of it; absent when it is refused: the listener of the delta has the reasons, and nothing is written
     * @throws java.nio.file.FileAlreadyExistsException when a file of a drop is in the target
     * @throws IOException when the medium fails
     */
    public static Optional<Applied> apply(@Nullable Baseline baseline, OneRosterDrop delta, Path target)
            throws IOException {
        DeltaDrop changes = DeltaDrop.of(delta);
        DeltaDrop full = DeltaDrop.full(baseline == null ? nothing(delta) : baseline.drop());
        refuseWithoutFullFiles(baseline, changes);
        if (changes.isRefused() || full.isRefused()) {
            return Optional.empty();
        }
        Map<OneRosterFile, Layout> layouts = new EnumMap<>(OneRosterFile.class);
        for (RosterFile<?> file : RosterFile.all()) {
            Layout layout = Layout.of(file, headers(full, changes, file.file()));
            layouts.put(file.file(), layout);
            if (changes.mode(file.file()) == ImportMode.DELTA) {
                changes.readChanges(file, layout);
            }
        }
        refuseIfNotNewer(changes, Optional.ofNullable(baseline).map(Baseline::at));
        if (changes.isRefused()) {
            return Optional.empty();
        }
        Map<OneRosterFile, FileCounts> counts = new EnumMap<>(OneRosterFile.class);
        try (DropOutput output = DropOutput.toFolder(target)) {
            for (RosterFile<?> file : RosterFile.all()) {
                if (full.mode(file.file()) != ImportMode.ABSENT || changes.mode(file.file()) != ImportMode.ABSENT) {
                    Layout layout = Objects.requireNonNull(layouts.get(file.file()));
                    counts.put(file.file(), write(file, full, changes, layout, output));
                }
            }
            finish(output, full, changes);
        }
        Optional<Instant> at =
                changes.newest().or(() -> Optional.ofNullable(baseline).map(Baseline::at));
        return Optional.of(new Applied(counts, at));
    }

    /** Returns the headers of the drops whose rows are in the result. */
    private static List<List<String>> headers(DeltaDrop full, DeltaDrop changes, OneRosterFile file) {
        List<List<String>> headers = new ArrayList<>();
        if (changes.mode(file) != ImportMode.BULK) {
            headers.add(full.drop().header(file));
        }
        if (changes.mode(file) != ImportMode.ABSENT) {
            headers.add(changes.drop().header(file));
        }
        return headers;
    }

    private static FileCounts write(
            RosterFile<?> file, DeltaDrop full, DeltaDrop changes, Layout layout, DropOutput output)
            throws IOException {
        try (CsvRowWriter rows = output.open(file.file(), ImportMode.BULK, layout.header())) {
            FullFile written = new FullFile(layout, rows);
            ImportMode mode = changes.mode(file.file());
            if (mode == ImportMode.DELTA) {
                Changes rowsOfDelta = changes.changes(file.file());
                StoredRecords stored = new StoredRecords(
                        file,
                        layout,
                        rowsOfDelta,
                        changes.drop().options().rows().identity());
                try (CellReader before = full.drop().cells(file)) {
                    stored.read(before);
                }
                try (CellReader before = full.drop().cells(file)) {
                    written.change(before, rowsOfDelta, stored);
                }
                written.add(rowsOfDelta);
            } else {
                DeltaDrop source = mode == ImportMode.BULK ? changes : full;
                try (CellReader before = source.drop().cells(file)) {
                    written.carry(before);
                }
            }
            return written.counts();
        }
    }

    private static OneRosterDrop nothing(OneRosterDrop like) {
        return OneRosterDrop.of(Map.of(), like.options(), like.listener());
    }

    private static void refuseWithoutFullFiles(@Nullable Baseline baseline, DeltaDrop changes) {
        Optional<Manifest> manifest =
                Optional.ofNullable(baseline).flatMap(last -> last.drop().manifest());
        for (RosterFile<?> file : RosterFile.all()) {
            OneRosterFile name = file.file();
            boolean onlyChangesBefore =
                    manifest.filter(said -> said.mode(name) == ImportMode.DELTA).isPresent();
            boolean isRefused = (changes.mode(name) == ImportMode.DELTA && baseline == null)
                    || (changes.mode(name) != ImportMode.BULK && onlyChangesBefore);
            if (isRefused) {
                changes.refuse(Finding.of(
                        CsvFindingCode.BASELINE_MISSING, new Location.File(name.fileName()), "", name.fileName()));
            }
        }
    }

    /** A delta that was applied before, or is older than what it would be applied to, would bring back what is gone. */
    private static void refuseIfNotNewer(DeltaDrop delta, Optional<Instant> before) {
        if (!delta.hasChanges()) {
            return;
        }
        Optional<Instant> newest = delta.newest();
        if (newest.isEmpty()) {
            delta.refuse(Finding.of(CsvFindingCode.DELTA_UNDATED, new Location.Drop(), ""));
        } else if (before.isPresent() && !newest.get().isAfter(before.get())) {
            delta.refuse(Finding.of(CsvFindingCode.DELTA_TOO_OLD, new Location.Drop(), "", newest.get(), before.get()));
        }
    }

    private static void finish(DropOutput output, DeltaDrop earlier, DeltaDrop later) throws IOException {
        Optional<Manifest> before = earlier.drop().manifest();
        Optional<Manifest> after = later.drop().manifest();
        output.finish(
                after.flatMap(Manifest::sourceSystemName).or(() -> before.flatMap(Manifest::sourceSystemName)),
                after.flatMap(Manifest::sourceSystemCode).or(() -> before.flatMap(Manifest::sourceSystemCode)));
    }
}
