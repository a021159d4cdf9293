package org.oneroster4j.csv.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;

/** A folder that has no file of a drop yet. */
final class FolderTarget implements DropTarget {
    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private boolean finished;

    private FolderTarget(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws FileAlreadyExistsException when a file of a drop is in it: two drops would be mixed
     */
    static FolderTarget of(Path folder) throws IOException {
        Files.createDirectories(folder);
        // What a reader would take for a file of a drop, in whatever spelling.
        OneRosterDrop there = OneRosterDrop.open(folder, ReadOptions.defaults(), finding -> {});
        for (OneRosterFile file : OneRosterFile.values()) {
            if (there.has(file)) {
                throw new FileAlreadyExistsException(
                        folder.resolve(there.fileName(file)).toString());
            }
        }
        return new FolderTarget(folder);
    }

    @Override
    public OutputStream open(String name) throws IOException {
        Path file = folder.resolve(name);
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        written.add(file);
        return out;
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
        written.clear();
    }
}
