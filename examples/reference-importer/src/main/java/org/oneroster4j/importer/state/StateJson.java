package org.oneroster4j.importer.state;

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
import org.oneroster4j.importer.disk.Disk;

/** The small files of the state folder. */
final class StateJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What to do when a file is damaged that says what was published. */
    static final String RESTORE =
            "Restore the folder from a backup; or remove it, and the next run publishes without comparing.";

    /** What to do when another one is. */
    static final String REMOVE = "Remove the file: what it says of a run is lost, and what was published is not.";

    private StateJson() {}

    /** Returns a mapper for the files, which may be used by several threads. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    /** Writes a file in one step. */
    static void write(Disk disk, Path file, Object value) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream out = disk.write(next)) {
            out.write(MAPPER.writeValueAsBytes(value));
        }
        disk.force(next);
        disk.move(next, file);
    }

    /**
     * Reads a file; absent when it is not there.
     *
     * @param remedy what to do when it is damaged
     * @throws StateException when it is not what was written
     */
    static <T> Optional<T> read(Path file, Class<T> type, String remedy) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.ofNullable(MAPPER.readValue(bytes, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw damaged(file, remedy, e);
        }
    }

    /** What is told of a file that is not what was written; what Jackson says of it would show its content. */
    static StateException damaged(Path file, String remedy, Throwable cause) {
        return new StateException("The file " + file + " of the state folder is damaged. " + remedy, cause);
    }
}
