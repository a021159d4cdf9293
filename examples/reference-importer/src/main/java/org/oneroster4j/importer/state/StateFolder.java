package org.oneroster4j.importer.state;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.FolderLock;
import org.oneroster4j.importer.disk.SmallJson;
import org.slf4j.LoggerFactory;

/**
 * The folder in which a job keeps what it has to know the next time. One run at a time works with it; it is locked until it
 * is closed. Any number may look at it meanwhile.
 *
 * <p>What was published is a folder {@code generation-N}. The next one is written under the name {@code next}, flushed to the
 * disk, and renamed as the last step of the publication: the highest number counts, so that after a crash the old one or the
 * new one is there, and never a mix.
 */
public final class StateFolder implements Closeable {
    private static final Pattern GENERATION = Pattern.compile("generation-[0-9]{9}");
    private static final String LOCK = "lock";
    private static final String NEXT = "next";
    /** What a dry run of an earlier version made. */
    private static final String TRIAL = "trial";

    private static final String HELD = "held.json";
    private static final String APPROVED = "approved.json";
    private static final String LAST_RUN = "last-run.json";
    private static final String UNPUBLISHED = "unpublished-delta.json";

    private final Path folder;
    private final Disk disk;
    private final @Nullable FolderLock lock;
    private final Optional<Generation> current;
    private boolean nextStays;
    private @Nullable Path trial;

    private StateFolder(Path folder, Disk disk, @Nullable FolderLock lock, Optional<Generation> current) {
        this.folder = folder;
        this.disk = disk;
        this.lock = lock;
        this.current = current;
    }

    /**
     * Opens a folder to work with, which is made when it is not there, for the owner alone.
     *
     * @throws StateException when another run works with it, or it is damaged
     */
    public static StateFolder open(Path folder, Disk disk) throws IOException {
        disk.makePrivate(folder);
        return locked(folder, disk);
    }

    /**
     * Opens a folder to look at, without locking it: a run may work with it at the same time, and is not disturbed. Nothing in
     * it is changed, and it is not made. One without a state is as one that is empty. What is read from it may be of two
     * publications; {@link #read} sees to that.
     *
     * @throws StateException when it is damaged
     */
    public static StateFolder look(Path folder, Disk disk) throws IOException {
        Optional<Generation> current = isThere(folder) ? newestThatStays(folder) : Optional.empty();
        return new StateFolder(folder, disk, null, current);
    }

    /** Reads something from a state folder. */
    @FunctionalInterface
    public interface Reading<V> {
        /** Reads it. */
        V from(StateFolder state) throws IOException;
    }

    /**
     * Reads something from a folder that is {@linkplain #look looked at}, all of it after one publication: it is read again
     * where another run has published meanwhile, which removes the files of the one before.
     *
     * @throws StateException when it is damaged
     */
    public static <V> V read(Path folder, Disk disk, Reading<V> reading) throws IOException {
        try (StateFolder state = look(folder, disk)) {
            try {
                V value = reading.from(state);
                if (!state.isReplaced()) {
                    return value;
                }
            } catch (IOException | UncheckedIOException e) {
                if (!state.isReplaced()) {
                    throw e;
                }
            }
        }
        return read(folder, disk, reading);
    }

    private boolean isReplaced() throws IOException {
        return isThere(folder) && !newest(folder).equals(current.map(Generation::folder));
    }

    private static Optional<Generation> newestThatStays(Path folder) throws IOException {
        Optional<Path> newest = newest(folder);
        try {
            return newest.isPresent() ? Optional.of(Generation.open(newest.get())) : Optional.empty();
        } catch (IOException e) {
            if (newest(folder).equals(newest)) {
                throw e;
            }
            return newestThatStays(folder);
        }
    }

