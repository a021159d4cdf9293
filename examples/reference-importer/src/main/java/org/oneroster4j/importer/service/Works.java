package org.oneroster4j.importer.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFile;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.model.ImportMode;

/**
 * The drops of a job that are taken and not done with, in its state folder: those that wait, the one that is held, and the
 * last one that was rejected, for somebody to look at. For one thread.
 */
final class Works {
    private static final String LAST = "last-drop.json";

    private final Path state;
    private final Claims claims;
    private final Disk disk;
    /** Asked for at each look, and nobody else may write it. */
    private @Nullable List<DropFile> last;

    Works(Path state, Claims claims, Disk disk) {
        this.state = state;
        this.claims = claims;
        this.disk = disk;
    }

    /**
     * The drop that was taken last.
     *
     * @param files its files, as a listing saw them
     */
    record LastDrop(
            @com.fasterxml.jackson.annotation.JsonProperty(required = true)
            List<DropFile> files) {}

    /** Returns the files of the drop that was taken last. */
    List<DropFile> last() throws IOException {
        List<DropFile> known = last;
        if (known == null) {
            known = SmallJson.read(state.resolve(LAST), LastDrop.class)
                    .map(LastDrop::files)
                    .orElse(List.of());
            last = known;
        }
        return known;
    }

    /** Remembers which drop was taken last. */
    void remember(List<DropFile> files) throws IOException {
        last = null;
        SmallJson.write(disk, state.resolve(LAST), new LastDrop(files));
    }

    /**
     * Returns the drop that is next. One that a newer full drop supersedes is deleted; changes wait while something is held,
     * as they are changes of that.
     */
    Optional<Path> next() throws IOException {
        List<Path> taken = claims.taken();
        int first = 0;
        for (int i = taken.size() - 1; i > 0; i--) {
            if (!isDelta(taken.get(i))) {
                first = i;
                break;
            }
        }
        for (Path older : taken.subList(0, first)) {
            claims.forget(older);
        }
        return taken.stream().skip(first).findFirst().filter(drop -> held().isEmpty() || !isDelta(drop));
    }

    private static boolean isDelta(Path drop) {
        try {
            return OneRosterDrop.open(drop, ReadOptions.defaults(), finding -> {})
                    .manifest()
                    .filter(manifest -> manifest.files().containsValue(ImportMode.DELTA))
                    .isPresent();
        } catch (IOException | DropUnreadableException e) {
            // Whoever converts it will say so.
            return false;
        }
    }

    /** Returns the drop that a brake holds. */
    Optional<Path> held() {
        return Optional.of(state.resolve("held-drop")).filter(Files::isDirectory);
    }

    private Path rejected() {
        return state.resolve("rejected-drop");
    }

    /** The drop is published: it is stored with that, and nothing is held any more. */
    void published(Path drop) throws IOException {
        claims.forget(drop);
        claims.forget(state.resolve("held-drop"));
        claims.forget(rejected());
    }

    /**
     * Does with a held drop what a crash left undone when it was published. It is converted once more, which changes nothing
     * and is told like any other run; one that is held no more and was not published is forgotten.
     */
    void recover() throws IOException {
        Optional<Path> held = held();
        if (held.isEmpty()) {
            return;
        }
        boolean isHeld;
        boolean isPublished;
        try (StateFolder folder = StateFolder.look(state, disk)) {
            isHeld = folder.held().isPresent();
            isPublished = folder.current().isPresent() && folder.current().get().isOf(held.get());
        }
        if (!isHeld && isPublished) {
            claims.takeAgain(held.get());
        } else if (!isHeld) {
            claims.forget(held.get());
        }
    }

    /** The drop is held. */
    void held(Path drop) throws IOException {
        keep(drop, state.resolve("held-drop"));
    }

    /** The drop is rejected. */
    void rejected(Path drop) throws IOException {
        keep(drop, rejected());
    }

    private void keep(Path drop, Path as) throws IOException {
        if (!drop.equals(as)) {
            claims.forget(as);
            disk.move(drop, as);
        }
    }
}
