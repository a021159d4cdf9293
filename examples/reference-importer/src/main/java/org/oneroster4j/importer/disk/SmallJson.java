package org.oneroster4j.importer.disk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Small files of JSON that are there whole or not at all. */
public final class SmallJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A file that is not what was written. What Jackson says of it would show its content. */
    public static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(Path file, JacksonException cause) {
            super("The file " + file + " is damaged", cause);
        }
    }

    private SmallJson() {}

    /** Returns a mapper for such files, which may be used by several threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Writes a value in the place of a file, as {@link #replace} does. */
    public static void write(Disk disk, Path file, Object value) throws IOException {
        replace(disk, file, MAPPER.writeValueAsBytes(value));
    }

    /** Puts bytes in the place of a file, in one step, flushed to the disk. */
    public static void replace(Disk disk, Path file, byte[] bytes) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream out = disk.write(next)) {
            out.write(bytes);
        }
        disk.force(next);
        disk.move(next, file);
    }

    /**
     * Reads a file; absent when it is not there.
     *
     * @throws DamagedException when it is not what was written
     */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        try {
            return Optional.ofNullable(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new DamagedException(file, e);
        }
    }
}
