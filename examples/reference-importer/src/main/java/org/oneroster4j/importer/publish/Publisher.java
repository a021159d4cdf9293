package org.oneroster4j.importer.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.FolderLock;
import org.oneroster4j.importer.disk.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of a layout into a folder. They are written, and flushed to the disk, in a folder beside it, so that
 * whoever reads the output folder sees nothing but whole files; then each takes the place of the one before in one step.
 * When one of these steps fails, those before it are undone: the folder has what it had. When the process ends between two
 * of them, {@link #recover} finishes them. A file whose bytes do not change is not touched.
 */
public final class Publisher {
    private final Path out;
    private final Disk disk;

    /** Makes a publisher for an output folder, which is made when it is not there. */
    public Publisher(Path out, Disk disk) {
        this.out = out;
        this.disk = disk;
    }

    private interface Work<R> {
        R with(Staging staging) throws IOException;
    }

    /**
     * Finishes a publication that was begun and not ended, or undoes it where it cannot be finished. To be called before
     * anything else is done with the output folder or with the state that belongs to it.
     *
     * @throws OutputBusyException when another run is publishing into the same folder
     * @throws IOException when neither is possible now
     */
    public void recover() throws IOException {
        if (!Files.isDirectory(out) || !Files.exists(beside(out.toRealPath(), ""), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        locked(staging -> {
            recover(staging);
            return staging;
        });
    }

    private static void recover(Staging staging) throws IOException {
        Optional<Journal> left = staging.left();
        if (left.isPresent()) {
            log().warn("A publication was cut off in the middle. It is finished now.");
            putInPlace(staging, left.get());
        }
        // What a run left that was cut off before: it holds people's names.
        staging.end();
    }

    /**
     * Publishes a mapping.
     *
     * @param state a folder that is renamed behind the files, with its name then: what is remembered of them; absent when
     *     nothing is
     * @throws UnfinishedException when the files could be neither put in place nor put back
     * @throws IOException when a file could not be written or put in place, or another run is at work on the same folder;
     *     the folder is as it was
     */
    public Placed publish(ImperoRoster roster, LayoutWriter layout, Optional<StateRenaming> state) throws IOException {
        disk.makeFolder(out);
        return locked(staging -> {
            recover(staging);
            Journal journal = begun(roster, layout, staging, state);
            Duration window = putInPlace(staging, journal);
            ended(staging);
            int changed = journal.files().size();
            return new Placed(changed, layout.profile().files().size() - changed, window);
        });
    }

    /** Makes all ready. What cannot be leaves nothing behind: it holds people's names. */
    private Journal begun(ImperoRoster roster, LayoutWriter layout, Staging staging, Optional<StateRenaming> state)
            throws IOException {
        Optional<Journal> journal = Optional.empty();
        try {
            staging.open();
            Journal.Renaming renaming = state.map(names -> Journal.Renaming.of(names.from(), names.to()))
                    .orElse(null);
            journal = Optional.of(staging.begin(stage(roster, layout, staging), renaming));
            return journal.get();
        } finally {
            if (journal.isEmpty()) {
                ended(staging);
            }
        }
    }

    private <R> R locked(Work<R> work) throws IOException {
        Path target = out.toRealPath();
        Path lock = beside(target, ".lock");
        Optional<FolderLock> taken = FolderLock.take(lock);
        if (taken.isEmpty()) {
            throw new OutputBusyException(out);
        }
        FolderLock held = taken.get();
        try {
            return work.with(new Staging(disk, target, beside(target, "")));
        } finally {
            held.close();
        }
    }

    private static Path beside(Path target, String suffix) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("The output folder is the root of its volume, so nothing can be staged beside it");
        }
        return parent.resolve(".impero-staging-" + target.getFileName() + suffix);
    }

    /** Writes all files, and returns those that change: people before groups, groups before what refers to them. */
    private List<Journal.Step> stage(ImperoRoster roster, LayoutWriter layout, Staging staging) throws IOException {
        List<LayoutFile> files = layout.profile().files().stream()
                .sorted(Comparator.comparing(LayoutFile::rows))
                .toList();
        List<Journal.Step> steps = new ArrayList<>();
        for (LayoutFile file : files) {
            Path staged = staging.next(file.name());
            MessageDigest digest = Sha256.digest();
            try (OutputStream bytes = new BufferedOutputStream(Sha256.digesting(digest, disk.write(staged)), 1 << 16)) {
                layout.write(file, roster, bytes);
            }
            Path target = out.resolve(file.name());
            boolean isThere = Files.exists(target);
            if (!isThere || Files.mismatch(staged, target) >= 0) {
                steps.add(new Journal.Step(file.name(), isThere ? Journal.Step.KEPT : null, Sha256.of(digest)));
            }
        }
        return steps;
    }

    /** Puts all in place, or else all back. */
    private static Duration putInPlace(Staging staging, Journal journal) throws IOException {
        try {
            long first = 0;
            long last = 0;
            for (Journal.Step step : journal.files()) {
                staging.forward(step);
                last = System.nanoTime();
                first = first == 0 ? last : first;
            }
            staging.flush();
            staging.forward(journal.state());
            return Duration.ofNanos(last - first);
        } catch (IOException e) {
            putBack(staging, journal, e);
            throw e;
        }
    }

    private static void putBack(Staging staging, Journal journal, IOException why) throws IOException {
        undo(() -> staging.back(journal.state()), why);
        for (Journal.Step step : journal.files()) {
            undo(() -> staging.back(step), why);
        }
        undo(staging::flush, why);
        if (why.getSuppressed().length > 0) {
            throw new UnfinishedException(
                    "A file of the output folder could be neither replaced nor put back. The next run puts it right",
                    why);
        }
        try {
            staging.end();
        } catch (IOException e) {
            why.addSuppressed(e);
            log().warn(
                            "The files are put back, but the journal of the publication could not be deleted: {}. The next run"
                                    + " finishes or undoes it once more",
                            e.getClass().getSimpleName());
        }
    }

    /** All is in place: a journal that cannot be removed says so to the next run, which finds nothing left to do. */
    private static void ended(Staging staging) {
        try {
            staging.end();
        } catch (IOException e) {
            log().warn(
                            "The journal of the publication could not be deleted: {}",
                            e.getClass().getSimpleName());
        }
    }

    private interface Undoing {
        void run() throws IOException;
    }

    private static void undo(Undoing step, IOException why) {
        try {
            step.run();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * A folder that is renamed behind the files.
     *
     * @param from its name before
     * @param to its name after
     */
    public record StateRenaming(Path from, Path to) {}

    /** Made when there is something to say: to set up a log takes as long as to read the smallest drop. */
    static Logger log() {
        return LoggerFactory.getLogger(Publisher.class);
    }
}
