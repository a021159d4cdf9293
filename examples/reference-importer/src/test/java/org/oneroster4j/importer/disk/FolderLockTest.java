package org.oneroster4j.importer.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock is one among processes, and among the threads of one. */
class FolderLockTest {
    private static final int TAKEN = 10;
    private static final int REFUSED = 11;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("lock");
    }

    /** Another process that tries to take a lock, and ends with what came of it. */
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            Optional<FolderLock> lock =
                    arguments[1].equals("stays") ? FolderLock.takeInside(file) : FolderLock.take(file);
            System.exit(lock.isPresent() ? TAKEN : REFUSED);
        }
    }

    private int otherProcess(boolean stays) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        file.toString(),
                        stays ? "stays" : "goes")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static FolderLock taken(Path file, boolean stays) throws IOException {
        return (stays ? FolderLock.takeInside(file) : FolderLock.take(file)).orElseThrow();
    }

    @Test
    void otherProcessIsRefusedUntilTheLockIsReleased() throws IOException, InterruptedException {
        for (boolean stays : new boolean[] {false, true}) {
            try (FolderLock lock = taken(file, stays)) {
                assertThat(lock).isNotNull();
                assertThat(otherProcess(stays)).isEqualTo(REFUSED);
            }
            assertThat(otherProcess(stays)).isEqualTo(TAKEN);
        }
    }

    /** On Unix a process loses its lock when it closes any other opening of the file. */
    @Test
    void secondAttemptOfTheSameProcessIsRefusedAndLosesNothing() throws IOException, InterruptedException {
        for (boolean stays : new boolean[] {false, true}) {
            try (FolderLock lock = taken(file, stays)) {
                assertThat(lock).isNotNull();
                assertThat(FolderLock.take(file)).isEmpty();
                assertThat(FolderLock.takeInside(file)).isEmpty();
                assertThat(otherProcess(stays)).isEqualTo(REFUSED);
            }
        }
    }

    @Test
    void sameFolderByAnotherNameIsTheSameLock() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        try (FolderLock lock = taken(file, false)) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.take(link.resolve("lock"))).isEmpty();
        }
    }

    @Test
    void fileIsRemovedAtTheEndUnlessItStays() throws IOException {
        taken(file, false).close();
        assertThat(file).doesNotExist();
        taken(file, true).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void ofManyThreadsOneAtATimeHasTheLock() throws IOException {
        Path counter = Files.writeString(folder.resolve("counter"), "");
        Stream.generate(() -> CompletableFuture.runAsync(() -> work(counter)))
                .limit(8)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(Files.readString(counter)).matches("(<>)+");
    }

    /** Opens and closes a bracket while the lock is held, some two hundred times. */
    private void work(Path counter) {
        try {
            for (int i = 0; i < 200; i++) {
                Optional<FolderLock> lock = FolderLock.take(file);
                if (lock.isPresent()) {
                    Files.writeString(counter, Files.readString(counter) + "<");
                    Files.writeString(counter, Files.readString(counter) + ">");
                    lock.get().close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
