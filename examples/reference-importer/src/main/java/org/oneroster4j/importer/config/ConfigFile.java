package org.oneroster4j.importer.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.NameTemplate;

/**
 * Reads a configuration file: YAML, whose keys are the components of {@link RunOptions}. Relative paths in it are
 * understood from the folder of the file, because a service does not know where it was started.
 */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException when a key is unknown or twice, or a value is not what its key takes, with the line; values
     *     that a constraint of the settings forbids are told all at once
     * @throws IOException when the file cannot be read
     */
    public static RunOptions read(Path file) throws ConfigException, IOException {
        YamlFile yaml = new YamlFile(file, "The configuration file");
        if (yaml.root().isEmpty()) {
            return RunOptions.NONE;
        }
        try {
            @Nullable RunOptions options = reader().readValue(yaml.text());
            Path folder = file.toAbsolutePath().getParent();
            if (options == null || folder == null) {
                return RunOptions.NONE;
            }
            SortedMap<String, String> problems = MappingOptions.problems(options);
            problems.putAll(BrakeOptions.problems(options));
            refuse(problems, yaml);
            return options.from(folder);
        } catch (JsonMappingException e) {
            throw new ConfigException(yaml.place(pointer(e)) + key(e) + problem(e));
        } catch (JacksonException e) {
            throw yaml.notYaml(e);
        }
    }

    private static void refuse(SortedMap<String, String> problems, YamlFile yaml) throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.entrySet().stream()
                    .sorted(Comparator.comparing(problem -> yaml.number("/" + problem.getKey())))
                    .map(problem ->
                            yaml.place("/" + problem.getKey()) + problem.getKey() + " " + problem.getValue() + ".")
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static ObjectReader reader() {
        SimpleModule words = new SimpleModule();
        words.addDeserializer(Path.class, new WordDeserializer<>(Path.class, ConfigFile::path));
        words.addDeserializer(Identity.class, new WordDeserializer<>(Identity.class, Words::identity));
        words.addDeserializer(LocalDate.class, new WordDeserializer<>(LocalDate.class, Words::day));
        words.addDeserializer(
                EmptyGroups.class,
                new WordDeserializer<>(EmptyGroups.class, word -> Words.constant(EmptyGroups.class, word)));
        words.addDeserializer(
                ConsoleStaff.class,
                new WordDeserializer<>(ConsoleStaff.class, word -> Words.constant(ConsoleStaff.class, word)));
        words.addDeserializer(
                AccessRole.class,
                new WordDeserializer<>(AccessRole.class, word -> Words.constant(AccessRole.class, word)));
        words.addDeserializer(NameTemplate.class, new WordDeserializer<>(NameTemplate.class, NameTemplate::of));
        return YAMLMapper.builder(YamlFile.factory())
                .addModule(words)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(RunOptions.class);
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is not a path", e);
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static String problem(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return " is not a known key. Known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return e.getCause() instanceof IllegalArgumentException cause
                ? " " + cause.getMessage() + "."
                : " has a value of the wrong kind.";
    }

    /** Reads a value through the function that the command line uses too, and keeps its message. */
    private static final class WordDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> words;

        WordDeserializer(Class<T> type, Function<String, T> words) {
            super(type);
            this.words = words;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String word = parser.getText();
            try {
                return words.apply(word);
            } catch (IllegalArgumentException e) {
                throw new JsonMappingException(parser, "wrong word", e);
            }
        }
    }
}
