package org.oneroster4j.importer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.Sha256;

/**
 * The folder beside an output folder in which a publication is made ready: {@code next} has the new files, {@code previous}
 * what they replace, {@code journal.json} says that it counts. Each of its methods may be called again after a crash.
 */
final class Staging {
    private final Disk disk;
    private final Path target;
    private final Path folder;

    Staging(Disk disk, Path target, Path folder) {
        this.disk = disk;
        this.target = target;
        this.folder = folder;
    }

    Path next(String name) {
        return folder.resolve("next").resolve(name);
    }

    private Path previous(String name) {
        return folder.resolve("previous").resolve(name);
    }

    private Path journal() {
        return folder.resolve("journal.json");
    }

    /** Makes it anew. It holds people's names, so nobody else may look into it. */
    void open() throws IOException {
        disk.delete(folder);
        disk.makePrivate(folder);
        disk.makeFolder(folder.resolve("next"));
        disk.makeFolder(folder.resolve("previous"));
    }

    /**
     * Returns the journal of a publication that was cut off; absent when there is none.
     *
     * @throws IOException when it is not one that this program wrote, or a link leads elsewhere
     */
    Optional<Journal> left() throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw Journal.refused(journal(), "is in a folder that is a link", null);
        }
        Optional<Journal> journal = Journal.read(journal());
        for (Journal.Step step : journal.map(Journal::files).orElse(List.of())) {
            if (isForeign(next(step.name())) || isForeign(previous(step.name()))) {
                throw Journal.refused(journal(), "names what is no file", null);
            }
        }
        return journal;
    }

    /** Returns whether something is there that no publication makes: a link, a folder, a device. */
    private static boolean isForeign(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Keeps what is there, and says what is going to be. From here on the publication counts. */
    Journal begin(List<Journal.Step> steps, Journal.@Nullable Renaming state) throws IOException {
        for (Journal.Step step : steps) {
            if (step.before() != null) {
                disk.keep(target.resolve(step.name()), previous(step.name()));
            }
        }
        disk.force(folder);
        Journal journal = new Journal(steps, state);
        journal.write(disk, journal());
        return journal;
    }

    /**
     * Puts a file in place unless it is. One that is staged has not been: nothing is read then, as whoever looks into the
     * folder meanwhile sees files of two runs. After a crash one that is staged no more must be what it was to become.
     */
    void forward(Journal.Step step) throws IOException {
        Path staged = next(step.name());
        Path file = target.resolve(step.name());
        if (Files.exists(staged) || !Sha256.ifThere(file).equals(Optional.of(step.after()))) {
            disk.put(staged, file);
        }
    }

    /**
     * Makes what was put in place or back last, once all of it was: a slow disk would hold up each file behind the one before,
     * and whoever looks meanwhile sees files of two runs.
     */
    void flush() throws IOException {
        disk.forceNames(target);
    }

    /** Renames the folder of the state unless it is. */
    void forward(Journal.@Nullable Renaming state) throws IOException {
        if (state != null && !Files.exists(Path.of(state.to()))) {
            disk.move(Path.of(state.from()), Path.of(state.to()));
        }
    }

    /** Puts back what was there before. Once that is done, it is kept no more, and nothing is left to do. */
    void back(Journal.Step step) throws IOException {
        Path file = target.resolve(step.name());
        if (Files.exists(next(step.name()))) {
            // It was never put in place.
            return;
        }
        if (step.before() == null) {
            disk.delete(file);
        } else if (Files.exists(previous(step.name()))) {
            disk.put(previous(step.name()), file);
        }
    }

    /** Gives the folder of the state its old name again, in case only the flushing of the new one failed. */
    void back(Journal.@Nullable Renaming state) throws IOException {
        if (state != null && Files.exists(Path.of(state.to())) && !Files.exists(Path.of(state.from()))) {
            disk.move(Path.of(state.to()), Path.of(state.from()));
        }
    }

    /** Says that there is nothing more to do, then deletes what is no longer needed: the next run sweeps what stays. */
    void end() throws IOException {
        disk.delete(journal());
        try {
            disk.delete(folder);
        } catch (IOException e) {
            Publisher.log()
                    .warn(
                            "A file of the staging folder could not be deleted: {}",
                            e.getClass().getSimpleName());
        }
    }
}
