package org.oneroster4j.importer.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.oneroster4j.importer.config.YamlFile.Node;

/**
 * The keys of one part of the file of {@code watch}. What cannot be read is told, and something else stands for it, so that
 * all can be told at once.
 *
 * @param pointer the path to the part
 * @param keys what it has
 * @param problems where what is wrong goes
 */
record Section(String pointer, Map<String, Node> keys, Problems problems) {
    private static final ObjectReader OPTIONS = OptionsBinding.reader();

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Says what is wrong with a key, or, where it is not there, with the part. */
    void tell(String key, String problem) {
        problems.tell(pointer + "/" + key, key + " " + problem);
    }

    /** Reads a whole number that a component of the same name takes. */
    int number(Class<?> settings, String key, int other) {
        return judged(settings, key, other, Section::number);
    }

    /** Reads a scalar, and asks the constraints on the component of the same name. */
    <V> V judged(Class<?> settings, String key, V other, Function<String, V> words) {
        return read(key, other, word -> {
            V value = words.apply(word);
            List<String> messages = ConstraintMessages.of(settings, key, value);
            if (!messages.isEmpty()) {
                throw new IllegalArgumentException(String.join(" and ", messages));
            }
            return value;
        });
    }

    /** Reads a whole number. */
    static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is not a whole number", e);
        }
    }

    /** Reads a scalar by a function whose complaint is an {@link IllegalArgumentException}. */
    <V> V read(String key, V other, Function<String, V> words) {
        Node node = keys.get(key);
        if (node instanceof Node.Text text && !isBlank(node)) {
            try {
                return words.apply(text.text());
            } catch (IllegalArgumentException e) {
                tell(key, e.getMessage() + ".");
            }
        } else if (node != null && isBlank(node)) {
            tell(key, "has no value.");
        } else if (node != null) {
            tell(key, "has a value of the wrong kind.");
        }
        return other;
    }

    private static boolean isBlank(Node node) {
        return node instanceof Node.Nothing
                || (node instanceof Node.Text text && text.text().isBlank());
    }

    /** Reads those of some keys that are there, one by one, so that each of them can be wrong. */
    RunOptions options(List<String> names) {
        RunOptions options = RunOptions.NONE;
        for (Map.Entry<String, Node> entry : keys.entrySet()) {
            if (names.contains(entry.getKey())) {
                options = option(entry.getKey(), entry.getValue()).over(options);
            }
        }
        return options;
    }

    private RunOptions option(String key, Node node) {
        if (isBlank(node)) {
            tell(key, "has no value.");
            return RunOptions.NONE;
        }
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.set(key, json(node));
        try {
            return OPTIONS.readValue(one);
        } catch (JsonMappingException e) {
            problems.tell(pointer + OptionsBinding.pointer(e), key + OptionsBinding.problem(e));
        } catch (IOException e) {
            throw new IllegalStateException("There is no medium in between", e);
        }
        return RunOptions.NONE;
    }

    /** Scalars stay as they are written; whoever takes them makes numbers of them. */
    static JsonNode json(Node node) {
        if (node instanceof Node.Keys keys) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            keys.values().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof Node.Items items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.values().forEach(value -> array.add(json(value)));
            return array;
        }
        return node instanceof Node.Text text
                ? JsonNodeFactory.instance.textNode(text.text())
                : JsonNodeFactory.instance.nullNode();
    }
}
