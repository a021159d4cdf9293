package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A server that imports from the output folder as the guide describes it, only far too often: it takes people by username or
 * email, their groups and the access rights list. It reads at random moments, and again when a file changed while it read or
 * shortly behind; what it has read twice it keeps. Closed, it reads no more.
 */
final class PretendedImpero implements AutoCloseable {
    /** A real one reads ten minutes after the export; this is what stands for them, and longer than files are put in place. */
    private static final Duration LATER = Duration.ofMillis(500);

    /** A moment between two readings, drawn from below this. */
    private static final long PAUSE_MILLIS = 60;

    private final Path folder;
    private final String identity;
    private final Random random;
    private final Thread thread;
    private final Map<Map<String, String>, Integer> kept = new HashMap<>();
    private volatile boolean closed;
    private volatile Optional<Throwable> failure = Optional.empty();
    private int again;

    PretendedImpero(Path folder, String identity, long seed) {
        this.folder = folder;
        this.identity = identity;
        this.random = new Random(seed);
        this.thread = new Thread(this::run, "impero-" + seed);
        thread.setDaemon(true);
        thread.start();
    }

    /** What makes a file another one. */
    private record Stamp(long size, long modified, Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime().toMillis(), String.valueOf(now.fileKey()));
        }
    }

    private void run() {
        try {
            while (!closed) {
                Thread.sleep((long) (random.nextDouble() * PAUSE_MILLIS));
                Optional<Map<String, byte[]>> read = read(folder);
                if (read.isPresent()) {
                    importInto(new Output(read.get()));
                    kept.merge(Conversion.texts(read.get()), 1, Integer::sum);
                } else {
                    again++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | AssertionError e) {
            failure = Optional.of(e);
        }
    }

    /** Reads all files; absent when one changed meanwhile. */
    static Optional<Map<String, byte[]>> read(Path folder) throws IOException, InterruptedException {
        try {
            Map<Path, Stamp> before = stamps(folder);
            Map<String, byte[]> files = Conversion.bytesOf(folder);
            boolean same = before.equals(stamps(folder));
            Thread.sleep(same ? LATER.toMillis() : 0);
            return same && before.equals(stamps(folder)) ? Optional.of(files) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Map<Path, Stamp> stamps(Path folder) throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                stamps.put(file, Stamp.of(file));
            }
        }
        return stamps;
    }

    /** Every link has to lead somewhere. */
    private void importInto(Output output) {
        Set<String> people = Set.copyOf(output.column("users.csv", identity));
        Set<String> groups = Set.copyOf(output.column("groups.csv", "groupId"));
        for (String file : List.of("members.csv", "access.csv")) {
            for (Map<String, String> row : output.rows(file)) {
                if (!people.contains(row.get(identity)) || !groups.contains(row.get("groupId"))) {
                    throw new AssertionError("A row of " + file + " leads nowhere");
                }
            }
        }
    }

    /** Stops, and returns what it has kept, each reading with how often. */
    Map<Map<String, String>, Integer> end() throws InterruptedException {
        closed = true;
        thread.join();
        failure.ifPresent(cause -> {
            throw new AssertionError("The pretended Impero could not import", cause);
        });
        return kept;
    }

    /** Returns how often it had to read again. */
    int again() {
        return again;
    }

    @Override
    public void close() {
        closed = true;
    }
}
