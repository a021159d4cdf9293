package org.oneroster4j.importer.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock that one run, one service or one thread holds at a time, by a file. The system releases it when a process ends, however
 * it ends.
 */
public final class FolderLock implements Closeable {
    /** After what is written into it, so that others can read that on Windows too. */
    private static final long REGION = 1L << 20;

    /** How often the size is changed: two files have the same random sizes so often once in 2^80 attempts. */
    private static final int SIZES = 5;

    private static final int LARGEST_SIZE = 1 << 16;

    /**
     * The files that this process has locked. On Unix a process loses its lock on a file as soon as it closes any other opening
     * of it, also when it only tried to lock it again: so a file that is locked here is not even opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final Path key;
    private final boolean stays;

    private FolderLock(Path file, FileChannel channel, Path key, boolean stays) {
        this.file = file;
        this.channel = channel;
        this.key = key;
        this.stays = stays;
    }

    /**
     * Locks a file, which is made when it is not there, and removed at the end: whoever has locked it makes sure that it is
     * still the one with that name.
     *
     * @return absent when another process or thread has locked it
     */
    public static Optional<FolderLock> take(Path file) throws IOException {
        return take(file, false);
    }

    /** Locks a file as {@link #take} does, but it stays at the end: for a folder in which it may. */
    public static Optional<FolderLock> takeInside(Path file) throws IOException {
        return take(file, true);
    }

    private static Optional<FolderLock> take(Path file, boolean stays) throws IOException {
        Path key = key(file);
        if (!HELD.add(key)) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = Optional.empty();
        try {
            taken = open(file, key, stays);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(key);
            }
        }
    }

    private static Path key(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent.toRealPath().resolve(file.getFileName());
    }

    private static Optional<FolderLock> open(Path file, Path key, boolean stays) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = isLocked(channel) && (stays || isStillThere(file, channel));
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new FolderLock(file, channel, key, stays)) : Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(REGION, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            // By other classes of this process that are loaded twice.
            return false;
        }
    }

    /**
     * Tells whether the locked file is still the one with the name: the process before may have removed it between its opening
     * and its locking.
     */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                ? hasTheSizesOf(file, channel)
                : hasTheTextOf(file, channel);
    }

    /**
     * Compares by the size alone, which is changed a few times: on Unix a process loses its lock on a file as soon as it closes
     * any other opening of it, so nobody may open the file to read it.
     */
    private static boolean hasTheSizesOf(Path file, FileChannel channel) throws IOException {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < SIZES; i++) {
            long size = 1L + random.nextInt(LARGEST_SIZE);
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(1), size - 1);
            try {
                if (Files.size(file) != size) {
                    return false;
                }
            } catch (NoSuchFileException e) {
                return false;
            }
        }
        channel.truncate(0);
        return true;
    }

    /** Compares what is written: on Windows the size that a name has may be late. */
    private static boolean hasTheTextOf(Path file, FileChannel channel) throws IOException {
        byte[] mine = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(mine), 0);
        try {
            return Arrays.equals(Files.readAllBytes(file), mine);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Lets others work. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!stays) {
                removeIfPossible();
            }
        } finally {
            HELD.remove(key);
        }
    }

    /** Windows does not remove a file that is open: it stays, empty of meaning, and is locked the next time. */
    private void removeIfPossible() throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            channel.truncate(0);
        }
    }
}
