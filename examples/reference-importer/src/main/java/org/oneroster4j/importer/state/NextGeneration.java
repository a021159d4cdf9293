package org.oneroster4j.importer.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.disk.Disk;
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
     * Leaves of the copy of a full drop what is stored of it. A file with changes only, which the mapping does not read, is no
     * part of a full drop; neither is the manifest, as all files are full.
     *
     * @return the SHA-256 of each file that is left, by its name
     */
    private static Map<String, String> full(DropCopy copy, Disk disk) throws IOException {
        Optional<Manifest> manifest = copy.drop().manifest();
        Map<String, String> left = new TreeMap<>(copy.sha256());
        for (OneRosterFile file : OneRosterFile.values()) {
            boolean only =
                    manifest.filter(said -> said.mode(file) == ImportMode.DELTA).isPresent();
            if (only || file == OneRosterFile.MANIFEST) {
                left.remove(file.fileName());
                disk.delete(copy.folder().resolve(file.fileName()));
            }
        }
        return left;
    }

    /** Returns the SHA-256 of each file of the full drop that a delta has made, by its name. */
    private static Map<String, String> made(Path folder) throws IOException {
        Map<String, String> made = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                made.put(String.valueOf(file.getFileName()), Sha256.of(file));
            }
        }
        return made;
    }

    /**
     * Makes ready what is to be published; the full drop is {@linkplain StateFolder#nextDrop in its place} already.
     *
     * @param copy the copy of the drop
     * @param applied whether that is a delta, which has made the full drop
     * @param columns the columns of the full drop
     * @param changes whether it differs from what was published last
     */
    public static NextGeneration prepare(
            StateFolder state,
            DropCopy copy,
            boolean applied,
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
        Map<String, String> drop = applied ? made(state.nextDrop()) : full(copy, state.disk());
        drop.forEach((name, sha256) -> files.put(Generation.DROP + "/" + name, sha256));
        if (applied) {
            state.disk().delete(copy.folder());
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
