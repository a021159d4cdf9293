package org.oneroster4j.importer.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;

/**
 * What is about to be published, made ready before it is: once the files are in the output folder, one renaming is all that
 * is left to do. For one thread.
 */
public final class NextGeneration {
    private final StateFolder state;
    private final boolean changes;

    private NextGeneration(StateFolder state, boolean changes) {
        this.state = state;
        this.changes = changes;
    }

    /**
     * Copies the files of a full drop to where it is stored from. A file with changes only, which the mapping does not read,
     * is no part of a full drop; neither is the manifest, as all files are full.
     *
     * @param digest of the drop when the run began
     * @throws IOException when the drop has changed since, or the medium fails
     */
    public static void copy(OneRosterDrop drop, DropDigest digest, StateFolder state) throws IOException {
        state.next();
        Path target = Files.createDirectory(state.nextDrop());
        if (!DropDigest.copy(drop, target).equals(digest)) {
            throw new StateException(
                    "The drop has changed while it was read. Run it again when all of it has arrived.");
        }
        Optional<Manifest> manifest = drop.manifest();
        for (OneRosterFile file : OneRosterFile.values()) {
            boolean only =
                    manifest.filter(said -> said.mode(file) == ImportMode.DELTA).isPresent();
            if (only || file == OneRosterFile.MANIFEST) {
                Files.deleteIfExists(target.resolve(file.fileName()));
            }
        }
    }

    /**
     * Makes ready what is to be published; the full drop is {@linkplain StateFolder#nextDrop in its place} already.
     *
     * @param columns the columns of the full drop
     * @param changes whether it differs from what was published last
     */
    public static NextGeneration prepare(
            StateFolder state,
            Published published,
            ColumnCounts columns,
            boolean changes,
            Fingerprint run,
            Instant dropAt,
            Instant now)
            throws IOException {
        Path folder = state.next();
        PublishedFiles.write(published, folder);
        columns.write(state.disk(), folder);
        Map<String, String> files = new TreeMap<>();
        files.put(ColumnCounts.FILE, Sha256.of(folder.resolve(ColumnCounts.FILE)));
        for (String name : PublishedFiles.NAMES) {
            files.put(name, Sha256.of(folder.resolve(name)));
        }
        try (Stream<Path> drop = Files.list(state.nextDrop())) {
            for (Path file : drop.toList()) {
                files.put(Generation.DROP + "/" + file.getFileName(), Sha256.of(file));
            }
        }
        int edition = state.edition() + (changes ? 1 : 0);
        Edition made = new Edition(
                Edition.FORMAT,
                edition,
                run.sha256(),
                published.asOf().toString(),
                now.toString(),
                dropAt.toString(),
                files);
        SmallJson.write(state.disk(), folder.resolve(Generation.STATE), made);
        state.disk().force(folder);
        return new NextGeneration(state, changes);
    }

    /** Returns the folder that is renamed as the last step of the publication. */
    public Path folder() {
        return state.nextFolder();
    }

    /** Returns what it is renamed to, which makes it what was published last. */
    public Path becomes() {
        return state.becomes();
    }

    /**
     * Removes what is void once it is what was published last: the held run, and if anything has changed, the approval. Both
     * count no more since that step, so that nothing is lost when this is never reached.
     */
    public void clean() throws IOException {
        state.removeReplaced();
        state.removeHeld();
        if (changes) {
            state.removeApproved();
        }
    }
}
