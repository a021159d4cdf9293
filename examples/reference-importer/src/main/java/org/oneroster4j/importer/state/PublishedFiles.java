package org.oneroster4j.importer.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * What was published, as files: a JSON array of texts on each line, in UTF-8. {@code groups.jsonl} has groupId, groupName and
 * schoolId, {@code members.jsonl} and {@code access.jsonl} groupId, userId and identity, {@code consoleUsers.jsonl} userId and
 * identity. Rows stream, both ways.
 */
final class PublishedFiles {
    /** The files, those first that others refer to. */
    static final List<String> NAMES = List.of("groups.jsonl", "members.jsonl", "access.jsonl", "consoleUsers.jsonl");

    private PublishedFiles() {}

    static void write(Published published, Path folder) throws IOException {
        try (Rows rows = new Rows(folder.resolve(NAMES.get(0)))) {
            for (var group : published.groups()) {
                rows.row(group.groupId(), group.groupName(), group.schoolId());
            }
        }
        links(published.members(), folder.resolve(NAMES.get(1)));
        links(published.access(), folder.resolve(NAMES.get(2)));
        try (Rows rows = new Rows(folder.resolve(NAMES.get(3)))) {
            for (var user : published.consoleUsers()) {
                rows.row(user.userId(), user.identity());
            }
        }
    }

    private static void links(List<PublishedLink> links, Path file) throws IOException {
        try (Rows rows = new Rows(file)) {
            for (PublishedLink link : links) {
                rows.row(link.groupId(), link.userId(), link.identity());
            }
        }
    }

    /**
     * Reads what was written.
     *
     * @throws StateException when it is not that
     */
    static Published read(LocalDate asOf, Path folder) throws IOException {
        Published.Builder builder = Published.builder(asOf);
        read(folder.resolve(NAMES.get(0)), 3, row -> builder.group(row[0], row[1], row[2]));
        read(folder.resolve(NAMES.get(1)), 3, row -> builder.member(row[0], row[1], row[2]));
        read(folder.resolve(NAMES.get(2)), 3, row -> builder.access(row[0], row[1], row[2]));
        read(folder.resolve(NAMES.get(3)), 2, row -> builder.consoleUser(row[0], row[1]));
        return builder.build();
    }

    private interface Row {
        void take(String[] cells);
    }

    private static void read(Path file, int cells, Row row) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = SmallJson.mapper().getFactory().createParser(in)) {
            String[] texts = new String[cells];
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                for (int i = 0; i < cells; i++) {
                    String text = token == JsonToken.START_ARRAY ? parser.nextTextValue() : null;
                    if (text == null) {
                        throw new IllegalArgumentException("A row is too short or is none");
                    }
                    texts[i] = text;
                }
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    throw new IllegalArgumentException("A row is too long");
                }
                row.take(texts);
            }
        } catch (JacksonException | IllegalArgumentException | NoSuchFileException e) {
            throw StateJson.damaged(file, StateJson.RESTORE, e);
        }
    }

    /** A file of rows. */
    private static final class Rows implements AutoCloseable {
        private final JsonGenerator json;

        Rows(Path file) throws IOException {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
            json = SmallJson.mapper().getFactory().createGenerator(out, JsonEncoding.UTF8);
            json.setRootValueSeparator(null);
        }

        void row(String... cells) throws IOException {
            json.writeStartArray();
            for (String cell : cells) {
                json.writeString(cell);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
