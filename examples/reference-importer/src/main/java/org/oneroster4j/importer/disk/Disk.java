package org.oneroster4j.importer.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * All that the importer changes on a disk. Reading needs no seam: what a read can meet, a test can put on a disk. Safe for
 * several threads, which may not work with the same files.
 */
public interface Disk {
    /** Makes a folder for the owner alone, where the file system has such permissions; one that is there is made so. */
    void makePrivate(Path folder) throws IOException;

    /** Makes a folder and those above it; it may be there. */
    void makeFolder(Path folder) throws IOException;

    /**
     * Writes a file anew. Closing it does not flush it to the disk; of a long file some is flushed while it is written, and what
     * that fails with is thrown by a write behind it or by closing.
     */
    OutputStream write(Path file) throws IOException;

    /** Flushes a file, or a folder with all that is in it, to the disk: bytes and names. */
    void force(Path path) throws IOException;

    /**
     * Puts a file in the place of another, or a folder where there is none, in one step, and flushes the name. Where somebody
     * holds the file that is to go, as readers and scanners do on Windows, it is tried again for about two seconds.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException when the two are not on one volume
     */
    void move(Path from, Path to) throws IOException;

    /**
     * As {@link #move}, but the name is not flushed: for several that are to be seen together, and are flushed together by
     * {@link #forceNames}.
     *
     * @throws java.nio.file.AtomicMoveNotSupportedException when the two are not on one volume
     */
    void put(Path from, Path to) throws IOException;

    /** Flushes the names in a folder to the disk, and nothing that they name. */
    void forceNames(Path folder) throws IOException;

    /** Keeps what a file has now under another name, whatever is put in its place: a hard link, or else a copy. */
    void keep(Path file, Path as) throws IOException;

    /** Copies a file with its times; the copy is a file of its own. A link is not followed. */
    void copy(Path file, Path copy) throws IOException;

    /** Deletes a file, or a folder with all that is in it; links are not followed. It may be that it is not there. */
    void delete(Path path) throws IOException;
}
