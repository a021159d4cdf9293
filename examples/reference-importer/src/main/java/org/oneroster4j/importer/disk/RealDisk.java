package org.oneroster4j.importer.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disk. */
public final class RealDisk implements Disk {
    /** How somebody waits. */
    @FunctionalInterface
    public interface Pause {
        /** Waits. */
        void of(Duration time) throws InterruptedException;
    }

    private static final String OWNER_ALONE = "rwx------";

    /** A virus scanner or a reader lets go of a file after some of these; about two seconds in all. */
    private static final List<Duration> RETRIES = Stream.of(10, 25, 50, 100, 200, 400, 600, 600)
            .map(Duration::ofMillis)
            .toList();

    /** A disk of today takes so many bytes in some tenths of a second. */
    private static final long FLUSH_STEP = 32L << 20;

    private final Pause pause;

    /** Makes a disk that waits by sleeping. */
    public RealDisk() {
        this(time -> Thread.sleep(time.toMillis()));
    }

    /** Makes a disk. */
    public RealDisk(Pause pause) {
        this.pause = pause;
    }

    @Override
    public void makePrivate(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        PosixFileAttributeView view = parent == null ? null : posix(parent);
        if (Files.isDirectory(folder)) {
            PosixFileAttributeView own = posix(folder);
            if (own != null) {
                own.setPermissions(PosixFilePermissions.fromString(OWNER_ALONE));
            }
        } else if (view != null) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static @Nullable PosixFileAttributeView posix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public OutputStream write(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new EagerFlush(Channels.newOutputStream(channel), () -> channel.force(false), FLUSH_STEP);
    }

    @Override
    public void force(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            forceFile(path);
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                forceFile(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                forceNames(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Opened for writing: flushing a file that is open for reading need not do anything. */
    private static void forceFile(Path file) throws IOException {
        try {
            force(file, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            // A file that somebody else uploaded and that was moved here is still theirs, and may be only to be read.
            // Systems
            // with such permissions flush it all the same.
            if (posix(file) == null) {
                throw e;
            }
            force(file, StandardOpenOption.READ);
        }
    }

    private static void force(Path file, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    /** On systems whose folders can be opened; others flush names by themselves. */
    @Override
    public void forceNames(Path folder) throws IOException {
        if (posix(folder) != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        put(from, to);
        Path parent = to.toAbsolutePath().getParent();
        if (parent != null) {
            forceNames(parent);
        }
    }

    @Override
    public void put(Path from, Path to) throws IOException {
        for (Duration wait : RETRIES) {
            try {
                moveNow(from, to);
                return;
            } catch (FileSystemException e) {
                if (!mayPass(e)) {
                    throw e;
                }
                waitFor(wait);
            }
        }
        moveNow(from, to);
    }

    private static void moveNow(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Windows has two names for a file that somebody holds: denied, and a sharing violation, which has no class of its own. */
    private static boolean mayPass(FileSystemException e) {
        return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
    }

    private void waitFor(Duration time) throws IOException {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("Told to stop while a file was held by somebody").initCause(e);
        }
    }

    @Override
    public void keep(Path file, Path as) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && link(file, as)) {
            return;
        }
        copy(file, as);
    }

    @Override
    public void copy(Path file, Path copy) throws IOException {
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** File systems without hard links say so in several ways. */
    private static boolean link(Path file, Path as) {
        try {
            Files.createLink(as, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        Files.walkFileTree(path, Set.of(), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
