package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.RealDisk;

/**
 * A disk that flushes nothing, and waits for nobody. No test can cut the power, so flushing shows nothing here, and on a busy
 * machine it is most of the time that thousands of runs take.
 */
final class UnflushedDisk implements Disk {
    private final Disk disk = new RealDisk(time -> {});

    @Override
    public void makePrivate(Path folder) throws IOException {
        disk.makePrivate(folder);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
    }

    @Override
    public OutputStream write(Path file) throws IOException {
        return disk.write(file);
    }

    @Override
    public void force(Path path) {}

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.put(from, to);
    }

    @Override
    public void put(Path from, Path to) throws IOException {
        disk.put(from, to);
    }

    @Override
    public void forceNames(Path folder) {}

    @Override
    public void keep(Path file, Path as) throws IOException {
        disk.keep(file, as);
    }

    @Override
    public void copy(Path file, Path copy) throws IOException {
        disk.copy(file, copy);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }
}
