package org.oneroster4j.importer.arrival;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.PlainName;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * Takes complete drops out of their folder into one where nobody else can write, one after the other, and keeps them there
 * until they are done with. After a crash {@link #recover} finishes or undoes what was begun. For one thread.
 */
public final class Claims {
    private static final String BEGUN = "claiming";
    private static final String GONE = "gone";
    private static final String CLAIM = "claim.json";
    private static final String TAKEN = "drop-";
    /** A copy has the times of what was copied as far as its file system can tell them: FAT tells every other second. */
    private static final long COARSEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Pattern NAME = Pattern.compile("drop-[0-9]{9}");

    private final Path work;
    private final Path from;
    private final Disk disk;
    private final boolean stays;
    private final List<Path> kept;

    /**
     * Makes a place for taken drops.
     *
     * @param work the folder for them, which is made for the owner alone
     * @param stays whether a drop is copied and left where it is, for a folder in which nothing may be moved
     * @param kept the folders that {@link #keep} is used with: no later drop gets a number below theirs
     */
    public Claims(Path work, DropFolder from, Disk disk, boolean stays, Path... kept) {
        this.work = work;
        this.from = from.path();
        this.disk = disk;
        this.stays = stays;
        this.kept = List.of(kept);
    }

    /**
     * Takes a drop.
     *
     * @return whether it is taken; false when it has changed since it was listed, in which case it is where it was
     * @throws IOException when a file cannot be moved; what was moved before is moved back
     */
    public boolean take(Listing listing) throws IOException {
        disk.makePrivate(work);
        // What could not be finished before holds files that are nowhere else.
        recover();
        Path begun = work.resolve(BEGUN);
        disk.makePrivate(begun);
        Claim claim = new Claim(listing.inOrder(), !stays);
        SmallJson.write(disk, begun.resolve(CLAIM), claim);
        boolean whole = false;
        try {
            whole = all(claim, begun);
        } finally {
            if (!whole) {
                giveBack(claim, begun);
            }
        }
        if (whole) {
            done(begun);
        }
        return whole;
    }

    /** Finishes what was begun before a crash, if it still can be, and else undoes it. */
    public void recover() throws IOException {
        Path begun = work.resolve(BEGUN);
        Optional<Claim> claim = SmallJson.read(begun.resolve(CLAIM), Claim.class);
        if (claim.isPresent()
                && !claim.get().files().stream().map(DropFile::name).allMatch(PlainName::isPlain)) {
            throw new IOException("The file " + begun.resolve(CLAIM)
                    + " names files that are not in the drop folder. Nothing was moved. Move the files beside it back into"
                    + " the drop folder, and remove it.");
        }
        if (claim.isPresent()) {
            if (claim.get().moved() && all(claim.get(), begun)) {
                done(begun);
            } else {
                giveBack(claim.get(), begun);
            }
        }
        disk.delete(begun);
        disk.delete(work.resolve(GONE));
    }

    private boolean all(Claim claim, Path begun) throws IOException {
        for (DropFile file : claim.files()) {
            Path taken = begun.resolve(file.name());
            if (!isThere(taken)) {
                if (!isStill(file, from.resolve(file.name()), 0)) {
                    return false;
                }
                bring(from.resolve(file.name()), taken, claim.moved());
            }
            // Only now nobody can put something else under the name.
            if (!isStill(file, taken, COARSEST_NANOS)) {
                return false;
            }
        }
        return true;
    }

    private void bring(Path file, Path taken, boolean moved) throws IOException {
        if (!moved) {
            disk.copy(file, taken);
            return;
        }
        try {
            disk.move(file, taken);
        } catch (AtomicMoveNotSupportedException e) {
            // The folder lies on another volume.
            disk.copy(file, taken);
            disk.force(taken);
            disk.delete(file);
        }
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isStill(DropFile file, Path path, long toleranceNanos) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return DropFolder.trouble(path, now).isEmpty()
                    && DropFolder.file(file.name(), now).hasContentOf(file, toleranceNanos);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Where a new file has come in the meantime, the one that was taken is older, and is not put in its place. */
    private void giveBack(Claim claim, Path begun) throws IOException {
        for (DropFile file : claim.files()) {
            Path taken = begun.resolve(file.name());
            if (claim.moved() && isThere(taken) && !isThere(from.resolve(file.name()))) {
                bring(taken, from.resolve(file.name()), true);
            }
        }
        disk.delete(begun);
    }

    private void done(Path begun) throws IOException {
        disk.force(begun);
        int last = 0;
        for (Path other : Stream.concat(taken().stream(), kept.stream()).toList()) {
            last = Math.max(last, number(other));
        }
        disk.move(begun, place(last + 1));
    }

    private Path place(int number) {
        return work.resolve(TAKEN + String.format(Locale.ROOT, "%09d", number));
    }

    /**
     * Returns the position of a drop in the order in which drops were taken, also after it was {@linkplain #keep kept}; 0 of a
     * folder that is not there, and of one that an earlier version kept.
     */
    public int number(Path drop) throws IOException {
        String name = String.valueOf(drop.getFileName());
        return NAME.matcher(name).matches()
                ? Integer.parseInt(name.substring(TAKEN.length()))
                : TakenDrop.read(drop).map(TakenDrop::number).orElse(0);
    }

    /** Returns the drops that are taken and not done with, in the order in which they came. */
    public List<Path> taken() throws IOException {
        if (!Files.isDirectory(work)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(work)) {
            return paths.filter(path ->
                            NAME.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Returns how many conversions of a drop were begun and did not end by themselves, as {@link #begun(Path, int)} was told. */
    public int begun(Path drop) throws IOException {
        return TakenDrop.read(drop).map(TakenDrop::begun).orElse(0);
    }

    /** Remembers how many conversions of a drop were begun and did not end by themselves; on the disk when this returns. */
    public void begun(Path drop, int times) throws IOException {
        new TakenDrop(number(drop), times).write(disk, drop);
    }

    /** Moves a taken drop to a folder where it is kept, in the place of the one that is kept there. It keeps its number. */
    public void keep(Path drop, Path as) throws IOException {
        if (!drop.equals(as)) {
            begun(drop, begun(drop));
            forget(as);
            disk.move(drop, as);
        }
    }

    /** Takes a drop again that was kept: it waits under its number, among those that came before and after it. */
    public void takeAgain(Path drop) throws IOException {
        Path place = place(number(drop));
        disk.makePrivate(work);
        forget(place);
        disk.move(drop, place);
    }

    /**
     * Deletes a taken drop, or a folder beside them that was one. It has another name before its first file is gone: whoever is
     * cut off in the middle must not find the rest of it, and take that for a drop.
     */
    public void forget(Path taken) throws IOException {
        if (isThere(taken)) {
            disk.makePrivate(work);
            Path gone = work.resolve(GONE);
            disk.delete(gone);
            disk.move(taken, gone);
            disk.delete(gone);
        }
    }
}
