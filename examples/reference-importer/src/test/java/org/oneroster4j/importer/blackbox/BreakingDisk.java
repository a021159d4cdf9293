package org.oneroster4j.importer.blackbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.importer.disk.Disk;

/** A disk on which one step fails, or that step and all behind it, as when the power goes. */
final class BreakingDisk implements Disk {
    /** How a step fails. */
    enum Failure {
        /** It does nothing, and the steps behind it work. */
        ONCE,
        /** It does nothing, or half of it where it is more than one thing, and nothing works any more. */
        FROM_THEN_ON,
        /** It is done and nobody hears of it, and nothing works any more. */
        BEHIND_IT
    }

    private final Disk disk = new UnflushedDisk();
    private final int broken;
    private final Failure failure;
    private final List<String> names = new ArrayList<>();
    private int steps;

    BreakingDisk(int broken, Failure failure) {
        this.broken = broken;
        this.failure = failure;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(String name, Step step) throws IOException {
        steps++;
        names.add(name);
        if (steps == broken && failure == Failure.BEHIND_IT) {
            step.run();
        }
        if (steps == broken || (steps > broken && failure != Failure.ONCE)) {
            throw new IOException("The disk is broken");
        }
        step.run();
    }

    /** Tells whether the step that fails was reached. */
    boolean hasFailed() {
        return steps >= broken;
    }

    /** Returns the steps in their order, each by the name of its method. */
    List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public void makePrivate(Path folder) throws IOException {
        step("makePrivate", () -> disk.makePrivate(folder));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        step("makeFolder", () -> disk.makeFolder(folder));
    }

    @Override
    public OutputStream write(Path file) throws IOException {
        step("write", () -> {});
        OutputStream out = disk.write(file);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                // Half of what was to be written is there all the same.
                try {
                    step("bytes", () -> {});
                } catch (IOException e) {
                    out.write(bytes, offset, length / 2);
                    throw e;
                }
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void force(Path path) throws IOException {
        step("force", () -> disk.force(path));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", () -> disk.move(from, to));
    }

    @Override
    public void put(Path from, Path to) throws IOException {
        step("put", () -> disk.put(from, to));
    }

    @Override
    public void forceNames(Path folder) throws IOException {
        step("forceNames", () -> disk.forceNames(folder));
    }

    @Override
    public void keep(Path file, Path as) throws IOException {
        step("keep", () -> disk.keep(file, as));
    }

    @Override
    public void copy(Path file, Path copy) throws IOException {
        step("copy", () -> disk.copy(file, copy));
    }

    @Override
    public void delete(Path path) throws IOException {
        try {
            step("delete", () -> disk.delete(path));
        } catch (IOException e) {
            if (steps == broken && failure == Failure.FROM_THEN_ON) {
                deleteHalf(path);
            }
            throw e;
        }
    }

    /** Some files of a folder that was to go are gone, and the others are not. */
    private void deleteHalf(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(path)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (int i = 0; i < files.size(); i += 2) {
                Files.delete(files.get(i));
            }
        }
    }
}
