package org.oneroster4j.csv.internal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip with the files at its root. Every entry has the same time, so that the same files make the same bytes. A zip that
 * is not finished has no directory at its end: no reader takes it for a drop.
 */
final class ZipTarget implements DropTarget {
    /**
     * The first month that zips can say. On its first day the JDK would add a time of the machine's zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Detachable bytes;
    private final ZipOutputStream zip;
    private final @Nullable Path path;
    private boolean finished;

    private ZipTarget(OutputStream out, @Nullable Path path) {
        this.bytes = new Detachable(out);
        this.zip = new ZipOutputStream(bytes);
        this.path = path;
    }

    /** Writes into a stream that stays its owner's: it is flushed and not closed. */
    static ZipTarget of(OutputStream out) {
        return new ZipTarget(out, null);
    }

    /**
     * Makes a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    static ZipTarget of(Path path) throws IOException {
        return new ZipTarget(
                new BufferedOutputStream(
                        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                path);
    }

    @Override
    public OutputStream open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return new Entry(zip);
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
        finished = true;
    }

    @Override
    public void close() throws IOException {
        OutputStream out = bytes.detach();
        // The end of the zip goes nowhere; what the deflater holds is released.
        zip.close();
        if (path != null) {
            out.close();
            if (!finished) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The end of an entry is not the end of the zip. */
    private static final class Entry extends FilterOutputStream {
        private final ZipOutputStream zip;
        private boolean closed;

        Entry(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            zip.write(source, offset, length);
        }

        @Override
        public void flush() {
            // The zip is flushed once, when it is whole.
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                zip.closeEntry();
            }
        }
    }

    /** A stream that can be let go of, so that nothing more goes into it. */
    private static final class Detachable extends FilterOutputStream {
        Detachable(OutputStream out) {
            super(out);
        }

        OutputStream detach() {
            OutputStream before = out;
            out = OutputStream.nullOutputStream();
            return before;
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }
    }
}
