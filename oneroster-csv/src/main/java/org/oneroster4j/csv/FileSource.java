package org.oneroster4j.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The bytes of a file on disk.
 *
 * @param path where it is
 */
record FileSource(Path path) implements ByteSource {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public OptionalLong size() throws IOException {
        return OptionalLong.of(Files.size(path));
    }
}
