package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFilter;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProblem;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LineEnd;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;
import org.oneroster4j.importer.config.YamlFile.Node;

/**
 * Reads a layout profile from YAML; {@code LAYOUTS.md} describes the keys. Words that stand for nothing are told by this
 * class, all else by {@link LayoutProfile#problems}.
 */
public final class LayoutYaml {
    private static final List<String> FORMAT_KEYS =
            List.of("charset", "byteOrderMark", "delimiter", "quoting", "lineEnd", "header", "trueWord", "falseWord");
    private static final List<String> PROFILE_KEYS = List.of("name", "files");
    private static final List<String> FILE_KEYS = List.of("name", "rows", "columns", "filter", "sort");
    private static final List<String> CONTENT_KEYS = List.of("field", "template", "constant");

    private final YamlFile yaml;
    private final List<LayoutProblem> problems = new ArrayList<>();
    /** Places of which the library must not judge, because something else stands there than in the file. */
    private final Set<String> unclear = new HashSet<>();
    /** Where a thing stands in the file that has another place in the value. */
    private final Map<String, String> moved = new HashMap<>();

    private LayoutYaml(YamlFile yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads a profile. Its name is that of the file, without its ending, unless it says another.
     *
     * @throws ConfigException with everything that is wrong, a line each, with its place
     * @throws IOException when the file cannot be read
     */
    public static LayoutProfile read(Path file) throws ConfigException, IOException {
        LayoutYaml reading = new LayoutYaml(new YamlFile(file, "The layout file"));
        String fileName =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        LayoutProfile profile = reading.profile(fileName.replaceFirst("\\.[^.]*$", ""));
        reading.judge(profile);
        return profile;
    }

    private void judge(LayoutProfile profile) throws ConfigException {
        for (LayoutProblem problem : profile.problems()) {
            String place = moved.getOrDefault(problem.place(), problem.place());
            if (unclear.stream().noneMatch(start -> isIn(place, start))) {
                tell(inFile(place), problem.message());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .distinct()
                    .sorted(Comparator.comparing((LayoutProblem problem) -> yaml.number(path(problem.place())))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(problem -> yaml.place(path(problem.place())) + problem + ".")
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static boolean isIn(String place, String whole) {
        return place.equals(whole) || place.startsWith(whole + ".") || place.startsWith(whole + "[");
    }

    private static String path(String place) {
        return place.isEmpty()
                ? ""
                : "/" + place.replace("]", "").replace('[', '/').replace('.', '/');
    }

    /** In the file, the format of a file stands among its other keys, or with what holds for all files. */
    private String inFile(String place) {
        String key = place.replaceFirst("^files\\[\\d+]\\.format\\.", "");
        if (key.equals(place)) {
            return place;
        }
        String ownKey = place.replace(".format.", ".");
        return yaml.has(path(ownKey)) || !yaml.has(path(key)) ? ownKey : key;
    }

    private void tell(String place, String message) {
        problems.add(new LayoutProblem(place, message));
    }

    private LayoutProfile profile(String nameOfFile) {
        Map<String, Node> keys = keys("", yaml.root().orElse(new Node.Keys(Map.of())), PROFILE_KEYS, FORMAT_KEYS);
        LayoutFormat format = format("", keys, LayoutFormat.DEFAULT);
        List<LayoutFile> files = new ArrayList<>();
        if (keys.get("files") instanceof Node.Items items) {
            for (Node node : items.values()) {
                files.add(file("files[" + files.size() + "]", node, format));
            }
        } else if (keys.containsKey("files")) {
            tell("files", "takes a list");
            unclear.add("files");
        }
        return new LayoutProfile(text("name", keys.get("name"), nameOfFile), files);
    }

    private LayoutFormat format(String prefix, Map<String, Node> keys, LayoutFormat others) {
        return new LayoutFormat(
                read(prefix + "charset", keys.get("charset"), others.charset(), LayoutYaml::charset),
                read(prefix + "byteOrderMark", keys.get("byteOrderMark"), others.byteOrderMark(), LayoutYaml::isTrue),
                read(prefix + "delimiter", keys.get("delimiter"), others.delimiter(), LayoutYaml::delimiter),
                read(
                        prefix + "quoting",
                        keys.get("quoting"),
                        others.quoting(),
                        word -> Words.constant(Quoting.class, word)),
                read(
                        prefix + "lineEnd",
                        keys.get("lineEnd"),
                        others.lineEnd(),
                        word -> Words.constant(LineEnd.class, word)),
                read(prefix + "header", keys.get("header"), others.header(), LayoutYaml::isTrue),
                text(prefix + "trueWord", keys.get("trueWord"), others.trueWord()),
                text(prefix + "falseWord", keys.get("falseWord"), others.falseWord()));
    }

    private LayoutFile file(String place, Node node, LayoutFormat others) {
        if (!(node instanceof Node.Keys)) {
            tell(place, "takes keys: " + String.join(", ", FILE_KEYS) + ", and those of the format");
            unclear.add(place);
            return LayoutFile.of("", RowKind.USERS);
        }
        Map<String, Node> keys = keys(place, node, FILE_KEYS, FORMAT_KEYS);
        Optional<RowKind> rows = rows(place, keys);
        if (rows.isEmpty()) {
            List.of(".columns", ".filter", ".sort").forEach(key -> unclear.add(place + key));
        }
        return new LayoutFile(
                text(place + ".name", keys.get("name"), ""),
                rows.orElse(RowKind.USERS),
                columns(place + ".columns", keys.get("columns")),
                filter(place + ".filter", keys.get("filter")),
                sort(place + ".sort", keys.get("sort")),
                format(place + ".", keys, others));
    }

    private Optional<RowKind> rows(String place, Map<String, Node> keys) {
        if (!keys.containsKey("rows")) {
            tell(place, "has no rows: users, groups, members or access");
        }
        return read(
                place + ".rows",
                keys.get("rows"),
                Optional.empty(),
                word -> Optional.of(Words.constant(RowKind.class, word)));
    }

    private List<LayoutColumn> columns(String place, @Nullable Node node) {
        List<LayoutColumn> columns = new ArrayList<>();
        for (Node item : items(node)) {
            columns.add(column(place + "[" + columns.size() + "]", item));
        }
        return columns;
    }

    /** A column is the name of a field, or keys. */
    private LayoutColumn column(String place, Node node) {
        if (!(node instanceof Node.Keys)) {
            return read(place, node, unclearColumn(""), word -> LayoutColumn.of(LayoutField.of(word)));
        }
        Map<String, Node> keys = keys(place, node, List.of("header"), CONTENT_KEYS);
        String field = keys.get("field") instanceof Node.Text text ? text.text() : "";
        String header = text(place + ".header", keys.get("header"), field);
        List<String> contents = CONTENT_KEYS.stream().filter(keys::containsKey).toList();
        if (contents.size() != 1) {
            tell(place, "has " + (contents.isEmpty() ? "none" : "more than one") + " of field, template, constant");
            return unclearColumn(header);
        }
        String key = contents.get(0);
        String here = place + "." + key;
        return switch (key) {
            case "field" ->
                read(here, keys.get(key), unclearColumn(header), word -> LayoutColumn.of(header, LayoutField.of(word)));
            case "template" ->
                read(here, keys.get(key), unclearColumn(header), text -> LayoutColumn.ofTemplate(header, text));
            default -> LayoutColumn.ofConstant(header, text(here, keys.get(key), ""));
        };
    }

    /** Keeps the place of a column that cannot be read, so that those behind it have theirs. */
    private static LayoutColumn unclearColumn(String header) {
        return LayoutColumn.ofConstant(header.isEmpty() ? "unclear" : header, "");
    }

    private List<LayoutFilter> filter(String place, @Nullable Node node) {
        List<LayoutFilter> filter = new ArrayList<>();
        if (node instanceof Node.Keys keys) {
            keys.values().forEach((word, words) -> {
                String here = place + "." + word;
                field(here, word).ifPresent(field -> filter.add(new LayoutFilter(field, texts(here, words))));
            });
        } else if (node != null) {
            tell(place, "takes fields as keys, each with the words that its rows have");
        }
        return filter;
    }

    private List<LayoutField> sort(String place, @Nullable Node node) {
        List<LayoutField> sort = new ArrayList<>();
        int index = 0;
        for (Node item : items(node)) {
            String here = place + "[" + index + "]";
            moved.put(place + "[" + sort.size() + "]", here);
            read(here, item, Optional.<LayoutField>empty(), word -> Optional.of(LayoutField.of(word)))
                    .ifPresent(sort::add);
            index++;
        }
        return sort;
    }

    private Optional<LayoutField> field(String place, String word) {
        return read(place, new Node.Text(word), Optional.empty(), text -> Optional.of(LayoutField.of(text)));
    }

    private List<String> texts(String place, Node node) {
        List<Node> items = items(node);
        List<String> texts = items.stream()
                .flatMap(item -> item instanceof Node.Text text
                        ? Stream.of(text.text())
                        : read(place, item, Stream.<String>empty(), Stream::of))
                .toList();
        if (texts.size() < items.size()) {
            unclear.add(place);
        }
        return texts;
    }

    /** One thing may stand where a list could. */
    private static List<Node> items(@Nullable Node node) {
        if (node instanceof Node.Items items) {
            return items.values();
        }
        return node == null ? List.of() : List.of(node);
    }

    private Map<String, Node> keys(String place, Node node, List<String> own, List<String> more) {
        if (!(node instanceof Node.Keys keys)) {
            tell(place, "takes keys: " + all(own, more));
            return Map.of();
        }
        for (String key : keys.values().keySet()) {
            if (!own.contains(key) && !more.contains(key)) {
                tell(place.isEmpty() ? key : place + "." + key, "is not a known key. Known are " + all(own, more));
            }
        }
        return keys.values();
    }

    private static String all(List<String> own, List<String> more) {
        return String.join(", ", own) + ", " + String.join(", ", more);
    }

    /** Reads a scalar that may be anything, blank too. */
    private String text(String place, @Nullable Node node, String otherwise) {
        return node instanceof Node.Text text ? text.text() : read(place, node, otherwise, word -> word);
    }

    /** Reads a scalar by a function whose complaint is an {@link IllegalArgumentException}. */
    private <V> V read(String place, @Nullable Node node, V otherwise, Function<String, V> words) {
        if (node instanceof Node.Text text && !text.text().isEmpty()) {
            try {
                return words.apply(text.text());
            } catch (IllegalArgumentException e) {
                tell(place, String.valueOf(e.getMessage()));
            }
        } else if (node instanceof Node.Keys || node instanceof Node.Items) {
            tell(place, "takes a single word or text");
        } else if (node != null) {
            tell(place, "has no value");
        }
        return otherwise;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("'" + name + "' is not a charset that this Java knows", e);
        }
    }

    private static char delimiter(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw new IllegalArgumentException("is neither one character nor the word tab");
        }
        return text.charAt(0);
    }

    private static boolean isTrue(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("is neither true nor false");
        }
        return word.equals("true");
    }
}
