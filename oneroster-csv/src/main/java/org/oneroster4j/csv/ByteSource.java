package org.oneroster4j.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The bytes of a file, wherever they are: on disk, in a zip, in memory. They can be read as often as they are needed.
 *
 * <pre>{@code
 * ByteSource users = () -> Files.newInputStream(path);
 * }</pre>
 *
 * <p>Opening it must give the same bytes each time. Where several threads read a drop, it is opened by several threads;
 * each stream is for one of them.
 */
@FunctionalInterface
public interface ByteSource {
    /**
     * Opens the bytes, from the first one. Whoever opens them closes the stream.
     *
     * @throws IOException when the medium fails
     * @throws DropUnreadableException when the medium is well and what is on it is damaged or refused; the stream may
     *     throw it too, while it is read
     */
    InputStream open() throws IOException;

    /** Returns the bytes of a file on disk. */
    static ByteSource of(Path file) {
        return new FileSource(file);
    }

    /**
     * Returns how many bytes there are, to show how far reading has come; absent, as here, where nobody can say before.
     *
     * @throws IOException when the medium fails
     */
    default OptionalLong size() throws IOException {
        return OptionalLong.empty();
    }
}
