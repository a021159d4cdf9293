package org.oneroster4j.importer.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.importer.arrival.Claims;
import org.oneroster4j.importer.arrival.DropFile;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.importer.job.Exhaustion;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.model.ImportMode;

/**
 * The drops of a job that are taken and not done with, in its state folder: those that wait, the one that is held, and the
 * last one that was rejected, for somebody to look at. For one thread.
 */
final class Works {
    /** The folder for the drop that is held. */
    static final String HELD = "held-drop";

    /** The folder for the last drop that was rejected. */
    static final String REJECTED = "rejected-drop";

    private static final String LAST = "last-drop.json";

    private final Path state;
    private final Claims claims;
    private final Disk disk;
    private final Consumer<String> deleted;
    /** Those that wait and were held: tried again when no other is left, or another one is published. Nothing is lost with it. */
    private final Set<Path> deferred = new HashSet<>();
    /** Asked for at each look, and nobody else may write it. */
    private @Nullable List<DropFile> last;

    /**
     * Makes the works of a job.
     *
     * @param deleted is told, in a sentence, of each drop that is deleted because of another one
     */
    Works(Path state, Claims claims, Disk disk, Consumer<String> deleted) {
        this.state = state;
        this.claims = claims;
        this.disk = disk;
        this.deleted = deleted;
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
     * Returns the drop that is next. The newest full drop is first, because it supersedes those before it; they wait until it is
     * published, as it may be rejected. One that is held is converted again after those before it: what it changes counts from
     * the last one that can be published. Changes wait while something is held, as they are changes of that.
     */
    Optional<Path> next() throws IOException {
        List<Path> waiting = claims.taken();
        boolean nothingHeld = held().isEmpty();
        int held = nothingHeld ? 0 : claims.number(heldDrop());
        List<Path> full = new ArrayList<>();
        for (Path drop : waiting) {
            if (!isDelta(drop) && (nothingHeld || claims.number(drop) > held)) {
                full.add(0, drop);
            }
        }
        Optional<Path> untried =
                full.stream().filter(drop -> !deferred.contains(drop)).findFirst();
        if (untried.isPresent()) {
            return untried;
        }
        Optional<Path> change = waiting.stream().findFirst().filter(drop -> nothingHeld && isDelta(drop));
        return full.isEmpty() || change.filter(drop -> !deferred.contains(drop)).isPresent()
                ? change
                : Optional.of(full.get(0));
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
        } catch (RuntimeException | Error e) {
            // So will it here, and counts it against the drop.
            if (!Exhaustion.isCauseOf(e)) {
                throw e;
            }
            return false;
        }
    }

    /** Returns the drop that a brake holds. */
    Optional<Path> held() {
        return Optional.of(heldDrop()).filter(Files::isDirectory);
    }

    /** Tells whether a drop is the one that a brake holds. */
    boolean isHeld(Path drop) {
        return drop.equals(heldDrop());
    }

    private Path heldDrop() {
        return state.resolve(HELD);
    }

    private Path rejectedDrop() {
        return state.resolve(REJECTED);
    }

    /** Tells whether a rejected drop is kept. */
    boolean hasRejected() {
        return Files.isDirectory(rejectedDrop());
    }

    /**
     * The drop is published: it is stored with that. Those that came before it are superseded, and deleted; the drop itself is
     * the last, so that after a crash it is converted again, and all of this is done.
     */
    void published(Path drop) throws IOException {
        int number = claims.number(drop);
        for (Path older : claims.taken()) {
            if (claims.number(older) < number) {
                claims.forget(older);
                deleted.accept("A drop that waited is deleted: a newer one is published.");
            }
        }
        if (held().isPresent() && claims.number(heldDrop()) < number) {
            claims.forget(heldDrop());
            deleted.accept("The held drop is deleted: a newer one is published.");
        }
        if (hasRejected() && claims.number(rejectedDrop()) < number) {
            claims.forget(rejectedDrop());
            deleted.accept("The rejected drop is deleted: a newer one is published.");
        }
        claims.forget(drop);
        deferred.clear();
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
        boolean isHeld = StateFolder.read(state, disk, folder -> folder.held().isPresent());
        boolean isPublished = StateFolder.read(
                state,
                disk,
                folder -> folder.current().isPresent() && folder.current().get().isOf(held.get()));
        if (!isHeld && isPublished) {
            claims.takeAgain(held.get());
        } else if (!isHeld) {
            claims.forget(held.get());
            deleted.accept("The held drop is deleted: something else was published since.");
        }
    }

    /**
     * The drop is held.
     *
     * @return whether it is kept for an approval; false when others that wait come first, after which it is converted again
     */
    boolean held(Path drop) throws IOException {
        if (isHeld(drop)) {
            return true;
        }
        deferred.add(drop);
        boolean isLast = next().equals(Optional.of(drop));
        if (isLast) {
            keep(drop, heldDrop(), "The drop that was held before is deleted: a newer one is held.");
        }
        return isLast;
    }

    /** The drop is rejected. */
    void rejected(Path drop) throws IOException {
        keep(drop, rejectedDrop(), "The drop that was rejected before is deleted: another one is rejected.");
    }

    private void keep(Path drop, Path as, String sentence) throws IOException {
        boolean replaces = Files.isDirectory(as);
        claims.keep(drop, as);
        deferred.remove(drop);
        if (replaces) {
            deleted.accept(sentence);
        }
    }
}
