package org.oneroster4j.importer.disk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Small files of JSON that are there whole or not at all. Each has a {@code checksum}, the SHA-256 of the rest, so that one whose
 * bits have changed is not taken for what was written. Files of an earlier version have none.
 */
public final class SmallJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String CHECKSUM = "checksum";

    /** A file that is not what was written. What Jackson says of it would show its content. */
    public static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(Path file, Exception cause) {
            super("The file " + file + " is damaged", cause);
        }
    }

    private SmallJson() {}

    /** Returns a mapper for such files, which may be used by several threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Writes a value in the place of a file, as {@link #replace} does.
     *
     * @param value one that becomes a JSON object
     */
    public static void write(Disk disk, Path file, Object value) throws IOException {
        ObjectNode tree = MAPPER.valueToTree(value);
        tree.put(CHECKSUM, checksum(tree));
        replace(disk, file, MAPPER.writeValueAsBytes(tree));
    }

    private static String checksum(ObjectNode tree) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(MAPPER.writeValueAsBytes(tree));
        return Sha256.of(digest);
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
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object && object.has(CHECKSUM)) {
                String written = object.remove(CHECKSUM).asText();
                if (!written.equals(checksum(object))) {
                    throw new DamagedException(file, new IOException("The checksum is that of other content"));
                }
            }
            return Optional.ofNullable(MAPPER.treeToValue(tree, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new DamagedException(file, e);
        }
    }
}
