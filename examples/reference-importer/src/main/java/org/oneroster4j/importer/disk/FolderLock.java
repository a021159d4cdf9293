package org.oneroster4j.importer.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that says that somebody is at work; the system lets go of it when a process ends, however it ends. The file is
 * removed at the end, which is safe as whoever has locked it looks whether it is still the one with that name.
 */
public final class FolderLock implements Closeable {
    /** Behind what is written into it, so that others can read that on Windows too. */
    private static final long BEHIND = 1L << 20;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Locks a file, which is made when it is not there; absent when somebody else has locked it. */
    public static Optional<FolderLock> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = isLocked(channel) && isStillThere(file, channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(BEHIND, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            // By another thread of this process.
            return false;
        }
    }

    /** The one before may have removed the file between its opening and its locking. */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
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
            removeIfPossible();
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
