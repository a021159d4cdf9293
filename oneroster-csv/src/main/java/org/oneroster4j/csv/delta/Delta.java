package org.oneroster4j.csv.delta;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.DropOutput;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

/**
 * Applies deltas. What the manifest says of each file decides: {@code bulk} replaces the file that was there, {@code
 * absent}, and not being there, leaves it; of {@code delta}, a row that is {@code active} replaces the whole row of its id,
 * or is a new one, and a row that is {@code tobedeleted} (or 1.0's {@code inactive}) takes it away. Of several rows of one
 * id the one changed last counts. Ids are compared trimmed.
 *
 * <p>The result is a full drop: all columns of the specification in its order, then those of the senders' own, then those
 * that nobody knows; {@code status} and {@code dateLastModified} blank. Only a status that nobody can read stays, since
 * the record would be live without it, and a row that was called deleted where it stood is left away. Cells are copied as
 * they are. Rows whose columns may have shifted are left out, and told.
 *
 * <p>What is wrong with a drop is told to the listener of that drop. A drop that cannot be read any further is a {@link
 * org.oneroster4j.csv.DropUnreadableException}; then, and on any other exception, nothing is left in the target. Of one
 * version and with files of one name each the drops have to be before: {@code DropCheck} sees to that. All methods may be
 * called by several threads, if the listeners may.
 */
public final class Delta {
    private Delta() {}

    /**
     * Applies a delta to the last full drop.
     *
     * @param baseline the last full drop; null when there is none, which is refused unless the delta's files are full
     * @param target a folder without files of a drop, which is made if it is not there
     * @return what became of it; absent when it is refused, as the listener of the delta was told, and nothing is written
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
        Sequence sequence = new Sequence(full, changes);
        sequence.read();
        refuseIfNotNewer(changes, Optional.ofNullable(baseline).map(Baseline::at));
        if (changes.isRefused()) {
            return Optional.empty();
        }
        Map<OneRosterFile, FileCounts> counts = new EnumMap<>(OneRosterFile.class);
        try (DropOutput output = DropOutput.toFolder(target)) {
            for (RosterFile<?> file : RosterFile.all()) {
                if (sequence.has(file.file())) {
                    counts.put(file.file(), sequence.writeFull(file, output, false));
                }
            }
            finish(output, full, changes);
        }
        Optional<Instant> at =
                changes.newest().or(() -> Optional.ofNullable(baseline).map(Baseline::at));
        return Optional.of(new Applied(counts, at));
    }

    /**
     * Makes one delta of two, which does what the two do one after the other.
     *
     * <p>A file is {@code delta} in the result if it is in one of the two and not {@code bulk} in either, else it is full.
     * A full file of which nothing is left has a header and no rows: left away, it would change nothing. Changes that a
     * full file of the second makes void are not in the result, and their dates with them.
     *
     * @param target a folder without files of a drop, which is made if it is not there
     * @return whether it was written; else one of the two is refused, as its listener was told
     * @throws java.nio.file.FileAlreadyExistsException when a file of a drop is in the target
     * @throws IOException when the medium fails
     */
    public static boolean compose(OneRosterDrop first, OneRosterDrop second, Path target) throws IOException {
        DeltaDrop earlier = DeltaDrop.of(first);
        DeltaDrop later = DeltaDrop.of(second);
        if (earlier.isRefused() || later.isRefused()) {
            return false;
        }
        Sequence sequence = new Sequence(earlier, later);
        sequence.read();
        refuseIfNotNewer(earlier, Optional.empty());
        refuseIfNotNewer(later, earlier.newest());
        if (earlier.isRefused() || later.isRefused()) {
            return false;
        }
        try (DropOutput output = DropOutput.toFolder(target)) {
            for (RosterFile<?> file : RosterFile.all()) {
                if (sequence.isFull(file.file())) {
                    sequence.writeFull(file, output, true);
                } else if (sequence.has(file.file())) {
                    sequence.writeChanges(file, output);
                }
            }
            finish(output, earlier, later);
        }
        return true;
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
