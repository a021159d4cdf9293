package org.oneroster4j.importer.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file, and on which line each part of it stands: what is wrong with a value is told only when the value has been
 * read. A part is named by the path to it, for example {@code /files/0/name}; the path of the whole is empty.
 */
final class YamlFile {
    /** A part of the file; scalars are as they are written, so that 007 stays 007. */
    sealed interface Node {
        /** Keys with what they have. */
        record Keys(Map<String, Node> values) implements Node {}

        /** A list. */
        record Items(List<Node> values) implements Node {}

        /** A scalar. */
        record Text(String text) implements Node {}

        /** Nothing, where something could stand. */
        record Nothing() implements Node {}
    }

    /** Keys whose values are ids, which are text as written: {@code null} and {@code ~} are ids too. */
    private static final Pattern IDS = Pattern.compile("(/jobs/[0-9]+)?/(school|exclude)(/[0-9]+)?");

    /** The tags of YAML itself, most of which say what a value is anyway. */
    private static final String OWN_TAG = "tag:yaml.org,2002:";

    private static final String BINARY_TAG = OWN_TAG + "binary";

    private final Path file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Optional<Node> root;

    /**
     * Reads a file.
     *
     * @param what what the file is, for messages
     * @throws ConfigException when it is not there, or is not UTF-8 or YAML, or has what is YAML and not read here (an alias, a
     *     merge key, a tag, a second document), with the line
     */
    YamlFile(Path file, String what) throws ConfigException, IOException {
        this.file = file;
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new ConfigException(what + " " + file + " is not there.");
        } catch (CharacterCodingException e) {
            throw new ConfigException(what + " " + file + " is not UTF-8.");
        }
        try (YAMLParser parser = factory().createParser(text)) {
            root = parser.nextToken() == null ? Optional.empty() : Optional.of(node(parser, ""));
            if (parser.nextToken() != null) {
                throw notRead(parser, "a second document (---) is not read. Write all settings in one");
            }
        } catch (JacksonException e) {
            throw notYaml(e);
        }
    }

    static YAMLFactory factory() {
        return YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    ConfigException notYaml(JacksonException e) {
        @Nullable JsonLocation location = e.getLocation();
        return new ConfigException(place(location == null ? 0 : location.getLineNr()) + "this is not YAML: "
                + e.getOriginalMessage().lines().findFirst().orElse(""));
    }

    /** What is not understood is refused: an alias would be read as its name, and a tag as if it were not there. */
    private void refuse(YAMLParser parser) throws ConfigException, IOException {
        if (parser.isCurrentAlias()) {
            throw notRead(parser, "an alias (*" + parser.getText() + ") is not read. Write the value itself");
        }
        @Nullable String tag = parser.getTypeId();
        if (tag != null && (tag.equals(BINARY_TAG) || !tag.startsWith(OWN_TAG)) && !tag.isEmpty()) {
            throw notRead(parser, "a tag (!" + tag + ") is not read. Write the value without it");
        }
    }

    private ConfigException notRead(JsonParser parser, String what) {
        JsonLocation location = parser.currentTokenLocation();
        return new ConfigException(
                file + ", line " + location.getLineNr() + ", column " + location.getColumnNr() + ": " + what + ".");
    }

    private Node node(YAMLParser parser, String path) throws ConfigException, IOException {
        refuse(parser);
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Node> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (key.equals("<<")) {
                    throw notRead(parser, "a merge key (<<) is not read. Write the keys themselves");
                }
                String below = path + "/" + key;
                lines.put(below, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                values.put(key, node(parser, below));
            }
            return new Node.Keys(values);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Node> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(node(parser, path + "/" + values.size()));
            }
            return new Node.Items(values);
        }
        boolean nothing = parser.currentToken() == JsonToken.VALUE_NULL
                && (parser.getText().isEmpty() || !IDS.matcher(path).matches());
        return nothing ? new Node.Nothing() : new Node.Text(parser.getText());
    }

    /** Returns where the file is. */
    Path file() {
        return file;
    }

    /** Returns the whole; absent when there is nothing but comments. */
    Optional<Node> root() {
        return root;
    }

    /** Tells whether there is such a part. */
    boolean has(String path) {
        return lines.containsKey(path);
    }

    /** Returns the line of a part, or, where it is not there, of the nearest one that it would be in; 0 when nothing is. */
    int number(String path) {
        String there = path;
        while (!lines.containsKey(there) && there.contains("/")) {
            there = there.substring(0, there.lastIndexOf('/'));
        }
        return lines.getOrDefault(there, 0);
    }

    /** Returns the beginning of a message about a part. */
    String place(String path) {
        return place(number(path));
    }

    private String place(int line) {
        return file + (line == 0 ? ": " : ", line " + line + ": ");
    }
}
