package org.oneroster4j.csv;

import java.util.OptionalLong;

/**
 * Is told how far the files of a drop are read, in bytes: for a progress bar, a log, a watchdog. What is read is told as often as it
 * is read: some files are opened more than once, and of some no more than the beginning is read.
 *
 * <pre>{@code
 * OneRosterDrop watched = drop.watchedBy((file, bytes, size, ended) -> System.err.println(file + ": " + bytes));
 * }</pre>
 *
 * <p>It is told by the thread that reads the bytes, which may be another one than that which takes the rows ({@link
 * ReadAhead}), and by several at once where several read the drop. It is told of each piece that is read, some thousands of
 * bytes, so it had better be quick. What it throws, the reader of the file throws.
 */
@FunctionalInterface
public interface ReadListener {
    /**
     * Is told that a piece of a file was read, or that its end was met.
     *
     * @param file the name of the file, as it is spelt in the drop
     * @param bytes how many of its bytes have been read since it was opened
     * @param size how many there are; absent where nobody can say
     * @param ended whether there are no more; told once of each reading that comes to the end
     */
    void read(String file, long bytes, OptionalLong size, boolean ended);
}
