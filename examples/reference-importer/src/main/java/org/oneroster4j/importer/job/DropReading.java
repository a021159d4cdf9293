package org.oneroster4j.importer.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.OpenedDrop;

/** A drop while it is read: each of its files is opened once, and a change of it meanwhile is noticed. For one thread. */
final class DropReading implements Closeable {
    private final Optional<Path> path;
    private final Optional<DropStamp> stamp;
    private final OpenedDrop opened;

    private DropReading(Optional<Path> path, Optional<DropStamp> stamp, OneRosterDrop drop) {
        this.path = path;
        this.stamp = stamp;
        this.opened = drop.openedOnce();
    }

    /**
     * Begins to read a drop that others may write.
     *
     * @param stamp from before its files were listed
     */
    static DropReading of(Path path, DropStamp stamp, OneRosterDrop drop) {
        return new DropReading(Optional.of(path), Optional.of(stamp), drop);
    }

    /** Begins to read a drop that no one else can write. */
    static DropReading ofOwn(OneRosterDrop drop) {
        return new DropReading(Optional.empty(), Optional.empty(), drop);
    }

    OneRosterDrop drop() {
        return opened.drop();
    }

    /**
     * Ends the reading: what is read from here on is not looked after.
     *
     * @throws DropChangedException when the drop has changed since the reading began
     */
    void end() throws IOException {
        opened.close();
        if (path.isPresent() && !stamp.equals(Optional.of(DropStamp.of(path.get())))) {
            throw new DropChangedException();
        }
    }

    /** Closes the files. */
    @Override
    public void close() throws IOException {
        opened.close();
    }
}
