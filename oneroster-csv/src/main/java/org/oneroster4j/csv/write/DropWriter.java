package org.oneroster4j.csv.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.DropOutput;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;

/**
 * Writes a drop of OneRoster v1p1 CSV files, one file after the other, and the manifest last.
 *
 * <pre>{@code
 * try (DropWriter drop = DropWriter.toZip(path, WriteOptions.defaults().withSourceSystemName("Example SIS"))) {
 *     try (RecordWriter<User> users = drop.open(User.class)) {
 *         users.write(user);
 *     }
 *     drop.finish();
 * }
 * }</pre>
 *
 * <p>A drop that is closed before it is {@linkplain #finish finished}, as when an exception ends the writing, is taken
 * back: its files are deleted. Where that cannot be, as in a stream, or when the program is killed, it has no manifest,
 * and as a zip no directory. The same records in the same order make the same bytes. For one thread.
 */
public final class DropWriter implements Closeable {
    private final DropOutput output;
    private final WriteOptions options;
    private final Set<OneRosterFile> opened = EnumSet.noneOf(OneRosterFile.class);
    private @Nullable RecordWriter<?> current;
    private boolean ended;

    private DropWriter(DropOutput output, WriteOptions options) {
        this.output = output;
        this.options = options;
    }

    /**
     * Starts a drop in a folder, which is made if it is not there. Other files in it are left alone.
     *
     * @throws java.nio.file.FileAlreadyExistsException when a file of a drop is in it, be its name spelt otherwise
     * @throws IOException when the medium fails
     */
    public static DropWriter toFolder(Path folder, WriteOptions options) throws IOException {
        return new DropWriter(DropOutput.toFolder(folder), options);
    }

    /**
     * Starts a drop in a zip that is made: its files are at the root, each with the same fixed time.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the file is there
     * @throws IOException when the medium fails
     */
    public static DropWriter toZip(Path zip, WriteOptions options) throws IOException {
        return new DropWriter(DropOutput.toZip(zip), options);
    }

    /** Starts a drop as a zip in a stream, which is the caller's to close. */
    public static DropWriter toZip(OutputStream out, WriteOptions options) {
        return new DropWriter(DropOutput.toZip(out), options);
    }

    /** Opens the file whose rows are records of that kind, as the whole of it and without columns of the sender's own. */
    public <T extends RosterRecord> RecordWriter<T> open(Class<T> recordType) {
        return open(recordType, ImportMode.BULK, List.of());
    }

    /**
     * Opens the file whose rows are records of that kind.
     *
     * @param mode {@code BULK}: the whole of it, whose records have neither status nor date of change; {@code DELTA}:
     *     changes only, whose records have both
     * @param metadata the sender's own columns, {@code metadata.} and all, in the order in which they are written
     * @throws IllegalArgumentException when the mode is {@code ABSENT}, or one of these names cannot be that of a column
     * @throws IllegalStateException when the file was opened before, another one is open, or the drop is finished
     */
    public <T extends RosterRecord> RecordWriter<T> open(Class<T> recordType, ImportMode mode, List<String> metadata) {
        if (mode == ImportMode.ABSENT) {
            throw new IllegalArgumentException("A file that is absent has no records; it need not be opened");
        }
        refuseIfOpen();
        RosterFile<T> file = RosterFile.of(recordType);
        RecordEncoder<T> encoder = new RecordEncoder<>(file, mode, metadata);
        if (!opened.add(file.file())) {
            throw new IllegalStateException(file.file().fileName() + " was written before");
        }
        RecordWriter<T> writer = new RecordWriter<>(encoder, () -> output.open(file.file(), mode, encoder.header()));
        current = writer;
        return writer;
    }

    private void refuseIfOpen() {
        if (ended) {
            throw new IllegalStateException("The drop is finished or closed");
        }
        if (current != null && !current.isClosed()) {
            throw new IllegalStateException("The file before is still open");
        }
    }

    /**
     * Writes the manifest, which makes the files a drop. Files without a record are {@code absent} in it.
     *
     * @return what the manifest says
     * @throws IOException when the medium fails
     * @throws IllegalStateException when a file is open, or was not written to its end, or the drop is finished
     */
    public Manifest finish() throws IOException {
        refuseIfOpen();
        ended = true;
        return output.finish(options.sourceSystemName(), options.sourceSystemCode());
    }

    /** Ends the drop; one that is not finished is taken back. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        ended = true;
        output.close();
    }
}