    /** Tells whether a run has worked with a folder. */
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(LOCK));
    }

    private static StateFolder locked(Path folder, Disk disk) throws IOException {
        FolderLock lock = lock(folder);
        boolean opened = false;
        try {
            Optional<Path> newest = newest(folder);
            Optional<Generation> current =
                    newest.isPresent() ? Optional.of(Generation.open(newest.get())) : Optional.empty();
            StateFolder state = new StateFolder(folder, disk, lock, current);
            // A publication that was cut off may still need it: only a run, which has finished that one, sweeps it
            // away.
            state.nextStays = Files.exists(folder.resolve(NEXT));
            opened = true;
            return state;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        return FolderLock.takeInside(folder.resolve(LOCK)).orElseThrow(() -> new StateBusyException(folder));
    }

    private static Optional<Path> newest(Path folder) throws IOException {
        return generations(folder).stream().max(Comparator.comparing(Path::getFileName));
    }

    private static List<Path> generations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> GENERATION
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .toList();
        }
    }

    /**
     * Deletes what a run that was ended in the middle has left. Once its publication was finished or undone: until then what
     * it left is part of that.
     */
    public void sweep() throws IOException {
        nextStays = false;
        disk.delete(folder.resolve(NEXT));
        disk.delete(folder.resolve(TRIAL));
        for (Path old : generations(folder)) {
            if (current.isEmpty() || !old.equals(current.get().folder())) {
                disk.delete(old);
            }
        }
    }

    /** Returns what was published last; absent before the first time. */
    public Optional<Generation> current() {
        return current;
    }

    /** Returns the number of publications that changed something. */
    public int edition() {
        return current.map(last -> last.edition().edition()).orElse(0);
    }

    /** Returns the folder for a full drop that is on its way to be stored; it is not made. */
    public Path nextDrop() {
        return folder.resolve(NEXT).resolve(Generation.DROP);
    }

    /** Returns the folder for the copy of a delta, which is no part of what is stored; it is not made. */
    Path nextDelta() {
        return folder.resolve(NEXT).resolve("delta");
    }

    /**
     * Copies a drop to where it is read from, and stored if it is a full one.
     *
     * @param delta whether it is applied to the last full drop, and not stored itself
     */
    public DropCopy copy(OneRosterDrop drop, boolean delta) throws IOException {
        next();
        return DropCopy.of(drop, delta ? nextDelta() : nextDrop(), disk);
    }

    /**
     * Returns the folder for the full drop of a dry run; it is not made, and is gone when this is closed. It lies in a folder for
     * temporary files, for the owner alone: a run that works with the state folder meanwhile is not disturbed.
     */
    public Path trialDrop() throws IOException {
        Path made = Files.createTempDirectory("oneroster-");
        trial = made;
        return made.resolve(Generation.DROP);
    }

    /** Returns the folder for what is published next; it is made for the owner alone. */
    Path next() throws IOException {
        Path next = folder.resolve(NEXT);
        disk.makePrivate(next);
        return next;
    }

    /** Returns the folder for what is published next. */
    Path nextFolder() {
        return folder.resolve(NEXT);
    }

    /**
     * Removes what was published before. On Windows a file that is read at this moment stays until it is closed, and so does
     * the folder: the next run sweeps it.
     */
    void removeReplaced() throws IOException {
        if (current.isPresent()) {
            try {
                disk.delete(current.get().folder());
            } catch (DirectoryNotEmptyException e) {
                LoggerFactory.getLogger(StateFolder.class)
                        .info("The files of the last publication are read: the next run removes them");
            }
        }
    }

    /** Returns the folder that {@link #next} becomes in the step that publishes it. */
    Path becomes() {
        return folder.resolve(Generation.name(current.map(Generation::number).orElse(0) + 1));
    }

    /** Tells that what is in {@link #next} is part of a publication that the next run has to finish or to undo. */
    public void leaveNext() {
        nextStays = true;
    }

    Disk disk() {
        return disk;
    }

    /** Returns the run that is held; absent when there is none, or any other has been published since. */
    public Optional<HeldRun> held() throws IOException {
        Path file = folder.resolve(HELD);
        Optional<HeldRun> held = StateJson.read(file, HeldRun.class, StateJson.REMOVE);
        try {
            return held.filter(run -> run.edition() == edition() && !isOlder(run));
        } catch (DateTimeException e) {
            throw StateJson.damaged(file, StateJson.REMOVE, e);
        }
    }

    private boolean isOlder(HeldRun run) {
        return current.isPresent()
                && Instant.parse(run.time())
                        .isBefore(Instant.parse(current.get().edition().time()));
    }

    /** Remembers a run that is held, in the place of the one before. */
    public void hold(HeldRun run) throws IOException {
        SmallJson.write(disk, folder.resolve(HELD), run);
    }

    /** Returns the approval that is there; absent when there is none, or something has been published since. */
    public Optional<ApprovedRun> approved() throws IOException {
        Path file = folder.resolve(APPROVED);
        Optional<ApprovedRun> approved = StateJson.read(file, ApprovedRun.class, StateJson.REMOVE);
        try {
            approved.ifPresent(ApprovedRun::day);
        } catch (DateTimeException e) {
            throw StateJson.damaged(file, StateJson.REMOVE, e);
        }
        return approved.filter(given -> given.edition() == edition());
    }

    /** Stores an approval, in the place of the one before. */
    public void approve(ApprovedRun run) throws IOException {
        SmallJson.write(disk, folder.resolve(APPROVED), run);
    }

    /** Forgets the held run: another one is published, or its drop is set aside. */
    public void removeHeld() throws IOException {
        disk.delete(folder.resolve(HELD));
    }

    /** Removes an approval that is void. */
    void removeApproved() throws IOException {
        disk.delete(folder.resolve(APPROVED));
    }

    /**
     * Tells whether another delta than this one was begun and is not published, so that this one would be applied to a drop
     * that lacks its changes.
     */
    public boolean lacksAnotherThan(DropDigest delta) throws IOException {
        return unpublished()
                .filter(other -> !other.sha256().equals(delta.sha256()))
                .isPresent();
    }

    private Optional<UnpublishedDelta> unpublished() throws IOException {
        return StateJson.read(folder.resolve(UNPUBLISHED), UnpublishedDelta.class, StateJson.REMOVE)
                .filter(delta -> delta.generation() == generation());
    }

    private int generation() {
        return current.map(Generation::number).orElse(0);
    }

    /** Remembers that a delta is begun, unless another is not published. Void once something is published. */
    public void begin(DropDigest delta) throws IOException {
        if (unpublished().isEmpty()) {
            SmallJson.write(disk, folder.resolve(UNPUBLISHED), new UnpublishedDelta(delta.sha256(), generation()));
        }
    }

    /** Returns how the last run ended; absent before the first. */
    public Optional<LastRun> lastRun() throws IOException {
        return StateJson.read(folder.resolve(LAST_RUN), LastRun.class, StateJson.REMOVE);
    }

    /** Remembers how a run ended. */
    public void ran(LastRun run) throws IOException {
        SmallJson.write(disk, folder.resolve(LAST_RUN), run);
    }

    /** Removes what was on its way, and lets others work with the folder. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (trial != null) {
                disk.delete(trial);
            }
            if (lock != null && !nextStays) {
                disk.delete(folder.resolve(NEXT));
            }
        }
    }
}
