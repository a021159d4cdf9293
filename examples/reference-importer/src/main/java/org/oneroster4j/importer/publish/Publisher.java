package org.oneroster4j.importer.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of a layout into a folder. They are written, and flushed to the disk, in a folder beside it, so that
 * whoever reads the output folder sees nothing but whole files; then each takes the place of the one before in one step.
 * When one of these steps fails, those before it are undone: the folder has what it had.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Path out;

    /** Makes a publisher for an output folder, which is made when it is not there. */
    public Publisher(Path out) {
        this.out = out;
    }

    /**
     * Publishes a mapping.
     *
     * @throws IOException when a file could not be written or put in place, or another run is at work on the same folder;
     *     the folder is as it was
     */
    public void publish(ImperoRoster roster, LayoutWriter layout) throws IOException {
        Files.createDirectories(out);
        Path target = out.toRealPath();
        Path beside = target.getParent();
        if (beside == null) {
            throw new IOException("The output folder is the root of its volume, so nothing can be staged beside it");
        }
        Path staging = beside.resolve(".impero-staging-" + target.getFileName());
        Path lockFile = beside.resolve(staging.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException("Another run is publishing into the same folder");
            }
            // What a run left that was ended in the middle: it holds people's names.
            delete(staging);
            Files.createDirectory(staging);
            try {
                publish(roster, layout, staging, target);
            } finally {
                delete(staging);
            }
        } finally {
            deleteQuietly(lockFile);
        }
        LOG.info("Published {} files", layout.profile().files().size());
    }

    private static void publish(ImperoRoster roster, LayoutWriter layout, Path staging, Path target)
            throws IOException {
        List<LayoutFile> files = layout.profile().files().stream()
                .sorted(Comparator.comparing(LayoutFile::rows))
                .toList();
        // Apart from the copies of what is there: a layout may call its files as it likes.
        Path next = Files.createDirectory(staging.resolve("next"));
        Path previous = Files.createDirectory(staging.resolve("previous"));
        for (LayoutFile file : files) {
            stage(layout, file, roster, next.resolve(file.name()));
        }
        putInPlace(files, next, previous, target);
    }

    private static void stage(LayoutWriter writer, LayoutFile file, ImperoRoster roster, Path staged)
            throws IOException {
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream bytes = new UnclosedStream(Channels.newOutputStream(channel));
            writer.write(file, roster, bytes);
            channel.force(true);
        }
    }

    private static void putInPlace(List<LayoutFile> files, Path next, Path previous, Path target) throws IOException {
        for (LayoutFile file : files) {
            keep(target.resolve(file.name()), previous.resolve(file.name()));
        }
        Deque<String> done = new ArrayDeque<>();
        try {
            for (LayoutFile file : files) {
                move(next.resolve(file.name()), target.resolve(file.name()));
                done.push(file.name());
            }
        } catch (IOException e) {
            for (String name : done) {
                undo(previous.resolve(name), target.resolve(name), e);
            }
            throw e;
        }
    }

    private static void keep(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            LOG.debug("There is no {} yet", file.getFileName());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void undo(Path copy, Path file, IOException why) {
        try {
            if (Files.exists(copy)) {
                move(copy, file);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Deletes a folder as far as it can be deleted. What stays is swept by the next run, and no reason to fail this one. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(Publisher::deleteQuietly);
            }
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn(
                    "A file of the staging folder could not be deleted: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** The channel is flushed to the disk after the writer is through with the stream. */
    private static final class UnclosedStream extends FilterOutputStream {
        UnclosedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
